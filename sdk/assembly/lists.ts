// SPDX-License-Identifier: MPL-2.0
// Lists that the host holds: one in the process for all instances of a policy, however many entries.
import { ByteView } from "./bytes";
import * as host from "./generated/imports";
import { IPv4, IPv6 } from "./ip";

/** What the entries of a list are; `kind` in Kea's configuration. */
export enum ListKind {
  /** Whole hardware addresses. */
  HwAddr = 1,
  /** The first three bytes of hardware addresses. */
  Oui = 2,
  /** DUIDs. */
  Duid = 3,
  /** IPv4 and IPv6 prefixes. */
  Prefix = 4,
  /** Texts in UTF-8, such as client ids, circuit ids or host names. */
  String = 5,
}

function kindName(kind: u32): string {
  if (kind == <u32>ListKind.HwAddr) return "hwaddr";
  if (kind == <u32>ListKind.Oui) return "oui";
  if (kind == <u32>ListKind.Duid) return "duid";
  if (kind == <u32>ListKind.Prefix) return "prefix";
  return "string";
}

/**
 * A list that Kea's configuration names under `"lists"` of this policy. Open it once, at the top of the module or in `load()`:
 *
 *     const denied = List.open("denied", ListKind.HwAddr);
 *
 * A look-up is one host call and allocates nothing. Unlike a view, a List may be kept.
 * @since 0.1.0
 */
@unmanaged
export class List {
  // No object: what would be its address is the host's number of the list, and above it the kind. So a List takes no memory, and
  // the collector need not be told of it in each callout.
  private constructor() {}

  private static of(number: u32, kind: ListKind): List {
    return changetype<List>(<usize>(((<u32>kind) << 16) | number));
  }

  /** The list of this name, of whatever kind, or null where the configuration names none. */
  static find(name: string): List | null {
    const number = host.listOpen(changetype<usize>(name), <u32>name.length << 1);
    if (number == 0) return null;
    return List.of(number, <ListKind>host.listKind(number));
  }

  /**
   * The list of this name and kind. Where the configuration names none, or one of another kind, the policy aborts and says so.
   * See `optional` for a list that the operator may leave out.
   */
  static open(name: string, kind: ListKind): List {
    const list = List.optional(name, kind);
    if (!list.exists) {
      throw new Error(
        `lists.${name}: this policy needs a list of the kind "${kindName(kind)}"; add "lists": { "${name}": ` +
          `{ "file": "/etc/kea/list.txt", "kind": "${kindName(kind)}" } } to the policy's parameters.`,
      );
    }
    return list;
  }

  /**
   * The list of this name and kind, or an empty one where the configuration names none. One of another kind makes the policy abort
   * with a sentence.
   */
  static optional(name: string, kind: ListKind): List {
    const list = List.find(name);
    if (list === null) return List.of(0, kind);
    if (list.kind != kind) {
      throw new Error(
        `lists.${name}.kind: this policy needs "${kindName(kind)}", the configuration has "${kindName(list.kind)}".`,
      );
    }
    return list;
  }

  /** What its entries are. */
  @inline get kind(): ListKind {
    return <ListKind>(changetype<usize>(this) >> 16);
  }

  @inline private get number(): u32 {
    return <u32>changetype<usize>(this) & 0xffff;
  }

  /** False for a list that `optional` made up, since the configuration names none. */
  get exists(): bool {
    return this.number != 0;
  }

  /**
   * True where the list has these bytes: a `HwAddr` (in a list of the kind oui its first three bytes count), a `Duid`, or any
   * `Bytes`. In a list of prefixes four or sixteen bytes are looked up as an address.
   */
  has(key: ByteView): bool {
    return this.hasData(key.dataStart, <u32>key.length);
  }

  /** True where the list has this text. */
  hasText(key: string): bool {
    const bytes = String.UTF8.encode(key);
    return this.hasData(changetype<usize>(bytes), <u32>bytes.byteLength);
  }

  /** True where a prefix of the list covers the address; false in a list of another kind. */
  hasIPv4(address: IPv4): bool {
    return this.kind == ListKind.Prefix && this.hasData(address.dataStart, 4);
  }

  /** True where a prefix of the list covers the address; false in a list of another kind. */
  hasIPv6(address: IPv6): bool {
    return this.kind == ListKind.Prefix && this.hasData(address.dataStart, 16);
  }

  @inline private hasData(start: usize, length: u32): bool {
    return this.number != 0 && host.listHas(this.number, start, length) != 0;
  }
}
