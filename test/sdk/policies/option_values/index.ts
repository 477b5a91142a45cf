// SPDX-License-Identifier: MPL-2.0
// Reads the bytes of option 224 as what the text of option 226 says, and answers with a text in option 225: the tests in Node and those with
// Kea's own functions run it.
import {
  Bytes, DataList, DomainName, Encode, HwAddr, IPv4, IPv6, NumberList, Option, Pkt4Receive, Pkt6Receive, Prefix, Routes, SubOptions, toUtf8, Verdict,
} from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const query = ctx.query4;
  query.setOption(225, toUtf8(read(query.option(226)!.toString(), query.option(224), query.option(227), query.hwaddr)));
  return Verdict.Continue;
}

/** Says the client's DUID, and the enterprise number of each of its vendor classes. */
export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const query = ctx.query6;
  let text = query.duid!.toString();
  for (let index: u32 = 0; ; ++index) {
    const value = query.optionAt(16, index);
    if (value == null) break;
    const vendor = Option.vendorClass6(value);
    text += vendor == null ? " null" : ` ${vendor.enterprise} ${vendor.data.toString()}`;
  }
  query.setOption(225, toUtf8(text));
  return Verdict.Continue;
}

function read(what: string, value: Bytes | null, other: Bytes | null, hwaddr: HwAddr): string {
  if (what == "hwaddr") return hwaddr.toString();
  if (what == "hex") return value!.toHexString();
  if (what == "colons") return value!.toHex(":");
  if (what == "u8") return Option.u8(value).toString();
  if (what == "u16") return Option.u16(value).toString();
  if (what == "u32") return Option.u32(value).toString();
  if (what == "u8s") return numbers<u8>(Option.u8s(value), 7);
  if (what == "u16s") return numbers<u16>(Option.u16s(value), 7);
  if (what == "u32s") return numbers<u32>(Option.u32s(value), 7);
  if (what == "text") return quoted(Option.text(value));
  if (what == "ipv4") return ipv4(Option.ipv4(value));
  if (what == "ipv4s") return ipv4s(value, other);
  if (what == "ipv6") return ipv6(Option.ipv6(value));
  if (what == "ipv6s") return ipv6s(value, other);
  if (what == "domainName") return name(Option.domainName(value));
  if (what == "label") return Option.domainName(value)!.label(<i32>other![0]).toString();
  if (what == "names") return names(value, other);
  if (what == "domainNames") {
    const list = Option.domainNames(value);
    return list == null ? "null" : `${list.length} ${list.toString()}`;
  }
  if (what == "domainNames.has") return Option.domainNames(value)!.has(other!.toString()) ? "has" : "has not";
  if (what == "relay") return relay(value);
  if (what == "subOptions4") return subOptions(Option.subOptions4(value));
  if (what == "subOptions6") return subOptions(Option.subOptions6(value));
  if (what == "userClass4") return data(Option.userClass4(value), other);
  if (what == "userClass6") return data(Option.userClass6(value), other);
  if (what == "vendorClasses4") return vendorClasses4(value);
  if (what == "vendorOptions4") return vendorOptions4(value);
  if (what == "vendorClass6") {
    const vendor = Option.vendorClass6(value);
    return vendor == null ? "null" : `${vendor.enterprise} ${data(vendor.data, other)}`;
  }
  if (what == "vendorOptions6") {
    const vendor = Option.vendorOptions6(value);
    return vendor == null ? "null" : `${vendor.enterprise} ${subOptions(vendor.options)}`;
  }
  if (what == "fqdn4" || what == "fqdn6") {
    const fqdn = what == "fqdn4" ? Option.fqdn4(value) : Option.fqdn6(value);
    return fqdn == null ? "null" : `${fqdn.flags} ${fqdn.serverUpdates} ${fqdn.overridden} ${fqdn.noUpdate} ${name(fqdn.name)}`;
  }
  if (what == "ia") return identityAssociation(value);
  if (what == "routes") {
    const routes = Option.routes(value);
    return routes == null ? "null" : `${routes.length} ${routes.toString()} = ${new Routes().addAll(routes).encode().toString()}`;
  }
  if (what == "routes.add") {
    const words = value!.toString().split(" ");
    const routes = new Routes().addAll(Option.routes(other));
    for (let index = 0; index < words.length; index += 2) routes.add(words[index], words[index + 1]);
    return routes.encode().toString();
  }
  if (what == "prefix") return prefix(value, other);
  if (what == "prefix.contains") return contains(value, other);
  if (what == "encode.name") return Encode.domainName(value!.toString()).toString();
  if (what == "encode") return encoded();
  if (what == "reversed") return reversed(value);
  if (what == "many") return many(value);
  if (what == "==") return compared(value, other);
  throw new Error("There is nothing to read as " + what);
}

