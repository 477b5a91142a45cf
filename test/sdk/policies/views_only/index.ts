// SPDX-License-Identifier: MPL-2.0
// Decides by views alone: nothing of it may need memory of the heap while a packet is decided on.
import { Option, Pkt4Receive, Pkt6Receive, Verdict } from "kea-policy/assembly";

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const query = ctx.query4;
  const relay = Option.relayAgentInfo(query.option(82));
  if (relay != null) {
    const circuit = relay.circuitId;
    const remote = relay.remoteId;
    if (circuit != null && (circuit.is("eth0") || circuit == remote)) return Verdict.Drop;
    const link = relay.linkSelection;
    if (link != null && link == query.giaddr) return Verdict.Drop;
  }
  const fqdn = Option.fqdn4(query.option(81));
  if (fqdn != null && (fqdn.name.isWithin("example.org") || fqdn.name.hash == 1)) return Verdict.Drop;
  const userClass = Option.userClass4(query.option(77));
  if (userClass != null && userClass.length > 0 && (userClass.has("iPXE") || userClass[0].startsWith("x"))) return Verdict.Drop;
  const vendors = Option.vendorOptions4(query.option(125));
  if (vendors != null) {
    const cable = vendors.find(4491);
    if (cable != null && cable.has(1)) return Verdict.Drop;
  }
  const routes = Option.routes(query.option(121));
  if (routes != null) for (let i = 0; i < routes.length; ++i) if (routes[i].network == 0x0a000000) return Verdict.Drop;
  const names = Option.domainNames(query.option(119));
  if (names != null && names.length > 1 && names[0] == names[1]) return Verdict.Drop;
  const codes = Option.u16s(query.option(93));
  return codes != null && codes.has(7) && Option.text(query.option(60)) == query.option(61) ? Verdict.Drop : Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const query = ctx.query6;
  for (let index: u32 = 0; ; ++index) {
    const value = query.optionAt(3, index);
    if (value == null) break;
    const association = Option.identityAssociation(value);
    if (association == null) return Verdict.Skip;
    const addresses = association.addresses;
    for (let i = 0; i < addresses.length; ++i) if (addresses[i].address == query.remoteAddr) return Verdict.Drop;
  }
  const vendor = Option.vendorClass6(query.option(16));
  return vendor != null && vendor.enterprise == 9 && vendor.data.length == 1 && vendor.data[0] == query.duid ? Verdict.Drop : Verdict.Continue;
}
