// SPDX-License-Identifier: MPL-2.0
#include "short_key_table.h"

#include <limits>
#include <new>

namespace kea_policy {

void ShortKeyTable::add(const std::uint8_t* key, std::size_t length) {
    if (length > longest || count_ >= std::numeric_limits<std::uint32_t>::max() / 2) {
        throw std::bad_alloc();  // the kinds and limits of list files keep this away
    }
    const std::size_t end = (count_ + 1) * sizeof(std::uint64_t);
    if (end > words_.size()) {
        words_.resize(end * 2);
    }
    reinterpret_cast<std::uint64_t*>(words_.data())[count_++] = wordOf(key, length);
}

void ShortKeyTable::build() {
    const std::size_t added = count_;
    if (added == 0) {
        return;
    }
    slot_count_ = added + added / 2 + 1;
    slots_.resize(slot_count_ * sizeof(std::uint64_t));
    filter_.clear(added);
    const auto* words = reinterpret_cast<const std::uint64_t*>(words_.data());
    auto* first = reinterpret_cast<std::uint64_t*>(slots_.data());
    count_ = 0;
    for (std::size_t i = 0; i < added; ++i) {
        const std::uint64_t hashed = hash_.ofWord(words[i]);
        std::uint64_t& slot = first[findSlot(words[i], hashed) - first];
        filter_.add(hashed);
        count_ += slot == 0 ? 1 : 0;
        slot = words[i];
    }
    words_.release();
}

}  // namespace kea_policy