function quoted(value: Bytes | null): string {
  return value == null ? "null" : `"${value.toString()}"`;
}

function numbers<T>(list: NumberList<T> | null, sought: T): string {
  if (list == null) return "null";
  let text = `${list.length}`;
  for (let index = 0; index < list.length; ++index) text += ` ${list[index]}`;
  return `${text} ${list.has(sought)}`;
}

function ipv4(address: IPv4 | null): string {
  return address == null ? "null" : address.toString();
}

function ipv6(address: IPv6 | null): string {
  return address == null ? "null" : address.toString();
}

function ipv4s(value: Bytes | null, other: Bytes | null): string {
  const list = Option.ipv4s(value);
  if (list == null) return "null";
  let text = `${list.length}`;
  for (let index = 0; index < list.length; ++index) text += " " + list[index].toString();
  return other == null ? text : `${text} ${list.has(Option.ipv4(other)!)}`;
}

function ipv6s(value: Bytes | null, other: Bytes | null): string {
  const list = Option.ipv6s(value);
  if (list == null) return "null";
  let text = `${list.length}`;
  for (let index = 0; index < list.length; ++index) text += " " + list[index].toString();
  return other == null ? text : `${text} ${list.has(Option.ipv6(other)!)}`;
}

function name(found: DomainName | null): string {
  return found == null ? "null" : `${found.toString()} ${found.labelCount}${found.isPartial ? " partial" : ""}`;
}

/** Two names of bytes, or a name and a text. */
function names(value: Bytes | null, other: Bytes | null): string {
  const one = Option.domainName(value)!;
  const second = Option.domainName(other);
  if (second != null) return `${one == second} ${one != second} ${one.hash == second.hash}`;
  const text = other!.toString();
  return `${one.is(text)} ${one.isWithin(text)}`;
}

function subOptions(found: SubOptions | null): string {
  if (found == null) return "null";
  let text = `${found.length}`;
  for (let index = 0; index < found.length; ++index) {
    const code = found.code(index);
    text += ` ${code}=${found.value(index).toHex()}${found.has(code) ? "" : "?"}`;
  }
  return text + (found.has(9) ? ` first9=${found.find(9)!.toHex()}` : found.find(9) == null ? "" : "?");
}

function relay(value: Bytes | null): string {
  const found = Option.relayAgentInfo(value);
  if (found == null) return "null";
  return `circuit ${quoted(found.circuitId)} remote ${quoted(found.remoteId)} link ${ipv4(found.linkSelection)} subscriber ` +
    `${quoted(found.subscriberId)} server ${ipv4(found.serverIdOverride)} relay ${quoted(found.relayId)}`;
}

function data(list: DataList | null, sought: Bytes | null): string {
  if (list == null) return "null";
  return `${list.length} ${list.toString()}${sought == null ? "" : list.has(sought.toString()) ? " has" : " has not"}`;
}

function vendorClasses4(value: Bytes | null): string {
  const found = Option.vendorClasses4(value);
  if (found == null) return "null";
  let text = `${found.length}`;
  for (let index = 0; index < found.length; ++index) text += ` ${found.enterprise(index)}: ${quoted(found.data(index))}`;
  return `${text}, ${found.has(4491)} ${quoted(found.find(4491))} ${data(Option.items4(found.find(4491)), null)}`;
}

