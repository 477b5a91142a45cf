// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "generated/abi.h"
#include "wasm_handles.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kea_policy {

/// What a module exports, held against what a policy must export (docs/design.md).
class ModuleExports {
public:
    explicit ModuleExports(const wasmtime_module_t* module);

    bool hasName(std::string_view name) const;
    /// A function of that name and type, one letter for each value: i = i32, I = i64, f = f32, F = f64.
    bool has(std::string_view name, std::string_view parameters, std::string_view results) const;

    bool isPolicy() const { return firstMissing().empty(); }
    /// The first thing that every policy exports and this module does not; empty where it has all.
    std::string firstMissing() const;
    /// "; did you mean pkt4_receive instead of pkt4_recieve?" where an exported function is nearly named as a hook point.
    std::string nearestHookPoint() const;
    /// What the exported memory has from its start.
    std::uint64_t memoryKib() const noexcept { return memory_kib_; }

private:
    struct Export {
        std::string name;
        /// "i>i" for a function, "=i" for an immutable global, "memory", or "other".
        std::string type;
    };
    bool hasType(std::string_view name, std::string_view type) const;

    std::vector<Export> exports_;
    std::uint64_t memory_kib_ = 0;
};

/// Does the module import this function of ours?
bool hasImport(const wasmtime_module_t* module, Import function);

/// Throws ConfigError, beginning with *subject*, where the module imports anything that is not in the schema's table.
void checkImports(const wasmtime_module_t* module, const std::string& subject);

}  // namespace kea_policy
