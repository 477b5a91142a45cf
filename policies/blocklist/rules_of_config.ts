// SPDX-License-Identifier: MPL-2.0
// The rules that stand in the configuration itself, each value checked.
import { BytesSet, ConfigValue, toUtf8 } from "kea-policy/assembly";
import { Identifier } from "./identifier";
import { Members } from "./members";
import { Rule } from "./rule";

/** Keys under which rules stand, those of the denied and of the allowed alike. */
export function ruleNames(): string[] {
  return ["hwaddrs", "ouis", "duids", "client-ids", "circuit-ids", "remote-ids", "vendor-classes"];
}

/** Puts the rules of one map before a chain. A kind of rule that is not given, or empty, makes none: then packets are not searched for it. */
export function rulesOf(map: ConfigValue, next: Rule | null): Rule | null {
  // Back to front: what is asked fastest comes first.
  let first = next;
  first = before(first, Identifier.VendorClass, map.get("vendor-classes"), vendorClasses);
  first = before(first, Identifier.RemoteId, map.get("remote-ids"), quotedOrHex);
  first = before(first, Identifier.CircuitId, map.get("circuit-ids"), quotedOrHex);
  first = before(first, Identifier.ClientId, map.get("client-ids"), quotedOrHex);
  first = before(first, Identifier.Duid, map.get("duids"), duids);
  first = before(first, Identifier.HwAddr, map.get("ouis"), ouis);
  first = before(first, Identifier.HwAddr, map.get("hwaddrs"), hwAddrs);
  return first;
}

function before(next: Rule | null, identifier: Identifier, list: ConfigValue, read: (list: ConfigValue) => Members): Rule | null {
  const members = read(list);
  return list.size == 0 ? next : new Rule(identifier, members, list.path, next);
}

function hwAddrs(list: ConfigValue): Members {
  const ethernet: u64[] = [];
  const others = new BytesSet();
  const items = list.list();
  for (let index = 0; index < items.length; ++index) {
    const key = items[index].hwAddr();
    // The highest byte of the key is the length. From eight bytes on the key is a hash; then the bytes themselves are kept.
    if (key >> 56 == 6) ethernet.push(key);
    else others.add(items[index].hex());
  }
  return Members.ofHwAddrs(ethernet, others);
}

function ouis(list: ConfigValue): Members {
  const keys: u64[] = [];
  const items = list.list();
  for (let index = 0; index < items.length; ++index) keys.push(<u64>items[index].oui());
  return Members.ofOuis(keys);
}

function duids(list: ConfigValue): Members {
  const values = new BytesSet();
  const items = list.list();
  for (let index = 0; index < items.length; ++index) {
    const bytes = items[index].hex();
    if (bytes.length == 0 || bytes.length > 130) {
      throw new Error(`${items[index].path}: a DUID has 1 to 130 bytes, this one ${bytes.length}; write it as Kea's log does, such as "00:03:00:01:de:ad:be:ef:00:01".`);
    }
    values.add(bytes);
  }
  return Members.ofBytes(values);
}

/** Text in single quotes or bytes in hexadecimal digits, as Kea itself has them in reservations. */
function quotedOrHex(list: ConfigValue): Members {
  const values = new BytesSet();
  const items = list.list();
  for (let index = 0; index < items.length; ++index) {
    const text = items[index].string();
    const isQuoted = text.length > 2 && text.startsWith("'") && text.endsWith("'");
    if (!isQuoted && !isHexText(text)) {
      throw new Error(`${items[index].path}: "${text}" is neither text nor bytes; write text in single quotes, such as "'eth0/1/7'", and bytes as "01:de:ad:be".`);
    }
    values.add(isQuoted ? toUtf8(text.slice(1, -1)) : items[index].hex());
  }
  return Members.ofBytes(values);
}

function isHexText(text: string): bool {
  for (let index = 0; index < text.length; ++index) {
    if (!"0123456789abcdefABCDEF:-".includes(text.charAt(index))) return false;
  }
  return text.length > 0;
}

/** Texts; one that ends in a star stands for all that begin with it. */
function vendorClasses(list: ConfigValue): Members {
  const whole = new BytesSet();
  const beginnings: string[] = [];
  const items = list.list();
  for (let index = 0; index < items.length; ++index) {
    const text = items[index].string();
    if (text.length == 0 || text == "*") {
      throw new Error(`${items[index].path}: "${text}" would fit every vendor class or none; write a text such as "MSFT 5.0", or a beginning such as "PXEClient*".`);
    }
    if (text.endsWith("*")) beginnings.push(text.slice(0, -1));
    else whole.add(toUtf8(text));
  }
  return Members.ofTexts(whole, StaticArray.fromArray(beginnings));
}
