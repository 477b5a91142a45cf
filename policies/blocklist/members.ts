// SPDX-License-Identifier: MPL-2.0
// The values of one rule, each kind in the form that is asked fastest. Asking allocates nothing. Unmanaged, as rules are: what it points to
// is pinned, or the collector would take it away.
import { BytesSet, ByteView, HwAddr, List } from "kea-policy/assembly";
import { SortedKeys } from "./sorted_keys";

enum Form {
  HwAddrs,
  Ouis,
  ExactBytes,
  Texts,
  Listed,
}

/** Length of an Ethernet address, whose HwAddr.key is exact. */
const ETHERNET = 6;

@unmanaged
export class Members {
  private constructor(
    private readonly form: Form,
    /** Numbers, for the forms that have some. */
    private readonly keys: SortedKeys | null,
    /** A BytesSet, or a List. */
    private readonly values: usize,
    /** A StaticArray<string>. */
    private readonly beginnings: usize,
  ) {}

  /** Whole addresses: the keys of those of Ethernet, and all others. */
  static ofHwAddrs(ethernet: u64[], others: BytesSet): Members {
    return new Members(Form.HwAddrs, new SortedKeys(ethernet), __pin(changetype<usize>(others)), 0);
  }

  static ofOuis(ouis: u64[]): Members {
    return new Members(Form.Ouis, new SortedKeys(ouis), 0, 0);
  }

  static ofBytes(values: BytesSet): Members {
    return new Members(Form.ExactBytes, null, __pin(changetype<usize>(values)), 0);
  }

  /** Texts, and beginnings of texts. */
  static ofTexts(whole: BytesSet, beginnings: StaticArray<string>): Members {
    return new Members(Form.Texts, null, __pin(changetype<usize>(whole)), __pin(changetype<usize>(beginnings)));
  }

  /** A list that the host holds. One of the kind oui looks at the first three bytes by itself. */
  static ofList(list: List): Members {
    return new Members(Form.Listed, null, changetype<usize>(list), 0);
  }

  /** Are these bytes one of the values? Null, where a packet does not have what the rule looks at, is none. */
  has(bytes: ByteView | null): bool {
    if (bytes === null) return false;
    // By itself, for what the others need of AssemblyScript's memory is prepared where a function begins.
    return this.form == Form.Listed ? changetype<List>(this.values).has(bytes) : this.holds(bytes);
  }

  private holds(bytes: ByteView): bool {
    switch (this.form) {
      case Form.HwAddrs:
        if (bytes.length == ETHERNET) return this.keys!.has(changetype<HwAddr>(bytes).key);
        return changetype<BytesSet>(this.values).has(bytes);
      case Form.Ouis: return this.keys!.has(<u64>changetype<HwAddr>(bytes).oui);
      case Form.ExactBytes: return changetype<BytesSet>(this.values).has(bytes);
      case Form.Texts: return changetype<BytesSet>(this.values).has(bytes) || this.beginsLikeOne(bytes);
      default: return false;
    }
  }

  private beginsLikeOne(bytes: ByteView): bool {
    const beginnings = changetype<StaticArray<string>>(this.beginnings);
    for (let index = 0; index < beginnings.length; ++index) {
      if (bytes.startsWith(unchecked(beginnings[index]))) return true;
    }
    return false;
  }
}
