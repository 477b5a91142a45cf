// SPDX-License-Identifier: MPL-2.0
#include "key_table.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>
#include <random>

namespace kea_policy {

namespace {

constexpr std::size_t length_bytes = sizeof(std::uint16_t);

std::uint64_t randomWord() {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32) | device();
}

template <typename Word>
std::uint64_t loadWord(const std::uint8_t* from) noexcept {
    Word word;
    std::memcpy(&word, from, sizeof(word));
    return word;
}

/// Both halves of the 128-bit product, so that each bit of either factor reaches the whole result.
std::uint64_t multiplyFold(std::uint64_t a, std::uint64_t b) noexcept {
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

/// Up to eight bytes as a number. Different keys of one length give different numbers; the length is hashed by itself.
std::uint64_t loadLastWord(const std::uint8_t* from, std::size_t length) noexcept {
    if (length >= 8) {
        return loadWord<std::uint64_t>(from);
    }
    if (length >= 4) {  // two loads, overlapping
        return loadWord<std::uint32_t>(from) | loadWord<std::uint32_t>(from + length - 4) << 32;
    }
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < length; ++i) {
        word = word << 8 | from[i];
    }
    return word;
}

std::size_t keyLength(const std::uint8_t* entry) noexcept {
    return static_cast<std::size_t>(loadWord<std::uint16_t>(entry));
}

}  // namespace

KeyTable::KeyTable() : seed_(randomWord()), multiplier_(randomWord() | 1) {}

void KeyTable::reserve(std::size_t bytes) {
    keys_.resize(std::max(bytes, keys_end_));
}

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
    slot_count_ = count_ + count_ / 2 + 1;
    slots_.resize(slot_count_ * sizeof(Slot));
    auto* slots = reinterpret_cast<Slot*>(slots_.data());
    count_ = 0;
    std::size_t kept = 0;  // keys move down over repeated ones before them
    for (std::size_t next = 0; next < keys_end_;) {
        const std::uint8_t* entry = keys_.data() + next;
        const std::size_t length = keyLength(entry);
        const std::uint64_t hashed = hash(entry + length_bytes, length);
        Slot& slot = slots[findSlot(hashed, entry + length_bytes, length)];
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
    return slots[findSlot(hash(key, length), key, length)].place != 0;
}

std::uint64_t KeyTable::hash(const std::uint8_t* key, std::size_t length) const noexcept {
    std::uint64_t state = seed_ ^ length;
    for (; length > 8; key += 8, length -= 8) {
        state = multiplyFold(state ^ loadWord<std::uint64_t>(key), multiplier_);
    }
    state = multiplyFold(state ^ loadLastWord(key, length), multiplier_);
    return multiplyFold(state ^ multiplier_, seed_ | 1);
}

std::size_t KeyTable::findSlot(std::uint64_t hashed, const std::uint8_t* key, std::size_t length) const noexcept {
    const auto* slots = reinterpret_cast<const Slot*>(slots_.data());
    const auto tag = static_cast<std::uint32_t>(hashed);
    // The upper half of the hash, scaled to the number of slots; a third of them is free, so the walk ends.
    std::size_t index = static_cast<std::size_t>((hashed >> 32) * slot_count_ >> 32);
    while (slots[index].place != 0) {
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
