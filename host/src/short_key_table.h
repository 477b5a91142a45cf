// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "key_filter.h"
#include "key_hash.h"
#include "page_buffer.h"

#include <cstddef>
#include <cstdint>

namespace kea_policy {

/// A set of keys of up to seven bytes (Ethernet addresses, OUIs), filled once and then only asked. A key and its length are one
/// 8-byte word, and the words themselves are the open-addressing table, 1.5 slots a key; before it stands a filter. Asking for a key
/// that is not there reads one word of the filter and seldom more, and a MAC takes 14 bytes.
class ShortKeyTable {
public:
    static constexpr std::size_t longest = 7;

    /// Key of at most `longest` bytes. Only before build(). Throws std::bad_alloc.
    void add(const std::uint8_t* key, std::size_t length);
    /// Drops repeated keys and makes the table. To be called once.
    void build();

    bool has(const std::uint8_t* key, std::size_t length) const noexcept {
        if (slot_count_ == 0) {
            return false;
        }
        const std::uint64_t word = wordOf(key, length);
        const std::uint64_t hashed = hash_.ofWord(word);
        return filter_.mayHave(hashed) && *findSlot(word, hashed) != 0;
    }
    /// Asks the memory for what has() will read first.
    void prefetch(const std::uint8_t* key, std::size_t length) const noexcept { filter_.prefetch(hash_.ofWord(wordOf(key, length))); }
    std::size_t size() const noexcept { return count_; }
    std::size_t memoryBytes() const noexcept { return words_.size() + slots_.size() + filter_.memoryBytes(); }

private:
    /// Never 0, which marks a free slot: the length plus one is above the key.
    static std::uint64_t wordOf(const std::uint8_t* key, std::size_t length) noexcept {
        return packShort(key, length) | static_cast<std::uint64_t>(length + 1) << 56;
    }
    const std::uint64_t* slots() const noexcept { return reinterpret_cast<const std::uint64_t*>(slots_.data()); }

    /// The slot that holds the word, or the free slot where it belongs; a third of the slots is free, so the walk ends.
    const std::uint64_t* findSlot(std::uint64_t word, std::uint64_t hashed) const noexcept {
        const std::uint64_t* first = slots();
        std::size_t index = KeyHash::slotOf(hashed, slot_count_);
        while (first[index] != 0 && first[index] != word) {
            index = index + 1 == slot_count_ ? 0 : index + 1;
        }
        return first + index;
    }

    KeyHash hash_;
    KeyFilter filter_;
    PageBuffer words_;  // as added, until build()
    PageBuffer slots_;
    std::size_t slot_count_ = 0;
    std::size_t count_ = 0;
};

}  // namespace kea_policy
