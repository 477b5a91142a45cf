// SPDX-License-Identifier: MPL-2.0
// Says everything that it is shown, one line a field.
import { BytesList, ByteView, Pkt4Receive, Pkt6Receive, Verdict } from "kea-policy/assembly";

const room = memory.data(8);

function hex(bytes: ByteView | null): string {
  return bytes == null ? "null" : bytes.toHex(":");
}

function names(list: BytesList | null): string {
  return list == null ? "null" : list.toString();
}

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const q = ctx.query4;
  console.log(`type ${q.type} op ${q.op} htype ${q.htype} hlen ${q.hlen} hops ${q.hops} relayed ${q.relayed} secs ${q.secs} flags ${q.flags}`);
  console.log(`localPort ${q.localPort} remotePort ${q.remotePort} transid ${q.transid} ifindex ${q.ifindex} iface ${q.iface.toString()}`);
  console.log(`ciaddr ${q.ciaddr.toString()} yiaddr ${q.yiaddr.toString()} siaddr ${q.siaddr.toString()} giaddr ${q.giaddr.toString()}`);
  console.log(`localAddr ${q.localAddr.toString()} remoteAddr ${q.remoteAddr.toString()}`);
  console.log(`hwaddr ${q.hwaddr.toString()} ${q.hwaddr.htype} ${q.hwaddr.source} ${q.hwaddr.key} ${q.hwaddr.oui}`);
  console.log(`clientId ${hex(q.clientId)} dhcp4o6 ${q.dhcp4o6} remoteHwaddr ${hex(q.remoteHwaddr)}`);
  console.log(`sname ${q.sname.length} file ${q.file.length} classes ${names(q.classes)} ${q.classes.has("KNOWN")}`);
  console.log(`option ${hex(q.option(12))} ${hex(q.option(250))} ${hex(q.subOption(82, 1))} ${hex(q.subOption(82, 2))}`);
  console.log(q.label());
  console.log(q.text());
  console.log(`label again: ${q.labelInto(room, 8)} ${String.UTF8.decodeUnsafe(room, 8)}`);
  return Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const q = ctx.query6;
  console.log(`type ${q.type} relayed ${q.relayed} relayCount ${q.relayCount} transid ${q.transid} ifindex ${q.ifindex} iface ${q.iface.toString()}`);
  console.log(`localPort ${q.localPort} remotePort ${q.remotePort} localAddr ${q.localAddr.toString()} remoteAddr ${q.remoteAddr.toString()}`);
  const duid = q.duid;
  console.log(duid == null ? "duid null" : `duid ${duid.toString()} ${duid.type}`);
  console.log(`hwaddr ${hex(q.hwaddr)} classes ${names(q.classes)} option ${hex(q.option(16))} ${hex(q.subOption(3, 5))}`);
  for (let index: u32 = 0; index <= q.relayCount; ++index) {
    const hop = q.relay(index);
    if (hop == null) {
      console.log(`relay ${index} null`);
      continue;
    }
    console.log(`relay ${index} ${hop.type} ${hop.hopCount} ${hop.linkAddr.toString()} ${hop.peerAddr.toString()} ${hex(hop.option(18))}`);
  }
  console.log(q.label());
  console.log(q.text());
  return Verdict.Continue;
}
