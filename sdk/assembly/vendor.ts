// SPDX-License-Identifier: MPL-2.0
// What vendors say, told apart by enterprise number: several numbers in one option in DHCPv4, one in each option in DHCPv6.
import { Bytes, ByteView } from "./bytes";
import { DataList } from "./data_list";
import { afterItem, areItems, ENTERPRISE_8, ItemsView, openItems, SUB_OPTION_16, SUB_OPTION_8, TUPLE_16, valueLength } from "./items";
import { SubOptions } from "./sub_options";
import { bytesAt } from "./view_room";

/** Bytes before the value of an item: u32 enterprise number, u8 length. */
const HEAD: usize = 5;

/**
 * What the options of vendors have in common in DHCPv4. A view: good during its callout.
 * @since 0.1.0
 */
@unmanaged
export class VendorView extends ItemsView {
  /** Enterprise number (IANA) of the part at an index from 0; outside of the parts the policy aborts. */
  enterprise(index: i32): u32 {
    return bswap<u32>(load<u32>(this.itemStart(index)));
  }

  /** True where a part has this enterprise number. Allocates nothing. */
  has(enterprise: u32): bool {
    return this.seek(enterprise) != 0;
  }

  /** Address of the first part with this enterprise number, 0 where there is none. */
  seek(enterprise: u32): usize {
    const end = this.itemsEnd;
    for (let at = this.itemsStart; at < end; at = afterItem(at, end, ENTERPRISE_8)) {
      if (bswap<u32>(load<u32>(at)) == enterprise) return at;
    }
    return 0;
  }
}

/**
 * Vendor classes of a DHCPv4 client, option 124: for each enterprise number what hardware it is. A view: good during its callout.
 * Source: RFC 3925 section 3; Kea isc::dhcp::OptionVendorClass.
 * @since 0.1.0
 */
@unmanaged
export class VendorClasses extends VendorView {
  /** Parts of a value of option 124; null where it is malformed. */
  static parse(bytes: ByteView | null): VendorClasses | null {
    return changetype<VendorClasses | null>(bytes === null ? <usize>0 : openItems(bytes.dataStart, bytes.length, ENTERPRISE_8));
  }

  /**
   * What stands behind the enterprise number at an index from 0. Kea and most clients take it as it is; where a vendor has several items with
   * lengths there, as RFC 3925 has it, `Option.items4` reads them.
   */
  data(index: i32): Bytes {
    return this.dataAt(this.itemStart(index));
  }

  /** What stands behind an enterprise number, such as 4491 (CableLabs); null where the number is not there. See `data`. */
  find(enterprise: u32): Bytes | null {
    const at = this.seek(enterprise);
    return at == 0 ? null : this.dataAt(at);
  }

  private dataAt(at: usize): Bytes {
    return bytesAt(at + HEAD, valueLength(at, ENTERPRISE_8));
  }
}

/**
 * Vendors' own options of a DHCPv4 client, option 125. A view: good during its callout.
 * Source: RFC 3925 section 4.
 * @since 0.1.0
 */
@unmanaged
export class VendorOptions extends VendorView {
  /** Parts of a value of option 125; null where it is malformed. */
  static parse(bytes: ByteView | null): VendorOptions | null {
    if (bytes === null) return null;
    const start = bytes.dataStart;
    const end = start + <usize>bytes.length;
    if (!areItems(start, bytes.length, ENTERPRISE_8)) return null;
    for (let at = start; at < end; at = afterItem(at, end, ENTERPRISE_8)) {
      if (!areItems(at + HEAD, valueLength(at, ENTERPRISE_8), SUB_OPTION_8)) return null;
    }
    return changetype<VendorOptions>(openItems(start, bytes.length, ENTERPRISE_8));
  }

  /** The options behind the enterprise number at an index from 0. */
  options(index: i32): SubOptions {
    return this.optionsAt(this.itemStart(index));
  }

  /** The options behind an enterprise number, such as 4491 (CableLabs); null where the number is not there. */
  find(enterprise: u32): SubOptions | null {
    const at = this.seek(enterprise);
    return at == 0 ? null : this.optionsAt(at);
  }

  private optionsAt(at: usize): SubOptions {
    return changetype<SubOptions>(openItems(at + HEAD, valueLength(at, ENTERPRISE_8), SUB_OPTION_8));
  }
}

/** True where the bytes are an enterprise number and items of a shape. */
function isOfEnterprise(bytes: ByteView | null, shape: u32): bool {
  return bytes !== null && bytes.length >= 4 && areItems(bytes.dataStart + 4, bytes.length - 4, shape);
}

/**
 * What hardware a DHCPv6 client is, option 16; a client may send one for each enterprise number. A view: good during its callout.
 * Source: RFC 8415 section 21.16.
 * @since 0.1.0
 */
@unmanaged
export class VendorClass6 extends ByteView {
  /** A value of option 16; null where it is malformed. */
  static parse(bytes: ByteView | null): VendorClass6 | null {
    return changetype<VendorClass6 | null>(isOfEnterprise(bytes, TUPLE_16) ? changetype<usize>(bytes) : 0);
  }

  /** Enterprise number (IANA) of the vendor. */
  get enterprise(): u32 {
    return bswap<u32>(load<u32>(this.dataStart));
  }

  /** What stands behind it. */
  get data(): DataList {
    return changetype<DataList>(openItems(this.dataStart + 4, this.length - 4, TUPLE_16));
  }
}

/**
 * A vendor's own options of a DHCPv6 client, option 17; a client may send one for each enterprise number. A view: good during its callout.
 * Source: RFC 8415 section 21.17.
 * @since 0.1.0
 */
@unmanaged
export class VendorOptions6 extends ByteView {
  /** A value of option 17; null where it is malformed. */
  static parse(bytes: ByteView | null): VendorOptions6 | null {
    return changetype<VendorOptions6 | null>(isOfEnterprise(bytes, SUB_OPTION_16) ? changetype<usize>(bytes) : 0);
  }

  /** Enterprise number (IANA) of the vendor. */
  get enterprise(): u32 {
    return bswap<u32>(load<u32>(this.dataStart));
  }

  /** The options behind it. */
  get options(): SubOptions {
    return changetype<SubOptions>(openItems(this.dataStart + 4, this.length - 4, SUB_OPTION_16));
  }
}
