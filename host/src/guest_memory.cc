// SPDX-License-Identifier: MPL-2.0
#include "guest_memory.h"

namespace kea_policy {

namespace {

constexpr std::uint32_t kReplacement = 0xfffd;

void appendUtf8(std::string& out, std::uint32_t character) {
    if (character < 0x80) {
        out += static_cast<char>(character);
    } else if (character < 0x800) {
        out += static_cast<char>(0xc0 | character >> 6);
        out += static_cast<char>(0x80 | (character & 0x3f));
    } else if (character < 0x10000) {
        out += static_cast<char>(0xe0 | character >> 12);
        out += static_cast<char>(0x80 | (character >> 6 & 0x3f));
        out += static_cast<char>(0x80 | (character & 0x3f));
    } else {
        out += static_cast<char>(0xf0 | character >> 18);
        out += static_cast<char>(0x80 | (character >> 12 & 0x3f));
        out += static_cast<char>(0x80 | (character >> 6 & 0x3f));
        out += static_cast<char>(0x80 | (character & 0x3f));
    }
}

bool isHighSurrogate(std::uint32_t unit) {
    return unit >= 0xd800 && unit < 0xdc00;
}

bool isLowSurrogate(std::uint32_t unit) {
    return unit >= 0xdc00 && unit < 0xe000;
}

}  // namespace

std::optional<std::string> GuestMemory::text(std::uint32_t address, std::uint32_t bytes, std::size_t limit) const {
    const std::uint8_t* units = at(address, bytes);
    if (units == nullptr) {
        return std::nullopt;
    }
    std::string out;
    const std::uint32_t count = bytes / 2;
    // A character takes at most four bytes: stop while one more still fits.
    for (std::uint32_t i = 0; i < count && out.size() + 4 <= limit; ++i) {
        std::uint32_t character = loadLittle<std::uint16_t>(units + 2 * i);
        if (isHighSurrogate(character) && i + 1 < count) {
            const std::uint32_t low = loadLittle<std::uint16_t>(units + 2 * (i + 1));
            if (isLowSurrogate(low)) {
                character = 0x10000 + ((character - 0xd800) << 10) + (low - 0xdc00);
                ++i;
            }
        }
        const bool lone = isHighSurrogate(character) || isLowSurrogate(character);
        appendUtf8(out, lone ? kReplacement : character);
    }
    return out;
}

}  // namespace kea_policy
