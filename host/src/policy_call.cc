// SPDX-License-Identifier: MPL-2.0
#include "policy_call.h"

#include "wasm_handles.h"

namespace kea_policy {

namespace {

const char* trapWords(wasmtime_trap_code_t code) {
    switch (code) {
    case WASMTIME_TRAP_CODE_MEMORY_OUT_OF_BOUNDS: return "reached outside of its memory";
    case WASMTIME_TRAP_CODE_TABLE_OUT_OF_BOUNDS: return "called a function that its table does not hold";
    case WASMTIME_TRAP_CODE_INDIRECT_CALL_TO_NULL: return "called a function that is null";
    case WASMTIME_TRAP_CODE_BAD_SIGNATURE: return "called a function of another type";
    case WASMTIME_TRAP_CODE_INTEGER_OVERFLOW: return "overflowed an integer";
    case WASMTIME_TRAP_CODE_INTEGER_DIVISION_BY_ZERO: return "divided by zero";
    case WASMTIME_TRAP_CODE_BAD_CONVERSION_TO_INTEGER: return "converted a number that fits no integer";
    case WASMTIME_TRAP_CODE_UNREACHABLE_CODE_REACHED: return "reached code that must not be reached";
    default: return "trapped";
    }
}

FaultKind kindOf(wasmtime_trap_code_t code) {
    switch (code) {
    case WASMTIME_TRAP_CODE_OUT_OF_FUEL: return FaultKind::Budget;
    case WASMTIME_TRAP_CODE_STACK_OVERFLOW: return FaultKind::StackOverflow;
    case WASMTIME_TRAP_CODE_ALLOCATION_TOO_LARGE: return FaultKind::OutOfMemory;
    default: return FaultKind::Trap;
    }
}

std::string words(FaultKind kind, wasmtime_trap_code_t code, const GuestState& state, std::uint64_t budget) {
    switch (kind) {
    case FaultKind::Budget: return "used more than " + std::to_string(budget) + " instructions";
    case FaultKind::StackOverflow: return "called itself too deep";
    case FaultKind::OutOfMemory:
        return "wanted more memory than memory-limit-kib allows (it has " + std::to_string(state.memoryNow().size() / 1024) + " KiB)";
    default: return trapWords(code);
    }
}

}  // namespace

Fault explainFault(GuestState& state, const PolicyModule& module, const wasm_trap_t* trap, const wasmtime_error_t* error,
                   std::uint64_t budget) {
    OwnedFrames frames;
    Fault fault;
    wasmtime_trap_code_t code = UINT8_MAX;
    if (trap != nullptr) {
        wasm_trap_trace(trap, &frames.value);
        wasmtime_trap_code(trap, &code);
    } else if (error != nullptr) {
        wasmtime_error_wasm_trace(error, &frames.value);
    }
    if (state.raised) {
        fault = *std::move(state.raised);
        state.raised.reset();
        if (fault.kind == FaultKind::Budget) {
            fault.text = words(FaultKind::Budget, code, state, budget);
        }
    } else if (trap == nullptr) {
        fault = {FaultKind::Trap, error != nullptr ? "ended with an error of the engine: " + messageOf(error) : "did not return"};
    } else {
        fault.kind = kindOf(code);
        // AssemblyScript's memory manager has no other word for "memory.grow refused" than unreachable.
        if (code == WASMTIME_TRAP_CODE_UNREACHABLE_CODE_REACHED && module.isInMemoryManager(frames.value)) {
            fault.kind = FaultKind::OutOfMemory;
        }
        fault.text = words(fault.kind, code, state, budget);
    }
    const std::string where = module.describe(frames.value);
    if (!where.empty()) {
        fault.text += " in " + where;
    }
    return fault;
}

Fault faultOf(GuestState& state, const PolicyModule& module, wasm_trap_t* trap, wasmtime_error_t* error, std::uint64_t budget) {
    const TrapHandle owned_trap(trap);
    const ErrorHandle owned_error(error);
    return explainFault(state, module, trap, error, budget);
}

}  // namespace kea_policy
