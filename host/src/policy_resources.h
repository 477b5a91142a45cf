// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config.h"
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
    explicit PolicyResources(const PolicyConfig& config)
        : name(config.name), tree(config.config, config.path + ".config"), log(config.name, config.log_lines_per_second) {}

    void tellLeftOut() noexcept {
        log.tellLeftOut();
        if (script) {
            script->tellLeftOut();
        }
    }

    std::string name;
    ConfigTree tree;
    /// A policy knows a list by its position, counted from 1.
    std::vector<std::pair<std::string, std::shared_ptr<const List>>> lists;
    PolicyLog log;
    /// Never a null pointer where the policy's module imports the function that runs it.
    std::shared_ptr<ScriptRunner> script;
};

}  // namespace kea_policy
