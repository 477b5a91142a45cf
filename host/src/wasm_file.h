// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config_error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kea_policy {

struct WasmFile {
    std::vector<std::uint8_t> bytes;
    std::optional<std::string> metadata;  // content of the custom section "kea_policy"
};

/// Reads a policy and checks that it is a core wasm module of version 1 whose sections fit into the file; what is inside
/// the sections is the engine's to check. config_path: the key that names the file, as in "policies[0].wasm".
/// Throws ConfigError.
WasmFile readWasmFile(const std::string& path, const std::string& config_path);

/// Content of the first custom section of that name. Throws ConfigError if the module's sections do not fit into it.
std::optional<std::string> findCustomSection(const std::vector<std::uint8_t>& bytes, const std::string& name);

/// Does the module have a start section? Throws ConfigError as findCustomSection does.
bool hasStartSection(const std::vector<std::uint8_t>& bytes);

}  // namespace kea_policy
