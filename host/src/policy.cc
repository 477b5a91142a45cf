// SPDX-License-Identifier: MPL-2.0
#include "policy.h"

#include "config_error.h"
#include "in_quotes.h"
#include "limits.h"
#include "log.h"
#include "nearest.h"
#include "on_error_verdicts.h"
#include "script_verdicts.h"

#include <hooks/hooks.h>

#include <chrono>
#include <utility>

namespace kea_policy {

namespace {

using Clock = std::chrono::steady_clock;

std::uint64_t nanosecondsSince(Clock::time_point begin) {
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - begin).count());
}

}  // namespace

Policy::Policy(PolicyConfig config, ListRegistry& lists, int family)
    : config_(std::move(config)), resources_(config_), module_(config_, family) {
    for (const ListConfig& list : config_.lists) {
        resources_.lists.emplace_back(list.name, lists.load(list, config_.path + ".lists." + list.name + ".file"));
    }
    checkOnError(config_, module_.hookPoints(), KEA_HOOKS_VERSION);
    for (const HookPointInfo* hook_point : module_.hookPoints()) {
        on_error_[hookPointIndex(hook_point->id)] = config_.on_error.forHookPoint(hook_point->name);
    }
    if (config_.script) {
        checkScriptVerdicts(config_, module_.hookPoints(), KEA_HOOKS_VERSION);
        resources_.script = ScriptRunner::make(config_.name, *config_.script, on_error_, ScriptStarter::instance());
    }
    std::string failure;
    first_ = makeInstance(/*quiet=*/false, failure);
    if (!first_) {
        throw ConfigError(config_.path + ": policy " + config_.name + " (" + config_.wasm + ") " + failure);
    }
    refuseUnusedLists(first_->askedLists());
}

void Policy::refuseUnusedLists(const std::set<std::string>& asked) const {
    for (const ListConfig& list : config_.lists) {
        if (asked.count(list.name) != 0) {
            continue;
        }
        const std::string beginning = config_.path + ".lists." + list.name + ": policy " + config_.name + " never asks for this list";
        if (asked.empty()) {
            throw ConfigError(beginning + ", nor for any other; take it out");
        }
        const auto meant = nearestWord(list.name, asked);
        throw ConfigError(beginning + (meant ? " (did you mean " + *meant + "?)" : "") + "; correct the name or take the list out");
    }
}

std::unique_ptr<Instance> Policy::makeInstance(bool quiet, std::string& failure) {
    return Instance::make(module_, resources_, instanceLimits(), quiet, failure);
}

void Policy::resize(std::size_t slots) {
    const std::lock_guard<std::mutex> lock(refill_mutex_);
    // Counters of slots that are no longer used still count: the vector only grows.
    while (counters_.size() < slots) {
        counters_.push_back(std::make_unique<SlotCounters>());
    }
    slots_.resize(slots);
    fillSlots();
}

void Policy::refill() {
    const std::lock_guard<std::mutex> lock(refill_mutex_);
    fillSlots();
}

void Policy::fillSlots() {
    slots_.refill([this]() -> std::unique_ptr<Instance> {
        if (first_) {
            return std::move(first_);
        }
        std::string failure;
        auto made = makeInstance(/*quiet=*/true, failure);
        if (!made) {
            LOG_ERROR(policy_logger, POLICY_INSTANCE_FAILED).arg(config_.name).arg(failure);
        }
        return made;
    });
}

Verdict Policy::ask(const HookPointInfo& hook_point, CalloutView& view) {
    const std::size_t index = hookPointIndex(hook_point.id);
    if (suspension_.active()) {
        uncalled_[index].suspended.fetch_add(1, std::memory_order_relaxed);
        return onError(index, view);
    }
    const Slots::Claim claim = slots_.claim();
    if (claim.instance == nullptr) {
        uncalled_[index].no_instance.fetch_add(1, std::memory_order_relaxed);
        if (maker_ != nullptr) {
            maker_->wake();
        }
        return failed(hook_point, view, {FaultKind::NoInstance, "was not called: its instances were used up by earlier faults"});
    }

    CallCounters& counters = (*counters_[claim.slot])[index];
    Verdict verdict = Verdict::Continue;
    Fault fault;
    bool decided = false;
    try {
        decided = callOnce(*claim.instance, hook_point, view, counters, verdict, fault);
    } catch (const std::exception& error) {
        // Kea's own code may throw on what a client sent, and memory may be short. The slot must come back whatever happens.
        fault = {FaultKind::Trap, std::string("made the host fail: ") + error.what()};
    }
    if (__builtin_expect(!decided, 0)) {
        counters.faults[static_cast<std::size_t>(fault.kind)].add(1);
        slots_.throwAway(claim);
        if (maker_ != nullptr) {
            maker_->wake();
        }
        return failed(hook_point, view, fault);
    }
    counters.verdicts[static_cast<std::size_t>(verdict)].add(1);
    slots_.giveBack(claim);
    if (suspension_.success()) {
        LOG_INFO(policy_logger, POLICY_RESUMED).arg(config_.name);
    }
    return verdict;
}

