// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "list_entry.h"
#include "list_kind.h"

#include <functional>
#include <string>

namespace kea_policy {

/// Reads a list file: one entry a line, in UTF-8 with or without a byte order mark, lines ending in LF or CR LF. Blank lines
/// and blanks around an entry do not count. A `#` starts a comment: anywhere in a line, but for strings only at its start,
/// since a string may hold one. Holds a few lines in memory at a time.
///
/// add: gets each entry in the file's order, repeated ones too. config_path: the key that names the file. Throws
/// ConfigError; for a broken line its sentence begins with FILE:LINE.
void readListFile(const std::string& file, const std::string& config_path, ListKind kind,
                  const std::function<void(const ListEntry&)>& add);

}  // namespace kea_policy
