// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "edit_log.h"
#include "guest_memory.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kea_policy {

/// The bytes of an edit log as a policy writes it.
struct RawEditLog {
    std::vector<std::uint8_t> bytes = std::vector<std::uint8_t>(8);

    RawEditLog& edit(std::uint16_t operation, std::uint32_t object, std::uint32_t code, const std::vector<std::uint8_t>& value = {}) {
        const std::size_t at = bytes.size();
        bytes.resize(at + 16 + (value.size() + 7) / 8 * 8);
        storeLittle<std::uint16_t>(bytes.data() + at, operation);
        storeLittle<std::uint32_t>(bytes.data() + at + 4, object);
        storeLittle<std::uint32_t>(bytes.data() + at + 8, code);
        storeLittle<std::uint32_t>(bytes.data() + at + 12, static_cast<std::uint32_t>(value.size()));
        std::copy(value.begin(), value.end(), bytes.begin() + static_cast<long>(at) + 16);
        return used(static_cast<std::uint32_t>(bytes.size() - 8));
    }
    RawEditLog& edit(Edit operation, std::uint32_t code, const std::vector<std::uint8_t>& value = {}) {
        return edit(static_cast<std::uint16_t>(operation), 0, code, value);
    }
    RawEditLog& used(std::uint32_t count) {
        storeLittle<std::uint32_t>(bytes.data(), count);
        return *this;
    }
    /// Overwrites 32 bits of the first entry.
    RawEditLog& poke(std::size_t offset, std::uint32_t value) {
        storeLittle<std::uint32_t>(bytes.data() + 8 + offset, value);
        return *this;
    }
};

}  // namespace kea_policy
