// SPDX-License-Identifier: MPL-2.0
import { ByteView } from "./bytes";

/**
 * A DHCP unique identifier. A view: see `ByteView`.
 * Source: RFC 8415 section 11; Kea isc::dhcp::DUID.
 * @since 0.1.0
 */
@unmanaged
export class Duid extends ByteView {
  /** 1 link-layer address plus time, 2 vendor's number, 3 link-layer address, 4 UUID; 0 where it is shorter than two bytes. */
  get type(): u16 {
    return this.length < 2 ? 0 : bswap<u16>(load<u16>(this.dataStart));
  }

  /** As Kea prints it: "00:03:00:01:de:ad:be:ef:00:01". */
  toString(): string {
    return this.toHex(":");
  }
}
