// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// Numbers of the interface between host and policy; docs/design.md draws the picture.
#pragma once

#include "../verdict.h"

#include <cstdint>

namespace kea_policy {

/// A host takes every policy whose number is 1 up to this one.
constexpr uint32_t kAbi = 3;
constexpr const char* kImportModule = "kea_policy_1";

// Frame: its header, and the head of each record.
constexpr uint32_t kFrameAlignment = 8;
constexpr uint32_t kHeaderBytes = 32;
constexpr uint32_t kHeaderAbi = 0;
constexpr uint32_t kHeaderUsed = 4;
constexpr uint32_t kHeaderHookPoint = 8;
constexpr uint32_t kRecordLength = 0;
constexpr uint32_t kRecordObject = 4;
constexpr uint32_t kRecordPresence = 8;
constexpr uint32_t kRecordFields = 16;
/// Handle of the callout record, which is no object.
constexpr uint32_t kCalloutHandle = 0xffffffff;

// Edit log: its head, and the head of each entry, whose value is padded to a multiple of the alignment.
constexpr uint32_t kEditLogHeadBytes = 8;
constexpr uint32_t kEditLogUsed = 0;
constexpr uint32_t kEditEntryHeadBytes = 16;
constexpr uint32_t kEditEntryOperation = 0;
constexpr uint32_t kEditEntryObject = 4;
constexpr uint32_t kEditEntryCode = 8;
constexpr uint32_t kEditEntryLength = 12;
constexpr uint32_t kEditEntryAlignment = 8;

static_assert(static_cast<int32_t>(Verdict::Continue) == 0, "verdict.h disagrees with the schema");
static_assert(static_cast<int32_t>(Verdict::Skip) == 1, "verdict.h disagrees with the schema");
static_assert(static_cast<int32_t>(Verdict::Drop) == 2, "verdict.h disagrees with the schema");

enum class HookPointId : uint32_t {
    /// A DHCPv4 packet was received, parsed and put into its classes; nothing has been decided yet.
    pkt4_receive = 1,
    /// A DHCPv6 packet was received, parsed and put into its classes; Kea has not yet checked that it has what its type
    /// needs, such as a DUID.
    pkt6_receive = 2,
    /// Kea chose the subnet in which the client gets its addresses.
    subnet4_select = 3,
    /// Kea chose the subnet in which the client gets its addresses.
    subnet6_select = 4,
    /// Kea is about to give the client an address that it did not have.
    lease4_select = 5,
    /// Kea is about to give the client an address or a prefix that it did not have; called once for each.
    lease6_select = 6,
    /// A client that has a lease goes on using it. Kea comes here also for the offer to such a client: the packet's
    /// type tells.
    lease4_renew = 7,
    /// A client renews an address or a prefix; called once for each.
    lease6_renew = 8,
    /// A client rebinds an address or a prefix; called once for each.
    lease6_rebind = 9,
    /// A client gives its address back.
    lease4_release = 10,
    /// A client gives an address or a prefix back; called once for each.
    lease6_release = 11,
    /// A client found that somebody else uses its address.
    lease4_decline = 12,
    /// A client found that somebody else uses its address; called once for each.
    lease6_decline = 13,
    /// A lease has ended and is reclaimed: by a timer, or where Kea wants its address for somebody else. A declined
    /// address (state 1) comes here before it is free again.
    lease4_expire = 14,
    /// A lease has ended and is reclaimed: by a timer, or where Kea wants its address for somebody else. A declined
    /// address (state 1) comes here before it is free again.
    lease6_expire = 15,
    /// The probation period of a declined address has ended.
    lease4_recover = 16,
    /// The probation period of a declined address has ended.
    lease6_recover = 17,
    /// Kea made the answer to a client and is about to send it.
    pkt4_send = 18,
    /// Kea made the answer to a client and is about to send it.
    pkt6_send = 19,
    /// Kea stored or ended what a REQUEST, RELEASE or DECLINE was about, and did not answer yet. Both lists may be
    /// empty, such as for a RELEASE of what the client does not have.
    leases4_committed = 20,
    /// Kea stored or ended what a client's message was about, and did not answer yet: a REQUEST, RENEW, REBIND,
    /// RELEASE, DECLINE or registration, or a SOLICIT with rapid commit. Both lists may be empty.
    leases6_committed = 21,
    /// Kea is about to offer an address to the client of a DISCOVER.
    lease4_offer = 22,
    /// Another hook library, such as Kea's ping check, found the offered address in use, and Kea set it aside.
    lease4_server_decline = 23,
    /// A client registers an address that it made by itself (RFC 9686). Kea 3.0.4 with its leases in memory (memfile)
    /// neither stores nor answers it where the address was registered before, unless in the same second for the same
    /// time; policies are asked all the same.
    addr6_register = 24,
    /// A DHCPv4 packet was received; Kea has not looked at its bytes yet.
    buffer4_receive = 25,
    /// A DHCPv6 packet was received; Kea has not looked at its bytes yet.
    buffer6_receive = 26,
    /// Kea packed its answer to a client; the bytes are about to be sent.
    buffer4_send = 27,
    /// Kea packed its answer to a client; the bytes are about to be sent.
    buffer6_send = 28,
    /// Kea looks for the client's reservation, by an identifier that a hook makes: where host-reservation-identifiers
    /// in the configuration names flex-id.
    host4_identifier = 29,
    /// Kea looks for the client's reservation, by an identifier that a hook makes: where host-reservation-identifiers
    /// in the configuration names flex-id.
    host6_identifier = 30,
    /// Kea knows the name that a client gets, and whether it is to be in the DNS. Kea may come here twice for one
    /// packet.
    ddns4_update = 31,
    /// Kea knows the name that a client gets, and whether it is to be in the DNS. Kea comes here only where the client
    /// sent option 39 or the configuration makes a name for it.
    ddns6_update = 32,
    /// Kea carried out a command that came by its control channel, or refused it, and did not answer yet. After a new
    /// configuration the policies of that one are called.
    command_processed = 33,
};

struct HookPointInfo {
    HookPointId id;
    /// As Kea names it; also the policy's export.
    const char* name;
    /// Class of the parameter that a policy's function takes.
    const char* context;
    /// 4 or 6; 0 where both servers have it.
    int family;
    /// First Kea version that has it.
    const char* since;
    /// The same as KEA_HOOKS_VERSION has it.
    int since_version;
    /// First Kea that keeps packets parked there while a hook library works on them; 0 where none does.
    int parks_since_version;
    /// Bit N set where the verdict with number N is honoured.
    uint32_t verdicts;
    /// The same for verdicts on which Kea drops the client's packet, and leaves it to the hook to count that.
    uint32_t drops_packet;
    /// Kea calls it beside the threads that process packets, from any thread.
    bool beside_packets;
    /// What Kea does; nullptr where the verdict is not honoured.
    const char* on_continue;
    const char* on_skip;
    const char* on_drop;
};

constexpr HookPointInfo kHookPoints[] = {
    {HookPointId::pkt4_receive, "pkt4_receive", "Pkt4Receive", 4, "2.2.0", 20200, 0, 1u << 0 | 1u << 1 | 1u << 2, 1u << 1 | 1u << 2, false,
     "Kea processes the packet.",
     "The same as Drop: Kea drops the packet.",
     "Kea drops the packet; the client gets nothing."},
    {HookPointId::pkt6_receive, "pkt6_receive", "Pkt6Receive", 6, "2.2.0", 20200, 0, 1u << 0 | 1u << 1 | 1u << 2, 1u << 1 | 1u << 2, false,
     "Kea processes the packet.",
     "The same as Drop: Kea drops the packet.",
     "Kea drops the packet; the client gets nothing."},
    {HookPointId::subnet4_select, "subnet4_select", "Subnet4Select", 4, "2.2.0", 20200, 20506, 1u << 0 | 1u << 1 | 1u << 2, 1u << 2, false,
     "Kea goes on with this subnet.",
     "The client gets no subnet and so no address: a DISCOVER no answer, a REQUEST a NAK or none, an INFORM what is configured globally.",
     "Kea drops the packet; the client gets nothing."},
    {HookPointId::subnet6_select, "subnet6_select", "Subnet6Select", 6, "2.2.0", 20200, 20506, 1u << 0 | 1u << 1 | 1u << 2, 1u << 2, false,
     "Kea goes on with this subnet.",
     "The client gets no subnet and so no address; Kea answers with what is configured globally.",
     "Kea drops the packet; the client gets nothing."},
    {HookPointId::lease4_select, "lease4_select", "Lease4Select", 4, "2.2.0", 20200, 0, 1u << 0 | 1u << 1, 0, false,
     "The client gets this address.",
     "The client does not get this address; while an address is sought for an offer, Kea may come with another one. To refuse the client altogether, drop its packet at pkt4_receive or subnet4_select.",
     nullptr},
    {HookPointId::lease6_select, "lease6_select", "Lease6Select", 6, "2.2.0", 20200, 0, 1u << 0 | 1u << 1, 0, false,
     "The client gets this address or prefix.",
     "The client does not get this address or prefix; Kea may come with another one.",
     nullptr},
    {HookPointId::lease4_renew, "lease4_renew", "Lease4Renew", 4, "2.2.0", 20200, 0, 1u << 0 | 1u << 1, 0, false,
     "Kea stores the lease.",
     "Kea keeps the lease as it was before, and answers the client all the same.",
     nullptr},
    {HookPointId::lease6_renew, "lease6_renew", "Lease6Renew", 6, "2.2.0", 20200, 0, 1u << 0 | 1u << 1, 0, false,
     "Kea stores the lease.",
     "Kea keeps the lease as it was before, and answers the client all the same.",
     nullptr},
    {HookPointId::lease6_rebind, "lease6_rebind", "Lease6Rebind", 6, "2.2.0", 20200, 0, 1u << 0 | 1u << 1, 0, false,
     "Kea stores the lease.",
     "Kea keeps the lease as it was before, and answers the client all the same.",
     nullptr},
    {HookPointId::lease4_release, "lease4_release", "Lease4Release", 4, "2.2.0", 20200, 0, 1u << 0 | 1u << 1 | 1u << 2, 0, false,
     "Kea ends the lease.",
     "Kea keeps the lease.",
     "The same as Skip."},
    {HookPointId::lease6_release, "lease6_release", "Lease6Release", 6, "2.2.0", 20200, 0, 1u << 0 | 1u << 1, 0, false,
     "Kea ends the lease.",
     "Kea keeps the lease and tells the client that it could not release it.",
     nullptr},
    {HookPointId::lease4_decline, "lease4_decline", "Lease4Decline", 4, "2.2.0", 20200, 0, 1u << 0 | 1u << 1 | 1u << 2, 0, false,
     "Kea sets the address aside for the probation period.",
     "Kea keeps the lease as it is.",
     "The same as Skip."},
    {HookPointId::lease6_decline, "lease6_decline", "Lease6Decline", 6, "2.2.0", 20200, 0, 1u << 0 | 1u << 1 | 1u << 2, 0, false,
     "Kea sets the address aside for the probation period.",
     "Kea keeps the lease as it is, and answers as if it had not.",
     "Kea keeps the lease as it is; the client gets no answer."},
    {HookPointId::lease4_expire, "lease4_expire", "Lease4Expire", 4, "2.2.0", 20200, 0, 1u << 0, 0, false,
     "Kea reclaims the lease.",
     nullptr,
     nullptr},
    {HookPointId::lease6_expire, "lease6_expire", "Lease6Expire", 6, "2.2.0", 20200, 0, 1u << 0, 0, false,
     "Kea reclaims the lease.",
     nullptr,
     nullptr},
    {HookPointId::lease4_recover, "lease4_recover", "Lease4Recover", 4, "2.2.0", 20200, 0, 1u << 0 | 1u << 1, 0, false,
     "Kea may give the address to clients again.",
     "The address stays declined.",
     nullptr},
    {HookPointId::lease6_recover, "lease6_recover", "Lease6Recover", 6, "2.2.0", 20200, 0, 1u << 0 | 1u << 1, 0, false,
     "Kea may give the address to clients again.",
     "The address stays declined.",
     nullptr},
    {HookPointId::pkt4_send, "pkt4_send", "Pkt4Send", 4, "2.2.0", 20200, 0, 1u << 0 | 1u << 2, 0, false,
     "Kea sends the answer.",
     nullptr,
     "The answer is not sent; what was decided, such as a lease, stays."},
    {HookPointId::pkt6_send, "pkt6_send", "Pkt6Send", 6, "2.2.0", 20200, 0, 1u << 0 | 1u << 2, 0, false,
     "Kea sends the answer.",
     nullptr,
     "The answer is not sent; what was decided, such as a lease, stays."},
    {HookPointId::leases4_committed, "leases4_committed", "Leases4Committed", 4, "2.2.0", 20200, 20200, 1u << 0 | 1u << 2, 0, false,
     "Kea sends the answer.",
     nullptr,
     "The answer is not sent; the leases stay as they are."},
    {HookPointId::leases6_committed, "leases6_committed", "Leases6Committed", 6, "2.2.0", 20200, 20200, 1u << 0 | 1u << 2, 0, false,
     "Kea sends the answer.",
     nullptr,
     "The answer is not sent; the leases stay as they are."},
    {HookPointId::lease4_offer, "lease4_offer", "Lease4Offer", 4, "2.5.2", 20502, 20502, 1u << 0 | 1u << 2, 0, false,
     "Kea sends the offer.",
     nullptr,
     "The offer is not sent."},
    {HookPointId::lease4_server_decline, "lease4_server_decline", "Lease4ServerDecline", 4, "2.5.5", 20505, 0, 1u << 0, 0, false,
     "Kea goes on.",
     nullptr,
     nullptr},
    {HookPointId::addr6_register, "addr6_register", "Addr6Register", 6, "2.7.7", 20707, 0, 1u << 0 | 1u << 1 | 1u << 2, 1u << 2, false,
     "Kea stores the registration and answers.",
     "Kea does not store the registration, and answers all the same.",
     "Kea drops the packet; the client gets nothing."},
    {HookPointId::buffer4_receive, "buffer4_receive", "Buffer4Receive", 4, "2.2.0", 20200, 0, 1u << 0 | 1u << 2, 1u << 2, false,
     "Kea parses the packet.",
     nullptr,
     "Kea drops the packet; the client gets nothing."},
    {HookPointId::buffer6_receive, "buffer6_receive", "Buffer6Receive", 6, "2.2.0", 20200, 0, 1u << 0 | 1u << 2, 1u << 2, false,
     "Kea parses the packet.",
     nullptr,
     "Kea drops the packet; the client gets nothing."},
    {HookPointId::buffer4_send, "buffer4_send", "Buffer4Send", 4, "2.2.0", 20200, 0, 1u << 0 | 1u << 1 | 1u << 2, 0, false,
     "Kea sends the answer.",
     "The same as Drop: the answer is not sent.",
     "The answer is not sent; what was decided, such as a lease, stays."},
    {HookPointId::buffer6_send, "buffer6_send", "Buffer6Send", 6, "2.2.0", 20200, 0, 1u << 0 | 1u << 1 | 1u << 2, 0, false,
     "Kea sends the answer.",
     "The same as Drop: the answer is not sent.",
     "The answer is not sent; what was decided, such as a lease, stays."},
    {HookPointId::host4_identifier, "host4_identifier", "Host4Identifier", 4, "2.2.0", 20200, 0, 1u << 0 | 1u << 1 | 1u << 2, 0, false,
     "Kea looks for a reservation by the identifier, where one was set.",
     "Kea looks for none by this identifier.",
     "The same as Skip."},
    {HookPointId::host6_identifier, "host6_identifier", "Host6Identifier", 6, "2.2.0", 20200, 0, 1u << 0 | 1u << 1 | 1u << 2, 0, false,
     "Kea looks for a reservation by the identifier, where one was set.",
     "Kea looks for none by this identifier.",
     "The same as Skip."},
    {HookPointId::ddns4_update, "ddns4_update", "Ddns4Update", 4, "2.2.0", 20200, 0, 1u << 0, 0, false,
     "Kea goes on with this name and these directions.",
     nullptr,
     nullptr},
    {HookPointId::ddns6_update, "ddns6_update", "Ddns6Update", 6, "2.2.0", 20200, 0, 1u << 0, 0, false,
     "Kea goes on with this name and these directions.",
     nullptr,
     nullptr},
    {HookPointId::command_processed, "command_processed", "CommandProcessed", 0, "2.2.0", 20200, 0, 1u << 0, 0, true,
     "Kea answers.",
     nullptr,
     nullptr},
};

/// What Kea hands to callouts: values, and objects.
enum class ArgumentType : uint8_t {
    Bool,
    U8,
    U32,
    Ipv4,
    Ipv6,
    Bytes,
    Hwaddr,
    IdentifierType,
    Identifier,
    HostName,
    Text,
    Pkt4,
    Pkt6,
    RelayHop,
    Subnet4,
    Subnet6,
    Lease4,
    Lease6,
    Option6IA,
    Lease4List,
    Lease6List,
    RawPacket4,
    RawPacket6,
    DdnsParams,
    Subnet4List,
    Subnet6List,
    Pool4,
    Pool6,
    Json,
};

struct ArgumentInfo {
    /// As Kea names it.
    const char* name;
    ArgumentType type;
    /// Of its value or its distance in the callout record.
    uint32_t offset;
    /// First Kea that gives it, as KEA_HOOKS_VERSION has it; 0 where every one does that has the hook point.
    int since;
    /// Kea may give none.
    bool optional;
    bool editable;
    /// A policy may set the argument itself.
    bool settable;
    /// Set in the callout record's presence word where a value that may be absent is there; else 0.
    uint64_t presence;
};

/// A verdict that crashes Keas before a version, as KEA_HOOKS_VERSION has it, while the bool at a position among the
/// arguments is true, or always.
constexpr uint32_t kAlways = 0xffffffff;
struct UnsafeVerdict {
    Verdict verdict;
    uint32_t where;
    int before;
    /// nullptr where there is no such verdict.
    const char* why;
};

/// The arguments of a hook point; the position of one is its object's handle.
template <HookPointId>
struct Arguments;

template <>
struct Arguments<HookPointId::pkt4_receive> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query4", ArgumentType::Pkt4, 16, 0, false, true, false, 0},
    };
};

