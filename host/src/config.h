// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config_error.h"
#include "list_kind.h"
#include "script_config.h"
#include "verdict.h"

#include <cc/data.h>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kea_policy {

struct ListConfig {
    std::string name;
    std::string file;  // an absolute path
    ListKind kind = ListKind::String;
};

/// What Kea is told when a policy fails.
struct OnError {
    Verdict fallback = Verdict::Continue;
    std::map<std::string, Verdict> by_hook_point;

    Verdict forHookPoint(const std::string& hook_point) const;
};

struct PolicyConfig {
    std::string name;
    std::string wasm;                   // an absolute path; empty where classic
    isc::data::ConstElementPtr config;  // any JSON, never a null pointer; an empty map if the key is absent
    std::vector<ListConfig> lists;      // in the order of their names
    std::optional<std::vector<std::string>> hook_points;  // absent: all that the policy exports
    OnError on_error;
    std::uint64_t max_instructions = 0;
    std::uint32_t memory_limit_kib = 0;
    std::uint32_t log_lines_per_second = 0;
    std::string path;  // where it stands in the parameters, "policies[0]", for messages about it
    std::optional<ScriptConfig> script;
    /// The policy is the one that comes with the library and runs scripts: completeClassic() fills in what that leaves out.
    bool classic = false;
};

struct Config {
    std::vector<PolicyConfig> policies;
};

/// Reads the hook library's parameters; a null pointer counts as no parameters. Strict: anything unknown, mistyped or out
/// of range throws ConfigError. Reads no file: whether `wasm` and the lists are there is found by those who read them.
/// known_hook_points: every hook point this library can serve, of both families.
Config parseConfig(const isc::data::ConstElementPtr& parameters, const std::set<std::string>& known_hook_points);

}  // namespace kea_policy
