// SPDX-License-Identifier: MPL-2.0
// The policy's "config" of Kea's configuration, as typed values. What has the wrong type aborts with a sentence that names the JSON
// path; in load() that sentence is the operator's answer.
import { checkKnownNames } from "./config_names";
import * as host from "./generated/imports";
import { ipv4Of, ipv6Of } from "./ip_parse";
import { Prefix, prefixOf } from "./prefix";
import { hexBytes, hwAddrKeyOf, ouiOf } from "./parse";
import { readConfigName, readConfigString } from "./text";

/** What a value of the configuration is. */
export enum ConfigKind {
  /** There is none. */
  Absent = 0,
  Null = 1,
  Boolean = 2,
  /** A number without a fraction, 64 bits with sign. */
  Integer = 3,
  /** A number with a fraction or an exponent. */
  Number = 4,
  String = 5,
  List = 6,
  Map = 7,
}

function kindName(kind: ConfigKind): string {
  if (kind == ConfigKind.Null) return "null";
  if (kind == ConfigKind.Boolean) return "a boolean";
  if (kind == ConfigKind.Integer) return "an integer";
  if (kind == ConfigKind.Number) return "a number with a fraction";
  if (kind == ConfigKind.String) return "a string";
  if (kind == ConfigKind.List) return "a list";
  if (kind == ConfigKind.Map) return "a map";
  return "nothing";
}

/**
 * One value of the policy's configuration, with what leads to it. `config` is the whole:
 *
 *     const denied = config.get("hwaddrs").strings();     // [] where it is not given
 *     const limit = config.get("limit").integerOr(10);
 *
 * @since 0.1.0
 */
export class ConfigValue {
  constructor(
    private readonly node: u32,
    /** Where it stands, such as `config.hwaddrs[2]`. */
    readonly path: string,
  ) {}

  /** What it is. */
  get kind(): ConfigKind {
    return <ConfigKind>host.configKind(this.node);
  }

  /** False where the configuration does not give it. */
  get exists(): bool {
    return this.kind != ConfigKind.Absent;
  }

  /** Number of items of a list or map; 0 where it is not given. */
  get size(): i32 {
    const kind = this.kind;
    if (kind == ConfigKind.Absent) return 0;
    if (kind != ConfigKind.List && kind != ConfigKind.Map) throw new TypeError(this.mismatch("a list or map"));
    return <i32>host.configSize(this.node);
  }

  /** True where this map has a member of this name. */
  has(name: string): bool {
    return this.get(name).exists;
  }

  /** The member of a map by name. Where it is not given, a value whose `exists` is false; so too where this map is not given. */
  get(name: string): ConfigValue {
    const path = this.memberPath(name);
    if (!this.isGiven(ConfigKind.Map, "a map")) return new ConfigValue(0, path);
    return new ConfigValue(host.configMember(this.node, changetype<usize>(name), <u32>name.length << 1), path);
  }

  /** Names of a map's members, in the order of the host; none where it is not given. */
  keys(): string[] {
    if (!this.isGiven(ConfigKind.Map, "a map")) return [];
    const size = <i32>host.configSize(this.node);
    const names = new Array<string>(size);
    for (let index = 0; index < size; ++index) names[index] = readConfigName(this.node, <u32>index);
    return names;
  }

  /** Items of a list; none where it is not given. */
  list(): ConfigValue[] {
    if (!this.isGiven(ConfigKind.List, "a list")) return [];
    const size = <i32>host.configSize(this.node);
    const items = new Array<ConfigValue>(size);
    for (let index = 0; index < size; ++index) {
      items[index] = new ConfigValue(host.configItem(this.node, <u32>index), `${this.path}[${index}]`);
    }
    return items;
  }

  /** A string; anything else aborts. */
  string(): string {
    if (this.kind != ConfigKind.String) throw new TypeError(this.mismatch("a string"));
    return readConfigString(this.node);
  }

  /** A string, or the fallback where it is not given. */
  stringOr(fallback: string): string {
    return this.exists ? this.string() : fallback;
  }