template <>
struct Arguments<HookPointId::pkt6_receive> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query6", ArgumentType::Pkt6, 16, 0, false, true, false, 0},
    };
};

template <>
struct Arguments<HookPointId::subnet4_select> {
    static constexpr uint32_t record_bytes = 32;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query4", ArgumentType::Pkt4, 16, 0, false, false, false, 0},
        {"subnet4", ArgumentType::Subnet4, 20, 0, true, false, true, 0},
        {"subnet4collection", ArgumentType::Subnet4List, 24, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::subnet6_select> {
    static constexpr uint32_t record_bytes = 32;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query6", ArgumentType::Pkt6, 16, 0, false, false, false, 0},
        {"subnet6", ArgumentType::Subnet6, 20, 0, true, false, true, 0},
        {"subnet6collection", ArgumentType::Subnet6List, 24, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::lease4_select> {
    static constexpr uint32_t record_bytes = 40;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Skip, 2, 30004, "Kea before 3.0.4 crashes on a Skip for the offer to a client that has a reservation; there it is a fault while fakeAllocation is true."};
    static constexpr ArgumentInfo list[] = {
        {"query4", ArgumentType::Pkt4, 16, 0, false, false, false, 0},
        {"subnet4", ArgumentType::Subnet4, 20, 0, false, false, false, 0},
        {"fake_allocation", ArgumentType::Bool, 24, 0, false, false, false, 0},
        {"lease4", ArgumentType::Lease4, 28, 0, false, true, false, 0},
        {"offer_lft", ArgumentType::U32, 32, 20306, true, false, false, 1ull << 0},
    };
};

template <>
struct Arguments<HookPointId::lease6_select> {
    static constexpr uint32_t record_bytes = 32;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Skip, kAlways, 30004, "Kea before 3.0.4 crashes on a Skip for a client that has a reservation, and Kea 2.2 where it would use an expired lease again; there it is a fault."};
    static constexpr ArgumentInfo list[] = {
        {"query6", ArgumentType::Pkt6, 16, 0, false, false, false, 0},
        {"subnet6", ArgumentType::Subnet6, 20, 0, false, false, false, 0},
        {"fake_allocation", ArgumentType::Bool, 24, 0, false, false, false, 0},
        {"lease6", ArgumentType::Lease6, 28, 0, false, true, false, 0},
    };
};

template <>
struct Arguments<HookPointId::lease4_renew> {
    static constexpr uint32_t record_bytes = 56;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query4", ArgumentType::Pkt4, 16, 0, false, false, false, 0},
        {"subnet4", ArgumentType::Subnet4, 20, 0, false, false, false, 0},
        {"lease4", ArgumentType::Lease4, 24, 0, false, true, false, 0},
        {"clientid", ArgumentType::Bytes, 28, 0, true, false, false, 1ull << 0},
        {"hwaddr", ArgumentType::Hwaddr, 36, 0, true, false, false, 1ull << 1},
    };
};

template <>
struct Arguments<HookPointId::lease6_renew> {
    static constexpr uint32_t record_bytes = 32;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query6", ArgumentType::Pkt6, 16, 0, false, false, false, 0},
        {"lease6", ArgumentType::Lease6, 20, 0, false, true, false, 0},
        {"ia_na", ArgumentType::Option6IA, 24, 0, true, false, false, 0},
        {"ia_pd", ArgumentType::Option6IA, 28, 0, true, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::lease6_rebind> {
    static constexpr uint32_t record_bytes = 32;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query6", ArgumentType::Pkt6, 16, 0, false, false, false, 0},
        {"lease6", ArgumentType::Lease6, 20, 0, false, true, false, 0},
        {"ia_na", ArgumentType::Option6IA, 24, 0, true, false, false, 0},
        {"ia_pd", ArgumentType::Option6IA, 28, 0, true, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::lease4_release> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query4", ArgumentType::Pkt4, 16, 0, false, false, false, 0},
        {"lease4", ArgumentType::Lease4, 20, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::lease6_release> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query6", ArgumentType::Pkt6, 16, 0, false, false, false, 0},
        {"lease6", ArgumentType::Lease6, 20, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::lease4_decline> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query4", ArgumentType::Pkt4, 16, 0, false, false, false, 0},
        {"lease4", ArgumentType::Lease4, 20, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::lease6_decline> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query6", ArgumentType::Pkt6, 16, 0, false, false, false, 0},
        {"lease6", ArgumentType::Lease6, 20, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::lease4_expire> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"lease4", ArgumentType::Lease4, 16, 0, false, false, false, 0},
        {"remove_lease", ArgumentType::Bool, 20, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::lease6_expire> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"lease6", ArgumentType::Lease6, 16, 0, false, false, false, 0},
        {"remove_lease", ArgumentType::Bool, 20, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::lease4_recover> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"lease4", ArgumentType::Lease4, 16, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::lease6_recover> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"lease6", ArgumentType::Lease6, 16, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::pkt4_send> {
    static constexpr uint32_t record_bytes = 32;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query4", ArgumentType::Pkt4, 16, 0, false, false, false, 0},
        {"response4", ArgumentType::Pkt4, 20, 0, false, true, false, 0},
        {"subnet4", ArgumentType::Subnet4, 24, 20506, true, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::pkt6_send> {
    static constexpr uint32_t record_bytes = 32;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query6", ArgumentType::Pkt6, 16, 0, false, false, false, 0},
        {"response6", ArgumentType::Pkt6, 20, 0, false, true, false, 0},
        {"subnet6", ArgumentType::Subnet6, 24, 20506, true, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::leases4_committed> {
    static constexpr uint32_t record_bytes = 32;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query4", ArgumentType::Pkt4, 16, 0, false, false, false, 0},
        {"leases4", ArgumentType::Lease4List, 20, 0, false, false, false, 0},
        {"deleted_leases4", ArgumentType::Lease4List, 24, 0, false, false, false, 0},
        {"response4", ArgumentType::Pkt4, 28, 20707, true, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::leases6_committed> {
    static constexpr uint32_t record_bytes = 32;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query6", ArgumentType::Pkt6, 16, 0, false, false, false, 0},
        {"leases6", ArgumentType::Lease6List, 20, 0, false, false, false, 0},
        {"deleted_leases6", ArgumentType::Lease6List, 24, 0, false, false, false, 0},
        {"response6", ArgumentType::Pkt6, 28, 20707, true, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::lease4_offer> {
    static constexpr uint32_t record_bytes = 40;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query4", ArgumentType::Pkt4, 16, 0, false, false, false, 0},
        {"leases4", ArgumentType::Lease4List, 20, 0, false, false, false, 0},
        {"offer_lifetime", ArgumentType::U32, 24, 0, false, false, false, 0},
        {"old_lease", ArgumentType::Lease4, 28, 0, true, false, false, 0},
        {"response4", ArgumentType::Pkt4, 32, 20707, true, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::lease4_server_decline> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query4", ArgumentType::Pkt4, 16, 0, false, false, false, 0},
        {"lease4", ArgumentType::Lease4, 20, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::addr6_register> {
    static constexpr uint32_t record_bytes = 48;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query6", ArgumentType::Pkt6, 16, 0, false, false, false, 0},
        {"response6", ArgumentType::Pkt6, 20, 0, false, false, false, 0},
        {"address6", ArgumentType::Ipv6, 24, 0, false, false, false, 0},
        {"old_lease6", ArgumentType::Lease6, 40, 0, true, false, false, 0},
        {"new_lease6", ArgumentType::Lease6, 44, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::buffer4_receive> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query4", ArgumentType::RawPacket4, 16, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::buffer6_receive> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query6", ArgumentType::RawPacket6, 16, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::buffer4_send> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"response4", ArgumentType::Pkt4, 16, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::buffer6_send> {
    static constexpr uint32_t record_bytes = 24;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"response6", ArgumentType::Pkt6, 16, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::host4_identifier> {
    static constexpr uint32_t record_bytes = 32;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query4", ArgumentType::Pkt4, 16, 0, false, false, false, 0},
        {"id_type", ArgumentType::IdentifierType, 20, 0, false, false, false, 0},
        {"id_value", ArgumentType::Identifier, 24, 0, false, false, true, 0},
    };
};

template <>
struct Arguments<HookPointId::host6_identifier> {
    static constexpr uint32_t record_bytes = 32;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query6", ArgumentType::Pkt6, 16, 0, false, false, false, 0},
        {"id_type", ArgumentType::IdentifierType, 20, 0, false, false, false, 0},
        {"id_value", ArgumentType::Identifier, 24, 0, false, false, true, 0},
    };
};

template <>
struct Arguments<HookPointId::ddns4_update> {
    static constexpr uint32_t record_bytes = 48;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query4", ArgumentType::Pkt4, 16, 0, false, false, false, 0},
        {"response4", ArgumentType::Pkt4, 20, 0, false, false, false, 0},
        {"subnet4", ArgumentType::Subnet4, 24, 0, true, false, false, 0},
        {"hostname", ArgumentType::HostName, 28, 0, false, false, true, 0},
        {"fwd-update", ArgumentType::Bool, 36, 0, false, false, true, 0},
        {"rev-update", ArgumentType::Bool, 37, 0, false, false, true, 0},
        {"ddns-params", ArgumentType::DdnsParams, 40, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::ddns6_update> {
    static constexpr uint32_t record_bytes = 48;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"query6", ArgumentType::Pkt6, 16, 0, false, false, false, 0},
        {"response6", ArgumentType::Pkt6, 20, 0, false, false, false, 0},
        {"subnet6", ArgumentType::Subnet6, 24, 0, true, false, false, 0},
        {"hostname", ArgumentType::HostName, 28, 0, false, false, true, 0},
        {"fwd-update", ArgumentType::Bool, 36, 0, false, false, true, 0},
        {"rev-update", ArgumentType::Bool, 37, 0, false, false, true, 0},
        {"ddns-params", ArgumentType::DdnsParams, 40, 0, false, false, false, 0},
    };
};

template <>
struct Arguments<HookPointId::command_processed> {
    static constexpr uint32_t record_bytes = 32;
    static constexpr UnsafeVerdict unsafe_verdict = {Verdict::Continue, 0, 0, nullptr};
    static constexpr ArgumentInfo list[] = {
        {"name", ArgumentType::Text, 16, 0, false, false, false, 0},
        {"arguments", ArgumentType::Json, 24, 0, true, false, false, 0},
        {"response", ArgumentType::Json, 28, 0, true, false, false, 0},
    };
};

/// Operations of the edit log.
enum class Edit : uint16_t {
    /// code, value: sets an option.
    SetOption = 1,
    /// code: removes an option.
    RemoveOption = 2,
    /// value: a class name in UTF-8.
    AddClass = 3,
    /// code or value: sets an argument of the hook point; object is its position among them.
    SetArgument = 4,
    /// code: seconds.
    SetValidLifetime = 5,
    /// code: seconds; DHCPv6.
    SetPreferredLifetime = 6,
    /// value: a name in UTF-8; empty: none.
    SetHostname = 7,
    /// value: a JSON map in UTF-8; empty: none.
    SetUserContext = 8,
};

/// Fields that are brought into the frame only when a policy asks for them.
enum class LazyField : uint32_t {
    Pkt4RemoteHwaddr = 1,
    Pkt4Sname = 2,
    Pkt4File = 3,
    Pkt4Classes = 4,
    Pkt4LocalHwaddr = 9,
    Pkt4Wire = 11,
    Pkt6Hwaddr = 5,
    Pkt6LocalAddr = 6,
    Pkt6RemoteAddr = 7,
    Pkt6Classes = 8,
    Pkt6RemoteHwaddr = 10,
    Pkt6Wire = 12,
    Subnet4RelayAddrs = 14,
    Subnet6RelayAddrs = 15,
    RawPacket4RemoteHwaddr = 13,
};

/// Indexes of whatever is kept for each class of objects.
enum class ObjectClass : uint32_t {
    Pkt4,
    Pkt6,
    RelayHop,
    Subnet4,
    Subnet6,
    Lease4,
    Lease6,
    Option6IA,
    Lease4List,
    Lease6List,
    RawPacket4,
    RawPacket6,
    DdnsParams,
    Subnet4List,
    Subnet6List,
    Pool4,
    Pool6,
    Json,
};
constexpr uint32_t kObjectClasses = 18;

// Bits of the fields that stand in a record. kPlain are those of a fixed size that are always there: read and written
// together, since asking for each would cost as much as the field.
constexpr uint64_t kAllFields = ~uint64_t{0};
namespace field {
namespace Pkt4 {
    constexpr uint64_t type = uint64_t{1} << 0;
    constexpr uint64_t op = uint64_t{1} << 1;
    constexpr uint64_t htype = uint64_t{1} << 2;
    constexpr uint64_t hlen = uint64_t{1} << 3;
    constexpr uint64_t hops = uint64_t{1} << 4;
    constexpr uint64_t relayed = uint64_t{1} << 5;
    constexpr uint64_t secs = uint64_t{1} << 6;
    constexpr uint64_t flags = uint64_t{1} << 7;
    constexpr uint64_t local_port = uint64_t{1} << 8;
    constexpr uint64_t remote_port = uint64_t{1} << 9;
    constexpr uint64_t transid = uint64_t{1} << 10;
    constexpr uint64_t ciaddr = uint64_t{1} << 11;
    constexpr uint64_t yiaddr = uint64_t{1} << 12;
    constexpr uint64_t siaddr = uint64_t{1} << 13;
    constexpr uint64_t giaddr = uint64_t{1} << 14;
    constexpr uint64_t local_addr = uint64_t{1} << 15;
    constexpr uint64_t remote_addr = uint64_t{1} << 16;
    constexpr uint64_t ifindex = uint64_t{1} << 17;
    constexpr uint64_t iface = uint64_t{1} << 18;
    constexpr uint64_t hwaddr = uint64_t{1} << 19;
    constexpr uint64_t client_id = uint64_t{1} << 20;
    constexpr uint64_t dhcp4o6 = uint64_t{1} << 21;
    constexpr uint64_t kPlain = type | op | htype | hlen | hops | relayed | secs | flags | local_port | remote_port | transid | ciaddr | yiaddr | siaddr | giaddr | local_addr | remote_addr | ifindex | dhcp4o6;
}
namespace Pkt6 {
    constexpr uint64_t type = uint64_t{1} << 0;
    constexpr uint64_t relayed = uint64_t{1} << 1;
    constexpr uint64_t local_port = uint64_t{1} << 2;
    constexpr uint64_t remote_port = uint64_t{1} << 3;
    constexpr uint64_t relay_count = uint64_t{1} << 4;
    constexpr uint64_t transid = uint64_t{1} << 5;
    constexpr uint64_t ifindex = uint64_t{1} << 6;
    constexpr uint64_t iface = uint64_t{1} << 7;
    constexpr uint64_t duid = uint64_t{1} << 8;
    constexpr uint64_t kPlain = type | relayed | local_port | remote_port | relay_count | transid | ifindex;
}
namespace RelayHop {
    constexpr uint64_t type = uint64_t{1} << 0;
    constexpr uint64_t hop_count = uint64_t{1} << 1;
    constexpr uint64_t link_addr = uint64_t{1} << 2;
    constexpr uint64_t peer_addr = uint64_t{1} << 3;
    constexpr uint64_t kPlain = type | hop_count | link_addr | peer_addr;
}
namespace Subnet4 {
    constexpr uint64_t id = uint64_t{1} << 0;
    constexpr uint64_t prefix = uint64_t{1} << 1;
    constexpr uint64_t prefix_length = uint64_t{1} << 2;
    constexpr uint64_t shared_network = uint64_t{1} << 3;
    constexpr uint64_t valid_lifetime = uint64_t{1} << 4;
    constexpr uint64_t pool_count = uint64_t{1} << 5;
    constexpr uint64_t iface = uint64_t{1} << 6;
    constexpr uint64_t min_valid_lifetime = uint64_t{1} << 7;
    constexpr uint64_t max_valid_lifetime = uint64_t{1} << 8;
    constexpr uint64_t kPlain = id | prefix | prefix_length | valid_lifetime | pool_count | min_valid_lifetime | max_valid_lifetime;
}
namespace Subnet6 {
    constexpr uint64_t id = uint64_t{1} << 0;
    constexpr uint64_t prefix_length = uint64_t{1} << 1;
    constexpr uint64_t prefix = uint64_t{1} << 2;
    constexpr uint64_t shared_network = uint64_t{1} << 3;
    constexpr uint64_t preferred_lifetime = uint64_t{1} << 4;
    constexpr uint64_t valid_lifetime = uint64_t{1} << 5;
    constexpr uint64_t pool_count = uint64_t{1} << 6;
    constexpr uint64_t iface = uint64_t{1} << 7;
    constexpr uint64_t min_valid_lifetime = uint64_t{1} << 8;
    constexpr uint64_t max_valid_lifetime = uint64_t{1} << 9;
    constexpr uint64_t kPlain = id | prefix_length | prefix | preferred_lifetime | valid_lifetime | pool_count | min_valid_lifetime | max_valid_lifetime;
}
namespace Lease4 {
    constexpr uint64_t address = uint64_t{1} << 0;
    constexpr uint64_t state = uint64_t{1} << 1;
    constexpr uint64_t fqdn_fwd = uint64_t{1} << 2;
    constexpr uint64_t fqdn_rev = uint64_t{1} << 3;
    constexpr uint64_t subnet_id = uint64_t{1} << 4;
    constexpr uint64_t valid_lifetime = uint64_t{1} << 5;
    constexpr uint64_t reuseable_lifetime = uint64_t{1} << 6;
    constexpr uint64_t cltt = uint64_t{1} << 7;
    constexpr uint64_t hwaddr = uint64_t{1} << 8;
    constexpr uint64_t client_id = uint64_t{1} << 9;
    constexpr uint64_t hostname = uint64_t{1} << 10;
    constexpr uint64_t pool_id = uint64_t{1} << 11;
    constexpr uint64_t expired = uint64_t{1} << 12;
    constexpr uint64_t relay_id = uint64_t{1} << 13;
    constexpr uint64_t remote_id = uint64_t{1} << 14;
    constexpr uint64_t kPlain = address | state | fqdn_fwd | fqdn_rev | subnet_id | valid_lifetime | reuseable_lifetime | cltt | expired;
}
namespace Lease6 {
    constexpr uint64_t type = uint64_t{1} << 0;
    constexpr uint64_t state = uint64_t{1} << 1;
    constexpr uint64_t prefix_length = uint64_t{1} << 2;
    constexpr uint64_t fqdn_fwd = uint64_t{1} << 3;
    constexpr uint64_t fqdn_rev = uint64_t{1} << 4;
    constexpr uint64_t iaid = uint64_t{1} << 5;
    constexpr uint64_t subnet_id = uint64_t{1} << 6;
    constexpr uint64_t preferred_lifetime = uint64_t{1} << 7;
    constexpr uint64_t valid_lifetime = uint64_t{1} << 8;
    constexpr uint64_t reuseable_lifetime = uint64_t{1} << 9;
    constexpr uint64_t cltt = uint64_t{1} << 10;
    constexpr uint64_t address = uint64_t{1} << 11;
    constexpr uint64_t duid = uint64_t{1} << 12;
    constexpr uint64_t hwaddr = uint64_t{1} << 13;
    constexpr uint64_t hostname = uint64_t{1} << 14;
    constexpr uint64_t pool_id = uint64_t{1} << 15;
    constexpr uint64_t expired = uint64_t{1} << 16;
    constexpr uint64_t kPlain = type | state | prefix_length | fqdn_fwd | fqdn_rev | iaid | subnet_id | preferred_lifetime | valid_lifetime | reuseable_lifetime | cltt | address | expired;
}
namespace Option6IA {
    constexpr uint64_t type = uint64_t{1} << 0;
    constexpr uint64_t iaid = uint64_t{1} << 1;
    constexpr uint64_t t1 = uint64_t{1} << 2;
    constexpr uint64_t t2 = uint64_t{1} << 3;
    constexpr uint64_t kPlain = type | iaid | t1 | t2;
}
namespace Lease4List {
    constexpr uint64_t length = uint64_t{1} << 0;
    constexpr uint64_t kPlain = length;
}
namespace Lease6List {
    constexpr uint64_t length = uint64_t{1} << 0;
    constexpr uint64_t kPlain = length;
}
namespace RawPacket4 {
    constexpr uint64_t local_port = uint64_t{1} << 0;
    constexpr uint64_t remote_port = uint64_t{1} << 1;
    constexpr uint64_t local_addr = uint64_t{1} << 2;
    constexpr uint64_t remote_addr = uint64_t{1} << 3;
    constexpr uint64_t ifindex = uint64_t{1} << 4;
    constexpr uint64_t iface = uint64_t{1} << 5;
    constexpr uint64_t wire = uint64_t{1} << 6;
    constexpr uint64_t kPlain = local_port | remote_port | local_addr | remote_addr | ifindex;
}
namespace RawPacket6 {
    constexpr uint64_t remote_port = uint64_t{1} << 0;
    constexpr uint64_t ifindex = uint64_t{1} << 1;
    constexpr uint64_t local_addr = uint64_t{1} << 2;
    constexpr uint64_t remote_addr = uint64_t{1} << 3;
    constexpr uint64_t iface = uint64_t{1} << 4;
    constexpr uint64_t wire = uint64_t{1} << 5;
    constexpr uint64_t kPlain = remote_port | ifindex | local_addr | remote_addr;
}
namespace DdnsParams {
    constexpr uint64_t enable_updates = uint64_t{1} << 0;
    constexpr uint64_t override_no_update = uint64_t{1} << 1;
    constexpr uint64_t override_client_update = uint64_t{1} << 2;
    constexpr uint64_t update_on_renew = uint64_t{1} << 3;
    constexpr uint64_t replace_client_name_mode = uint64_t{1} << 4;
    constexpr uint64_t generated_prefix = uint64_t{1} << 5;
    constexpr uint64_t qualifying_suffix = uint64_t{1} << 6;
    constexpr uint64_t kPlain = enable_updates | override_no_update | override_client_update | update_on_renew | replace_client_name_mode;
}
namespace Subnet4List {
    constexpr uint64_t length = uint64_t{1} << 0;
    constexpr uint64_t kPlain = length;
}
namespace Subnet6List {
    constexpr uint64_t length = uint64_t{1} << 0;
    constexpr uint64_t kPlain = length;
}
namespace Pool4 {
    constexpr uint64_t first_address = uint64_t{1} << 0;
    constexpr uint64_t last_address = uint64_t{1} << 1;
    constexpr uint64_t kPlain = first_address | last_address;
}
namespace Pool6 {
    constexpr uint64_t type = uint64_t{1} << 0;
    constexpr uint64_t prefix_length = uint64_t{1} << 1;
    constexpr uint64_t first_address = uint64_t{1} << 2;
    constexpr uint64_t last_address = uint64_t{1} << 3;
    constexpr uint64_t kPlain = type | prefix_length | first_address | last_address;
}
namespace Json {
}
}  // namespace field

struct FieldInfo {
    /// As a policy's metadata write it: class and field.
    const char* name;
    ObjectClass object;
    uint64_t bit;
};

constexpr FieldInfo kFields[] = {
    {"Pkt4.type", ObjectClass::Pkt4, field::Pkt4::type},
    {"Pkt4.op", ObjectClass::Pkt4, field::Pkt4::op},
    {"Pkt4.htype", ObjectClass::Pkt4, field::Pkt4::htype},
    {"Pkt4.hlen", ObjectClass::Pkt4, field::Pkt4::hlen},
    {"Pkt4.hops", ObjectClass::Pkt4, field::Pkt4::hops},
    {"Pkt4.relayed", ObjectClass::Pkt4, field::Pkt4::relayed},
    {"Pkt4.secs", ObjectClass::Pkt4, field::Pkt4::secs},
    {"Pkt4.flags", ObjectClass::Pkt4, field::Pkt4::flags},
    {"Pkt4.localPort", ObjectClass::Pkt4, field::Pkt4::local_port},
    {"Pkt4.remotePort", ObjectClass::Pkt4, field::Pkt4::remote_port},
    {"Pkt4.transid", ObjectClass::Pkt4, field::Pkt4::transid},
    {"Pkt4.ciaddr", ObjectClass::Pkt4, field::Pkt4::ciaddr},
    {"Pkt4.yiaddr", ObjectClass::Pkt4, field::Pkt4::yiaddr},
    {"Pkt4.siaddr", ObjectClass::Pkt4, field::Pkt4::siaddr},
    {"Pkt4.giaddr", ObjectClass::Pkt4, field::Pkt4::giaddr},
    {"Pkt4.localAddr", ObjectClass::Pkt4, field::Pkt4::local_addr},
    {"Pkt4.remoteAddr", ObjectClass::Pkt4, field::Pkt4::remote_addr},
    {"Pkt4.ifindex", ObjectClass::Pkt4, field::Pkt4::ifindex},
    {"Pkt4.iface", ObjectClass::Pkt4, field::Pkt4::iface},
    {"Pkt4.hwaddr", ObjectClass::Pkt4, field::Pkt4::hwaddr},
    {"Pkt4.clientId", ObjectClass::Pkt4, field::Pkt4::client_id},
    {"Pkt4.dhcp4o6", ObjectClass::Pkt4, field::Pkt4::dhcp4o6},
    {"Pkt6.type", ObjectClass::Pkt6, field::Pkt6::type},
    {"Pkt6.relayed", ObjectClass::Pkt6, field::Pkt6::relayed},
    {"Pkt6.localPort", ObjectClass::Pkt6, field::Pkt6::local_port},
    {"Pkt6.remotePort", ObjectClass::Pkt6, field::Pkt6::remote_port},
    {"Pkt6.relayCount", ObjectClass::Pkt6, field::Pkt6::relay_count},
    {"Pkt6.transid", ObjectClass::Pkt6, field::Pkt6::transid},
    {"Pkt6.ifindex", ObjectClass::Pkt6, field::Pkt6::ifindex},
    {"Pkt6.iface", ObjectClass::Pkt6, field::Pkt6::iface},
    {"Pkt6.duid", ObjectClass::Pkt6, field::Pkt6::duid},
    {"RelayHop.type", ObjectClass::RelayHop, field::RelayHop::type},
    {"RelayHop.hopCount", ObjectClass::RelayHop, field::RelayHop::hop_count},
    {"RelayHop.linkAddr", ObjectClass::RelayHop, field::RelayHop::link_addr},
    {"RelayHop.peerAddr", ObjectClass::RelayHop, field::RelayHop::peer_addr},
    {"Subnet4.id", ObjectClass::Subnet4, field::Subnet4::id},
    {"Subnet4.prefix", ObjectClass::Subnet4, field::Subnet4::prefix},
    {"Subnet4.prefixLength", ObjectClass::Subnet4, field::Subnet4::prefix_length},
    {"Subnet4.sharedNetwork", ObjectClass::Subnet4, field::Subnet4::shared_network},
    {"Subnet4.validLifetime", ObjectClass::Subnet4, field::Subnet4::valid_lifetime},
    {"Subnet4.poolCount", ObjectClass::Subnet4, field::Subnet4::pool_count},
    {"Subnet4.iface", ObjectClass::Subnet4, field::Subnet4::iface},
    {"Subnet4.minValidLifetime", ObjectClass::Subnet4, field::Subnet4::min_valid_lifetime},
    {"Subnet4.maxValidLifetime", ObjectClass::Subnet4, field::Subnet4::max_valid_lifetime},
    {"Subnet6.id", ObjectClass::Subnet6, field::Subnet6::id},
    {"Subnet6.prefixLength", ObjectClass::Subnet6, field::Subnet6::prefix_length},
    {"Subnet6.prefix", ObjectClass::Subnet6, field::Subnet6::prefix},
    {"Subnet6.sharedNetwork", ObjectClass::Subnet6, field::Subnet6::shared_network},
    {"Subnet6.preferredLifetime", ObjectClass::Subnet6, field::Subnet6::preferred_lifetime},
    {"Subnet6.validLifetime", ObjectClass::Subnet6, field::Subnet6::valid_lifetime},
    {"Subnet6.poolCount", ObjectClass::Subnet6, field::Subnet6::pool_count},
    {"Subnet6.iface", ObjectClass::Subnet6, field::Subnet6::iface},
    {"Subnet6.minValidLifetime", ObjectClass::Subnet6, field::Subnet6::min_valid_lifetime},
    {"Subnet6.maxValidLifetime", ObjectClass::Subnet6, field::Subnet6::max_valid_lifetime},
    {"Lease4.address", ObjectClass::Lease4, field::Lease4::address},
    {"Lease4.state", ObjectClass::Lease4, field::Lease4::state},
    {"Lease4.fqdnFwd", ObjectClass::Lease4, field::Lease4::fqdn_fwd},
    {"Lease4.fqdnRev", ObjectClass::Lease4, field::Lease4::fqdn_rev},
    {"Lease4.subnetId", ObjectClass::Lease4, field::Lease4::subnet_id},
    {"Lease4.validLifetime", ObjectClass::Lease4, field::Lease4::valid_lifetime},
    {"Lease4.reuseableLifetime", ObjectClass::Lease4, field::Lease4::reuseable_lifetime},
    {"Lease4.cltt", ObjectClass::Lease4, field::Lease4::cltt},
    {"Lease4.hwaddr", ObjectClass::Lease4, field::Lease4::hwaddr},
    {"Lease4.clientId", ObjectClass::Lease4, field::Lease4::client_id},
    {"Lease4.hostname", ObjectClass::Lease4, field::Lease4::hostname},
    {"Lease4.poolId", ObjectClass::Lease4, field::Lease4::pool_id},
    {"Lease4.expired", ObjectClass::Lease4, field::Lease4::expired},
    {"Lease4.relayId", ObjectClass::Lease4, field::Lease4::relay_id},
    {"Lease4.remoteId", ObjectClass::Lease4, field::Lease4::remote_id},
    {"Lease6.type", ObjectClass::Lease6, field::Lease6::type},
    {"Lease6.state", ObjectClass::Lease6, field::Lease6::state},
    {"Lease6.prefixLength", ObjectClass::Lease6, field::Lease6::prefix_length},
    {"Lease6.fqdnFwd", ObjectClass::Lease6, field::Lease6::fqdn_fwd},
    {"Lease6.fqdnRev", ObjectClass::Lease6, field::Lease6::fqdn_rev},
    {"Lease6.iaid", ObjectClass::Lease6, field::Lease6::iaid},
    {"Lease6.subnetId", ObjectClass::Lease6, field::Lease6::subnet_id},
    {"Lease6.preferredLifetime", ObjectClass::Lease6, field::Lease6::preferred_lifetime},
    {"Lease6.validLifetime", ObjectClass::Lease6, field::Lease6::valid_lifetime},
    {"Lease6.reuseableLifetime", ObjectClass::Lease6, field::Lease6::reuseable_lifetime},
    {"Lease6.cltt", ObjectClass::Lease6, field::Lease6::cltt},
    {"Lease6.address", ObjectClass::Lease6, field::Lease6::address},
    {"Lease6.duid", ObjectClass::Lease6, field::Lease6::duid},
    {"Lease6.hwaddr", ObjectClass::Lease6, field::Lease6::hwaddr},
    {"Lease6.hostname", ObjectClass::Lease6, field::Lease6::hostname},
    {"Lease6.poolId", ObjectClass::Lease6, field::Lease6::pool_id},
    {"Lease6.expired", ObjectClass::Lease6, field::Lease6::expired},
    {"Option6IA.type", ObjectClass::Option6IA, field::Option6IA::type},
    {"Option6IA.iaid", ObjectClass::Option6IA, field::Option6IA::iaid},
    {"Option6IA.t1", ObjectClass::Option6IA, field::Option6IA::t1},
    {"Option6IA.t2", ObjectClass::Option6IA, field::Option6IA::t2},
    {"Lease4List.length", ObjectClass::Lease4List, field::Lease4List::length},
    {"Lease6List.length", ObjectClass::Lease6List, field::Lease6List::length},
    {"RawPacket4.localPort", ObjectClass::RawPacket4, field::RawPacket4::local_port},
    {"RawPacket4.remotePort", ObjectClass::RawPacket4, field::RawPacket4::remote_port},
    {"RawPacket4.localAddr", ObjectClass::RawPacket4, field::RawPacket4::local_addr},
    {"RawPacket4.remoteAddr", ObjectClass::RawPacket4, field::RawPacket4::remote_addr},
    {"RawPacket4.ifindex", ObjectClass::RawPacket4, field::RawPacket4::ifindex},
    {"RawPacket4.iface", ObjectClass::RawPacket4, field::RawPacket4::iface},
    {"RawPacket4.wire", ObjectClass::RawPacket4, field::RawPacket4::wire},
    {"RawPacket6.remotePort", ObjectClass::RawPacket6, field::RawPacket6::remote_port},
    {"RawPacket6.ifindex", ObjectClass::RawPacket6, field::RawPacket6::ifindex},
    {"RawPacket6.localAddr", ObjectClass::RawPacket6, field::RawPacket6::local_addr},
    {"RawPacket6.remoteAddr", ObjectClass::RawPacket6, field::RawPacket6::remote_addr},
    {"RawPacket6.iface", ObjectClass::RawPacket6, field::RawPacket6::iface},
    {"RawPacket6.wire", ObjectClass::RawPacket6, field::RawPacket6::wire},
    {"DdnsParams.enableUpdates", ObjectClass::DdnsParams, field::DdnsParams::enable_updates},
    {"DdnsParams.overrideNoUpdate", ObjectClass::DdnsParams, field::DdnsParams::override_no_update},
    {"DdnsParams.overrideClientUpdate", ObjectClass::DdnsParams, field::DdnsParams::override_client_update},
    {"DdnsParams.updateOnRenew", ObjectClass::DdnsParams, field::DdnsParams::update_on_renew},
    {"DdnsParams.replaceClientNameMode", ObjectClass::DdnsParams, field::DdnsParams::replace_client_name_mode},
    {"DdnsParams.generatedPrefix", ObjectClass::DdnsParams, field::DdnsParams::generated_prefix},
    {"DdnsParams.qualifyingSuffix", ObjectClass::DdnsParams, field::DdnsParams::qualifying_suffix},
    {"Subnet4List.length", ObjectClass::Subnet4List, field::Subnet4List::length},
    {"Subnet6List.length", ObjectClass::Subnet6List, field::Subnet6List::length},
    {"Pool4.firstAddress", ObjectClass::Pool4, field::Pool4::first_address},
    {"Pool4.lastAddress", ObjectClass::Pool4, field::Pool4::last_address},
    {"Pool6.type", ObjectClass::Pool6, field::Pool6::type},
    {"Pool6.prefixLength", ObjectClass::Pool6, field::Pool6::prefix_length},
    {"Pool6.firstAddress", ObjectClass::Pool6, field::Pool6::first_address},
    {"Pool6.lastAddress", ObjectClass::Pool6, field::Pool6::last_address},
};

/// Indexes of kImports: what a policy may import from kea_policy_1.
enum class Import : uint32_t {
    /// Ends the callout as a fault; does not return.
    Abort,
    /// A line for Kea's log: level 0 debug, 1 info, 2 warning, 3 error.
    Log,
    /// Refuses the configuration with a sentence, while the policy starts or in load(), whatever load() returns then.
    /// Nothing later on.
    Refuse,
    /// A random number from 0 up to 1, for Math.random.
    Seed,
    /// Milliseconds since 1970, for Date.
    Now,
    /// Brings a lazy field into the frame.
    Fetch,
    /// Brings an option's value into the frame.
    Option,
    /// Brings the value of an option inside an option into the frame.
    SubOption,
    /// Brings the record of a relay agent into the frame.
    Relay,
    /// Kea's own text of an object: which 0 the full text, 1 the label, 2 the name of a packet's type or of a lease's
    /// state. Writes as much as fits, returns the full length in bytes.
    Text,
    /// The number of a list that the configuration names, 0 where it names none.
    ListOpen,
    /// What a list holds: 0 no such list, 1 hwaddr, 2 oui, 3 duid, 4 prefix, 5 string.
    ListKind,
    /// 1 where the list has the key (oui: its first three bytes; prefix: a prefix that covers the address of 4 or 16
    /// bytes), else 0.
    ListHas,
    /// Kind of a node of the policy's configuration: 0 absent, 1 null, 2 boolean, 3 integer, 4 number, 5 string, 6
    /// list, 7 map. Node 1 is the whole.
    ConfigKind,
    /// Items of a list or map, bytes of a string, else 0.
    ConfigSize,
    /// An item of a list, or the value of a map's member by position; 0 where there is none.
    ConfigItem,
    /// The value of a map's member by name; 0 where there is none.
    ConfigMember,
    /// Name of a map's member by position. Writes as much as fits, returns the full length in bytes.
    ConfigName,
    /// Value of an integer or boolean node, else 0.
    ConfigInteger,
    /// Value of an integer or number node, else 0.
    ConfigNumber,
    /// Value of a string node. Writes as much as fits, returns the full length in bytes.
    ConfigString,
    /// Brings the record of an item of a list into the frame; it may take the place of one that was brought at least a
    /// hundred items ago.
    Item,
    /// Brings the value of one of several options with the same code into the frame.
    OptionAt,
    /// Runs the program that the policy's configuration names with its key script, and answers the verdict that follows
    /// from it: 0 continue, 1 skip, 2 drop. Where Kea parks the packet, it answers 0 at once, and the program runs when
    /// the chain has ended. The environment is a run of NAME=VALUE strings of bytes, a zero byte behind each. Only a
    /// policy with that key may import it.
    RunScript,
    /// As item, for an item that has a number of its own.
    Find,
};

struct ImportInfo {
    const char* name;
    /// One letter each: i = i32, I = i64, F = f64.
    const char* parameters;
    /// One such letter, or nothing.
    const char* result;
};

constexpr ImportInfo kImports[] = {
    {"abort", "iiiiii", ""},
    {"log", "iii", ""},
    {"refuse", "ii", ""},
    {"seed", "", "F"},
    {"now", "", "I"},
    {"fetch", "ii", "i"},
    {"option", "ii", "i"},
    {"sub_option", "iii", "i"},
    {"relay", "ii", "i"},
    {"text", "iiii", "i"},
    {"list_open", "ii", "i"},
    {"list_kind", "i", "i"},
    {"list_has", "iii", "i"},
    {"config_kind", "i", "i"},
    {"config_size", "i", "i"},
    {"config_item", "ii", "i"},
    {"config_member", "iii", "i"},
    {"config_name", "iiii", "i"},
    {"config_integer", "i", "I"},
    {"config_number", "i", "F"},
    {"config_string", "iii", "i"},
    {"item", "ii", "i"},
    {"option_at", "iii", "i"},
    {"run_script", "ii", "i"},
    {"find", "ii", "i"},
};

// Offsets count from the record's start.
namespace offset {
namespace Pkt4 {
    constexpr uint32_t type = 16;
    constexpr uint32_t op = 17;
    constexpr uint32_t htype = 18;
    constexpr uint32_t hlen = 19;
    constexpr uint32_t hops = 20;
    constexpr uint32_t relayed = 21;
    constexpr uint32_t secs = 22;
    constexpr uint32_t flags = 24;
    constexpr uint32_t local_port = 26;
    constexpr uint32_t remote_port = 28;
    constexpr uint32_t transid = 32;
    constexpr uint32_t ciaddr = 36;
    constexpr uint32_t yiaddr = 40;
    constexpr uint32_t siaddr = 44;
    constexpr uint32_t giaddr = 48;
    constexpr uint32_t local_addr = 52;
    constexpr uint32_t remote_addr = 56;
    constexpr uint32_t ifindex = 60;
    constexpr uint32_t iface = 64;
    constexpr uint32_t hwaddr = 72;
    constexpr uint32_t client_id = 88;
    constexpr uint32_t remote_hwaddr = 96;
    constexpr uint32_t sname = 100;
    constexpr uint32_t file = 104;
    constexpr uint32_t classes = 108;
    constexpr uint32_t local_hwaddr = 112;
    constexpr uint32_t wire = 116;
    constexpr uint32_t dhcp4o6 = 120;
    constexpr uint32_t kRecordBytes = 128;
}
namespace Pkt6 {
    constexpr uint32_t type = 16;
    constexpr uint32_t relayed = 17;
    constexpr uint32_t local_port = 18;
    constexpr uint32_t remote_port = 20;
    constexpr uint32_t relay_count = 22;
    constexpr uint32_t transid = 24;
    constexpr uint32_t ifindex = 28;
    constexpr uint32_t iface = 32;
    constexpr uint32_t duid = 40;
    constexpr uint32_t hwaddr = 48;
    constexpr uint32_t local_addr = 52;
    constexpr uint32_t remote_addr = 56;
    constexpr uint32_t classes = 60;
    constexpr uint32_t remote_hwaddr = 64;
    constexpr uint32_t wire = 68;
    constexpr uint32_t kRecordBytes = 72;
}
namespace RelayHop {
    constexpr uint32_t type = 16;
    constexpr uint32_t hop_count = 17;
    constexpr uint32_t link_addr = 24;
    constexpr uint32_t peer_addr = 40;
    constexpr uint32_t kRecordBytes = 56;
}
namespace Subnet4 {
    constexpr uint32_t id = 16;
    constexpr uint32_t prefix = 20;
    constexpr uint32_t prefix_length = 24;
    constexpr uint32_t shared_network = 28;
    constexpr uint32_t valid_lifetime = 36;
    constexpr uint32_t pool_count = 40;
    constexpr uint32_t iface = 44;
    constexpr uint32_t relay_addrs = 52;
    constexpr uint32_t min_valid_lifetime = 56;
    constexpr uint32_t max_valid_lifetime = 60;
    constexpr uint32_t kRecordBytes = 64;
}
namespace Subnet6 {
    constexpr uint32_t id = 16;
    constexpr uint32_t prefix_length = 20;
    constexpr uint32_t prefix = 24;
    constexpr uint32_t shared_network = 40;
    constexpr uint32_t preferred_lifetime = 48;
    constexpr uint32_t valid_lifetime = 52;
    constexpr uint32_t pool_count = 56;
    constexpr uint32_t iface = 60;
    constexpr uint32_t relay_addrs = 68;
    constexpr uint32_t min_valid_lifetime = 72;
    constexpr uint32_t max_valid_lifetime = 76;
    constexpr uint32_t kRecordBytes = 80;
}
namespace Lease4 {
    constexpr uint32_t address = 16;
    constexpr uint32_t state = 20;
    constexpr uint32_t fqdn_fwd = 21;
    constexpr uint32_t fqdn_rev = 22;
    constexpr uint32_t subnet_id = 24;
    constexpr uint32_t valid_lifetime = 28;
    constexpr uint32_t reuseable_lifetime = 32;
    constexpr uint32_t cltt = 40;
    constexpr uint32_t hwaddr = 48;
    constexpr uint32_t client_id = 64;
    constexpr uint32_t hostname = 72;
    constexpr uint32_t pool_id = 80;
    constexpr uint32_t expired = 84;
    constexpr uint32_t relay_id = 88;
    constexpr uint32_t remote_id = 96;
    constexpr uint32_t kRecordBytes = 104;
}
namespace Lease6 {
    constexpr uint32_t type = 16;
    constexpr uint32_t state = 17;
    constexpr uint32_t prefix_length = 18;
    constexpr uint32_t fqdn_fwd = 19;
    constexpr uint32_t fqdn_rev = 20;
    constexpr uint32_t iaid = 24;
    constexpr uint32_t subnet_id = 28;
    constexpr uint32_t preferred_lifetime = 32;
    constexpr uint32_t valid_lifetime = 36;
    constexpr uint32_t reuseable_lifetime = 40;
    constexpr uint32_t cltt = 48;
    constexpr uint32_t address = 56;
    constexpr uint32_t duid = 72;
    constexpr uint32_t hwaddr = 80;
    constexpr uint32_t hostname = 96;
    constexpr uint32_t pool_id = 104;
    constexpr uint32_t expired = 108;
    constexpr uint32_t kRecordBytes = 112;
}
namespace Option6IA {
    constexpr uint32_t type = 16;
    constexpr uint32_t iaid = 20;
    constexpr uint32_t t1 = 24;
    constexpr uint32_t t2 = 28;
    constexpr uint32_t kRecordBytes = 32;
}
namespace Lease4List {
    constexpr uint32_t length = 16;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Lease6List {
    constexpr uint32_t length = 16;
    constexpr uint32_t kRecordBytes = 24;
}
namespace RawPacket4 {
    constexpr uint32_t local_port = 16;
    constexpr uint32_t remote_port = 18;
    constexpr uint32_t local_addr = 20;
    constexpr uint32_t remote_addr = 24;
    constexpr uint32_t ifindex = 28;
    constexpr uint32_t iface = 32;
    constexpr uint32_t wire = 40;
    constexpr uint32_t remote_hwaddr = 48;
    constexpr uint32_t kRecordBytes = 56;
}
namespace RawPacket6 {
    constexpr uint32_t remote_port = 16;
    constexpr uint32_t ifindex = 20;
    constexpr uint32_t local_addr = 24;
    constexpr uint32_t remote_addr = 40;
    constexpr uint32_t iface = 56;
    constexpr uint32_t wire = 64;
    constexpr uint32_t kRecordBytes = 72;
}
namespace DdnsParams {
    constexpr uint32_t enable_updates = 16;
    constexpr uint32_t override_no_update = 17;
    constexpr uint32_t override_client_update = 18;
    constexpr uint32_t update_on_renew = 19;
    constexpr uint32_t replace_client_name_mode = 20;
    constexpr uint32_t generated_prefix = 24;
    constexpr uint32_t qualifying_suffix = 32;
    constexpr uint32_t kRecordBytes = 40;
}
namespace Subnet4List {
    constexpr uint32_t length = 16;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Subnet6List {
    constexpr uint32_t length = 16;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Pool4 {
    constexpr uint32_t first_address = 16;
    constexpr uint32_t last_address = 20;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Pool6 {
    constexpr uint32_t type = 16;
    constexpr uint32_t prefix_length = 17;
    constexpr uint32_t first_address = 24;
    constexpr uint32_t last_address = 40;
    constexpr uint32_t kRecordBytes = 56;
}
namespace Json {
    constexpr uint32_t kRecordBytes = 16;
}
namespace Pkt4Receive {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Pkt6Receive {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Subnet4Select {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t subnet4 = 20;
    constexpr uint32_t subnet4collection = 24;
    constexpr uint32_t kRecordBytes = 32;
}
namespace Subnet6Select {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t subnet6 = 20;
    constexpr uint32_t subnet6collection = 24;
    constexpr uint32_t kRecordBytes = 32;
}
namespace Lease4Select {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t subnet4 = 20;
    constexpr uint32_t fake_allocation = 24;
    constexpr uint32_t lease4 = 28;
    constexpr uint32_t offer_lifetime = 32;
    constexpr uint32_t kRecordBytes = 40;
}
namespace Lease6Select {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t subnet6 = 20;
    constexpr uint32_t fake_allocation = 24;
    constexpr uint32_t lease6 = 28;
    constexpr uint32_t kRecordBytes = 32;
}
namespace Lease4Renew {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t subnet4 = 20;
    constexpr uint32_t lease4 = 24;
    constexpr uint32_t client_id = 28;
    constexpr uint32_t hwaddr = 36;
    constexpr uint32_t kRecordBytes = 56;
}
namespace Lease6Renew {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t lease6 = 20;
    constexpr uint32_t ia_na = 24;
    constexpr uint32_t ia_pd = 28;
    constexpr uint32_t kRecordBytes = 32;
}
namespace Lease6Rebind {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t lease6 = 20;
    constexpr uint32_t ia_na = 24;
    constexpr uint32_t ia_pd = 28;
    constexpr uint32_t kRecordBytes = 32;
}
namespace Lease4Release {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t lease4 = 20;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Lease6Release {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t lease6 = 20;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Lease4Decline {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t lease4 = 20;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Lease6Decline {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t lease6 = 20;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Lease4Expire {
    constexpr uint32_t lease4 = 16;
    constexpr uint32_t remove_lease = 20;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Lease6Expire {
    constexpr uint32_t lease6 = 16;
    constexpr uint32_t remove_lease = 20;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Lease4Recover {
    constexpr uint32_t lease4 = 16;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Lease6Recover {
    constexpr uint32_t lease6 = 16;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Pkt4Send {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t response4 = 20;
    constexpr uint32_t subnet4 = 24;
    constexpr uint32_t kRecordBytes = 32;
}
namespace Pkt6Send {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t response6 = 20;
    constexpr uint32_t subnet6 = 24;
    constexpr uint32_t kRecordBytes = 32;
}
namespace Leases4Committed {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t leases4 = 20;
    constexpr uint32_t deleted_leases4 = 24;
    constexpr uint32_t response4 = 28;
    constexpr uint32_t kRecordBytes = 32;
}
namespace Leases6Committed {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t leases6 = 20;
    constexpr uint32_t deleted_leases6 = 24;
    constexpr uint32_t response6 = 28;
    constexpr uint32_t kRecordBytes = 32;
}
namespace Lease4Offer {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t leases4 = 20;
    constexpr uint32_t offer_lifetime = 24;
    constexpr uint32_t old_lease = 28;
    constexpr uint32_t response4 = 32;
    constexpr uint32_t kRecordBytes = 40;
}
namespace Lease4ServerDecline {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t lease4 = 20;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Addr6Register {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t response6 = 20;
    constexpr uint32_t address6 = 24;
    constexpr uint32_t old_lease6 = 40;
    constexpr uint32_t new_lease6 = 44;
    constexpr uint32_t kRecordBytes = 48;
}
namespace Buffer4Receive {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Buffer6Receive {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Buffer4Send {
    constexpr uint32_t response4 = 16;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Buffer6Send {
    constexpr uint32_t response6 = 16;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Host4Identifier {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t id_type = 20;
    constexpr uint32_t id_value = 24;
    constexpr uint32_t kRecordBytes = 32;
}
namespace Host6Identifier {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t id_type = 20;
    constexpr uint32_t id_value = 24;
    constexpr uint32_t kRecordBytes = 32;
}
namespace Ddns4Update {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t response4 = 20;
    constexpr uint32_t subnet4 = 24;
    constexpr uint32_t hostname = 28;
    constexpr uint32_t forward_update = 36;
    constexpr uint32_t reverse_update = 37;
    constexpr uint32_t ddns_params = 40;
    constexpr uint32_t kRecordBytes = 48;
}
namespace Ddns6Update {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t response6 = 20;
    constexpr uint32_t subnet6 = 24;
    constexpr uint32_t hostname = 28;
    constexpr uint32_t forward_update = 36;
    constexpr uint32_t reverse_update = 37;
    constexpr uint32_t ddns_params = 40;
    constexpr uint32_t kRecordBytes = 48;
}
namespace CommandProcessed {
    constexpr uint32_t name = 16;
    constexpr uint32_t command_arguments = 24;
    constexpr uint32_t response = 28;
    constexpr uint32_t kRecordBytes = 32;
}
}  // namespace offset

// Bits of a record's presence word.
namespace presence {
namespace Pkt4 {
    constexpr uint64_t client_id = 1ull << 0;
}
namespace Pkt6 {
    constexpr uint64_t duid = 1ull << 0;
}
namespace Lease4 {
    constexpr uint64_t hwaddr = 1ull << 0;
    constexpr uint64_t client_id = 1ull << 1;
    constexpr uint64_t pool_id = 1ull << 2;
    constexpr uint64_t relay_id = 1ull << 3;
    constexpr uint64_t remote_id = 1ull << 4;
}
namespace Lease6 {
    constexpr uint64_t duid = 1ull << 0;
    constexpr uint64_t hwaddr = 1ull << 1;
    constexpr uint64_t pool_id = 1ull << 2;
}
}  // namespace presence

}  // namespace kea_policy
