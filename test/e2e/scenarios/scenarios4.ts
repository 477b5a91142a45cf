// SPDX-License-Identifier: MPL-2.0
// What DHCPv4 clients do.
import { encodeOptions4 } from "../dhcp4_codec.ts";
import { option, textOption } from "../dhcp_bytes.ts";
import { fqdnOption } from "../fqdn_option.ts";
import type { Scenario } from "./scenario.ts";
import { identifierOption, port, reserved, unluckyHwaddr } from "./served.ts";

const received = ["buffer4_receive", "pkt4_receive"];
const chosen = [...received, "subnet4_select", "host4_identifier"];
const sent = ["pkt4_send", "buffer4_send"];
const offered = [...chosen, "ddns4_update", "lease4_select", "lease4_offer", ...sent];
const assigned = [...chosen, "ddns4_update", "lease4_select", "leases4_committed", ...sent];
const renewed = [...chosen, "ddns4_update", "lease4_renew", "leases4_committed", ...sent];
const discover = { what: "DISCOVER", points: offered };
const request = { what: "REQUEST", points: assigned };

/** Option 51: the client wants the address for so long. */
const seconds = (number: number) => option(51, Buffer.from([0, 0, 0, number]));

export const scenarios4: Scenario[] = [
  {
    what: "an address is offered, assigned, renewed, rebound and given back, through a relay",
    family: 4,
    messages: [
      discover, request, { what: "REQUEST to renew", points: renewed }, { what: "REQUEST to rebind", points: renewed },
      { what: "RELEASE", points: [...received, "lease4_release", "leases4_committed"] },
    ],
    async act(stage) {
      const client = stage.client4({
        clientId: "01020000005101", secs: 7, hops: 1, relayAgent: [textOption(1, "port-1"), option(2, "0a0b0c")],
        options: [textOption(60, "printer"), option(55, "0103060f")],
      });
      const offer = (await client.discover({ flags: 0x8000 })).answer!;
      const ack = (await client.request(offer, { flags: 0x8000 })).answer!;
      await client.renew(ack.yiaddr);
      await client.renew(ack.yiaddr, { flags: 0x8000, secs: 3000 });
      await client.release(ack);
    },
  },
  {
    what: "a client that was off asks for the address that it had",
    family: 4,
    messages: [discover, request, { what: "REQUEST after a reboot", points: renewed }],
    async act(stage) {
      const client = stage.client4();
      const { address } = await client.obtainLease();
      await client.request(address!);
    },
  },
  {
    what: "an address that does not fit is refused",
    family: 4,
    messages: [{ what: "REQUEST", points: [...chosen, "leases4_committed", ...sent] }],
    act: async (stage) => void (await stage.client4().request("10.1.2.3")),
  },
  {
    what: "a client has an address already and asks for the rest",
    family: 4,
    messages: [{ what: "INFORM", points: [...chosen, ...sent] }],
    act: async (stage) => void (await stage.client4({ options: [option(55, "0103060f")] }).inform("127.0.0.1")),
  },
  {
    what: "a declined address is set aside, and comes back",
    family: 4,
    messages: [discover, request, { what: "DECLINE", points: [...received, "lease4_decline", "leases4_committed"] }],
    later: ["lease4_expire", "lease4_recover"],
    async act(stage) {
      const client = stage.client4();
      const { request: assigned, address } = await client.obtainLease();
      await client.decline(assigned!.answer!);
      await stage.waitForCall("lease4_recover", address!);
    },
  },
  {
    what: "a lease ends and is reclaimed",
    family: 4,
    messages: [discover, request],
    later: ["lease4_expire"],
    async act(stage) {
      const { address } = await stage.client4({ options: [seconds(1)] }).obtainLease();
      await stage.waitForCall("lease4_expire", address!);
    },
  },
  {
    what: "a client names itself for the DNS (FQDN)",
    family: 4,
    messages: [discover, request, { what: "RELEASE", points: [...received, "lease4_release", "leases4_committed"] }],
    async act(stage) {
      const client = stage.client4({ options: [fqdnOption(4, "pc7")] });
      const { request: assigned } = await client.obtainLease();
      await client.release(assigned!.answer!);
    },
  },
  {
    what: "a client says its host name",
    family: 4,
    messages: [discover, request],
    act: async (stage) => void (await stage.client4({ options: [textOption(12, "printer-7")] }).obtainLease()),
  },
  {
    what: "an address is reserved for a hardware address",
    family: 4,
    messages: [discover, request],
    act: async (stage) => void (await stage.client4({ hwaddr: reserved[4].hwaddr }).obtainLease()),
  },
  {
    what: "an address is reserved for an identifier that a policy makes (flex-id)",
    family: 4,
    messages: [discover, request],
    act: async (stage) => void (await stage.client4({ options: [textOption(identifierOption[4], port)] }).obtainLease()),
  },
  {
    what: "another hook library finds the offered address in use, as a ping check does",
    family: 4,
    since: "2.5.5",
    messages: [{ what: "DISCOVER", points: [...chosen, "ddns4_update", "lease4_select", "lease4_offer", "lease4_server_decline"] }],
    later: ["lease4_expire", "lease4_recover"],
    async act(stage) {
      await stage.client4({ hwaddr: unluckyHwaddr, timeoutMs: 100 }).discover();
      await stage.waitForCall("lease4_recover");
    },
  },
  {
    what: "options of every kind: long, in parts, empty, inside of others",
    family: 4,
    messages: [discover],
    async act(stage) {
      await stage.client4({
        sname: "server", file: "boot/image", relayAgent: [textOption(1, "eth0/1/7"), option(5, "7f000001"), option(151), option(254, "01"), option(255, "02")],
        options: [
          textOption(60, "docsis3.0"), { code: 43, data: encodeOptions4([option(1, "0102"), option(2, "03")]) }, option(77, "04616263"), option(93, "0007"),
          option(97, "00000102030405060708090a0b0c0d0e0f10"), option(124, "000009bf03616263"), option(125, "000009bf0401026162"), option(119, "03777777076578616d706c6500"),
          { code: 225, data: Buffer.alloc(600, 7) }, option(226), option(254, "ff"),
        ],
      }).discover();
    },
  },
  {
    what: "no subnet fits the client",
    family: 4,
    messages: [{ what: "DISCOVER", points: [...received, "subnet4_select"] }],
    act: async (stage) => void (await stage.client4({ giaddr: "10.9.9.9", timeoutMs: 100 }).discover()),
  },
  {
    what: "bytes that are no packet",
    family: 4,
    messages: [{ what: "236 bytes", points: ["buffer4_receive"] }],
    act: (stage) => stage.sendBytes(Buffer.alloc(236, 0xee)),
  },
];

