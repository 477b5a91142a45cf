// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "fields_read.h"
#include "source_map.h"
#include "wasm_handles.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace kea_policy {

/// A module's file, compiled, and its source map. One for all policies whose files have the same bytes, those of the set that decides and
/// those of the set being loaded: compiling takes a tenth of a second, and while Kea loads a configuration it answers nobody.
struct CompiledModule {
    std::vector<std::uint8_t> bytes;
    ModuleHandle module;
    SourceMap map;
    FieldsRead fields_read;

    /// The one with these bytes that some policy holds; nullptr where none does. Kea's main thread only, as remember().
    static std::shared_ptr<const CompiledModule> find(const std::vector<std::uint8_t>& bytes);
    static void remember(const std::shared_ptr<const CompiledModule>& compiled);
};

}  // namespace kea_policy
