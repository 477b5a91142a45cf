// SPDX-License-Identifier: MPL-2.0
import { Bytes } from "./bytes";
import { IPv4 } from "./ip";
import { afterItem, ItemsView, SUB_OPTION_16, valueLength } from "./items";
import { bytesAt } from "./view_room";

/** Code of the sub-option at an address: one byte in DHCPv4, two in DHCPv6. */
// @ts-ignore: decorator
@inline
function codeAt(at: usize, shape: u32): u32 {
  return shape == SUB_OPTION_16 ? <u32>bswap<u16>(load<u16>(at)) : <u32>load<u8>(at);
}

/**
 * Options inside of an option, in the order in which they travel. A view: good during its callout.
 * @since 0.1.0
 */
@unmanaged
export class SubOptions extends ItemsView {
  /** Code of the sub-option at an index from 0; outside of them the policy aborts. */
  code(index: i32): u32 {
    return codeAt(this.itemStart(index), this.shape);
  }

  /** Value of the sub-option at an index from 0, perhaps empty; outside of them the policy aborts. */
  value(index: i32): Bytes {
    return this.valueOf(this.itemStart(index));
  }

  /** True where there is a sub-option with this code. Allocates nothing. */
  has(code: u32): bool {
    return this.seek(code) != 0;
  }

  /** Value of the first sub-option with this code; null where there is none, while an empty one is empty. */
  find(code: u32): Bytes | null {
    const at = this.seek(code);
    return at == 0 ? null : this.valueOf(at);
  }

  /** Address of the first sub-option with this code, 0 where there is none. */
  private seek(code: u32): usize {
    const end = this.itemsEnd;
    const shape = this.shape;
    for (let at = this.itemsStart; at < end; at = afterItem(at, end, shape)) {
      if (codeAt(at, shape) == code) return at;
    }
    return 0;
  }

  private valueOf(at: usize): Bytes {
    const shape = this.shape;
    return bytesAt(at + <usize>(shape >> 8), valueLength(at, shape));
  }
}

/**
 * What a DHCPv4 relay agent says about a client, option 82. A view: good during its callout.
 * Source: RFC 3046 section 2.
 * @since 0.1.0
 */
@unmanaged
export class RelayAgentInfo extends SubOptions {
  /** Sub-option 1: the circuit that the client's packet came in by, in the relay agent's own form. Null where it is not there. */
  get circuitId(): Bytes | null {
    return this.find(1);
  }

  /** Sub-option 2: the remote end of the circuit, such as a modem. Null where it is not there. */
  get remoteId(): Bytes | null {
    return this.find(2);
  }

  /** Sub-option 5, an address of the link that the client is on. Null where it is not there or not four bytes. Source: RFC 3527. */
  get linkSelection(): IPv4 | null {
    return this.address(5);
  }

  /** Sub-option 6: the subscriber, in the provider's own form. Null where it is not there. Source: RFC 3993. */
  get subscriberId(): Bytes | null {
    return this.find(6);
  }

  /** Sub-option 11, the address that the client shall take for the server's. Null where it is not there or not four bytes. Source: RFC 5107. */
  get serverIdOverride(): IPv4 | null {
    return this.address(11);
  }

  /** Sub-option 12, the relay agent's own identifier. Null where it is not there. Source: RFC 6925. */
  get relayId(): Bytes | null {
    return this.find(12);
  }

  private address(code: u32): IPv4 | null {
    const value = this.find(code);
    return changetype<IPv4 | null>(value === null || value.length != 4 ? <usize>0 : value.dataStart);
  }
}