[[gnu::always_inline]] inline bool Policy::callOnce(Instance& instance, const HookPointInfo& hook_point, CalloutView& view, CallCounters& counters,
                             Verdict& verdict, Fault& fault) {
    const bool timed = counters.calls.value() % limits::time_every_call == 0;
    counters.calls.add(1);
    const Clock::time_point begin = timed ? Clock::now() : Clock::time_point();

    for (const auto& [name, list] : resources_.lists) {
        const ByteView key = view.likelyKey(list->kind());
        if (key.size != 0) {
            list->prefetch(key.data, key.size);
        }
    }
    std::int32_t returned = 0;
    const bool decided = instance.call(hook_point, view, returned, fault) && takeVerdict(instance, hook_point, view, returned, verdict, fault);
    if (timed) {
        counters.timed_calls.add(1);
        counters.timed_nanoseconds.add(nanosecondsSince(begin));
    }
    return decided;
}

[[gnu::always_inline]] inline bool Policy::takeVerdict(Instance& instance, const HookPointInfo& hook_point, CalloutView& view, std::int32_t returned,
                                Verdict& verdict, Fault& fault) {
    if (!honours(hook_point, returned)) {
        fault = {FaultKind::BadVerdict, "returned " + std::to_string(returned) + ", which is no verdict that Kea takes there"};
        return false;
    }
    verdict = static_cast<Verdict>(returned);
    if (verdict != Verdict::Continue) {
        if (const char* danger = view.dangerOf(verdict)) {
            fault = {FaultKind::BadVerdict, std::string("returned ") + verdictName(verdict) + ": " + danger};
            return false;
        }
    }
    return verdict == Verdict::Drop || !instance.hasEdits() || applyEdits(instance, view, fault);
}

bool Policy::applyEdits(Instance& instance, CalloutView& view, Fault& fault) {
    std::vector<EditEntry> edits;
    if (auto refused = instance.readEdits(edits)) {
        fault = *std::move(refused);
        return false;
    }
    if (auto refused = view.prepareEdits(edits)) {
        fault = {FaultKind::BadEdit, *std::move(refused)};
        return false;
    }
    view.applyEdits();
    return true;
}

Verdict Policy::onError(std::size_t hook_point, const CalloutView& view) const noexcept {
    const Verdict told = on_error_[hook_point];
    return view.dangerOf(told) == nullptr ? told : Verdict::Continue;
}

Verdict Policy::failed(const HookPointInfo& hook_point, CalloutView& view, const Fault& fault) {
    const Verdict told = onError(hookPointIndex(hook_point.id), view);
    std::string client;
    try {
        client = view.client();
    } catch (const std::exception&) {
        // Kea cannot name this client; what it is told must not depend on that.
        client = "unknown";
    }
    resources_.log.fault(hook_point.name, client, faultName(fault.kind), fault.text, verdictName(told));
    const auto rest = suspension_.fault();
    if (rest.count() != 0) {
        LOG_ERROR(policy_logger, POLICY_SUSPENDED).arg(config_.name).arg(suspension_.faultsInRow()).arg(rest.count());
    }
    return told;
}

void Policy::unload() noexcept {
    if (!module_.hasUnload() || std::exchange(unloaded_, true)) {
        return;
    }
    try {
        std::string failure;
        const auto instance = makeInstance(/*quiet=*/true, failure);
        if (instance) {
            if (const auto fault = instance->unload()) {
                failure = "failed in unload() (" + std::string(faultName(fault->kind)) + "): it " + escapeControls(fault->text);
            }
        }
        if (!failure.empty()) {
            LOG_ERROR(policy_logger, POLICY_UNLOAD_FAILED).arg(config_.name).arg(failure);
        }
    } catch (const std::exception& error) {
        LOG_ERROR(policy_logger, POLICY_UNLOAD_FAILED).arg(config_.name).arg(error.what());
    }
}

Policy::Totals Policy::totals(const HookPointInfo& hook_point) const {
    const std::size_t index = hookPointIndex(hook_point.id);
    Totals sum;
    for (const auto& slot : counters_) {
        const CallCounters& counters = (*slot)[index];
        sum.calls += counters.calls.value();
        sum.timed_calls += counters.timed_calls.value();
        sum.timed_nanoseconds += counters.timed_nanoseconds.value();
        for (std::size_t i = 0; i < sum.verdicts.size(); ++i) {
            sum.verdicts[i] += counters.verdicts[i].value();
        }
        for (std::size_t i = 0; i < kFaultKinds; ++i) {
            sum.faults[i] += counters.faults[i].value();
        }
    }
    sum.faults[static_cast<std::size_t>(FaultKind::NoInstance)] += uncalled_[index].no_instance.load(std::memory_order_relaxed);
    sum.faults[static_cast<std::size_t>(FaultKind::Suspended)] += uncalled_[index].suspended.load(std::memory_order_relaxed);
    return sum;
}

}  // namespace kea_policy
