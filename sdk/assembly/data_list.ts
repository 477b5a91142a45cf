// SPDX-License-Identifier: MPL-2.0
import { isUtf8Of } from "./byte_tools";
import { Bytes } from "./bytes";
import { afterItem, ItemsView, valueLength } from "./items";
import { bytesAt } from "./view_room";

/**
 * Runs of bytes, each with its length before it: the parts of a user class or a vendor class. A view: good during its callout.
 * Source: Kea isc::dhcp::OpaqueDataTuple.
 * @since 0.1.0
 */
@unmanaged
export class DataList extends ItemsView {
  [key: number]: Bytes;

  /** The entry at an index from 0, perhaps empty; outside of the list the policy aborts. */
  @operator("[]") private at(index: i32): Bytes {
    const start = this.itemStart(index);
    const shape = this.shape;
    return bytesAt(start + <usize>(shape >> 8), valueLength(start, shape));
  }

  /** True where some entry is exactly the text in UTF-8: `userClass.has("iPXE")`. Allocates nothing. */
  has(text: string): bool {
    const end = this.itemsEnd;
    const shape = this.shape;
    for (let at = this.itemsStart; at < end; at = afterItem(at, end, shape)) {
      if (isUtf8Of(at + <usize>(shape >> 8), valueLength(at, shape), text, false)) return true;
    }
    return false;
  }

  /** The entries as strings, which may be kept. */
  toStrings(): string[] {
    const strings = new Array<string>(this.length);
    for (let index = 0; index < strings.length; ++index) strings[index] = this.at(index).toString();
    return strings;
  }

  /** The entries with ", " between them. */
  toString(): string {
    return this.toStrings().join(", ");
  }
}
