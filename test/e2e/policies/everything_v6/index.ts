// SPDX-License-Identifier: MPL-2.0
// Logs everything that a policy can see of a DHCPv6 packet and of each relay that it came through, as lines of JSON that begin with the
// transaction id. Long values are told by length and hash: a line of the log has its limit.
import { Bytes, ByteView, config, HwAddr, Pkt6, Pkt6Receive, RelayHop, Verdict } from "kea-policy/assembly";

const codes: i64[] = config.get("options").integers();
const subCodes: i64[] = config.get("subOptions").integers(); // pairs: the option, the option inside it
const relayCodes: i64[] = config.get("relayOptions").integers();

function shown(bytes: ByteView): string {
  if (bytes.length <= 20) return `"${bytes.toHex()}"`;
  return `"${bytes.length}:${bytes.hash.toString(16)}"`;
}

function shownOrNull(bytes: Bytes | null): string {
  return bytes === null ? "null" : shown(bytes);
}

function hwAddr(address: HwAddr | null): string {
  if (address === null) return "null";
  return `{"bytes":${shown(address)},"htype":${address.htype},"source":${address.source}}`;
}

function fields(packet: Pkt6): string {
  const duid = packet.duid;
  return (
    `{"type":${packet.type},"relayed":${packet.relayed},"localPort":${packet.localPort},"remotePort":${packet.remotePort},` +
    `"relayCount":${packet.relayCount},"transid":${packet.transid},"ifindex":${packet.ifindex},"iface":"${packet.iface}",` +
    `"duid":${duid === null ? "null" : shown(duid)},"hwaddr":${hwAddr(packet.hwaddr)},"localAddr":"${packet.localAddr}",` +
    `"remoteAddr":"${packet.remoteAddr}","classes":"${packet.classes}","remoteHwaddr":${hwAddr(packet.remoteHwaddr)},"wire":${shownOrNull(packet.wire)}}`
  );
}

function reads(packet: Pkt6): string {
  const options: string[] = [];
  for (let i = 0; i < codes.length; i++) options.push(`"${codes[i]}":${shownOrNull(packet.option(<u32>codes[i]))}`);
  const each: string[] = [];
  for (let i = 0; i < codes.length; i++) {
    const values: string[] = [];
    if (packet.optionAt(<u32>codes[i], 0) != packet.option(<u32>codes[i])) values.push('"another first"');
    for (let value = packet.optionAt(<u32>codes[i], 1); value !== null; value = packet.optionAt(<u32>codes[i], 1 + <u32>values.length)) values.push(shown(value));
    if (values.length > 0) each.push(`"${codes[i]}":[${values.join(",")}]`);
  }
  const subOptions: string[] = [];
  for (let i = 0; i < subCodes.length; i += 2) {
    subOptions.push(`"${subCodes[i]}.${subCodes[i + 1]}":${shownOrNull(packet.subOption(<u32>subCodes[i], <u32>subCodes[i + 1]))}`);
  }
  const text = packet.text().substring(0, 240).replaceAll("\n", " ").replaceAll('"', "'");
  const beyond = packet.relay(packet.relayCount);
  return (
    `{"option":{${options.join(",")}},"optionAt":{${each.join(",")}},"subOption":{${subOptions.join(",")}},"label":"${packet.label()}","typeName":"${packet.typeName()}","text":"${text}",` +
    `"relay":${beyond === null ? "null" : "1"}}`
  );
}

function relay(hop: RelayHop): string {
  const options: string[] = [];
  for (let i = 0; i < relayCodes.length; i++) options.push(`"${relayCodes[i]}":${shownOrNull(hop.option(<u32>relayCodes[i]))}`);
  return (
    `{"type":${hop.type},"hopCount":${hop.hopCount},"linkAddr":"${hop.linkAddr}","peerAddr":"${hop.peerAddr}",` +
    `"option":{${options.join(",")}}}`
  );
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const packet = ctx.query6;
  const transid = packet.transid.toString(16);
  console.log(`${transid} fields ${fields(packet)}`);
  console.log(`${transid} reads ${reads(packet)}`);
  for (let index: u32 = 0; index < packet.relayCount; index++) {
    const hop = packet.relay(index);
    if (hop !== null) console.log(`${transid} relay${index} ${relay(hop)}`);
  }
  return Verdict.Continue;
}
