// SPDX-License-Identifier: MPL-2.0
// Where kea-dhcp6 calls policies, about in the order in which a packet comes there.
import { ddnsParams, idType, idValue, keaEvery, removeLease, selectSubnet } from "./common.ts";
import type { Argument, HookPoint } from "../schema_types.ts";

const query6: Argument = { name: "query6", type: "Pkt6", doc: "The client's packet." };
const lease6Renewed: Argument = { name: "lease6", type: "Lease6", doc: "The lease with its new lifetimes, as it would be stored. Changes are lost where Kea answers from its cache of leases (cache-threshold, cache-max-age).", editable: true };
const iaNa: Argument = { name: "iaNa", type: "Option6IA", doc: "The IA_NA of the answer that is being made; the lease is not in it yet.", absent: "null where the lease is of a prefix" };
const iaPd: Argument = { name: "iaPd", type: "Option6IA", doc: "The IA_PD of the answer that is being made; the lease is not in it yet.", absent: "null where the lease is of an address" };
const lease6AsItIs: Argument = { name: "lease6", type: "Lease6", doc: "The lease as it is." };

/** What a renewal and a rebinding have in common: all but their names. */
const ofRenewal: Pick<HookPoint, "arguments" | "verdicts"> = {
  arguments: [query6, lease6Renewed, iaNa, iaPd],
  verdicts: { Continue: "Kea stores the lease.", Skip: "Kea keeps the lease as it was before, and answers the client all the same." },
};

