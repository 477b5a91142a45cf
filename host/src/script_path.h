// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

namespace kea_policy {

/// Checks a script's path as far as that can be done without running it: it exists, is a regular file that Kea may read and execute,
/// and begins as a program does. From Kea 3.0 on it must also lie where Kea wants the scripts of hook libraries. Throws
/// ConfigError, which begins with *key_path*. The script may change later: then running it fails.
void checkScriptPath(const std::string& path, const std::string& key_path);

}  // namespace kea_policy
