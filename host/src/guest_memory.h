// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "frame_cursor.h"

#include <wasmtime.h>

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

namespace kea_policy {

/// A policy's memory at one moment: the only place where numbers from a policy become pointers. It is stale as soon as the
/// policy runs again, since memory may grow and move; make a new one then.
class GuestMemory {
public:
    GuestMemory(wasmtime_context_t* context, const wasmtime_memory_t& memory) noexcept
        : base_(wasmtime_memory_data(context, &memory)), size_(wasmtime_memory_data_size(context, &memory)) {}
    /// For tests.
    GuestMemory(std::uint8_t* base, std::size_t size) noexcept : base_(base), size_(size) {}

    /// Pointer to *length* bytes at *address*, nullptr where they are not all inside. The sum is taken in 64 bits.
    std::uint8_t* at(std::uint32_t address, std::uint32_t length) const noexcept {
        return std::uint64_t{address} + length <= size_ ? base_ + address : nullptr;
    }

    /// UTF-8 of a policy's UTF-16 text, at most *limit* bytes of it (cut between characters); lone surrogates become U+FFFD,
    /// an odd last byte is left out. Nothing where the text is not inside the memory.
    std::optional<std::string> text(std::uint32_t address, std::uint32_t bytes, std::size_t limit) const;

    std::size_t size() const noexcept { return size_; }

private:
    std::uint8_t* base_;
    std::size_t size_;
};

/// Little-endian, unaligned.
template <typename T>
T loadLittle(const std::uint8_t* at) noexcept {
    static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "frames are little-endian; this host copies them as they are");
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

template <typename T>
void storeLittle(std::uint8_t* at, T value) noexcept {
    std::memcpy(at, &value, sizeof value);
}

}  // namespace kea_policy