export const hookPoints6: HookPoint[] = [
  {
    name: "buffer6_receive", context: "Buffer6Receive", number: 26, family: 6, since: keaEvery, dropsPacketOn: ["Drop"],
    doc: "A DHCPv6 packet was received; Kea has not looked at its bytes yet.",
    arguments: [{ name: "query6", type: "RawPacket6", doc: "The packet's bytes and where they came from." }],
    verdicts: { Continue: "Kea parses the packet.", Drop: "Kea drops the packet; the client gets nothing." },
  },
  {
    name: "pkt6_receive", context: "Pkt6Receive", number: 2, family: 6, since: keaEvery, dropsPacketOn: ["Skip", "Drop"],
    doc: "A DHCPv6 packet was received, parsed and put into its classes; Kea has not yet checked that it has what its type needs, such as a DUID.",
    arguments: [{ name: "query6", type: "Pkt6", doc: "The client's packet.", editable: true }],
    verdicts: { Continue: "Kea processes the packet.", Skip: "The same as Drop: Kea drops the packet.", Drop: "Kea drops the packet; the client gets nothing." },
  },
  {
    name: "host6_identifier", context: "Host6Identifier", number: 30, family: 6, since: keaEvery,
    doc: "Kea looks for the client's reservation, by an identifier that a hook makes: where host-reservation-identifiers in the configuration names flex-id.",
    arguments: [
      query6,
      idType,
      idValue,
    ],
    verdicts: { Continue: "Kea looks for a reservation by the identifier, where one was set.", Skip: "Kea looks for none by this identifier.", Drop: "The same as Skip." },
  },
  {
    name: "subnet6_select", context: "Subnet6Select", number: 4, family: 6, since: keaEvery, parksSince: "2.5.6", dropsPacketOn: ["Drop"],
    doc: "Kea chose the subnet in which the client gets its addresses.",
    arguments: [
      query6,
      {
        name: "subnet6", type: "Subnet6", doc: "The subnet that Kea chose.", absent: "null where no subnet fits the client",
        setter: selectSubnet,
      },
      { name: "subnet6collection", type: "Subnet6List", doc: "All subnets of the configuration." },
    ],
    verdicts: { Continue: "Kea goes on with this subnet.", Skip: "The client gets no subnet and so no address; Kea answers with what is configured globally.", Drop: "Kea drops the packet; the client gets nothing." },
  },
  {
    name: "lease6_select", context: "Lease6Select", number: 6, family: 6, since: keaEvery,
    unsafe: { verdict: "Skip", before: "3.0.4", doc: "Kea before 3.0.4 crashes on a Skip for a client that has a reservation, and Kea 2.2 where it would use an expired lease again; there it is a fault." },
    doc: "Kea is about to give the client an address or a prefix that it did not have; called once for each.",
    arguments: [
      query6,
      { name: "subnet6", type: "Subnet6", doc: "The subnet of the address." },
      { name: "fakeAllocation", type: "bool", doc: "True where the address is only offered (SOLICIT without rapid commit), false where it is assigned." },
      { name: "lease6", type: "Lease6", doc: "The lease as it would be stored.", editable: true },
    ],
    verdicts: { Continue: "The client gets this address or prefix.", Skip: "The client does not get this address or prefix; Kea may come with another one." },
  },
  {
    name: "lease6_renew", context: "Lease6Renew", number: 8, family: 6, since: keaEvery,
    doc: "A client renews an address or a prefix; called once for each.",
    ...ofRenewal,
  },
  {
    name: "lease6_rebind", context: "Lease6Rebind", number: 9, family: 6, since: keaEvery,
    doc: "A client rebinds an address or a prefix; called once for each.",
    ...ofRenewal,
  },
  {
    name: "addr6_register", context: "Addr6Register", number: 24, family: 6, since: "2.7.7", dropsPacketOn: ["Drop"],
    doc: "A client registers an address that it made by itself (RFC 9686). Kea 3.0.4 with its leases in memory (memfile) neither stores nor answers it where the address was registered " +
      "before, unless in the same second for the same time; policies are asked all the same.",
    arguments: [
      { name: "query6", type: "Pkt6", doc: "The client's ADDR-REG-INFORM." },
      { name: "response6", type: "Pkt6", doc: "The answer that Kea is about to send." },
      { name: "address6", type: "ipv6", doc: "The address." },
      { name: "oldLease6", kea: "old_lease6", type: "Lease6", doc: "The registration that is there.", absent: "null where the address was not registered before" },
      { name: "newLease6", kea: "new_lease6", type: "Lease6", doc: "The registration as it would be stored." },
    ],
    verdicts: { Continue: "Kea stores the registration and answers.", Skip: "Kea does not store the registration, and answers all the same.", Drop: "Kea drops the packet; the client gets nothing." },
  },
  {
    name: "ddns6_update", context: "Ddns6Update", number: 32, family: 6, since: keaEvery,
    doc: "Kea knows the name that a client gets, and whether it is to be in the DNS. Kea comes here only where the client sent option 39 or the configuration makes a name for it.",
    arguments: [
      query6,
      { name: "response6", type: "Pkt6", doc: "The answer as far as it is made." },
      { name: "subnet6", type: "Subnet6", doc: "The subnet of the client.", absent: "null where no subnet fits the client" },
      {
        name: "hostname", type: "bytes", keaType: "HostName", doc: "The client's name as the lease will have it; empty where Kea knows none, or makes it of the address later.",
        setter: { name: "setHostname", parameter: { name: "name", type: "string", doc: "a domain name of printable ASCII, 255 bytes at most, not empty" }, doc: "Gives the client another name, in the lease, in the DNS and in the answer, in option 39 (FQDN) where it has that." },
      },
      {
        name: "forwardUpdate", kea: "fwd-update", type: "bool", doc: "True where the address is to be found in the DNS by the name.",
        setter: { name: "setForwardUpdate", parameter: { name: "wanted", type: "bool", doc: "whether it is to be" }, doc: "Decides whether the address is to be found in the DNS by the name. The lease has it so; what Kea sends to the DNS goes by the answer's option 39, which says no to both directions where both are false here, and else stays as it is." },
      },
      {
        name: "reverseUpdate", kea: "rev-update", type: "bool", doc: "True where the name is to be found in the DNS by the address.",
        setter: { name: "setReverseUpdate", parameter: { name: "wanted", type: "bool", doc: "whether it is to be" }, doc: "Decides whether the name is to be found in the DNS by the address. The lease has it so; what Kea sends to the DNS goes by the answer's option 39, which says no to both directions where both are false here, and else stays as it is." },
      },
      ddnsParams,
    ],
    verdicts: { Continue: "Kea goes on with this name and these directions." },
  },
  {
    name: "lease6_release", context: "Lease6Release", number: 11, family: 6, since: keaEvery,
    doc: "A client gives an address or a prefix back; called once for each.",
    arguments: [
      query6,
      lease6AsItIs,
    ],
    verdicts: { Continue: "Kea ends the lease.", Skip: "Kea keeps the lease and tells the client that it could not release it." },
  },
  {
    name: "lease6_decline", context: "Lease6Decline", number: 13, family: 6, since: keaEvery,
    doc: "A client found that somebody else uses its address; called once for each.",
    arguments: [
      query6,
      lease6AsItIs,
    ],
    verdicts: { Continue: "Kea sets the address aside for the probation period.", Skip: "Kea keeps the lease as it is, and answers as if it had not.", Drop: "Kea keeps the lease as it is; the client gets no answer." },
  },
  {
    name: "leases6_committed", context: "Leases6Committed", number: 21, family: 6, since: keaEvery, parksSince: keaEvery,
    doc: "Kea stored or ended what a client's message was about, and did not answer yet: a REQUEST, RENEW, REBIND, RELEASE, DECLINE or registration, or a SOLICIT with rapid commit. Both lists may be empty.",
    arguments: [
      query6,
      { name: "leases6", type: "Lease6List", doc: "The leases that were stored, or were declined; without those that Kea handed out from its cache without storing them again." },
      { name: "deletedLeases6", kea: "deleted_leases6", type: "Lease6List", doc: "The leases that the client had and has no more." },
      { name: "response6", type: "Pkt6", doc: "The answer that Kea is about to send.", absent: "null where Kea is older than 2.7.7", since: "2.7.7" },
    ],
    verdicts: { Continue: "Kea sends the answer.", Drop: "The answer is not sent; the leases stay as they are." },
  },
  {
    name: "pkt6_send", context: "Pkt6Send", number: 19, family: 6, since: keaEvery,
    doc: "Kea made the answer to a client and is about to send it.",
    arguments: [
      query6,
      { name: "response6", type: "Pkt6", doc: "The answer, its options not yet in their final order.", editable: true },
      { name: "subnet6", type: "Subnet6", doc: "The subnet that the client was put into.", absent: "null where the client has none, and before Kea 2.5.6", since: "2.5.6" },
    ],
    verdicts: { Continue: "Kea sends the answer.", Drop: "The answer is not sent; what was decided, such as a lease, stays." },
  },
  {
    name: "buffer6_send", context: "Buffer6Send", number: 28, family: 6, since: keaEvery,
    doc: "Kea packed its answer to a client; the bytes are about to be sent.",
    arguments: [{ name: "response6", type: "Pkt6", doc: "The answer, which cannot be edited any more; `wire` has its bytes." }],
    verdicts: { Continue: "Kea sends the answer.", Skip: "The same as Drop: the answer is not sent.", Drop: "The answer is not sent; what was decided, such as a lease, stays." },
  },
  {
    name: "lease6_expire", context: "Lease6Expire", number: 15, family: 6, since: keaEvery,
    doc: "A lease has ended and is reclaimed: by a timer, or where Kea wants its address for somebody else. A declined address (state 1) comes here before it is free again.",
    arguments: [
      { name: "lease6", type: "Lease6", doc: "The lease that ended." },
      removeLease,
    ],
    verdicts: { Continue: "Kea reclaims the lease." },
  },
  {
    name: "lease6_recover", context: "Lease6Recover", number: 17, family: 6, since: keaEvery,
    doc: "The probation period of a declined address has ended.",
    arguments: [
      { name: "lease6", type: "Lease6", doc: "The lease, which tells of no client any more: its DUID, where it has one, is Kea's empty one (zeros)." },
    ],
    verdicts: { Continue: "Kea may give the address to clients again.", Skip: "The address stays declined." },
  },
];
