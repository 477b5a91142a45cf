// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config.h"

#include <string>

namespace kea_policy {

/// A script without a policy of its own is run by policies/classic.wasm, which lies beside the library: fills in its file, its
/// configuration, and, where the operator names none, the hook points of the script hook whose variables it gives. *family*: 4 or 6.
/// Throws ConfigError where the file is not there.
void completeClassic(PolicyConfig& policy, const std::string& library_folder, int family);

}  // namespace kea_policy
