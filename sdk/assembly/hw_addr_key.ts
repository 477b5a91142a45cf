// SPDX-License-Identifier: MPL-2.0
// The number that stands for a hardware address: one function for the addresses of packets and those of the configuration.
import { hashBytes } from "./byte_tools";

/** Highest byte of the key of an address that does not fit. */
const HASHED: u64 = 0xff << 56;

/** See HwAddr.key. */
export function hwAddrKey(start: usize, length: i32): u64 {
  if (length == 6) {
    // Ethernet: two loads and no loop.
    return (<u64>6 << 56) | (<u64>bswap<u32>(load<u32>(start)) << 16) | <u64>bswap<u16>(load<u16>(start, 4));
  }
  if (length > 7) return HASHED | (hashBytes(start, length) >> 8);
  let value: u64 = 0;
  for (let index = 0; index < length; ++index) value = (value << 8) | <u64>load<u8>(start + <usize>index);
  return (<u64>length << 56) | value;
}