function vendorOptions4(value: Bytes | null): string {
  const found = Option.vendorOptions4(value);
  if (found == null) return "null";
  let text = `${found.length}`;
  for (let index = 0; index < found.length; ++index) text += ` ${found.enterprise(index)}: ${subOptions(found.options(index))};`;
  return `${text} ${found.has(4491)} ${subOptions(found.find(4491))}`;
}

function identityAssociation(value: Bytes | null): string {
  const found = Option.identityAssociation(value);
  if (found == null) return "null";
  let text = `${found.iaid} ${found.t1} ${found.t2} ${found.options.length}`;
  const addresses = found.addresses;
  for (let index = 0; index < addresses.length; ++index) {
    const address = addresses[index];
    text += ` ${address.address.toString()} ${address.preferred} ${address.valid} ${subOptions(address.options)}`;
  }
  const prefixes = found.prefixes;
  const wide = Prefix.parse("2001:db8::/32");
  for (let index = 0; index < prefixes.length; ++index) {
    const prefix = prefixes[index];
    text += ` ${prefix.toString()} ${prefix.copy().toString()} ${prefix.preferred} ${prefix.valid} ${subOptions(prefix.options)} ${prefix.isWithin(wide)}`;
  }
  return text;
}

/** Two prefixes as texts: what the first is, whether they overlap, contain each other, are the same. */
function prefix(value: Bytes | null, other: Bytes | null): string {
  const one = Prefix.tryParse(value!.toString());
  if (one == null) return "null";
  if (other == null) return `${one.toString()} ${one.length} ${one.isIPv6}`;
  const second = Prefix.parse(other.toString());
  return `${one.overlaps(second)} ${one.contains(second)} ${second.contains(one)} ${one == second} ${one != second}`;
}

/** A prefix as text, and an address in its bytes. */
function contains(value: Bytes | null, address: Bytes | null): string {
  const found = Prefix.parse(value!.toString());
  const short = Option.ipv4(address);
  if (short != null) return `${found.contains(short)} ${Prefix.ofIPv4(short, found.isIPv6 ? 32 : found.length).toString()}`;
  const long = Option.ipv6(address)!;
  return `${found.contains(long)} ${Prefix.ofIPv6(long, found.length).toString()}`;
}

function encoded(): string {
  return [
    Encode.u8(1), Encode.u16(0x102), Encode.u32(0x1020304), Encode.u8s([1, 2]), Encode.u16s([1, 2]), Encode.u32s([1, 2]), Encode.text("aä"),
    Encode.ipv4(0xc0000201), Encode.ipv4s([0xc0000201, 1]), Encode.ipv6s([new Uint8Array(16), new Uint8Array(16).fill(255)]),
    Encode.domainNames(["a.b", "c."]), Encode.domainNames([]),
  ].map<string>((bytes: Uint8Array) => bytes.toString()).join(" ");
}

/** Entries of a user class, the last one first. */
function reversed(value: Bytes | null): string {
  const list = Option.userClass4(value)!;
  let text = "";
  for (let index = list.length - 1; index >= 0; --index) text += list[index].toString();
  return text + list[0].toString() + list[list.length - 1].toString();
}

/** Takes each entry of a user class once, as a policy would that looks for something. */
function many(value: Bytes | null): string {
  const list = Option.userClass6(value)!;
  let bytes = 0;
  for (let index = 0; index < list.length; ++index) bytes += list[index].length;
  return `${list.length} ${bytes}`;
}

function compared(value: Bytes | null, other: Bytes | null): string {
  let text = `${value == other} ${value != other} ${value === other} ${other == value}`;
  if (value != null && other != null) text += ` ${value == other} ${Option.text(value) == Option.text(other)}`;
  const one = Option.ipv4(value);
  const second = Option.ipv4(other);
  text += ` ${one == second} ${one != second}`;
  const long = Option.ipv6(value);
  const longer = Option.ipv6(other);
  text += ` ${long == longer} ${long != longer}`;
  return text;
}
