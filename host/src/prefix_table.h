// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "page_buffer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace kea_policy {

/// A set of address prefixes of one family, filled once and then only asked. A prefix inside another listed one adds
/// nothing, so it is dropped; the rest do not overlap, and one binary search finds the only one that may cover an address.
/// Address: an unsigned integer of the family's width, the first byte of the address most significant.
template <typename Address>
class PrefixTable {
public:
    static constexpr unsigned bits = sizeof(Address) * 8;

    /// The bits of `first` behind the prefix must be zero. Only before build(). Throws std::bad_alloc.
    void add(Address first, unsigned length) {
        const std::size_t needed = (kept_ + 1) * sizeof(Prefix);
        if (needed > memory_.size()) {
            memory_.resize(needed * 2);
        }
        prefixes()[kept_++] = {first, static_cast<std::uint8_t>(length)};
    }

    /// Sorts, drops repeated and covered prefixes. To be called once.
    void build() {
        Prefix* all = prefixes();
        // Of two prefixes with one first address the shorter comes first, so whatever covers a prefix stands before it.
        std::sort(all, all + kept_, [](const Prefix& a, const Prefix& b) {
            return a.first != b.first ? a.first < b.first : a.length < b.length;
        });
        const std::size_t listed = kept_;
        kept_ = 0;
        Prefix before{};
        for (std::size_t i = 0; i < listed; ++i) {
            const Prefix next = all[i];
            const bool repeated = i != 0 && next.first == before.first && next.length == before.length;
            before = next;
            if (repeated) {
                continue;
            }
            ++count_;
            if (kept_ == 0 || !covers(all[kept_ - 1], next.first)) {
                all[kept_++] = next;
            }
        }
        memory_.resize(kept_ * sizeof(Prefix));
    }

    bool has(Address address) const noexcept {
        if (kept_ == 0) {
            return false;
        }
        // The last prefix that starts at or before the address; written so that the compiler needs no unforeseeable jump.
        const Prefix* base = prefixes();
        for (std::size_t left = kept_; left > 1;) {
            const std::size_t half = left / 2;
            base = base[half].first <= address ? base + half : base;
            left -= half;
        }
        return base->first <= address && covers(*base, address);
    }

    /// Listed prefixes, covered ones included.
    std::size_t size() const noexcept { return count_; }
    std::size_t memoryBytes() const noexcept { return memory_.size(); }

private:
    // Packed: an IPv6 prefix takes 17 bytes instead of 32.
    struct __attribute__((packed)) Prefix {
        Address first;
        std::uint8_t length;
    };

    static bool covers(const Prefix& prefix, Address address) noexcept {
        // Shifting by all bits is undefined, so a prefix of length 0 is told apart.
        return prefix.length == 0 || ((prefix.first ^ address) >> (bits - prefix.length)) == 0;
    }
    Prefix* prefixes() noexcept { return reinterpret_cast<Prefix*>(memory_.data()); }
    const Prefix* prefixes() const noexcept { return reinterpret_cast<const Prefix*>(memory_.data()); }

    PageBuffer memory_;
    std::size_t kept_ = 0;
    std::size_t count_ = 0;
};

}  // namespace kea_policy
