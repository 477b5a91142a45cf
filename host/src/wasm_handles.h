// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <wasmtime.h>

#if WASMTIME_VERSION_MAJOR != 48
#error "This host is written for wasmtime 48: read its release notes, then change wasm_handles.h, wasm_engine.cc and host/wasmtime/Cargo.toml together."
#endif

#include <memory>
#include <string>

namespace kea_policy {

/// One owner for each handle of wasmtime's C API.
template <auto Delete>
struct HandleDeleter {
    template <typename T>
    void operator()(T* handle) const noexcept {
        Delete(handle);
    }
};

using EngineHandle = std::unique_ptr<wasm_engine_t, HandleDeleter<wasm_engine_delete>>;
using LinkerHandle = std::unique_ptr<wasmtime_linker_t, HandleDeleter<wasmtime_linker_delete>>;
using ModuleHandle = std::unique_ptr<wasmtime_module_t, HandleDeleter<wasmtime_module_delete>>;
using InstancePreHandle = std::unique_ptr<wasmtime_instance_pre_t, HandleDeleter<wasmtime_instance_pre_delete>>;
using StoreHandle = std::unique_ptr<wasmtime_store_t, HandleDeleter<wasmtime_store_delete>>;
using ErrorHandle = std::unique_ptr<wasmtime_error_t, HandleDeleter<wasmtime_error_delete>>;
using TrapHandle = std::unique_ptr<wasm_trap_t, HandleDeleter<wasm_trap_delete>>;
using FunctionTypeHandle = std::unique_ptr<wasm_functype_t, HandleDeleter<wasm_functype_delete>>;

/// A vector that the C API fills: deleted with its elements.
template <typename Vector, auto Delete>
struct OwnedVector {
    Vector value{};
    OwnedVector() = default;
    OwnedVector(const OwnedVector&) = delete;
    OwnedVector& operator=(const OwnedVector&) = delete;
    ~OwnedVector() { Delete(&value); }
};

using OwnedBytes = OwnedVector<wasm_byte_vec_t, wasm_byte_vec_delete>;
using OwnedFrames = OwnedVector<wasm_frame_vec_t, wasm_frame_vec_delete>;
using OwnedImports = OwnedVector<wasm_importtype_vec_t, wasm_importtype_vec_delete>;
using OwnedExports = OwnedVector<wasm_exporttype_vec_t, wasm_exporttype_vec_delete>;

inline std::string toString(const wasm_name_t& name) {
    return std::string(name.data, name.size);
}

/// Wasmtime's words in one line: it writes a cause on a line of its own, with blanks before it.
inline std::string messageOf(const wasmtime_error_t* error) {
    OwnedBytes message;
    wasmtime_error_message(error, &message.value);
    std::string line;
    for (const char letter : toString(message.value)) {
        const bool blank = letter == ' ' || letter == '\n';
        if (!blank || (!line.empty() && line.back() != ' ')) {
            line += blank ? ' ' : letter;
        }
    }
    return line.substr(0, line.find_last_not_of(' ') + 1);
}

}  // namespace kea_policy
