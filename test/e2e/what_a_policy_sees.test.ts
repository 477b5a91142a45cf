// SPDX-License-Identifier: MPL-2.0
// Every field of every object that a policy sees, against the bytes that were sent. A field of the schema that nobody compares here, or
// whose value never changes without a reason, fails.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../sdk/abi/schema.ts";
import { compiledPolicy } from "./compiled_policy.ts";
import { decodeDhcp6 } from "./dhcp6_codec.ts";
import * as four from "./seen_dhcp4.ts";
import * as six from "./seen_dhcp6.ts";
import { KeaServer } from "./kea_server.ts";
import { compare, sendAndSee, Variety, type Expectations } from "./seen_packets.ts";

/** Names of an object's fields and reads in the schema. */
function membersOf(name: string): { fields: string[]; reads: string[] } {
  const object = schema.objects.find((one) => one.name === name)!;
  return { fields: object.fields.map((field) => field.name), reads: object.reads.map((read) => read.name) };
}

function expectAllCompared(name: string, fields: Expectations, reads: Expectations): void {
  expect(Object.keys(fields).sort()).toEqual(membersOf(name).fields.sort());
  expect(Object.keys(reads).sort()).toEqual(membersOf(name).reads.sort());
}

it("compares every object of the schema", () => {
  // What Kea makes is not sent: hook_points.test.ts, committed_leases.test.ts and lease_edits.test.ts compare leases, choose_subnet.test.ts subnets, ddns.test.ts the
  // settings of names, raw_packets.test.ts the packets before parsing, commands.test.ts commands.
  const made = [
    "Subnet4", "Subnet6", "Lease4", "Lease6", "Option6IA", "Lease4List", "Lease6List", "RawPacket4", "RawPacket6", "DdnsParams", "Subnet4List", "Subnet6List", "Pool4", "Pool6", "Json",
  ];
  expect(schema.objects.map((object) => object.name).filter((name) => !made.includes(name))).toEqual(["Pkt4", "Pkt6", "RelayHop"]);
  expectAllCompared("Pkt4", four.fields4, four.reads4);
  expectAllCompared("Pkt6", six.fields6, six.reads6);
  expectAllCompared("RelayHop", six.hopFields(0), six.hopReads(0));
});

describe("a policy sees of a DHCPv4 packet what was sent:", () => {
  let server: KeaServer;
  const variety = new Variety();
  beforeAll(async () => {
    const config = { options: four.optionCodes, subOptions: four.subOptionCodes.flat() };
    const policies = [{ name: "everything", wasm: await compiledPolicy("everything_v4"), config }];
    const classes = [{ name: "far-away", test: "pkt4.giaddr == 127.5.6.7" }];
    server = await KeaServer.start({ family: 4, multiThreading: false, policies, extraConfig: { "client-classes": classes } });
  });
  afterAll(() => server.stop());

  it.each(four.cases4)("$what", async (one) => {
    const bytes = four.bytesOf4(one);
    const { sent, seen } = await sendAndSee(server, bytes, bytes.readUInt32BE(4), ["fields", "reads"], one.address);
    const fields = compare(seen["fields"]!, four.fields4, sent);
    expect(fields.seen).toEqual(fields.expected);
    const reads = compare(seen["reads"]!, four.reads4, sent);
    expect(reads.seen).toEqual(reads.expected);
    variety.note("Pkt4", { ...seen["fields"], ...seen["reads"] });
  });

  it("and every field had several values, except for those that loopback fixes", () => {
    expect(variety.constant()).toEqual([
      "Pkt4.dhcp4o6", "Pkt4.iface", "Pkt4.ifindex", "Pkt4.localAddr", "Pkt4.localHwaddr", "Pkt4.localPort", "Pkt4.remoteHwaddr",
    ]);
  });
});

describe("a policy sees of a DHCPv6 packet what was sent:", () => {
  let server: KeaServer;
  const variety = new Variety();
  beforeAll(async () => {
    const config = { options: six.optionCodes, subOptions: six.subOptionCodes.flat(), relayOptions: six.relayOptionCodes };
    const policies = [{ name: "everything", wasm: await compiledPolicy("everything_v6"), config }];
    const classes = [{ name: "far-away", test: "relay6[0].linkaddr == 2001:db8:f::1" }];
    server = await KeaServer.start({ family: 6, multiThreading: true, policies, extraConfig: { "client-classes": classes } });
  });
  afterAll(() => server.stop());

  it.each(six.cases6)("$what", async (one) => {
    const bytes = six.bytesOf6(one);
    const { relays, message } = decodeDhcp6(bytes);
    const hops = relays.map((_, index) => `relay${index}`);
    const { sent, seen } = await sendAndSee(server, bytes, message.transactionId, ["fields", "reads", ...hops]);
    const fields = compare(seen["fields"]!, six.fields6, sent);
    expect(fields.seen).toEqual(fields.expected);
    const reads = compare(seen["reads"]!, six.reads6, sent);
    expect(reads.seen).toEqual(reads.expected);
    variety.note("Pkt6", { ...seen["fields"], ...seen["reads"] });
    hops.forEach((name, index) => {
      const hop = compare(seen[name]!, { ...six.hopFields(index), ...six.hopReads(index) }, sent);
      expect(hop.seen).toEqual(hop.expected);
      variety.note("RelayHop", seen[name]!);
    });
  });

  it("and every field had several values, except for those that loopback fixes", () => {
    // A relay's type is always 12; Pkt6.relay is asked for the hop behind the last one here, which never exists.
    const fixed = ["Pkt6.iface", "Pkt6.ifindex", "Pkt6.localAddr", "Pkt6.localPort", "Pkt6.relay", "Pkt6.remoteAddr", "Pkt6.remoteHwaddr", "RelayHop.type"];
    expect(variety.constant()).toEqual(fixed);
  });
});
