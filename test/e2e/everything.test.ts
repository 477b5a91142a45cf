// SPDX-License-Identifier: MPL-2.0
// The policy of examples/everything beside real exchanges: nothing is left out, and what it shows of packets is what Wireshark's dissectors say.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generatedFiles, root } from "../../sdk/abi/generate.ts";
import { layOut } from "../../sdk/abi/layout.ts";
import { schema } from "../../sdk/abi/schema.ts";
import { compiledExample } from "./compiled_policy.ts";
import { Dhcp4Client, type Exchange4 } from "./dhcp4_client.ts";
import { Dhcp6Client, type Exchange6 } from "./dhcp6_client.ts";
import { option, textOption } from "./dhcp_bytes.ts";
import { missingMembers, optionsShown, shownWith, type Members, type Shown } from "./everything_lines.ts";
import { type Family } from "./kea_installation.ts";
import { KeaServer } from "./kea_server.ts";
import { dissect, tsharkIsInstalled } from "./tshark.ts";

async function start(family: Family, multiThreading: boolean): Promise<KeaServer> {
  const { policies } = parametersOf(family);
  return KeaServer.start({ family, multiThreading, parameters: { policies: [{ ...policies[0], wasm: await compiledExample("everything") }] } });
}

/** As the example's configuration has them. */
function parametersOf(family: Family): { policies: Members[] } {
  const text = readFileSync(join(root, `examples/everything/kea-dhcp${family}.conf`), "utf8").replace(/^\s*\/\/.*$/gm, "");
  return JSON.parse(text)[`Dhcp${family}`]["hooks-libraries"][0].parameters;
}

/** What was shown of one exchange, once its last callout has spoken. */
async function shownOf(server: KeaServer, transid: number): Promise<Shown> {
  await sleep(300);
  return shownWith(server.log(), transid);
}

/** The packets of a type that were shown, by where: "pkt4_receive query4". */
function packets(shown: Shown, argument: string): [string, Members][] {
  return [...shown].flatMap(([at, objects]) => [...objects].filter(([path, members]) => path === argument && "typeName" in members).map(([, members]) => [at, members] as [string, Members]));
}

it("the example has every field, lookup and hook point of the schema", () => {
  const text = generatedFiles(layOut(schema)).get("examples/everything/index.ts")!;
  expect(readFileSync(join(root, "examples/everything/index.ts"), "utf8")).toBe(text);
  for (const { name, fields, reads } of schema.objects) {
    const body = new RegExp(`function show${name}\\(.*\\{\\n([^]*?)\\n\\}`).exec(text)?.[1] ?? "";
    for (const member of [...fields, ...reads]) expect(body, `${name}.${member.name}`).toMatch(new RegExp(`\\bit\\.${member.name}\\b`));
  }
  for (const { name, arguments: given } of schema.hookPoints) {
    const body = new RegExp(`export function ${name}\\(.*\\{\\n([^]*?)\\n\\}`).exec(text)?.[1] ?? "";
    for (const argument of given) expect(body, `${name} ${argument.name}`).toContain(`ctx.${argument.name}`);
  }
});

describe.skipIf(!tsharkIsInstalled()).each([false, true])("DHCPv4, multi-threading %s:", { timeout: 120_000 }, (multiThreading) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await start(4, multiThreading);
  });
  afterAll(() => server.stop());

  /** Packet fields by tshark, in the words of the schema. */
  function dissected(bytes: Buffer): Members {
    const names = {
      op: "dhcp.type", htype: "dhcp.hw.type", hlen: "dhcp.hw.len", hops: "dhcp.hops", transid: "dhcp.id", secs: "dhcp.secs", flags: "dhcp.flags",
      ciaddr: "dhcp.ip.client", yiaddr: "dhcp.ip.your", siaddr: "dhcp.ip.server", giaddr: "dhcp.ip.relay", hwaddr: "dhcp.hw.mac_addr", type: "dhcp.option.dhcp",
      options: "dhcp.option.type", circuit: "dhcp.option.agent_information_option.agent_circuit_id", remote: "dhcp.option.agent_information_option.agent_remote_id",
    };
    const found = dissect(4, bytes, Object.values(names));
    const members: Members = {};
    for (const [name, field] of Object.entries(names)) {
      const [value] = found[field]!;
      // tshark lists pads and the end as well.
    if (["circuit", "remote"].includes(name)) members[name] = value?.replaceAll(":", "");
      else if (name === "options") members[name] = found[field]!.map(Number).filter((code) => code !== 0 && code !== 255).sort((a, b) => a - b);
      else members[name] = /addr$/.test(name) ? value : Number(value);
    }
    return members;
  }

  /** The same of what the policy showed. */
  function ofPolicy(members: Members): Members {
    const { op, htype, hlen, hops, transid, secs, flags, ciaddr, yiaddr, siaddr, giaddr, type } = members;
    const hwaddr = (members["hwaddr"].bytes as string).match(/../g)!.join(":");
    return {
      op, htype, hlen, hops, transid, secs, flags, ciaddr, yiaddr, siaddr, giaddr, hwaddr, type, options: optionsShown(members),
      circuit: members["subOption(82,1)"], remote: members["subOption(82,2)"],
    };
  }

  it("DISCOVER, OFFER, REQUEST, ACK through a relay", async () => {
    const client = new Dhcp4Client(server, {
      hwaddr: "020000005101", clientId: "01020000005101", secs: 7, hops: 1, flags: 0x8000, attempts: 1, timeoutMs: 10_000,
      relayAgent: [textOption(1, "port-7"), option(2, "0a0b0c")], options: [textOption(12, "printer"), textOption(60, "MSFT 5.0"), option(55, "0103060f")],
    });
    // Both messages have transaction ids of their own here.
    const discover = await client.discover();
    await sleep(2000);
    const request = await client.request(discover.answer!, { xid: discover.sent.xid + 0x1000000 });
    for (const [exchange, points] of [[discover, ["subnet4_select", "lease4_select"]], [request, ["subnet4_select", "lease4_select", "leases4_committed"]]] as [Exchange4, string[]][]) {
      const shown = await shownOf(server, exchange.sent.xid);
      const seen = [...shown.keys()].filter((name) => !/^(buffer|ddns|host|lease4_offer)/.test(name));
      expect(seen).toEqual(["pkt4_receive", ...points, "pkt4_send"]);
      expect(missingMembers(shown)).toEqual([]);
      const sent = dissected(exchange.bytes);
      for (const [at, members] of packets(shown, "query4")) expect(ofPolicy(members), at).toEqual(sent);
      const answer = dissected(exchange.answerBytes!);
      const [, told] = packets(shown, "response4").find(([at]) => at === "pkt4_send")!;
      expect(ofPolicy(told)).toEqual(answer);
      const lease = shown.get("lease4_select")!.get("lease4")!;
      expect(lease["address"]).toBe(answer["yiaddr"]);
      expect(lease["hwaddr"].bytes).toBe("020000005101");
      expect(shown.get("lease4_select")!.get("")!["fakeAllocation"]).toBe(exchange === discover);
    }
    expect(server.log()).not.toMatch(/POLICY_(FAULT|LOG_SUPPRESSED)/);
  });
});

