// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// Numbers of the interface between host and policy; docs/design.md draws the picture.
#pragma once

#include "../verdict.h"

#include <cstdint>

namespace kea_policy {

/// A host takes every policy whose number is 1 up to this one.
constexpr uint32_t kAbi = 1;
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
};

struct HookPointInfo {
    HookPointId id;
    /// As Kea names it; also the policy's export.
    const char* name;
    /// Class of the parameter that a policy's function takes.
    const char* context;
    int family;
    /// First Kea version that has it.
    const char* since;
    /// Bit N set where the verdict with number N is honoured.
    uint32_t verdicts;
    /// What Kea does; nullptr where the verdict is not honoured.
    const char* on_continue;
    const char* on_skip;
    const char* on_drop;
};

constexpr HookPointInfo kHookPoints[] = {
    {HookPointId::pkt4_receive, "pkt4_receive", "Pkt4Receive", 4, "2.2.0", 1u << 0 | 1u << 1 | 1u << 2,
     "Kea processes the packet.",
     "The same as Drop: Kea drops the packet.",
     "Kea drops the packet; the client gets nothing."},
    {HookPointId::pkt6_receive, "pkt6_receive", "Pkt6Receive", 6, "2.2.0", 1u << 0 | 1u << 1 | 1u << 2,
     "Kea processes the packet.",
     "The same as Drop: Kea drops the packet.",
     "Kea drops the packet; the client gets nothing."},
};

/// Operations of the edit log.
enum class Edit : uint16_t {
    /// code, value: sets an option.
    SetOption = 1,
    /// code: removes an option.
    RemoveOption = 2,
    /// value: a class name in UTF-8.
    AddClass = 3,
};

/// Fields that are brought into the frame only when a policy asks for them.
enum class LazyField : uint32_t {
    Pkt4RemoteHwaddr = 1,
    Pkt4Sname = 2,
    Pkt4File = 3,
    Pkt4Classes = 4,
    Pkt6Hwaddr = 5,
    Pkt6LocalAddr = 6,
    Pkt6RemoteAddr = 7,
    Pkt6Classes = 8,
};

/// Indexes of kImports: what a policy may import from kea_policy_1.
enum class Import : uint32_t {
    /// Ends the callout as a fault; does not return.
    Abort,
    /// A line for Kea's log: level 0 debug, 1 info, 2 warning, 3 error.
    Log,
    /// The sentence with which load() refuses its configuration.
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
    /// Kea's own text of an object: which 0 the full text, 1 the label. Writes as much as fits, returns the full length
    /// in bytes.
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
    constexpr uint32_t kRecordBytes = 112;
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
    constexpr uint32_t kRecordBytes = 64;
}
namespace RelayHop {
    constexpr uint32_t type = 16;
    constexpr uint32_t hop_count = 17;
    constexpr uint32_t link_addr = 24;
    constexpr uint32_t peer_addr = 40;
    constexpr uint32_t kRecordBytes = 56;
}
namespace Pkt4Receive {
    constexpr uint32_t query4 = 16;
    constexpr uint32_t kRecordBytes = 24;
}
namespace Pkt6Receive {
    constexpr uint32_t query6 = 16;
    constexpr uint32_t kRecordBytes = 24;
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
}  // namespace presence

}  // namespace kea_policy
