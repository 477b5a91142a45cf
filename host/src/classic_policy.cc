// SPDX-License-Identifier: MPL-2.0
#include "classic_policy.h"

#include "config_error.h"
#include "hook_points.h"

#include <hooks/hooks.h>

#include <cstring>
#include <iterator>

#include <unistd.h>

namespace kea_policy {

using isc::data::Element;

namespace {

/// Where the hook that was first called kea-hook-runscript calls its script.
constexpr const char* kea_hook_runscript[] = {
    "pkt4_receive",   "pkt4_send",      "subnet4_select", "lease4_select",  "lease4_renew",   "lease4_release", "lease4_decline",
    "lease4_expire",  "lease4_recover", "pkt6_receive",   "pkt6_send",      "subnet6_select", "lease6_select",  "lease6_renew",
    "lease6_rebind",  "lease6_decline", "lease6_release", "lease6_expire",  "lease6_recover",
};

/// Where ISC's run_script does.
constexpr const char* isc_run_script[] = {
    "lease4_renew",   "lease4_expire", "lease4_recover", "leases4_committed", "lease4_release", "lease4_decline", "lease6_renew",
    "lease6_rebind",  "lease6_expire", "lease6_recover", "leases6_committed", "lease6_release", "lease6_decline", "addr6_register",
};

/// Those of the list that this server and this Kea have.
template <std::size_t Count>
std::vector<std::string> present(const char* const (&names)[Count], int family) {
    std::vector<std::string> found;
    for (const char* name : names) {
        for (const HookPointInfo& info : kHookPoints) {
            if (std::strcmp(info.name, name) == 0 && info.family == family && info.since_version <= KEA_HOOKS_VERSION) {
                found.emplace_back(name);
            }
        }
    }
    return found;
}

}  // namespace

void completeClassic(PolicyConfig& policy, const std::string& library_folder, int family) {
    policy.wasm = library_folder + "/policies/classic.wasm";
    if (::access(policy.wasm.c_str(), F_OK) != 0) {
        throw ConfigError(policy.script->key_path + ": scripts are run by the policy " + policy.wasm +
                          ", which is not there: put it there, as it comes with libdhcp_policy.so");
    }
    const auto config = Element::createMap();
    config->set("variables", Element::create(policy.script->variables));
    const auto prefixes = Element::createList();
    for (const std::string& prefix : policy.script->prefixes) {
        prefixes->add(Element::create(prefix));
    }
    config->set("prefixes", prefixes);
    policy.config = config;
    if (!policy.hook_points) {
        policy.hook_points = policy.script->variables == "isc-run-script" ? present(isc_run_script, family) : present(kea_hook_runscript, family);
    }
}

}  // namespace kea_policy
