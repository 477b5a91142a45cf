// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "hook_libraries.h"
#include "packets.h"

#include <dhcp/pkt.h>
#include <dhcpsrv/callout_handle_store.h>
#include <hooks/callout_handle.h>
#include <hooks/hooks_manager.h>

#include <stdexcept>
#include <string>

namespace kea_policy_bench {

using isc::data::Element;
using isc::hooks::CalloutHandle;
using isc::hooks::CalloutHandlePtr;
using isc::hooks::HooksManager;

/// The three hook libraries that are compared, loaded at once. Ours is at its hook point's true name; the others are at names of their own,
/// so that each can be called alone, in turn, in one process.
template <typename Family>
class HooksUnderTest {
public:
    const int ours = hookPoint(Family::hook_point);
    const int empty = hookPoint("empty");
    const int native = hookPoint("native");

    /// *policy*: the parameters of our library. *list*: a file that the native hook looks clients up in, or "".
    HooksUnderTest(const std::string& folder, const std::string& policy, const std::string& list)
        : libraries_(collection(folder, policy, list), Family::family) {
        for (const int index : {ours, empty, native}) {
            if (!HooksManager::calloutsPresent(index)) {
                throw std::runtime_error("A hook library registered no callout to measure.");
            }
        }
    }

    /// What the server does with a packet at a hook point, step by step. True where the packet is to be dropped.
    static bool call(int hook_point, boost::shared_ptr<typename Family::Packet>& query) {
        const CalloutHandlePtr handle = isc::dhcp::getCalloutHandle(query);
        isc::hooks::ScopedCalloutHandleState state(handle);
        isc::dhcp::ScopedEnableOptionsCopy<typename Family::Packet> options_copy(query);
        handle->setArgument(Family::argument, query);
        HooksManager::callCallouts(hook_point, *handle);
        const bool dropped = handle->getStatus() == CalloutHandle::NEXT_STEP_DROP;
        handle->getArgument(Family::argument, query);
        return dropped;
    }

private:
    static isc::hooks::HookLibsCollection collection(const std::string& folder, const std::string& policy, const std::string& list) {
        const std::string family = std::to_string(Family::family);
        const std::string native_list = list.empty() ? "" : ", \"list\": \"" + list + "\"";
        isc::hooks::HookLibsCollection libraries;
        libraries.emplace_back(folder + "/libempty_hook.so", Element::fromJSON("{\"hook-point\": \"empty\"}"));
        libraries.emplace_back(folder + "/libnative_hook.so",
                               Element::fromJSON("{\"hook-point\": \"native\", \"family\": " + family + native_list + "}"));
        libraries.emplace_back(folder + "/libdhcp_policy.so", Element::fromJSON(policy));
        return libraries;
    }

    const HookLibraries libraries_;
};

}  // namespace kea_policy_bench
