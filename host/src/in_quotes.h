// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kea_policy {

/// Is this well-formed UTF-8 (no overlong form, no surrogate)?
bool isUtf8(std::string_view text) noexcept;

/// Bytes of a path that inQuotes() shows whole: what Linux takes as a path.
constexpr std::size_t longest_path = 4096;

/// Foreign text for a message: in quotes, cut to a readable length, and with escapes for all that would break a log line or the
/// JSON of Kea's answer (control characters, marks that turn the direction of writing, bytes that are no UTF-8).
std::string inQuotes(std::string_view text, std::size_t longest = 60);

/// The same escapes and one for the backslash, without quotes: for a line of the log that is foreign text as a whole.
std::string escapeControls(std::string_view text);

}  // namespace kea_policy
