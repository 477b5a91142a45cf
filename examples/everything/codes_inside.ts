// SPDX-License-Identifier: MPL-2.0
// Codes of DHCPv6 options that may be inside of an option. Asking for all 65,535 codes inside of each option would take a while.
import { ByteView } from "kea-policy/assembly";

/** Every two bytes of the option as a number, in ascending order, each once: the code of an option inside is among them. */
export function codesInside(option: ByteView): u32[] {
  const all: u32[] = [];
  for (let at = 0; at + 2 <= option.length; ++at) all.push(option.u16(at));
  all.sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  const codes: u32[] = [];
  for (let at = 0; at < all.length; ++at) {
    if (at == 0 || all[at] != all[at - 1]) codes.push(all[at]);
  }
  return codes;
}
