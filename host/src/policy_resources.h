// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config_tree.h"
#include "lists.h"
#include "policy_log.h"
#include "script_runner.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace kea_policy {

/// What all instances of one policy share and host functions give out.
struct PolicyResources {
    PolicyResources(const std::string& policy_name, const isc::data::ConstElementPtr& config, const std::string& config_path)
        : name(policy_name), tree(config, config_path), log(policy_name) {}

    std::string name;
    ConfigTree tree;
    /// A policy knows a list by its position, counted from 1.
    std::vector<std::pair<std::string, std::shared_ptr<const List>>> lists;
    PolicyLog log;
    /// Never a null pointer where the policy's module imports the function that runs it.
    std::shared_ptr<ScriptRunner> script;
};

}  // namespace kea_policy
