// SPDX-License-Identifier: MPL-2.0

/**
 * DHCPv4 message types, as in `Pkt4.type`.
 * Source: RFC 2132 section 9.6; Kea's DHCPMessageType.
 * @since 0.1.0
 */
export enum Dhcp4Type {
  Discover = 1,
  Offer = 2,
  Request = 3,
  Decline = 4,
  Ack = 5,
  Nak = 6,
  Release = 7,
  Inform = 8,
  LeaseQuery = 10,
}

/**
 * DHCPv6 message types, as in `Pkt6.type`.
 * Source: RFC 8415 section 7.3; Kea's DHCPv6MessageType.
 * @since 0.1.0
 */
export enum Dhcp6Type {
  Solicit = 1,
  Advertise = 2,
  Request = 3,
  Confirm = 4,
  Renew = 5,
  Rebind = 6,
  Reply = 7,
  Release = 8,
  Decline = 9,
  Reconfigure = 10,
  InformationRequest = 11,
  RelayForward = 12,
  RelayReply = 13,
  LeaseQuery = 14,
}
