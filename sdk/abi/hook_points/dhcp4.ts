// SPDX-License-Identifier: MPL-2.0
// Where kea-dhcp4 calls policies, about in the order in which a packet comes there.
import { ddnsParams, idType, idValue, keaEvery, removeLease, selectSubnet } from "./common.ts";
import type { Argument, HookPoint } from "../schema_types.ts";

const query4: Argument = { name: "query4", type: "Pkt4", doc: "The client's packet." };
const lease4AsItIs: Argument = { name: "lease4", type: "Lease4", doc: "The lease as it is." };

export const hookPoints4: HookPoint[] = [
  {
    name: "buffer4_receive", context: "Buffer4Receive", number: 25, family: 4, since: keaEvery, dropsPacketOn: ["Drop"],
    doc: "A DHCPv4 packet was received; Kea has not looked at its bytes yet.",
    arguments: [{ name: "query4", type: "RawPacket4", doc: "The packet's bytes and where they came from." }],
    verdicts: { Continue: "Kea parses the packet.", Drop: "Kea drops the packet; the client gets nothing." },
  },
  {
    name: "pkt4_receive", context: "Pkt4Receive", number: 1, family: 4, since: keaEvery, dropsPacketOn: ["Skip", "Drop"],
    doc: "A DHCPv4 packet was received, parsed and put into its classes; nothing has been decided yet.",
    arguments: [{ name: "query4", type: "Pkt4", doc: "The client's packet.", editable: true }],
    verdicts: { Continue: "Kea processes the packet.", Skip: "The same as Drop: Kea drops the packet.", Drop: "Kea drops the packet; the client gets nothing." },
  },
  {
    name: "host4_identifier", context: "Host4Identifier", number: 29, family: 4, since: keaEvery,
    doc: "Kea looks for the client's reservation, by an identifier that a hook makes: where host-reservation-identifiers in the configuration names flex-id.",
    arguments: [
      query4,
      idType,
      idValue,
    ],
    verdicts: { Continue: "Kea looks for a reservation by the identifier, where one was set.", Skip: "Kea looks for none by this identifier.", Drop: "The same as Skip." },
  },
  {
    name: "subnet4_select", context: "Subnet4Select", number: 3, family: 4, since: keaEvery, parksSince: "2.5.6", dropsPacketOn: ["Drop"],
    doc: "Kea chose the subnet in which the client gets its addresses.",
    arguments: [
      query4,
      {
        name: "subnet4", type: "Subnet4", doc: "The subnet that Kea chose.", absent: "null where no subnet fits the client",
        setter: selectSubnet,
      },
      { name: "subnet4collection", type: "Subnet4List", doc: "All subnets of the configuration." },
    ],
    verdicts: { Continue: "Kea goes on with this subnet.", Skip: "The client gets no subnet and so no address: a DISCOVER no answer, a REQUEST a NAK or none, an INFORM what is configured globally.", Drop: "Kea drops the packet; the client gets nothing." },
  },
  {
    name: "lease4_select", context: "Lease4Select", number: 5, family: 4, since: keaEvery,
    unsafe: { verdict: "Skip", where: "fakeAllocation", before: "3.0.4", doc: "Kea before 3.0.4 crashes on a Skip for the offer to a client that has a reservation; there it is a fault while fakeAllocation is true." },
    doc: "Kea is about to give the client an address that it did not have.",
    arguments: [
      query4,
      { name: "subnet4", type: "Subnet4", doc: "The subnet of the address." },
      { name: "fakeAllocation", type: "bool", doc: "True where the address is only offered (DISCOVER), false where it is assigned." },
      { name: "lease4", type: "Lease4", doc: "The lease as it would be stored.", editable: true },
      { name: "offerLifetime", kea: "offer_lft", type: "u32", doc: "How many seconds Kea keeps an offered address for this client; 0 where it does not store offers, and for an assignment.", absent: "0 where Kea is older than 2.3.6", since: "2.3.6" },
    ],
    verdicts: { Continue: "The client gets this address.", Skip: "The client does not get this address; while an address is sought for an offer, Kea may come with another one. To refuse the client altogether, drop its packet at pkt4_receive or subnet4_select." },
  },
  {
    name: "lease4_renew", context: "Lease4Renew", number: 7, family: 4, since: keaEvery,
    doc: "A client that has a lease goes on using it. Kea comes here also for the offer to such a client: the packet's type tells.",
    arguments: [
      query4,
      { name: "subnet4", type: "Subnet4", doc: "The subnet of the lease." },
      { name: "lease4", type: "Lease4", doc: "The lease with its new lifetime, as it would be stored.", editable: true },
      { name: "clientId", kea: "clientid", type: "bytes", doc: "Client identifier: its type byte and what follows.", absent: "null where the client sent none, or Kea is not to match it" },
      { name: "hwaddr", type: "hwaddr", doc: "Client's hardware address.", absent: "null where Kea does not know it" },
    ],
    verdicts: { Continue: "Kea stores the lease.", Skip: "Kea keeps the lease as it was before, and answers the client all the same." },
  },
  {
    name: "ddns4_update", context: "Ddns4Update", number: 31, family: 4, since: keaEvery,
    doc: "Kea knows the name that a client gets, and whether it is to be in the DNS. Kea may come here twice for one packet.",
    arguments: [
      query4,
      { name: "response4", type: "Pkt4", doc: "The answer as far as it is made." },
      { name: "subnet4", type: "Subnet4", doc: "The subnet of the client.", absent: "null where no subnet fits the client" },
      {
        name: "hostname", type: "bytes", keaType: "HostName", doc: "The client's name as the lease will have it; empty where Kea knows none, or makes it of the address later.",
        setter: { name: "setHostname", parameter: { name: "name", type: "string", doc: "a domain name of printable ASCII, 255 bytes at most, not empty" }, doc: "Gives the client another name, in the lease, in the DNS and in the answer, in option 81 (FQDN) or 12 (host name) where it has that." },
      },
      {
        name: "forwardUpdate", kea: "fwd-update", type: "bool", doc: "True where the address is to be found in the DNS by the name.",
        setter: { name: "setForwardUpdate", parameter: { name: "wanted", type: "bool", doc: "whether it is to be" }, doc: "Decides whether the address is to be found in the DNS by the name. Where the answer has an option 81, Kea then tells the client in it that the server updates nothing." },
      },
      {
        name: "reverseUpdate", kea: "rev-update", type: "bool", doc: "True where the name is to be found in the DNS by the address.",
        setter: { name: "setReverseUpdate", parameter: { name: "wanted", type: "bool", doc: "whether it is to be" }, doc: "Decides whether the name is to be found in the DNS by the address. Where the answer has an option 81, Kea then tells the client in it that the server updates nothing." },
      },
      ddnsParams,
    ],
    verdicts: { Continue: "Kea goes on with this name and these directions." },
  },
  {
    name: "lease4_release", context: "Lease4Release", number: 10, family: 4, since: keaEvery,
    doc: "A client gives its address back.",
    arguments: [
      query4,
      lease4AsItIs,
    ],
    verdicts: { Continue: "Kea ends the lease.", Skip: "Kea keeps the lease.", Drop: "The same as Skip." },
  },
  {
    name: "lease4_decline", context: "Lease4Decline", number: 12, family: 4, since: keaEvery,
    doc: "A client found that somebody else uses its address.",
    arguments: [
      query4,
      lease4AsItIs,
    ],
    verdicts: { Continue: "Kea sets the address aside for the probation period.", Skip: "Kea keeps the lease as it is.", Drop: "The same as Skip." },
  },
  {
    name: "lease4_offer", context: "Lease4Offer", number: 22, family: 4, since: "2.5.2", parksSince: "2.5.2",
    doc: "Kea is about to offer an address to the client of a DISCOVER.",
    arguments: [
      query4,
      { name: "leases4", type: "Lease4List", doc: "The lease as it is offered; empty where there is none, or where it is a cached one." },
      { name: "offerLifetime", kea: "offer_lifetime", type: "u32", doc: "How many seconds Kea keeps the offered address for this client; 0 where it does not store offers." },
      { name: "oldLease", kea: "old_lease", type: "Lease4", doc: "The lease that the client had before.", absent: "null where it had none" },
      { name: "response4", type: "Pkt4", doc: "The offer.", absent: "null where Kea is older than 2.7.7", since: "2.7.7" },
    ],
    verdicts: { Continue: "Kea sends the offer.", Drop: "The offer is not sent." },
  },
  {
    name: "lease4_server_decline", context: "Lease4ServerDecline", number: 23, family: 4, since: "2.5.5",
    doc: "Another hook library, such as Kea's ping check, found the offered address in use, and Kea set it aside.",
    arguments: [
      { name: "query4", type: "Pkt4", doc: "The client's DISCOVER, which gets no answer." },
      { name: "lease4", type: "Lease4", doc: "The lease as it was set aside: declined, and of no client any more." },
    ],
    verdicts: { Continue: "Kea goes on." },
  },
  {
    name: "leases4_committed", context: "Leases4Committed", number: 20, family: 4, since: keaEvery, parksSince: keaEvery,
    doc: "Kea stored or ended what a REQUEST, RELEASE or DECLINE was about, and did not answer yet. Both lists may be empty, such as for a RELEASE of what the client does not have.",
    arguments: [
      query4,
      { name: "leases4", type: "Lease4List", doc: "The lease that was stored, or was declined; empty where there is none, or where Kea handed out a cached lease without storing it again." },
      { name: "deletedLeases4", kea: "deleted_leases4", type: "Lease4List", doc: "The lease that the client had and has no more." },
      { name: "response4", type: "Pkt4", doc: "The answer that Kea is about to send.", absent: "null where there is none, such as for a RELEASE, and before Kea 2.7.7", since: "2.7.7" },
    ],
    verdicts: { Continue: "Kea sends the answer.", Drop: "The answer is not sent; the leases stay as they are." },
  },
  {
    name: "pkt4_send", context: "Pkt4Send", number: 18, family: 4, since: keaEvery,
    doc: "Kea made the answer to a client and is about to send it.",
    arguments: [
      query4,
      { name: "response4", type: "Pkt4", doc: "The answer, its options not yet in their final order.", editable: true },
      { name: "subnet4", type: "Subnet4", doc: "The subnet that the client was put into.", absent: "null where the client has none, in the answer to an INFORM, and before Kea 2.5.6", since: "2.5.6" },
    ],
    verdicts: { Continue: "Kea sends the answer.", Drop: "The answer is not sent; what was decided, such as a lease, stays." },
  },
  {
    name: "buffer4_send", context: "Buffer4Send", number: 27, family: 4, since: keaEvery,
    doc: "Kea packed its answer to a client; the bytes are about to be sent.",
    arguments: [{ name: "response4", type: "Pkt4", doc: "The answer, which cannot be edited any more; `wire` has its bytes." }],
    verdicts: { Continue: "Kea sends the answer.", Skip: "The same as Drop: the answer is not sent.", Drop: "The answer is not sent; what was decided, such as a lease, stays." },
  },
  {
    name: "lease4_expire", context: "Lease4Expire", number: 14, family: 4, since: keaEvery,
    doc: "A lease has ended and is reclaimed: by a timer, or where Kea wants its address for somebody else. A declined address (state 1) comes here before it is free again.",
    arguments: [
      { name: "lease4", type: "Lease4", doc: "The lease that ended." },
      removeLease,
    ],
    verdicts: { Continue: "Kea reclaims the lease." },
  },
  {
    name: "lease4_recover", context: "Lease4Recover", number: 16, family: 4, since: keaEvery,
    doc: "The probation period of a declined address has ended.",
    arguments: [
      { name: "lease4", type: "Lease4", doc: "The lease, which tells of no client any more: its DUID, where it has one, is Kea's empty one (zeros)." },
    ],
    verdicts: { Continue: "Kea may give the address to clients again.", Skip: "The address stays declined." },
  },
];
