// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "packets.h"

#include <dhcp/pkt.h>
#include <dhcpsrv/callout_handle_store.h>
#include <dhcpsrv/cfgmgr.h>
#include <hooks/callout_handle.h>
#include <hooks/hooks_manager.h>
#include <hooks/server_hooks.h>

#include <stdexcept>
#include <string>

namespace kea_policy_bench {

using isc::data::ConstElementPtr;
using isc::data::Element;
using isc::hooks::CalloutHandle;
using isc::hooks::CalloutHandlePtr;
using isc::hooks::HooksManager;

/// Registers a hook point, or finds the one that is there.
inline int hookPoint(const std::string& name) {
    const int index = isc::hooks::ServerHooks::getServerHooks().findIndex(name);
    return index >= 0 ? index : HooksManager::registerHook(name);
}

/// The three hook libraries that are compared, loaded at once by Kea's own HooksManager. Ours is at its hook point's true name;
/// the others are at names of their own, so that each can be called alone, in turn, in one process.
template <typename Family>
class HooksUnderTest {
public:
    const int ours = hookPoint(Family::hook_point);
    const int empty = hookPoint("empty");
    const int native = hookPoint("native");

    /// *policy*: the parameters of our library. *list*: a file that the native hook looks clients up in, or "".
    HooksUnderTest(const std::string& folder, const std::string& policy, const std::string& list) {
        const std::string family = std::to_string(Family::family);
        const int configured = hookPoint("dhcp" + family + "_srv_configured");
        isc::dhcp::CfgMgr::instance().setFamily(Family::family == 4 ? AF_INET : AF_INET6);
        const std::string native_list = list.empty() ? "" : ", \"list\": \"" + list + "\"";
        isc::hooks::HookLibsCollection libraries;
        libraries.emplace_back(folder + "/libempty_hook.so", Element::fromJSON("{\"hook-point\": \"empty\"}"));
        libraries.emplace_back(folder + "/libnative_hook.so",
                               Element::fromJSON("{\"hook-point\": \"native\", \"family\": " + family + native_list + "}"));
        libraries.emplace_back(folder + "/libdhcp_policy.so", Element::fromJSON(policy));
        if (!HooksManager::loadLibraries(libraries)) {
            throw std::runtime_error("Kea could not load the hook libraries in " + folder + "; build the target benches first.");
        }
        tellConfigured(configured);
        for (const int index : {ours, empty, native}) {
            if (!HooksManager::calloutsPresent(index)) {
                throw std::runtime_error("A hook library registered no callout to measure.");
            }
        }
    }

    HooksUnderTest(const HooksUnderTest&) = delete;
    HooksUnderTest& operator=(const HooksUnderTest&) = delete;

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
    /// Kea must not find libraries loaded when the process ends.
    struct Unloader {
        ~Unloader() {
            HooksManager::prepareUnloadLibraries();
            HooksManager::unloadLibraries();
        }
    };

    static void tellConfigured(int configured) {
        const CalloutHandlePtr handle = HooksManager::createCalloutHandle();
        handle->setArgument("server_config", isc::dhcp::CfgMgr::instance().getCurrentCfg());
        HooksManager::callCallouts(configured, *handle);
        if (handle->getStatus() == CalloutHandle::NEXT_STEP_DROP) {
            std::string sentence;
            handle->getArgument("error", sentence);
            throw std::runtime_error(sentence);
        }
    }

    const Unloader unloader_{};
};

}  // namespace kea_policy_bench
