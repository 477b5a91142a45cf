// SPDX-License-Identifier: MPL-2.0
//     this ─► 0 u32 distance to the first byte   4 u32 length   8 u16 hardware type   10 zero   12 u32 source
import { ByteView } from "./bytes";
import { hwAddrKey } from "./hw_addr_key";

/**
 * A hardware (link-layer) address. A view: see `ByteView`. What may be kept is `key`, which two equal addresses share.
 * @since 0.1.0
 */
@unmanaged
export class HwAddr extends ByteView {
  /**
   * The first three bytes as one number, big-endian: 00:16:3e is 0x00163e. 0xffffffff where the address is shorter than three
   * bytes, which no three bytes give.
   */
  get oui(): u32 {
    if (this.length < 3) return 0xffffffff;
    const at = this.dataStart;
    return ((<u32>load<u8>(at)) << 16) | ((<u32>load<u8>(at, 1)) << 8) | <u32>load<u8>(at, 2);
  }

  /**
   * The address as one number that may be kept, compared, and used in a `Set<u64>` or `Map<u64, …>`; `parseHwAddr("…")` gives the
   * same number. Up to 7 bytes it is exact: the length in the highest byte, the address big-endian below it. From 8 bytes on
   * the highest byte is 0xff and below it stand 56 bits of a hash: there two addresses may share a key, so compare with `equals`.
   */
  get key(): u64 {
    return hwAddrKey(this.dataStart, this.length);
  }

  /** Hardware type, as in ARP: 1 is Ethernet, 6 IEEE 802, 32 InfiniBand. */
  @inline get htype(): u16 {
    return load<u16>(changetype<usize>(this), 8);
  }

  /**
   * Where Kea had the address from, one bit of Kea's HWAddr::HWADDR_SOURCE: 0x1 raw socket, 0x2 DUID, 0x4 IPv6 link-local address,
   * 0x8 relay's option 79, 0x10 remote-id, 0x20 subscriber-id, 0x40 DOCSIS CMTS, 0x80 DOCSIS modem; 0 where Kea does not say.
   */
  @inline get source(): u32 {
    return load<u32>(changetype<usize>(this), 12);
  }

  /** As Kea prints it: "de:ad:be:ef:00:01"; empty where the address has no bytes. */
  toString(): string {
    return this.toHex(":");
  }
}
