// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "key_hash.h"
#include "page_buffer.h"

#include <cstddef>
#include <cstdint>

namespace kea_policy {

/// Says of most keys that they are not in a table, without reading the table: two bytes a key, four bits set in the one word that the
/// key's hash chooses (a blocked Bloom filter). Most clients are on no list, and the filter of 100,000 is a sixth of their
/// table: more of it is in the processor's cache. Of the keys that are not in the table, about one in 200 has to be looked up.
class KeyFilter {
public:
    /// For that many keys, none of them added yet. Throws std::bad_alloc.
    void clear(std::size_t keys) {
        words_.release();
        word_count_ = keys / kKeysInWord + 1;
        words_.resize(word_count_ * sizeof(std::uint64_t));
    }
    void add(std::uint64_t hash) noexcept {
        reinterpret_cast<std::uint64_t*>(words_.data())[KeyHash::slotOf(hash, word_count_)] |= bitsOf(hash);
    }
    /// False where no key of this hash was added; true may be wrong. Only after clear().
    bool mayHave(std::uint64_t hash) const noexcept {
        return (~*wordAt(hash) & bitsOf(hash)) == 0;
    }
    /// Asks the memory for what mayHave() reads, and does not wait.
    void prefetch(std::uint64_t hash) const noexcept { __builtin_prefetch(wordAt(hash)); }
    std::size_t memoryBytes() const noexcept { return words_.size(); }

private:
    static constexpr std::size_t kKeysInWord = 4;

    const std::uint64_t* wordAt(std::uint64_t hash) const noexcept {
        return reinterpret_cast<const std::uint64_t*>(words_.data()) + KeyHash::slotOf(hash, word_count_);
    }

    /// From the lower half of the hash; slotOf() takes the upper one.
    static std::uint64_t bitsOf(std::uint64_t hash) noexcept {
        return std::uint64_t{1} << (hash & 63) | std::uint64_t{1} << (hash >> 6 & 63) | std::uint64_t{1} << (hash >> 12 & 63) |
               std::uint64_t{1} << (hash >> 18 & 63);
    }

    PageBuffer words_;
    std::size_t word_count_ = 0;
};

}  // namespace kea_policy
