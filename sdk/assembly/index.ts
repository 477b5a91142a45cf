// SPDX-License-Identifier: MPL-2.0
// What a policy may use, one by one: import { Pkt4Receive, Verdict } from "kea-policy/assembly";
export { Pkt4, Pkt4Receive, Pkt6, Pkt6Receive, RelayHop } from "./generated/objects";
export { Verdict } from "./generated/verdict";
export { Bytes, BytesList, ByteView } from "./bytes";
export { HwAddr } from "./hw_addr";
export { Duid } from "./duid";
export { IPv4, IPv6 } from "./ip";
export { BytesSet } from "./bytes_set";
export { config, ConfigKind, ConfigValue } from "./config";
export { List, ListKind } from "./lists";
export { log } from "./log";
export { parseHex, parseHwAddr, parseOui } from "./parse";
export { Dhcp4Type, Dhcp6Type } from "./message_types";
export { refuse } from "./refuse";
export { toUtf8 } from "./utf8";
