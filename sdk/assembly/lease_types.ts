// SPDX-License-Identifier: MPL-2.0

/**
 * States of a lease, as in `Lease4.state` and `Lease6.state`.
 * Source: Kea's Lease::STATE_*.
 * @since 0.1.0
 */
export enum LeaseState {
  Assigned = 0,
  Declined = 1,
  ExpiredReclaimed = 2,
  /** Since Kea 2.7.0. */
  Released = 3,
  /** Registered by the client itself (RFC 9686), DHCPv6 only; since Kea 2.7.7. */
  Registered = 4,
}

/**
 * What a DHCPv6 lease is of, as in `Lease6.type`.
 * Source: RFC 8415 section 6; Kea's Lease::Type.
 * @since 0.1.0
 */
export enum Lease6Type {
  /** An address, IA_NA. */
  Address = 0,
  /** A temporary address, IA_TA. */
  TemporaryAddress = 1,
  /** A delegated prefix, IA_PD. */
  Prefix = 2,
}
