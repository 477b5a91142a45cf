// SPDX-License-Identifier: MPL-2.0
// How a packet stays parked until scripts have run, in Kea's terms.
#pragma once

#include "hook_points.h"
#include "kea_subnet.h"
#include "parked_packets.h"

#include <dhcp/pkt4.h>
#include <dhcp/pkt6.h>
#include <exceptions/exceptions.h>
#include <hooks/callout_handle.h>
#include <hooks/parking_lots.h>
#include <hooks/server_hooks.h>

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>

namespace kea_policy {

/// Keeps the packet of the callout under way parked until the scripts have run. Kea was told already what the chain decided.
template <HookPointId Id>
class KeaParking {
    static constexpr const HookPointInfo& kHookPoint = kHookPoints[hookPointIndex(Id)];
    static constexpr bool kIsV4 = kHookPoint.family == 4;
    static constexpr bool kChoosesSubnet = Id == HookPointId::subnet4_select || Id == HookPointId::subnet6_select;
    using PacketPtr = std::conditional_t<kIsV4, isc::dhcp::Pkt4Ptr, isc::dhcp::Pkt6Ptr>;
    using SubnetPtr = std::conditional_t<kIsV4, KeaSubnet4, KeaSubnet6>;
    using Handle = isc::hooks::CalloutHandle;

public:
    /// *on_drop* is called where a script then drops the packet. Where this throws, the packet goes on as if there were no script.
    /// Another library of before may have finished with the packet already, so that Kea goes on with it in another thread: the scripts run, too late.
    static void park(ParkedPackets& packets, Handle& handle, ScriptJobs scripts, void (*on_drop)()) {
        PacketPtr query;
        handle.getArgument(kIsV4 ? "query4" : "query6", query);
        const auto told = handle.getStatus();
        const isc::hooks::ParkingLotHandlePtr lot = handle.getParkingLotHandlePtr();
        try {
            lot->reference(query);
        } catch (const isc::InvalidOperation&) {
            packets.runTooLate(std::move(scripts), kHookPoint.name);
            return;
        }
        tellWhatResumingReads(handle, told == Handle::NEXT_STEP_SKIP);
        // Before the scripts: the first may end before this callout does, and Kea go on with the packet.
        handle.setStatus(Handle::NEXT_STEP_PARK);
        try {
            packets.park(std::move(scripts), [query, on_drop](Verdict verdict) { resume(query, verdict, on_drop); });
        } catch (...) {
            handle.setStatus(told);
            lot->dereference(query);
            throw;
        }
    }

private:
    /// Where Kea reads back what the callouts say, it does so from other places when it goes on with a parked packet.
    static void tellWhatResumingReads(Handle& handle, bool no_subnet) {
        if constexpr (kChoosesSubnet) {
            const char* name = kIsV4 ? "subnet4" : "subnet6";
            SubnetPtr subnet;
            if (!no_subnet) {
                handle.getArgument(name, subnet);
            }
            // Kea looks where no library's own things are.
            const int library = handle.getCurrentLibrary();
            handle.setCurrentLibrary(-1);
            handle.setContext(name, subnet);
            handle.setCurrentLibrary(library);
        } else if constexpr (Id == HookPointId::lease4_offer) {
            // Without it Kea logs an error. Another library, such as Kea's ping check, may have said so already, or say it later.
            const auto names = handle.getArgumentNames();
            if (std::find(names.begin(), names.end(), "offer_address_in_use") == names.end()) {
                handle.setArgument("offer_address_in_use", false);
            }
        }
    }

    /// The lot is looked up anew: at a reconfiguration Kea forgets its lots and the packets in them, and one of before must not go on.
    static void resume(const PacketPtr& query, Verdict verdict, void (*on_drop)()) {
        const isc::hooks::ParkingLotPtr lot = isc::hooks::ServerHooks::getServerHooks().getParkingLotPtr(std::string(kHookPoint.name));
        if (verdict != Verdict::Drop) {
            lot->unpark(query);
        } else if (lot->drop(query)) {
            on_drop();
        }
    }
};

}  // namespace kea_policy
