// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config_reader.h"
#include "verdict.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kea_policy {

/// A program that a policy may run, and how.
struct ScriptConfig {
    std::string path;      // absolute
    std::string key_path;  // where it stands in the parameters, "policies[0].script", for messages about it

    /// Does the policy wait for the program?
    bool wait = true;
    /// The program stays, and is sent what happens.
    bool resident = false;
    std::uint32_t timeout_ms = 0;
    std::uint32_t max_running = 0;
    std::uint32_t max_queued = 0;
    /// What follows from an exit status; none where it decides nothing.
    std::map<int, Verdict> exit_status;
    /// Where that stands in the parameters.
    std::string exit_status_path;
    /// For a status that is not in the map.
    Verdict other_status = Verdict::Continue;
    /// "NAME=VALUE", in the order of the names, for what the policy does not set itself.
    std::vector<std::string> environment;
    bool at_load = false;
    bool at_unload = false;

    // Of the policy that comes with the library; not read where the policy is another one.
    std::string variables = "kea-hook-runscript";
    std::vector<std::string> prefixes;
};

/// The keys that belong to a script, beside those of every policy.
const Keywords& scriptKeys();

/// Reads them; the map must have "script", or *isc_name* and "name". Reads no file, as parseConfig().
ScriptConfig parseScript(const ConfigReader& reader, bool isc_name);

/// Refuses a key of a script in a map that names none.
void refuseScriptKeys(const ConfigReader& reader);

}  // namespace kea_policy
