// SPDX-License-Identifier: MPL-2.0
#include "classic_policy.h"

#include "config_error.h"
#include "generated/script_manners.h"
#include "hook_points.h"

#include <hooks/hooks.h>

#include <algorithm>
#include <iterator>

#include <unistd.h>

namespace kea_policy {

using isc::data::Element;

namespace {

const ScriptManner& mannerOf(const std::string& variables) {
    return *std::find_if(std::begin(kScriptManners), std::end(kScriptManners),
                         [&variables](const ScriptManner& manner) { return manner.name == variables; });
}

bool has(const ScriptManner& manner, const std::string& hook_point) {
    return std::any_of(manner.begin(), manner.end(), [&hook_point](const ScriptHookPoint& one) { return one.name == hook_point; });
}

/// Where the script is run if the operator does not say: those that this server and this Kea have.
std::vector<std::string> byDefault(const ScriptManner& manner, int family) {
    std::vector<std::string> names;
    for (const ScriptHookPoint& one : manner) {
        for (const HookPointInfo& info : kHookPoints) {
            if (one.by_default && one.name == info.name && isOf(info, family) && info.since_version <= KEA_HOOKS_VERSION) {
                names.emplace_back(one.name);
            }
        }
    }
    return names;
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
    config->set("kea", Element::create(KEA_HOOKS_VERSION));
    policy.config = config;
    const ScriptManner& manner = mannerOf(policy.script->variables);
    if (!policy.hook_points) {
        policy.hook_points = byDefault(manner, family);
    }
    for (const std::string& name : *policy.hook_points) {
        if (!has(manner, name)) {
            throw ConfigError(policy.path + ".hook-points: " + policy.script->variables + " has no variables for " + name +
                              "; take it out, or run the script there with a policy of your own");
        }
    }
}

}  // namespace kea_policy