  /** An integer of 64 bits; anything else aborts. */
  integer(): i64 {
    if (this.kind != ConfigKind.Integer) throw new TypeError(this.mismatch("an integer"));
    return host.configInteger(this.node);
  }

  /** An integer, or the fallback where it is not given. */
  integerOr(fallback: i64): i64 {
    return this.exists ? this.integer() : fallback;
  }

  /** A number, with or without a fraction; anything else aborts. */
  number(): f64 {
    const kind = this.kind;
    if (kind != ConfigKind.Number && kind != ConfigKind.Integer) throw new TypeError(this.mismatch("a number"));
    return host.configNumber(this.node);
  }

  /** A number, or the fallback where it is not given. */
  numberOr(fallback: f64): f64 {
    return this.exists ? this.number() : fallback;
  }

  /** True or false; anything else aborts. */
  boolean(): bool {
    if (this.kind != ConfigKind.Boolean) throw new TypeError(this.mismatch("a boolean"));
    return host.configInteger(this.node) != 0;
  }

  /** True or false, or the fallback where it is not given. */
  booleanOr(fallback: bool): bool {
    return this.exists ? this.boolean() : fallback;
  }

  /** A list of strings; empty where it is not given. */
  strings(): string[] {
    const items = this.list();
    const values = new Array<string>(items.length);
    for (let index = 0; index < items.length; ++index) values[index] = items[index].string();
    return values;
  }

  /** A list of integers; empty where it is not given. */
  integers(): i64[] {
    const items = this.list();
    const values = new Array<i64>(items.length);
    for (let index = 0; index < items.length; ++index) values[index] = items[index].integer();
    return values;
  }

  /** The `key` of a hardware address such as "de:ad:be:ef:00:01". */
  hwAddr(): u64 {
    return hwAddrKeyOf(this.string(), this.path + ": ");
  }

  /** The number of an OUI such as "00:16:3e". */
  oui(): u32 {
    return ouiOf(this.string(), this.path + ": ");
  }

  /** The bytes of a string in hexadecimal digits, such as a DUID "00:03:00:01:de:ad:be:ef:00:01". */
  hex(): Uint8Array {
    return hexBytes(this.string(), this.path + ": ");
  }

  /** The number (`IPv4.value`) of an address such as "192.0.2.1". */
  ipv4(): u32 {
    return ipv4Of(this.string(), this.path + ": ");
  }

  /** The sixteen bytes of an address such as "2001:db8::1". */
  ipv6(): Uint8Array {
    return ipv6Of(this.string(), this.path + ": ");
  }

  /** A prefix such as "192.0.2.0/24" or "2001:db8::/32". */
  prefix(): Prefix {
    return prefixOf(this.string(), this.path + ": ");
  }

  /** Aborts where this map has a member whose name is not among these: the sentence gives the nearest name that is. */
  allowOnly(names: string[]): void {
    checkKnownNames(this.path, this.keys(), names);
  }

  /** True where it is given and of this kind, false where it is not given; another kind aborts. */
  private isGiven(kind: ConfigKind, expected: string): bool {
    const found = this.kind;
    if (found == ConfigKind.Absent) return false;
    if (found != kind) throw new TypeError(this.mismatch(expected));
    return true;
  }

  // A throw tells its text only where it makes the error itself, so this gives the text alone.
  private mismatch(expected: string): string {
    return `${this.path}: expected ${expected}, found ${kindName(this.kind)}`;
  }

  /** config.name, or config["another name"] where it is no plain word. */
  private memberPath(name: string): string {
    for (let index = 0; index < name.length; ++index) {
      const unit = name.charCodeAt(index);
      const lower = unit | 0x20;
      const plain = (lower >= 0x61 && lower <= 0x7a) || unit == 0x5f || (index > 0 && ((unit >= 0x30 && unit <= 0x39) || unit == 0x2d));
      if (!plain) return `${this.path}["${name}"]`;
    }
    return name.length > 0 ? this.path + "." + name : this.path + '[""]';
  }
}

/**
 * The policy's `"config"` in Kea's configuration: a map, or absent where the operator gives none.
 * @since 0.1.0
 */
// @ts-ignore: decorator
@lazy
export const config: ConfigValue = new ConfigValue(1, "config");
