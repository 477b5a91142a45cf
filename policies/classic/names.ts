// SPDX-License-Identifier: MPL-2.0
// Kea's names of message types (Pkt4::getName, Pkt6::getName) and of states of leases (Lease::basicStatesToText), as every supported Kea has
// them: a call of the host less. Where versions differ, the name is "", and Kea is asked.

export function dhcp4Name(type: u8): string {
  switch (type) {
    case 1: return "DHCPDISCOVER";
    case 2: return "DHCPOFFER";
    case 3: return "DHCPREQUEST";
    case 4: return "DHCPDECLINE";
    case 5: return "DHCPACK";
    case 6: return "DHCPNAK";
    case 7: return "DHCPRELEASE";
    case 8: return "DHCPINFORM";
    case 10: return "DHCPLEASEQUERY";
    case 11: return "DHCPLEASEUNASSIGNED";
    case 12: return "DHCPLEASEUNKNOWN";
    case 13: return "DHCPLEASEACTIVE";
    case 14: return "DHCPBULKLEASEQUERY";
    case 15: return "DHCPLEASEQUERYDONE";
    case 17: return "DHCPLEASEQUERYSTATUS";
    case 18: return "DHCPTLS";
  }
  return "UNKNOWN";
}

export function dhcp6Name(type: u8): string {
  switch (type) {
    case 1: return "SOLICIT";
    case 2: return "ADVERTISE";
    case 3: return "REQUEST";
    case 4: return "CONFIRM";
    case 5: return "RENEW";
    case 6: return "REBIND";
    case 7: return "REPLY";
    case 8: return "RELEASE";
    case 9: return "DECLINE";
    case 10: return "RECONFIGURE";
    case 11: return "INFORMATION_REQUEST";
    case 12: return "RELAY_FORWARD";
    case 13: return "RELAY_REPLY";
    case 14: return "LEASEQUERY";
    case 15: return "LEASEQUERY_REPLY";
    case 20: return "DHCPV4_QUERY";
    case 21: return "DHCPV4_RESPONSE";
  }
  return "";
}

export function leaseStateName(state: u8): string {
  switch (state) {
    case 0: return "default";
    case 1: return "declined";
    case 2: return "expired-reclaimed";
  }
  return "";
}
