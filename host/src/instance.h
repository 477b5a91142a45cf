// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "guest_state.h"
#include "hook_points.h"
#include "policy_call.h"
#include "policy_module.h"
#include "wasm_handles.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kea_policy {

/// One running copy of a policy: a wasmtime store with one instance, started and loaded. Used by one thread at a time.
class Instance {
public:
    struct Limits {
        std::uint64_t max_instructions;
        std::uint32_t memory_limit_kib;
    };

    /// Makes an instance and runs its start function and load(). Nullptr, and a sentence in *failure*, where one of them fails or
    /// load() refuses. *quiet* leaves out what they log: every instance runs them, one shall be heard.
    static std::unique_ptr<Instance> make(const PolicyModule& module, PolicyResources& resources, const Limits& limits, bool quiet,
                                          std::string& failure);

    /// Calls the hook point's function. The verdict as the policy returned it, unchecked; or false and a fault.
    bool call(const HookPointInfo& hook_point, CalloutView& view, std::int32_t& verdict, Fault& fault);

    /// Calls the policy's unload(), if it has one, under the budget of load().
    std::optional<Fault> unload();

    /// The edit log of the call before, checked for form; its values lie in the instance's memory.
    std::optional<Fault> readEdits(std::vector<EditEntry>& edits) const;

    /// Did the policy write anything into its edit log? Told without building anything: most do not.
    bool hasEdits() const noexcept { return loadLittle<std::uint32_t>(state_.editsRegion()) != 0; }

    /// Names of the lists that the policy asked for while it started and loaded.
    const std::set<std::string>& askedLists() const noexcept { return state_.asked_lists; }

    /// For the list of instances that wait to be deleted.
    Instance* next_discarded = nullptr;

    Instance(const PolicyModule& module, PolicyResources& resources, const Limits& limits, std::uint64_t seed);

private:
    bool start(bool quiet, std::string& failure);
    bool readRegions(std::string& failure);
    bool findFunction(const char* name, wasmtime_func_t& function) const;
    std::optional<std::uint32_t> constant(const char* name) const;
    static Fault notWritten(const CalloutView& view);

    const PolicyModule& module_;
    const Limits limits_;
    GuestState state_;
    StoreHandle store_;
    wasmtime_instance_t instance_{};
    std::array<wasmtime_func_t, kHookPointCount> functions_{};
};

[[gnu::always_inline]] inline bool Instance::call(const HookPointInfo& hook_point, CalloutView& view, std::int32_t& verdict, Fault& fault) {
    state_.frame = FrameCursor(state_.frameRegion(), state_.frame_size);
    if (!view.write(state_.frame, module_.fieldsRead())) {
        fault = notWritten(view);
        return false;
    }
    storeLittle<std::uint32_t>(state_.editsRegion(), 0);

    state_.view = &view;
    state_.hook_point = &hook_point;
    state_.brought_count = 0;
    state_.items.size = 0;
    wasmtime_val_raw_t value{};
    value.i32 = static_cast<std::int32_t>(state_.frame_address + kHeaderBytes);
    const bool returned = callPolicy(state_, module_, functions_[hookPointIndex(hook_point.id)], &value, 1, limits_.max_instructions, fault);
    state_.view = nullptr;
    verdict = value.i32;
    return returned;
}

}  // namespace kea_policy
