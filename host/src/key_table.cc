// SPDX-License-Identifier: MPL-2.0
#include "key_table.h"

#include <cstring>
#include <limits>
#include <new>

namespace kea_policy {

namespace {

constexpr std::size_t length_bytes = sizeof(std::uint16_t);

std::size_t keyLength(const std::uint8_t* entry) noexcept {
    return loadWord<std::uint16_t>(entry);
}

}  // namespace

void KeyTable::add(const std::uint8_t* key, std::size_t length) {
    const std::size_t end = keys_end_ + length_bytes + length;
    if (length > std::numeric_limits<std::uint16_t>::max() || end >= std::numeric_limits<std::uint32_t>::max()) {
        throw std::bad_alloc();  // a slot could not tell where the key lies; the limits of list files keep this away
    }
    if (end > keys_.size()) {
        keys_.resize(end * 2);
    }
    const auto stored = static_cast<std::uint16_t>(length);
    std::memcpy(keys_.data() + keys_end_, &stored, length_bytes);
    if (length != 0) {
        std::memcpy(keys_.data() + keys_end_ + length_bytes, key, length);
    }
    keys_end_ = end;
    ++count_;
}

void KeyTable::build() {
    if (count_ == 0) {
        return;
    }
    slot_count_ = count_ + count_ / 2 + 1;
    slots_.resize(slot_count_ * sizeof(Slot));
    filter_.clear(count_);
    auto* slots = reinterpret_cast<Slot*>(slots_.data());
    count_ = 0;
    std::size_t kept = 0;  // keys move down over repeated ones before them
    for (std::size_t next = 0; next < keys_end_;) {
        const std::uint8_t* entry = keys_.data() + next;
        const std::size_t length = keyLength(entry);
        const std::uint64_t hashed = hash_.ofBytes(entry + length_bytes, length);
        Slot& slot = slots[findSlot(hashed, entry + length_bytes, length)];
        filter_.add(hashed);
        if (slot.place == 0) {
            std::memmove(keys_.data() + kept, entry, length_bytes + length);
            slot.place = static_cast<std::uint32_t>(kept + 1);
            slot.tag = static_cast<std::uint32_t>(hashed);
            kept += length_bytes + length;
            ++count_;
        }
        next += length_bytes + length;
    }
    keys_end_ = kept;
    keys_.resize(kept);
}

bool KeyTable::has(const std::uint8_t* key, std::size_t length) const noexcept {
    if (count_ == 0) {
        return false;
    }
    const auto* slots = reinterpret_cast<const Slot*>(slots_.data());
    const std::uint64_t hashed = hash_.ofBytes(key, length);
    return filter_.mayHave(hashed) && slots[findSlot(hashed, key, length)].place != 0;
}

std::size_t KeyTable::findSlot(std::uint64_t hashed, const std::uint8_t* key, std::size_t length) const noexcept {
    const auto* slots = reinterpret_cast<const Slot*>(slots_.data());
    const auto tag = static_cast<std::uint32_t>(hashed);
    std::size_t index = KeyHash::slotOf(hashed, slot_count_);
    while (slots[index].place != 0) {  // a third of the slots is free, so the walk ends
        if (slots[index].tag == tag) {
            const std::uint8_t* entry = keys_.data() + slots[index].place - 1;
            if (keyLength(entry) == length && std::memcmp(entry + length_bytes, key, length) == 0) {
                break;
            }
        }
        index = index + 1 == slot_count_ ? 0 : index + 1;
    }
    return index;
}

}  // namespace kea_policy