describe.skipIf(!tsharkIsInstalled()).each([false, true])("DHCPv6, multi-threading %s:", { timeout: 120_000 }, (multiThreading) => {
  let server: KeaServer;
  beforeAll(async () => {
    server = await start(6, multiThreading);
  });
  afterAll(() => server.stop());

  interface Dissected { types: number[]; hopCounts: number[]; links: string[]; peers: string[]; transid: number; duid: string; interfaceIds: string[]; options: number[] }
  function dissected(bytes: Buffer): Dissected {
    const found = dissect(6, bytes, [
      "dhcpv6.msgtype", "dhcpv6.hopcount", "dhcpv6.linkaddr", "dhcpv6.peeraddr", "dhcpv6.xid", "dhcpv6.duid.bytes", "dhcpv6.interface_id", "dhcpv6.option.type",
    ]);
    const options = found["dhcpv6.option.type"]!.map(Number);
    // Those of the client's own message; tshark lists those inside of an IA among them.
    const own = options.slice(options.lastIndexOf(9) + 1).filter((code) => ![5, 13, 26].includes(code));
    return {
      types: found["dhcpv6.msgtype"]!.map(Number), hopCounts: found["dhcpv6.hopcount"]!.map(Number), links: found["dhcpv6.linkaddr"]!, peers: found["dhcpv6.peeraddr"]!,
      transid: Number(found["dhcpv6.xid"]![0]), duid: found["dhcpv6.duid.bytes"]![0]!, interfaceIds: found["dhcpv6.interface_id"]!, options: [...new Set(own)].sort((a, b) => a - b),
    };
  }

  it("SOLICIT, ADVERTISE, REQUEST, REPLY through two relays", async () => {
    const client = new Dhcp6Client(server, {
      duid: "00030001020000005102", iaid: 77, attempts: 1, timeoutMs: 10_000,
      relays: [{ linkAddress: "2001:db8:1::1", peerAddress: "fe80::2", interfaceId: "port-7" }, { linkAddress: "2001:db8:2::1", peerAddress: "2001:db8:1::1", interfaceId: "uplink" }],
      options: [option(6, "00170018")],
    });
    const solicit = await client.solicit();
    await sleep(2000);
    const request = await client.request(solicit.answer!);
    for (const [exchange, points] of [[solicit, ["subnet6_select", "lease6_select"]], [request, ["subnet6_select", "lease6_select", "leases6_committed"]]] as [Exchange6, string[]][]) {
      const shown = await shownOf(server, exchange.sent.message.transactionId);
      const seen = [...shown.keys()].filter((name) => !/^(buffer|ddns|host)/.test(name));
      expect(seen).toEqual(["pkt6_receive", ...points, "pkt6_send"]);
      expect(missingMembers(shown)).toEqual([]);
      const sent = dissected(exchange.bytes);
      for (const [at, members] of packets(shown, "query6")) {
        expect([members["type"], members["relayCount"], members["transid"], members["duid"], optionsShown(members)], at)
          .toEqual([sent.types.at(-1), 2, sent.transid, sent.duid, sent.options]);
        const hops = [0, 1].map((index) => shown.get(at)!.get(`query6.relay(${index})`)!);
        expect(hops.map((hop) => hop["linkAddr"]), at).toEqual(sent.links);
        expect(hops.map((hop) => hop["peerAddr"]), at).toEqual(sent.peers);
        expect(hops.map((hop) => hop["hopCount"]), at).toEqual(sent.hopCounts);
        expect(hops.map((hop) => hop["option(18)"]), at).toEqual(sent.interfaceIds);
      }
      const answer = dissected(exchange.answerBytes!);
      const [, told] = packets(shown, "response6").find(([at]) => at === "pkt6_send")!;
      expect([told["type"], told["transid"], told["duid"], optionsShown(told)]).toEqual([answer.types.at(-1), answer.transid, sent.duid, answer.options]);
      expect(shown.get("lease6_select")!.get("lease6")).toMatchObject({ duid: sent.duid, iaid: 77, prefixLength: 128, type: 0 });
    }
    expect(server.log()).not.toMatch(/POLICY_(FAULT|LOG_SUPPRESSED)/);
  });
});

