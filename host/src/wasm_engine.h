// SPDX-License-Identifier: MPL-2.0
#pragma once

struct wasm_engine_t;
struct wasmtime_linker;

namespace kea_policy {

/// The one engine of the process and the linker that holds every host function. Made at the first call, which must be
/// Kea's load(): never in a static constructor, since Kea opens and closes the library once before it loads it. Never freed:
/// the library stays mapped (-z nodelete) and wasmtime's signal handlers with it. Throws std::runtime_error.
class WasmEngine {
public:
    static WasmEngine& instance();

    wasm_engine_t* engine() const noexcept { return engine_; }
    wasmtime_linker* linker() const noexcept { return linker_; }

    /// True where the process may not reserve address space freely, so that guest memories are small reservations that move
    /// when they grow.
    bool smallReservations() const noexcept { return small_reservations_; }

private:
    WasmEngine();

    wasm_engine_t* engine_;
    wasmtime_linker* linker_;
    bool small_reservations_;
};

}  // namespace kea_policy
