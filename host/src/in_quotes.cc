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

/// Bytes of the character that text starts with, where terminals and readers of logs obey it instead of showing it: control characters
/// (also those above 0x7f, among them a terminal's CSI), line separators, and marks that turn the direction of writing. Else 0.
std::size_t commandLength(std::string_view text) noexcept {
    const auto byte = [&](std::size_t index) { return static_cast<std::uint8_t>(text[index]); };
    if (byte(0) < 0x20 || byte(0) == 0x7f) {
        return 1;
    }
    if (text.size() >= 2 && byte(0) == 0xc2 && byte(1) >= 0x80 && byte(1) <= 0x9f) {
        return 2;
    }
    if (text.size() < 3 || byte(0) != 0xe2) {
        return 0;
    }
    const bool marks = byte(1) == 0x80 && ((byte(2) >= 0x8e && byte(2) <= 0x8f) || (byte(2) >= 0xa8 && byte(2) <= 0xae));
    const bool isolates = byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9;
    return marks || isolates ? 3 : 0;
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
            return out + "...\"";
        }
        const std::size_t command = length == 0 ? 1 : commandLength(text.substr(done));
        if (command != 0) {
            for (const std::size_t end = done + command; done < end; ++done) {
                appendEscaped(out, static_cast<std::uint8_t>(text[done]));
            }
        } else {
            out.append(text, done, length);
            done += length;
        }
    }
    return out + "\"";
}

std::string escapeControls(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        const std::size_t escaped = length == 0 || text[0] == '\\' ? 1 : commandLength(text);
        for (const char byte : text.substr(0, escaped)) {
            appendEscaped(out, static_cast<std::uint8_t>(byte));
        }
        if (escaped == 0) {
            out.append(text.substr(0, length));
        }
        text.remove_prefix(escaped == 0 ? length : escaped);
    }
    return out;
}

}  // namespace kea_policy
