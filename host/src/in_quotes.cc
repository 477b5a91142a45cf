// SPDX-License-Identifier: MPL-2.0
#include "in_quotes.h"

#include <cstdint>

namespace kea_policy {

namespace {

/// Bytes of the well-formed character that text starts with, or 0.
std::size_t characterLength(std::string_view text) noexcept {
    const auto byte = [&](std::size_t index) { return static_cast<std::uint8_t>(text[index]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) {
        return 1;
    }
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80) {
            return 0;
        }
    }
    // The second byte tells overlong forms, surrogates, and what lies beyond U+10FFFF.
    const std::uint8_t second = byte(1);
    const bool outside = (lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) ||
                         (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f);
    return outside ? 0 : length;
}

void appendEscaped(std::string& out, std::uint8_t byte) {
    constexpr char digits[] = "0123456789abcdef";
    out += "\\x";
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

}  // namespace

bool isUtf8(std::string_view text) noexcept {
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

std::string inQuotes(std::string_view text, std::size_t longest) {
    std::string out = "\"";
    std::size_t done = 0;
    while (done < text.size()) {
        const std::size_t length = characterLength(text.substr(done));
        if (done + (length == 0 ? 1 : length) > longest) {
            return out + "…\"";
        }
        const auto byte = static_cast<std::uint8_t>(text[done]);
        if (length == 0 || byte < 0x20 || byte == 0x7f) {
            appendEscaped(out, byte);
            ++done;
        } else {
            out.append(text, done, length);
            done += length;
        }
    }
    return out + "\"";
}

}  // namespace kea_policy
