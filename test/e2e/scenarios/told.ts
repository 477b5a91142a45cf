// SPDX-License-Identifier: MPL-2.0
// What tshark tells of packets, in a shape that can be compared.
import type { Datagram } from "../tshark.ts";

export interface ToldOption {
  code: number;
  value: Buffer;
  /** Options in its value, as far as tshark knows that there are some. */
  inside: ToldOption[];
}

export interface Told4 extends Datagram {
  /** Whether it came inside of a DHCPv6 message. */
  inside6: boolean;
  op: number;
  htype: number;
  hlen: number;
  hops: number;
  transid: number;
  secs: number;
  flags: number;
  ciaddr: string;
  yiaddr: string;
  siaddr: string;
  giaddr: string;
  hwaddr: Buffer;
  sname: Buffer;
  file: Buffer;
  /** In their order, without pads and the end. */
  options: ToldOption[];
}

export interface ToldRelay {
  type: number;
  hopCount: number;
  linkAddr: string;
  peerAddr: string;
  /** Without the relayed message. */
  options: ToldOption[];
}

export interface Told6 extends Datagram {
  /** The one nearest to the server first. */
  relays: ToldRelay[];
  type: number;
  transid: number;
  options: ToldOption[];
}
