// SPDX-License-Identifier: MPL-2.0
#include "server_configured.h"

#include "library.h"
#include "log.h"

#include <dhcpsrv/cfg_multi_threading.h>
#include <dhcpsrv/cfgmgr.h>
#include <dhcpsrv/srv_config.h>
#include <util/multi_threading_mgr.h>

#include <exception>
#include <string>

namespace kea_policy {

using isc::hooks::CalloutHandle;

namespace {

/// Threads that may process packets at once: Kea's pool and its main thread. Read from the configuration, since
/// MultiThreadingMgr is set only after this callout (Kea >= 2.6) or before its threads run (2.2).
std::size_t packetThreads(const isc::dhcp::SrvConfigPtr& config) {
    bool enabled = false;
    std::uint32_t threads = 0, queue = 0;
    isc::dhcp::CfgMultiThreading::extract(config->getDHCPMultiThreading(), enabled, threads, queue);
    if (!enabled) {
        return 1;
    }
    return (threads == 0 ? isc::util::MultiThreadingMgr::detectThreadCount() : threads) + 1;
}

void refuse(CalloutHandle& handle, const std::string& sentence) {
    // By now Kea has set its threads as the refused configuration says (2.2 has switched them off, and would answer nobody). The one
    // that goes on is that before.
    isc::dhcp::CfgMultiThreading::apply(isc::dhcp::CfgMgr::instance().getCurrentCfg()->getDHCPMultiThreading());
    handle.setArgument("error", sentence);
    handle.setStatus(CalloutHandle::NEXT_STEP_DROP);
}

}  // namespace

int serverConfigured(CalloutHandle& handle) {
    Library& library = Library::instance();
    std::string refusal = library.refusal();
    if (refusal.empty()) {
        try {
            isc::dhcp::SrvConfigPtr config;
            handle.getArgument("server_config", config);
            library.configured(packetThreads(config));
        } catch (const std::exception& error) {
            refusal = std::string("libdhcp_policy.so could not make its policies ready: ") + error.what();
        }
    }
    if (!refusal.empty()) {
        refuse(handle, refusal);
        library.goOn();
    }
    return 0;
}

}  // namespace kea_policy
