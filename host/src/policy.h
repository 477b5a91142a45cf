// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config.h"
#include "counters.h"
#include "hook_points.h"
#include "instance_maker.h"
#include "policy_module.h"
#include "policy_resources.h"
#include "slots.h"
#include "suspension.h"

#include <array>
#include <cstddef>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace kea_policy {

/// One configured policy: its module, what its instances share, its slots and what they count.
class Policy {
public:
    /// Reads, compiles and checks the file, loads the lists, and runs the start function and load() in a first instance.
    /// Throws ConfigError.
    Policy(PolicyConfig config, ListRegistry& lists, int family);

    const PolicyConfig& config() const noexcept { return config_; }
    const std::vector<const HookPointInfo*>& hookPoints() const noexcept { return module_.hookPoints(); }

    /// Packet path. What Kea is to be told; edits are applied already.
    Verdict ask(const HookPointInfo& hook_point, CalloutView& view);

    /// While no packet is processed: as many slots as threads may ask at once, all filled.
    void resize(std::size_t slots);
    std::size_t slots() const noexcept { return slots_.size(); }
    /// The program that it may run; nullptr where there is none.
    ScriptRunner* script() const noexcept { return resources_.script.get(); }

    /// The log tells of what it left out of this policy's lines, and of its script's lines and runs.
    void tellLeftOut() noexcept { resources_.tellLeftOut(); }

    /// Off the packet path, on any thread: deletes what was thrown away and fills what is empty.
    void refill();
    /// Who is woken when there is something to refill.
    void onRefillNeeded(InstanceMaker& maker) noexcept { maker_ = &maker; }

    /// The policy's end: calls its unload() the first time, in an instance made for that; what goes wrong there is only logged.
    void unload() noexcept;

    /// Sums over all slots. Main thread.
    struct Totals {
        std::uint64_t calls = 0, timed_calls = 0, timed_nanoseconds = 0;
        std::array<std::uint64_t, 3> verdicts{};
        std::array<std::uint64_t, kFaultKinds> faults{};
    };
    Totals totals(const HookPointInfo& hook_point) const;

private:
    using SlotCounters = std::array<CallCounters, kHookPointCount>;

    // The steps of ask(). False, and a fault, where there is no verdict that Kea may be told; a fault is not returned, since building
    // and passing on an empty one takes time in each callout.
    bool callOnce(Instance& instance, const HookPointInfo& hook_point, CalloutView& view, CallCounters& counters, Verdict& verdict,
                  Fault& fault);
    bool takeVerdict(Instance& instance, const HookPointInfo& hook_point, CalloutView& view, std::int32_t returned, Verdict& verdict,
                     Fault& fault);
    bool applyEdits(Instance& instance, CalloutView& view, Fault& fault);
    Verdict failed(const HookPointInfo& hook_point, CalloutView& view, const Fault& fault);
    /// What Kea is told in place of a verdict; never one on which it would crash.
    Verdict onError(std::size_t hook_point, const CalloutView& view) const noexcept;
    std::unique_ptr<Instance> makeInstance(bool quiet, std::string& failure);
    void fillSlots();
    /// A misspelt list would deny nobody, and nobody would know.
    void refuseUnusedLists(const std::set<std::string>& asked) const;
    Instance::Limits instanceLimits() const noexcept { return {config_.max_instructions, config_.memory_limit_kib}; }

    const PolicyConfig config_;
    PolicyResources resources_;
    const PolicyModule module_;
    std::array<Verdict, kHookPointCount> on_error_{};
    Slots slots_;
    /// The first instance, which proved that load() accepts the configuration; it becomes the first slot's.
    std::unique_ptr<Instance> first_;
    std::vector<std::unique_ptr<SlotCounters>> counters_;
    std::array<UncalledCounters, kHookPointCount> uncalled_;
    Suspension suspension_;
    /// Guards making and deleting of instances; never taken on the packet path.
    std::mutex refill_mutex_;
    InstanceMaker* maker_ = nullptr;
    bool unloaded_ = false;
};

}  // namespace kea_policy
