// SPDX-License-Identifier: MPL-2.0
// The option in which clients name themselves for the DNS: 81 (RFC 4702) and 39 (RFC 4704).
import { findOption, option, type DhcpOption } from "./dhcp_bytes.ts";
import type { Family } from "./kea_installation.ts";

const CODE = { 4: 81, 6: 39 };
/** Where the name begins. */
const NAME = { 4: 3, 6: 1 };

/** A name as DNS has it on the wire. */
function onTheWire(name: string): Buffer {
  return Buffer.concat(name.split(".").map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])));
}

/** Asks the server to update both directions. A name that ends with a dot is complete. */
export function fqdnOption(family: Family, name: string): DhcpOption {
  const head = family === 4 ? [0x05, 0, 0] : [0x01];
  return option(CODE[family], Buffer.concat([Buffer.from(head), onTheWire(name)]));
}

export interface FullName {
  flags: number;
  name: string;
}

/** What the option says among these; null where it is not there. */
export function fullName(family: Family, options: DhcpOption[]): FullName | null {
  const value = findOption(options, CODE[family]);
  return value && decodeFullName(family, value);
}

export function decodeFullName(family: Family, value: Buffer): FullName {
  const labels: string[] = [];
  for (let at = NAME[family]; at < value.length; at += 1 + value[at]!) labels.push(value.subarray(at + 1, at + 1 + value[at]!).toString());
  return { flags: value[0]!, name: labels.join(".") };
}
