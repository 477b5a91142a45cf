// SPDX-License-Identifier: MPL-2.0
#include "wasm_engine.h"

#include "host_functions.h"
#include "limits.h"
#include "wasm_handles.h"

#include <sys/mman.h>
#include <sys/resource.h>

#include <stdexcept>

namespace kea_policy {

namespace {

// What wasmtime reserves for one memory by default: 4 GiB and guard regions on both sides. Reserved, not used.
constexpr std::size_t kWholeReservation = (4ULL << 30) + (64ULL << 20);

/// Can this process reserve address space for some dozens of memories? Asked by trying, since limits come from several
/// places (RLIMIT_AS, overcommit, containers).
bool addressSpaceIsLimited() {
    rlimit limit{};
    if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
        return true;
    }
    constexpr std::size_t bytes = 32 * kWholeReservation;
    void* trial = mmap(nullptr, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (trial == MAP_FAILED) {
        return true;
    }
    munmap(trial, bytes);
    return false;
}

wasm_config_t* makeConfig(bool small_reservations) {
    wasm_config_t* config = wasm_config_new();
    // Fuel bounds the work of a call, memory.fill included, and is repeatable; epochs need a thread.
    wasmtime_config_consume_fuel_set(config, true);
    wasmtime_config_max_wasm_stack_set(config, limits::wasm_stack_bytes);
    // Registering unwind tables makes every C++ exception in Kea take a lock in libgcc, and Kea throws often.
    wasmtime_config_native_unwind_info_set(config, false);
    wasmtime_config_cranelift_opt_level_set(config, WASMTIME_OPT_LEVEL_SPEED);
    // A copy-on-write image would cost a file descriptor per policy; a policy's data are a few kilobytes.
    wasmtime_config_memory_init_cow_set(config, false);
    // The smallest surface that asc's output needs.
    wasmtime_config_wasm_simd_set(config, false);
    wasmtime_config_wasm_relaxed_simd_set(config, false);
    wasmtime_config_wasm_multi_memory_set(config, false);
    wasmtime_config_wasm_memory64_set(config, false);
    wasmtime_config_wasm_tail_call_set(config, false);
    // A memory that never moves: neither policies nor the host look after each call where it is.
    wasmtime_config_memory_may_move_set(config, small_reservations);
    if (small_reservations) {
        wasmtime_config_memory_reservation_set(config, 0);
        wasmtime_config_memory_guard_size_set(config, 64 * 1024);
        wasmtime_config_memory_reservation_for_growth_set(config, 1 << 20);
    }
    return config;
}

}  // namespace

WasmEngine::WasmEngine() : small_reservations_(addressSpaceIsLimited()) {
    EngineHandle engine(wasm_engine_new_with_config(makeConfig(small_reservations_)));
    if (!engine) {
        throw std::runtime_error("wasmtime could not start its engine");
    }
    LinkerHandle linker(wasmtime_linker_new(engine.get()));
    defineHostFunctions(linker.get());
    engine_ = engine.release();
    linker_ = linker.release();
}

WasmEngine& WasmEngine::instance() {
    static WasmEngine* engine = new WasmEngine();
    return *engine;
}

}  // namespace kea_policy
