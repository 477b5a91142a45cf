// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>

namespace kea_policy {

template <typename Word>
Word loadWord(const std::uint8_t* from) noexcept {
    Word word;
    std::memcpy(&word, from, sizeof(word));
    return word;
}

/// Up to seven bytes as a number; of one length, different bytes give different numbers. Reads nothing behind them.
inline std::uint64_t packShort(const std::uint8_t* bytes, std::size_t length) noexcept {
    if (length >= 4) {  // two loads that overlap: the bytes they share fall on themselves
        const std::uint64_t last = loadWord<std::uint32_t>(bytes + length - 4);
        return loadWord<std::uint32_t>(bytes) | last << (8 * (length - 4));
    }
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < length; ++i) {
        word = word << 8 | bytes[i];
    }
    return word;
}

/// A hash seeded at random for each table. Keys come from packets, and operators fill lists with what they saw there: a client
/// that knew the hash could choose addresses that pile up in one place of the table.
class KeyHash {
public:
    KeyHash() : seed_(randomWord()), multiplier_(randomWord() | 1) {}

    std::uint64_t ofWord(std::uint64_t word) const noexcept { return multiplyFold(word ^ seed_, multiplier_); }

    std::uint64_t ofBytes(const std::uint8_t* bytes, std::size_t length) const noexcept {
        std::uint64_t state = length;
        for (; length >= 8; bytes += 8, length -= 8) {
            state = ofWord(state ^ loadWord<std::uint64_t>(bytes));
        }
        return ofWord(ofWord(state ^ packShort(bytes, length)));
    }

    /// The slot of a table of that many (less than 2^32) where the search begins; taken from the upper half of the hash.
    static std::size_t slotOf(std::uint64_t hash, std::size_t slots) noexcept { return (hash >> 32) * slots >> 32; }

private:
    static std::uint64_t randomWord() {
        std::random_device device;
        return (static_cast<std::uint64_t>(device()) << 32) | device();
    }

    /// Both halves of the 128-bit product, so that each bit of either factor reaches the whole result.
    static std::uint64_t multiplyFold(std::uint64_t a, std::uint64_t b) noexcept {
        __extension__ using Wide = unsigned __int128;
        const Wide product = static_cast<Wide>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    }

    std::uint64_t seed_;
    std::uint64_t multiplier_;
};

}  // namespace kea_policy
