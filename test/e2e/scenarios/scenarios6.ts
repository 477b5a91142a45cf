// SPDX-License-Identifier: MPL-2.0
// What DHCPv6 clients do.
import type { Dhcp6Client } from "../dhcp6_client.ts";
import { identityAssociation, Option6, type Dhcp6Message } from "../dhcp6_codec.ts";
import { ipv6Bytes, option, textOption } from "../dhcp_bytes.ts";
import { fqdnOption } from "../fqdn_option.ts";
import type { Scenario } from "./scenario.ts";
import { identifierOption, port, reserved } from "./served.ts";

const received = ["buffer6_receive", "pkt6_receive"];
const chosen = [...received, "subnet6_select", "host6_identifier"];
const sent = ["pkt6_send", "buffer6_send"];
const times = (count: number, point: string): string[] => new Array<string>(count).fill(point);
const advertised = (count = 1) => [...chosen, ...times(count, "lease6_select"), ...sent];
const assigned = (count = 1) => [...chosen, ...times(count, "lease6_select"), "leases6_committed", ...sent];
const renewed = (count = 1) => [...chosen, ...times(count, "lease6_renew"), "leases6_committed", ...sent];
const rebound = (count = 1) => [...chosen, ...times(count, "lease6_rebind"), "leases6_committed", ...sent];
const released = (count = 1) => [...chosen, ...times(count, "lease6_release"), "leases6_committed", ...sent];
const solicit = { what: "SOLICIT", points: advertised() };
const request = { what: "REQUEST", points: assigned() };

const addresses = (...iaids: number[]) => iaids.map((iaid) => identityAssociation(Option6.IA_NA, iaid));
const prefix = (iaid: number) => identityAssociation(Option6.IA_PD, iaid);
const rapidCommit = option(Option6.RAPID_COMMIT);

/** An address that the client would like, for a preferred and a valid lifetime. */
function iaAddress(address: string, preferred: number, valid: number): Buffer {
  const lifetimes = Buffer.alloc(8);
  lifetimes.writeUInt32BE(preferred, 0);
  lifetimes.writeUInt32BE(valid, 4);
  return Buffer.concat([ipv6Bytes(address), lifetimes]);
}

/** SOLICIT and REQUEST; the reply. */
async function obtain(client: Dhcp6Client): Promise<Dhcp6Message> {
  const advertise = (await client.solicit()).answer!;
  return (await client.request(advertise)).answer!;
}

