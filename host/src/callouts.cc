// SPDX-License-Identifier: MPL-2.0
// What Kea calls, and nothing else.
#include "chain.h"
#include "commands.h"
#include "kea_view4.h"
#include "kea_view6.h"
#include "library.h"
#include "log.h"
#include "server_configured.h"

#include <dhcpsrv/cfgmgr.h>
#include <hooks/hooks.h>

#include <exception>
#include <string>

using namespace isc::hooks;
using namespace kea_policy;

namespace {

/// Tells Kea the verdict; what an earlier library told is never lowered.
void tell(CalloutHandle& handle, Verdict verdict) {
    if (verdict == Verdict::Drop) {
        handle.setStatus(CalloutHandle::NEXT_STEP_DROP);
    } else if (verdict == Verdict::Skip && handle.getStatus() == CalloutHandle::NEXT_STEP_CONTINUE) {
        handle.setStatus(CalloutHandle::NEXT_STEP_SKIP);
    }
}

// Kea looks arguments up by string: made once, not for each packet.
const std::string kQuery4 = "query4";
const std::string kQuery6 = "query6";

/// A callout whose one argument is the packet that was received. No exception leaves it: Kea would drop the packet.
template <typename Callout, typename PacketPtr, HookPointId Id>
int received(CalloutHandle& handle) {
    const HookPointInfo& hook_point = hookPointInfo(Id);
    try {
        PolicySet* set = Library::instance().active();
        if (set == nullptr || handle.getStatus() == CalloutHandle::NEXT_STEP_DROP) {
            return 0;
        }
        PacketPtr query;
        handle.getArgument(hook_point.family == 4 ? kQuery4 : kQuery6, query);
        Callout callout(*query);
        const Verdict verdict = runChain(*set, hook_point, callout);
        if (verdict != Verdict::Continue) {
            set->countDropped();
            tell(handle, verdict);
        }
    } catch (const std::exception& error) {
        LOG_ERROR(policy_logger, POLICY_CALLOUT_FAILED).arg(hook_point.name).arg(error.what());
    } catch (...) {
        LOG_ERROR(policy_logger, POLICY_CALLOUT_FAILED).arg(hook_point.name).arg("an unknown exception");
    }
    return 0;
}

struct Forwarder {
    HookPointId id;
    CalloutPtr callout;
};

constexpr Forwarder kForwarders[] = {
    {HookPointId::pkt4_receive, received<Pkt4Callout, isc::dhcp::Pkt4Ptr, HookPointId::pkt4_receive>},
    {HookPointId::pkt6_receive, received<Pkt6Callout, isc::dhcp::Pkt6Ptr, HookPointId::pkt6_receive>},
};

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
        for (const Forwarder& forwarder : kForwarders) {
            const HookPointInfo& hook_point = hookPointInfo(forwarder.id);
            if (hook_point.family == family && library.handles(hook_point)) {
                handle.registerCallout(hook_point.name, forwarder.callout);
            }
        }
        handle.registerCommandCallout("statistic-get", statisticGet);
        handle.registerCommandCallout("statistic-get-all", statisticGetAll);
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
