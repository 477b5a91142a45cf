// SPDX-License-Identifier: MPL-2.0
// Logs everything that a policy can see of a DHCPv4 packet, as two lines of JSON that begin with the transaction id. Long values are told by
// length and hash: a line of the log has its limit.
import { Bytes, ByteView, config, HwAddr, Pkt4, Pkt4Receive, Verdict } from "kea-policy/assembly";

const codes: i64[] = config.get("options").integers();
const subCodes: i64[] = config.get("subOptions").integers(); // pairs: the option, the option inside it

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

function fields(packet: Pkt4): string {
  return (
    `{"type":${packet.type},"op":${packet.op},"htype":${packet.htype},"hlen":${packet.hlen},"hops":${packet.hops},` +
    `"relayed":${packet.relayed},"secs":${packet.secs},"flags":${packet.flags},"localPort":${packet.localPort},` +
    `"remotePort":${packet.remotePort},"transid":${packet.transid},"ciaddr":"${packet.ciaddr}","yiaddr":"${packet.yiaddr}",` +
    `"siaddr":"${packet.siaddr}","giaddr":"${packet.giaddr}","localAddr":"${packet.localAddr}","remoteAddr":"${packet.remoteAddr}",` +
    `"ifindex":${packet.ifindex},"iface":"${packet.iface}","hwaddr":${hwAddr(packet.hwaddr)},"clientId":${shownOrNull(packet.clientId)},` +
    `"remoteHwaddr":${hwAddr(packet.remoteHwaddr)},"localHwaddr":${hwAddr(packet.localHwaddr)},"sname":${shown(packet.sname)},"file":${shown(packet.file)},` +
    `"classes":"${packet.classes}","wire":${shownOrNull(packet.wire)},"dhcp4o6":${packet.dhcp4o6}}`
  );
}

/** A label has the whole client id in hexadecimal digits on later Keas, twice what a line of the log takes. */
function bothEnds(text: string): string {
  return text.length <= 240 ? text : text.substring(0, 120) + ".." + text.substring(text.length - 120);
}

function reads(packet: Pkt4): string {
  const options: string[] = [];
  for (let i = 0; i < codes.length; i++) options.push(`"${codes[i]}":${shownOrNull(packet.option(<u32>codes[i]))}`);
  const subOptions: string[] = [];
  for (let i = 0; i < subCodes.length; i += 2) {
    subOptions.push(`"${subCodes[i]}.${subCodes[i + 1]}":${shownOrNull(packet.subOption(<u32>subCodes[i], <u32>subCodes[i + 1]))}`);
  }
  const text = packet.text().substring(0, 240).replaceAll("\n", " ").replaceAll('"', "'");
  return `{"option":{${options.join(",")}},"subOption":{${subOptions.join(",")}},"label":"${bothEnds(packet.label())}","typeName":"${packet.typeName()}","text":"${text}"}`;
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const packet = ctx.query4;
  const transid = packet.transid.toString(16);
  console.log(`${transid} fields ${fields(packet)}`);
  console.log(`${transid} reads ${reads(packet)}`);
  return Verdict.Continue;
}
