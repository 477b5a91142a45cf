// SPDX-License-Identifier: MPL-2.0
// What Kea calls, and nothing else.
#include "chain.h"
#include "commands.h"
#include "kea_callout.h"
#include "kea_parking.h"
#include "library.h"
#include "log.h"
#include "server_configured.h"

#include <dhcpsrv/cfgmgr.h>
#include <hooks/hooks.h>

#include <array>
#include <exception>
#include <mutex>
#include <type_traits>
#include <utility>

using namespace isc::hooks;
using namespace kea_policy;

namespace {

/// Has an earlier library dropped what this is about? Where Kea takes no Drop, one means nothing: later Keas set it also where a library threw.
bool isDropped(const CalloutHandle& handle, const HookPointInfo& hook_point) {
    return handle.getStatus() == CalloutHandle::NEXT_STEP_DROP && honours(hook_point, static_cast<std::int32_t>(Verdict::Drop));
}

/// Tells Kea the verdict; what an earlier library told is never lowered. A Drop that is there means nothing: called() stops at one that does.
void tell(CalloutHandle& handle, Verdict verdict) {
    const auto told = handle.getStatus();
    if (verdict == Verdict::Drop) {
        handle.setStatus(CalloutHandle::NEXT_STEP_DROP);
    } else if (verdict == Verdict::Skip && (told == CalloutHandle::NEXT_STEP_CONTINUE || told == CalloutHandle::NEXT_STEP_DROP)) {
        handle.setStatus(CalloutHandle::NEXT_STEP_SKIP);
    }
}

/// Does Kea leave it to the hook to count that packet as dropped? It does, except for the DHCPv6 server of 2.2 at these hook points.
template <HookPointId Id>
bool isOursToCount(Verdict verdict) {
    constexpr bool of_receiving = Id == HookPointId::pkt6_receive || Id == HookPointId::buffer6_receive;
    constexpr bool counted_by_kea = of_receiving && KEA_HOOKS_VERSION < 20300;
    return !counted_by_kea && (hookPointInfo(Id).drops_packet >> static_cast<unsigned>(verdict) & 1U) != 0;
}

/// Commands come from Kea's main thread and, with its HA library, from threads of that: one after the other they need one instance beside
/// those of the threads that process packets.
std::mutex beside_packets;
struct Unlocked {
    explicit Unlocked(std::mutex&) {}
};
template <HookPointId Id>
using OneAtATime = std::conditional_t<hookPointInfo(Id).beside_packets, std::lock_guard<std::mutex>, Unlocked>;

/// Counts what Kea drops because of a verdict, where that is left to the hook.
template <HookPointId Id>
void countDropped(Verdict verdict) {
    PolicySet* set = Library::active();
    if (set != nullptr && isOursToCount<Id>(verdict)) {
        set->countDropped();
    }
}

/// No exception leaves it: Kea would drop the packet.
template <HookPointId Id>
int called(CalloutHandle& handle) {
    const HookPointInfo& hook_point = hookPointInfo(Id);
    try {
        PolicySet* set = Library::active();
        if (set == nullptr || isDropped(handle, hook_point)) {
            return 0;
        }
        const OneAtATime<Id> one_at_a_time(beside_packets);
        KeaCallout<Id> callout(handle);
        const Verdict verdict = runChain(*set, hook_point, callout);
        if (verdict != Verdict::Continue) {
            countDropped<Id>(verdict);
            tell(handle, verdict);
        }
        if constexpr (parks(hookPointInfo(Id), KEA_HOOKS_VERSION)) {
            if (verdict != Verdict::Drop && callout.hasScripts()) {
                KeaParking<Id>::park(ParkedPackets::instance(), handle, callout.takeScripts(), [] { countDropped<Id>(Verdict::Drop); });
            }
        }
    } catch (const std::exception& error) {
        LOG_ERROR(policy_logger, POLICY_CALLOUT_FAILED).arg(hook_point.name).arg(error.what());
    } catch (...) {
        LOG_ERROR(policy_logger, POLICY_CALLOUT_FAILED).arg(hook_point.name).arg("an unknown exception");
    }
    return 0;
}

/// What Kea calls at each hook point, in the order of the table.
template <std::size_t... Position>
constexpr std::array<CalloutPtr, kHookPointCount> calloutsOf(std::index_sequence<Position...>) {
    return {called<kHookPoints[Position].id>...};
}
constexpr auto kCallouts = calloutsOf(std::make_index_sequence<kHookPointCount>());

}  // namespace

extern "C" {

// Never refuses: see server_configured.h.
int load(LibraryHandle& handle) {
    const int family = isc::dhcp::CfgMgr::instance().getFamily() == AF_INET6 ? 6 : 4;
    Library& library = Library::instance();
    const bool first = library.load(handle.getParameters(), family);
    try {
        if (!first) {
            return 0;
        }
        handle.registerCallout(family == 4 ? "dhcp4_srv_configured" : "dhcp6_srv_configured", serverConfigured);
        for (const HookPointInfo& hook_point : kHookPoints) {
            if (isOf(hook_point, family) && library.handles(hook_point)) {
                handle.registerCallout(hook_point.name, kCallouts[hookPointIndex(hook_point.id)]);
            }
        }
        handle.registerCommandCallout("statistic-get", statisticGet);
        handle.registerCommandCallout("statistic-get-all", statisticGetAll);
        handle.registerCommandCallout("statistic-reset", statisticReset);
        handle.registerCommandCallout("statistic-reset-all", statisticResetAll);
        handle.registerCommandCallout("stat-policy-get", statPolicyGet);
    } catch (const std::exception& error) {
        LOG_ERROR(policy_logger, POLICY_CALLOUT_FAILED).arg("load").arg(error.what());
    }
    return 0;
}

int unload() {
    Library::instance().unload();
    LOG_INFO(policy_logger, POLICY_UNLOADED);
    return 0;
}

}  // extern "C"
