// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "limits.h"
#include "list_kind.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kea_policy {

/// One entry of a list file as bytes.
struct ListEntry {
    std::size_t length = 0;
    unsigned prefix_length = 0;  // of a prefix: its mask; `bytes` is then an address of 4 or 16 bytes
    std::uint8_t bytes[limits::list_line_bytes];
};

/// Reads an entry as it stands in the file, without comment and surrounding blanks, not empty. Returns an empty string, or else
/// what is wrong and what is expected with an example, to follow "FILE:LINE: ".
std::string parseListEntry(ListKind kind, std::string_view text, ListEntry& entry);

}  // namespace kea_policy
