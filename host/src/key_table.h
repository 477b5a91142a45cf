// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "key_filter.h"
#include "key_hash.h"
#include "page_buffer.h"

#include <cstddef>
#include <cstdint>

namespace kea_policy {

/// A set of byte strings, filled once and then only asked. The keys lie one after the other, each behind its length; beside them
/// is an open-addressing table of 8-byte slots, 1.5 a key, and before it a filter: a key takes 16 bytes beside its own, and asking
/// for one that is not there (most clients are not on a blocklist) reads one word of the filter and seldom more.
class KeyTable {
public:
    /// Key of at most 65,535 bytes; all keys together less than 4 GiB. Only before build(). Throws std::bad_alloc.
    void add(const std::uint8_t* key, std::size_t length);
    /// Drops repeated keys and makes the table. To be called once.
    void build();

    bool has(const std::uint8_t* key, std::size_t length) const noexcept;
    /// Asks the memory for what has() will read first.
    void prefetch(const std::uint8_t* key, std::size_t length) const noexcept { filter_.prefetch(hash_.ofBytes(key, length)); }
    std::size_t size() const noexcept { return count_; }
    std::size_t memoryBytes() const noexcept { return keys_.size() + slots_.size() + filter_.memoryBytes(); }

private:
    struct Slot {
        std::uint32_t place;  // where the key lies, plus 1; 0: the slot is free
        std::uint32_t tag;    // half of the hash: keys differ long before their bytes are compared
    };

    /// The slot that holds the key, or the free slot where it belongs.
    std::size_t findSlot(std::uint64_t hash, const std::uint8_t* key, std::size_t length) const noexcept;

    KeyHash hash_;
    KeyFilter filter_;
    PageBuffer keys_;
    PageBuffer slots_;
    std::size_t keys_end_ = 0;
    std::size_t slot_count_ = 0;
    std::size_t count_ = 0;
};

}  // namespace kea_policy
