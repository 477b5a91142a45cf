// SPDX-License-Identifier: MPL-2.0
#include "library.h"

#include "log.h"
#include "wasm_engine.h"

#include <malloc.h>

#include <algorithm>
#include <exception>
#include <thread>

namespace kea_policy {

namespace {

/// Until Kea says how many threads it will use: enough for any default.
std::size_t provisionalSlots() {
    return std::max(1U, std::thread::hardware_concurrency()) + 1;
}

}  // namespace

Library& Library::instance() {
    static Library* library = new Library();
    return *library;
}

bool Library::load(const isc::data::ConstElementPtr& parameters, int family) noexcept {
    try {
        if (++loads_ > 1) {
            refuse("hooks-libraries: libdhcp_policy.so is listed " + std::to_string(loads_) +
                   " times; list it once and put all policies into its \"policies\"");
            return false;
        }
        family_ = family;
        refusal_.clear();
        try {
            std::unique_ptr<PolicySet> set = makeSet(parameters);
            active_ = set.get();
            set_ = std::move(set);
            statistics_.forget();
            // The set before and what compiling took are given back to the system: Kea runs for months.
            malloc_trim(0);
        } catch (const std::exception& error) {
            refuse(error.what());
        }
        if (set_) {
            set_->start();
        }
    } catch (...) {
        refusal_ = "hooks-libraries: libdhcp_policy.so ran out of memory while it loaded; give Kea more, or configure smaller lists";
    }
    return true;
}

std::unique_ptr<PolicySet> Library::makeSet(const isc::data::ConstElementPtr& parameters) {
    const Config config = parseConfig(parameters, hookPointNames());
    if (WasmEngine::instance().smallReservations()) {
        LOG_INFO(policy_logger, POLICY_SMALL_RESERVATIONS);
    }
    auto set = std::make_unique<PolicySet>(config, family_);
    set->resize(provisionalSlots());
    return set;
}

void Library::refuse(const std::string& sentence) {
    refusal_ = sentence;
    LOG_ERROR(policy_logger, POLICY_REFUSED).arg(sentence);
    if (set_) {
        LOG_WARN(policy_logger, POLICY_LAST_GOOD_KEPT).arg(set_->names());
    }
}

void Library::unload() noexcept {
    loads_ = 0;
    if (!set_) {
        return;
    }
    set_->stop();
    try {
        flushStatistics();
    } catch (...) {
        // Statistics are no reason to hold up Kea.
    }
}

void Library::configured(std::size_t threads) {
    if (set_) {
        set_->resize(threads);
        LOG_INFO(policy_logger, POLICY_READY).arg(set_->policies().size()).arg(threads);
    }
}

void Library::flushStatistics() {
    if (set_) {
        statistics_.flush(*set_, family_);
    }
}

}  // namespace kea_policy
