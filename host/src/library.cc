// SPDX-License-Identifier: MPL-2.0
#include "library.h"

#include "kea_main_thread.h"
#include "log.h"
#include "parked_packets.h"
#include "wasm_engine.h"

#include <dhcpsrv/cfgmgr.h>

#include <dlfcn.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <thread>
#include <utility>

namespace kea_policy {

namespace {

/// Until Kea says how many threads it will use: enough for any default.
std::size_t provisionalSlots() {
    return std::max(1U, std::thread::hardware_concurrency()) + 1;
}

/// Grows with each configuration that Kea accepts.
std::uint32_t runningConfiguration() {
    return isc::dhcp::CfgMgr::instance().getCurrentCfg()->getSequence();
}

/// The path of a library in Kea's configuration: 3.0 has a class of its own for such an entry.
[[maybe_unused]] const std::string& pathOf(const std::pair<std::string, isc::data::ConstElementPtr>& library) {
    return library.first;
}
template <typename HookLibrary>
const std::string& pathOf(const HookLibrary& library) {
    return library.libname_;
}

/// Will Kea load this library again? It unloads it for each new configuration too, which stands ready by then.
bool isInNextConfiguration() {
    Dl_info self;
    if (dladdr(reinterpret_cast<const void*>(&isInNextConfiguration), &self) == 0) {
        return false;
    }
    const std::filesystem::path name = std::filesystem::path(self.dli_fname).filename();
    const auto& libraries = isc::dhcp::CfgMgr::instance().getStagingCfg()->getHooksConfig().get();
    return std::any_of(libraries.begin(), libraries.end(),
                       [&](const auto& library) { return std::filesystem::path(pathOf(library)).filename() == name; });
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
        ScriptStarter::instance().resume();
        if (set_ && runningConfiguration() != unloaded_in_) {
            // A configuration without this library was in force meanwhile: the set is not the last good one any more.
            active_ = nullptr;
            set_.reset();
        }
        try {
            pending_ = makeSet(parameters);
        } catch (const std::exception& error) {
            refuse(error.what());
        }
        if ((set_ && set_->hasScripts()) || (pending_ && pending_->hasScripts())) {
            KeaMainThread::instance().listen();
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
    pending_.reset();
    LOG_ERROR(policy_logger, POLICY_REFUSED).arg(sentence);
    if (set_) {
        LOG_WARN(policy_logger, POLICY_LAST_GOOD_KEPT).arg(set_->names());
    }
}

void Library::unload() noexcept {
    loads_ = 0;
    pending_.reset();
    bool comes_back = true;
    try {
        comes_back = isInNextConfiguration();
        if (set_) {
            set_->runEvent("unload");
        }
    } catch (...) {
        // No memory for a script's environment.
    }
    ScriptStarter::instance().pause(!comes_back);
    KeaMainThread::instance().stop();
    ParkedPackets::instance().letGo(!comes_back);
    if (!set_) {
        return;
    }
    set_->stop();
    try {
        unloaded_in_ = runningConfiguration();
        if (!comes_back) {
            ScriptStarter::instance().leaveOutWaiting();
            set_->unload();
        }
        set_->tellLeftOut();
        flushStatistics();
    } catch (...) {
        // Statistics are no reason to hold up Kea.
    }
}

void Library::configured(std::size_t threads) {
    PolicySet* next = pending_ ? pending_.get() : set_.get();
    if (next == nullptr) {
        return;
    }
    next->resize(threads);
    if (pending_) {
        active_ = next;
        next->start(std::exchange(set_, std::move(pending_)));
        statistics_.forget();
        set_->comeIntoForce();
        set_->runEvent("load");
    }
    LOG_INFO(policy_logger, POLICY_READY).arg(next->policies().size()).arg(threads);
}

void Library::goOn() {
    // What could be made of the refused one takes memory.
    pending_.reset();
    if (set_) {
        set_->runEvent("load");
    }
}

bool Library::handles(const HookPointInfo& hook_point) const {
    return (set_ && !set_->at(hook_point).empty()) || (pending_ && !pending_->at(hook_point).empty());
}

void Library::flushStatistics() {
    if (set_) {
        statistics_.flush(*set_, family_);
    }
}

}  // namespace kea_policy
