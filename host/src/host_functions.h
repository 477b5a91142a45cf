// SPDX-License-Identifier: MPL-2.0
#pragma once

struct wasmtime_linker;

namespace kea_policy {

/// Defines every function that a policy may import (the schema's table) in the linker, for stores whose data is a GuestState.
/// Throws std::runtime_error.
void defineHostFunctions(wasmtime_linker* linker);

}  // namespace kea_policy
