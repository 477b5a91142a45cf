// SPDX-License-Identifier: MPL-2.0
// What a policy may use, one by one: import { Pkt4Receive, Verdict } from "kea-policy/assembly";
export {
  Addr6Register, Buffer4Receive, Buffer4Send, Buffer6Receive, Buffer6Send, CommandProcessed, Ddns4Update, Ddns6Update, DdnsParams,
  Host4Identifier, Host6Identifier, Json, Lease4, Lease4Decline, Lease4Expire, Lease4List, Lease4Offer, Lease4Recover, Lease4Release, Lease4Renew, Lease4Select,
  Lease4ServerDecline, Lease6, Lease6Decline, Lease6Expire, Lease6List, Lease6Rebind, Lease6Recover, Lease6Release, Lease6Renew,
  Lease6Select, Leases4Committed, Leases6Committed, Option6IA, Pkt4, Pkt4Receive, Pkt4Send, Pkt6, Pkt6Receive, Pkt6Send, Pool4, Pool6, RawPacket4,
  RawPacket6, RelayHop, Subnet4, Subnet4List, Subnet4Select, Subnet6, Subnet6List, Subnet6Select,
} from "./generated/objects";
export { Verdict } from "./generated/verdict";
export { Bytes, BytesList, ByteView } from "./bytes";
export { HwAddr } from "./hw_addr";
export { Duid } from "./duid";
export { IPv4, IPv6 } from "./ip";
export { parseIPv4, parseIPv6 } from "./ip_parse";
export { Prefix } from "./prefix";
export { DomainName, DomainNameList } from "./domain_name";
export { Option } from "./option";
export { Encode } from "./encode";
export { IPv4List, IPv6List, NumberList } from "./numbers";
export { DataList } from "./data_list";
export { RelayAgentInfo, SubOptions } from "./sub_options";
export { VendorClass6, VendorClasses, VendorOptions, VendorOptions6 } from "./vendor";
export { ClientFqdn } from "./client_fqdn";
export { IaAddress, IaAddressList, IaPrefix, IaPrefixList, IdentityAssociation } from "./identity_association";
export { Route, RouteList, Routes } from "./routes";
export { BytesMap } from "./bytes_map";
export { BytesSet } from "./bytes_set";
export { config, ConfigKind, ConfigValue } from "./config";
export { List, ListKind } from "./lists";
export { log } from "./log";
export { parseHex, parseHwAddr, parseOui } from "./parse";
export { Dhcp4Type, Dhcp6Type } from "./message_types";
export { Lease6Type, LeaseState } from "./lease_types";
export { refuse } from "./refuse";
export { Environment, Script } from "./script";
export { toUtf8 } from "./utf8";
