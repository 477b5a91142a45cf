// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cc/data.h>
#include <dhcpsrv/cfgmgr.h>
#include <hooks/callout_handle.h>
#include <hooks/hooks_manager.h>
#include <hooks/server_hooks.h>

#include <stdexcept>
#include <string>

namespace kea_policy_bench {

/// Registers a hook point, or finds the one that is there.
inline int hookPoint(const std::string& name) {
    const int index = isc::hooks::ServerHooks::getServerHooks().findIndex(name);
    return index >= 0 ? index : isc::hooks::HooksManager::registerHook(name);
}

/// Hook libraries while they are loaded by Kea's own HooksManager, told that the server is configured. All hook points must be registered
/// before.
class HookLibraries {
public:
    HookLibraries(const isc::hooks::HookLibsCollection& libraries, int family) {
        const int configured = hookPoint("dhcp" + std::to_string(family) + "_srv_configured");
        isc::dhcp::CfgMgr::instance().setFamily(family == 4 ? AF_INET : AF_INET6);
        if (!isc::hooks::HooksManager::loadLibraries(libraries)) {
            throw std::runtime_error("Kea could not load the hook libraries; build the target benches first.");
        }
        try {
            tellConfigured(configured);
        } catch (...) {
            unload();
            throw;
        }
    }
    /// Kea must not find libraries loaded when the process ends.
    ~HookLibraries() { unload(); }
    HookLibraries(const HookLibraries&) = delete;
    HookLibraries& operator=(const HookLibraries&) = delete;

private:
    static void unload() {
        isc::hooks::HooksManager::prepareUnloadLibraries();
        isc::hooks::HooksManager::unloadLibraries();
    }

    static void tellConfigured(int configured) {
        const isc::hooks::CalloutHandlePtr handle = isc::hooks::HooksManager::createCalloutHandle();
        handle->setArgument("server_config", isc::dhcp::CfgMgr::instance().getCurrentCfg());
        isc::hooks::HooksManager::callCallouts(configured, *handle);
        if (handle->getStatus() == isc::hooks::CalloutHandle::NEXT_STEP_DROP) {
            std::string sentence;
            handle->getArgument("error", sentence);
            throw std::runtime_error(sentence);
        }
    }
};

}  // namespace kea_policy_bench
