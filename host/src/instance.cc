// SPDX-License-Identifier: MPL-2.0
#include "instance.h"

#include "edit_log.h"
#include "in_quotes.h"
#include "limits.h"
#include "wasm_engine.h"

#include <cstring>
#include <random>

namespace kea_policy {

namespace {

// Less than this holds no frame worth writing.
constexpr std::uint32_t kLeastRegionBytes = 4096;

}  // namespace

Instance::Instance(const PolicyModule& module, PolicyResources& resources, const Limits& limits, std::uint64_t seed)
    : module_(module), limits_(limits), state_(resources, seed),
      store_(wasmtime_store_new(WasmEngine::instance().engine(), &state_, nullptr)) {
    state_.context = wasmtime_store_context(store_.get());
    wasmtime_store_limiter(store_.get(), std::int64_t{limits.memory_limit_kib} * 1024, /*table_elements=*/10000, /*instances=*/1,
                           /*tables=*/4, /*memories=*/1);
}

std::unique_ptr<Instance> Instance::make(const PolicyModule& module, PolicyResources& resources, const Limits& limits, bool quiet,
                                         std::string& failure) {
    std::random_device chance;
    const std::uint64_t seed = std::uint64_t{chance()} << 32 | chance();
    auto made = std::make_unique<Instance>(module, resources, limits, seed);
    if (!made->start(quiet, failure)) {
        // It has words of the policy's in it, and becomes an answer of Kea's and a line of its log.
        failure = escapeControls(failure);
        return nullptr;
    }
    return made;
}

bool Instance::start(bool quiet, std::string& failure) {
    const std::uint64_t budget = limits::loadInstructions(limits_.max_instructions);
    state_.quiet = quiet;

    // No start section is let in (policy_module.cc), so this runs no code of the policy; data and element segments may still trap.
    // Copying the data segments takes fuel as well.
    wasm_trap_t* trap = nullptr;
    ErrorHandle(wasmtime_context_set_fuel(state_.context, budget));
    const ErrorHandle error(wasmtime_instance_pre_instantiate(module_.pre(), state_.context, &instance_, &trap));
    const TrapHandle owned(trap);
    if (error || trap != nullptr) {
        failure = "could not be started: it " + explainFault(state_, module_, trap, error.get(), budget).text;
        return false;
    }
    if (!readRegions(failure)) {
        return false;
    }

    wasmtime_func_t function;
    wasmtime_val_raw_t value{};
    Fault fault;
    if (module_.hasStart() && findFunction("kea_policy_start", function)) {
        if (!callPolicy(state_, module_, function, &value, 1, budget, fault)) {
            failure = "failed while it started (" + std::string(faultName(fault.kind)) + "): it " + fault.text;
            return false;
        }
    }
    bool accepts = true;
    if (module_.hasLoad() && findFunction("load", function)) {
        if (!callPolicy(state_, module_, function, &value, 1, budget, fault)) {
            failure = "failed in load() (" + std::string(faultName(fault.kind)) + "): it " + fault.text;
            return false;
        }
        accepts = value.i32 != 0;
    }
    // A refusal counts wherever it was said, also where load() then returns true: an author who forgot the return meant it.
    if (!accepts || !state_.refusal.empty()) {
        failure = "refuses its configuration: " +
                  (state_.refusal.empty() ? "its load() returned false without a reason" : state_.refusal);
        return false;
    }
    for (const HookPointInfo* hook_point : module_.hookPoints()) {
        findFunction(hook_point->name, functions_[hookPointIndex(hook_point->id)]);
    }
    state_.quiet = false;
    return true;
}

bool Instance::findFunction(const char* name, wasmtime_func_t& function) const {
    wasmtime_extern_t item;
    if (!wasmtime_instance_export_get(state_.context, &instance_, name, std::strlen(name), &item)) {
        return false;
    }
    function = item.of.func;
    return item.kind == WASMTIME_EXTERN_FUNC;
}

std::optional<std::uint32_t> Instance::constant(const char* name) const {
    wasmtime_extern_t item;
    if (!wasmtime_instance_export_get(state_.context, &instance_, name, std::strlen(name), &item) ||
        item.kind != WASMTIME_EXTERN_GLOBAL) {
        return std::nullopt;
    }
    wasmtime_val_t value;
    wasmtime_global_get(state_.context, &item.of.global, &value);
    return static_cast<std::uint32_t>(value.of.i32);
}

bool Instance::readRegions(std::string& failure) {
    wasmtime_extern_t memory;
    if (!wasmtime_instance_export_get(state_.context, &instance_, "memory", 6, &memory) || memory.kind != WASMTIME_EXTERN_MEMORY) {
        failure = "does not export its memory; build it with the SDK's asconfig.json";
        return false;
    }
    state_.memory = memory.of.memory;
    state_.memory_moves = WasmEngine::instance().smallReservations();
    state_.base = wasmtime_memory_data(state_.context, &state_.memory);

    const std::uint32_t abi = constant("kea_policy_abi").value_or(0);
    if (abi < 1 || abi > kAbi) {
        failure = "was built for version " + std::to_string(abi) + " of the policy interface, and this libdhcp_policy.so knows versions 1 to " +
                  std::to_string(kAbi) + "; install a newer libdhcp_policy.so, or build the policy with an older kea-policy package";
        return false;
    }
    state_.frame_address = constant("kea_policy_frame").value_or(0);
    state_.frame_size = constant("kea_policy_frame_size").value_or(0);
    state_.edits_address = constant("kea_policy_edits").value_or(0);
    state_.edits_size = constant("kea_policy_edits_size").value_or(0);

    const GuestMemory guest = state_.memoryNow();
    const bool fits = guest.at(state_.frame_address, state_.frame_size) != nullptr &&
                      guest.at(state_.edits_address, state_.edits_size) != nullptr;
    const bool aligned = state_.frame_address % 8 == 0 && state_.edits_address % 8 == 0;
    const bool apart = std::uint64_t{state_.frame_address} + state_.frame_size <= state_.edits_address ||
                       std::uint64_t{state_.edits_address} + state_.edits_size <= state_.frame_address;
    if (!fits || !aligned || !apart || state_.frame_address == 0 || state_.frame_size < kLeastRegionBytes ||
        state_.edits_size < kLeastRegionBytes) {
        failure = "declares a frame or an edit log that is not a proper region of its memory; build it with the SDK's asconfig.json";
        return false;
    }
    return true;
}

Fault Instance::notWritten(const CalloutView& view) {
    const char* unread = view.unreadArgument();
    return {FaultKind::Trap, unread == nullptr ? "was not called: Kea's arguments do not fit into its frame"
                                               : std::string("was not called: Kea's argument ") + unread + " could not be read"};
}

std::optional<Fault> Instance::unload() {
    wasmtime_func_t function;
    if (!module_.hasUnload() || !findFunction("unload", function)) {
        return std::nullopt;
    }
    wasmtime_val_raw_t value{};
    Fault fault;
    if (callPolicy(state_, module_, function, &value, 1, limits::loadInstructions(limits_.max_instructions), fault)) {
        return std::nullopt;
    }
    return fault;
}

std::optional<Fault> Instance::readEdits(std::vector<EditEntry>& edits) const {
    if (auto refused = readEditLog(state_.editsRegion(), state_.edits_size, edits)) {
        return Fault{FaultKind::BadEdit, *std::move(refused)};
    }
    return std::nullopt;
}

}  // namespace kea_policy