export const scenarios6: Scenario[] = [
  {
    what: "an address is offered, assigned, renewed, rebound and given back, through two relays",
    family: 6,
    messages: [
      solicit, request, { what: "RENEW", points: renewed() }, { what: "REBIND", points: rebound() }, { what: "CONFIRM", points: [...chosen, ...sent] },
      { what: "RELEASE", points: released() },
    ],
    async act(stage) {
      const client = stage.client6({
        iaid: 77, options: [option(6, "00170018"), textOption(15, "printer")],
        relays: [
          { linkAddress: "2001:db8:1::1", peerAddress: "fe80::2", interfaceId: "port-1", remoteId: { enterprise: 2495, id: "box-7" }, clientLinkLayer: "02000000000a" },
          { linkAddress: "2001:db8:2::1", peerAddress: "2001:db8:1::1", interfaceId: "uplink", options: [textOption(38, "subscriber")] },
        ],
      });
      const reply = await obtain(client);
      await client.renew(reply);
      await client.rebind(reply);
      await client.confirm(reply);
      await client.release(reply);
    },
  },
  {
    what: "an address is assigned at once (rapid commit)",
    family: 6,
    messages: [{ what: "SOLICIT", points: assigned() }],
    act: async (stage) => void (await stage.client6({ options: [rapidCommit] }).solicit()),
  },
  {
    what: "a prefix is delegated, renewed, rebound and given back",
    family: 6,
    messages: [solicit, request, { what: "RENEW", points: renewed() }, { what: "REBIND", points: rebound() }, { what: "RELEASE", points: released() }],
    async act(stage) {
      const client = stage.client6({ associations: [prefix(9)] });
      const reply = await obtain(client);
      await client.renew(reply);
      await client.rebind(reply);
      await client.release(reply);
    },
  },
  {
    what: "two addresses and a prefix for one client",
    family: 6,
    messages: [
      { what: "SOLICIT", points: advertised(3) }, { what: "REQUEST", points: assigned(3) }, { what: "RENEW", points: renewed(3) },
      { what: "REBIND", points: rebound(3) }, { what: "RELEASE", points: released(3) },
    ],
    async act(stage) {
      const client = stage.client6({ associations: [...addresses(7, 8), prefix(9)] });
      const reply = await obtain(client);
      await client.renew(reply);
      await client.rebind(reply);
      await client.release(reply);
    },
  },
  {
    what: "a client wants no address, only the rest",
    family: 6,
    messages: [{ what: "INFORMATION-REQUEST", points: [...chosen, ...sent] }],
    act: async (stage) => void (await stage.client6({ options: [option(6, "00170018")] }).informationRequest()),
  },
  {
    what: "a declined address is set aside, and comes back",
    family: 6,
    messages: [solicit, request, { what: "DECLINE", points: [...chosen, "lease6_decline", "leases6_committed", ...sent] }],
    later: ["lease6_expire", "lease6_recover"],
    async act(stage) {
      const client = stage.client6();
      const { request: assigned, address } = await client.obtainLease();
      await client.decline(assigned!.answer!);
      await stage.waitForCall("lease6_recover", address!);
    },
  },
  {
    what: "a lease ends and is reclaimed",
    family: 6,
    messages: [solicit, request],
    later: ["lease6_expire"],
    async act(stage) {
      const association = identityAssociation(Option6.IA_NA, 3, [{ code: Option6.IA_ADDRESS, data: iaAddress("::", 1, 1) }]);
      const { address } = await stage.client6({ associations: [association] }).obtainLease();
      await stage.waitForCall("lease6_expire", address!);
    },
  },
  {
    what: "a client names itself for the DNS (FQDN)",
    family: 6,
    messages: [
      { what: "SOLICIT", points: [...chosen, "ddns6_update", "lease6_select", ...sent] },
      { what: "REQUEST", points: [...chosen, "ddns6_update", "lease6_select", "leases6_committed", ...sent] },
    ],
    act: async (stage) => void (await stage.client6({ options: [fqdnOption(6, "pc7")] }).obtainLease()),
  },
  {
    what: "an address is reserved for a DUID",
    family: 6,
    messages: [solicit, request],
    act: async (stage) => void (await stage.client6({ duid: reserved[6].duid }).obtainLease()),
  },
  {
    what: "an address is reserved for an identifier that a policy makes (flex-id)",
    family: 6,
    messages: [solicit, request],
    act: async (stage) => void (await stage.client6({ options: [textOption(identifierOption[6], port)] }).obtainLease()),
  },
  {
    what: "a client registers an address that it made by itself",
    family: 6,
    since: "2.7.7",
    // Once: Kea 3.0.4 does not answer a client that registers it again in another second.
    messages: [{ what: "ADDR-REG-INFORM", points: [...chosen, "addr6_register", "leases6_committed", ...sent] }],
    act: async (stage) => void (await stage.client6().register("2001:db8:1::77", 100, 200)),
  },
  {
    what: "options of every kind: long, empty, with high codes, several with one code, inside of others",
    family: 6,
    messages: [{ what: "SOLICIT", points: [...chosen, "lease6_select", ...sent] }],
    async act(stage) {
      await stage.client6({
        options: [
          textOption(15, "\0\x07printer"), option(16, "000009bf00036d6163"), option(17, "000009bf000100026162"), option(17, "00000001000200020304"),
          option(61, "0007"), { code: 60000, data: Buffer.alloc(400, 7) }, option(65535), option(60002, "01"), option(60002, "02"),
        ],
        relays: [{ options: [option(60003, "0102")] }],
      }).solicit();
    },
  },
  {
    what: "no subnet fits the client",
    family: 6,
    messages: [{ what: "SOLICIT", points: [...received, "subnet6_select", ...sent] }],
    act: async (stage) => void (await stage.client6({ relays: [{ linkAddress: "2001:db9::1" }] }).solicit()),
  },
  {
    what: "bytes that are no packet",
    family: 6,
    messages: [{ what: "one byte", points: ["buffer6_receive"] }],
    act: (stage) => stage.sendBytes(Buffer.from([0xee])),
  },
];
