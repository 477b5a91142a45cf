// SPDX-License-Identifier: MPL-2.0
#include "policy_set.h"

#include "classic_policy.h"
#include "hook_point_names.h"
#include "in_quotes.h"
#include "library_folder.h"
#include "log.h"

#include <malloc.h>

#include <algorithm>

namespace kea_policy {

PolicySet::PolicySet(const Config& config, int family) {
    ListRegistry lists;
    for (PolicyConfig one : config.policies) {
        if (one.classic) {
            completeClassic(one, libraryFolder(), family);
        }
        policies_.push_back(std::make_unique<Policy>(one, lists, family));
        Policy& policy = *policies_.back();
        for (const HookPointInfo* hook_point : policy.hookPoints()) {
            chains_[hookPointIndex(hook_point->id)].push_back(&policy);
        }
        const std::string script = one.script ? " with the script " + inQuotes(one.script->path, longest_path) : "";
        LOG_INFO(policy_logger, POLICY_LOADED).arg(one.name).arg(one.wasm).arg(script).arg(namesOf(policy.hookPoints()));
    }
}

PolicySet::~PolicySet() {
    stop();
}

std::string PolicySet::names() const {
    std::string names;
    for (const auto& policy : policies_) {
        names += (names.empty() ? "" : ", ") + policy->config().name;
    }
    return names;
}

void PolicySet::resize(std::size_t threads) {
    for (const auto& policy : policies_) {
        const auto& asked = policy->hookPoints();
        const bool beside = std::any_of(asked.begin(), asked.end(), [](const HookPointInfo* info) { return info->beside_packets; });
        policy->resize(threads + (beside ? 1 : 0));
    }
}

void PolicySet::start(std::unique_ptr<PolicySet> before) {
    const auto refill = [this] {
        for (const auto& policy : policies_) {
            policy->refill();
        }
    };
    const auto deleteBefore = [old = std::shared_ptr<PolicySet>(std::move(before))]() mutable {
        if (old) {
            old->unload();
            old.reset();
        }
        // What the old set had and what compiling took are given back to the system: Kea runs for months.
        malloc_trim(0);
    };
    maker_.start(refill, deleteBefore);
    for (const auto& policy : policies_) {
        policy->onRefillNeeded(maker_);
    }
}

void PolicySet::comeIntoForce() {
    for (const auto& policy : policies_) {
        if (ScriptRunner* script = policy->script()) {
            script->comeIntoForce();
        }
    }
}

void PolicySet::tellLeftOut() noexcept {
    for (const auto& policy : policies_) {
        policy->tellLeftOut();
    }
}

void PolicySet::runEvent(const char* event) {
    for (const auto& policy : policies_) {
        ScriptRunner* script = policy->script();
        if (script != nullptr && script->wants(event)) {
            script->runEvent(event);
        }
    }
}

bool PolicySet::hasScripts() const noexcept {
    for (const auto& policy : policies_) {
        if (policy->script() != nullptr) {
            return true;
        }
    }
    return false;
}

void PolicySet::unload() noexcept {
    for (const auto& policy : policies_) {
        policy->unload();
    }
}

void PolicySet::stop() noexcept {
    maker_.stop();
}

}  // namespace kea_policy
