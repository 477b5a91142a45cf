// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "page_buffer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace kea_policy {

/// A set of address prefixes of one family, filled once and then only asked. A prefix inside another listed one adds
/// nothing, so it is dropped; the rest do not overlap, so only the last that starts at or before an address may cover it. An
/// index over the bits behind those that all have in common leads to a few neighbours of it, and a binary search among
/// them to it.
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
        buildIndex();
    }

    bool has(Address address) const noexcept {
        const Prefix* all = prefixes();
        if (kept_ == 0 || address < all[0].first) {
            return false;
        }
        if (address >= all[kept_ - 1].first) {
            return covers(all[kept_ - 1], address);
        }
        // Between the first and the last the address has the common bits as well, so the index holds for it. The one looked for
        // is in the address's part of the table, or it is the last before it.
        const std::size_t part = partOf(address);
        const std::uint32_t* starts = index();
        const Prefix* base = all + (starts[part] == 0 ? 0 : starts[part] - 1);
        // Written so that the compiler needs no jump, which could not be foreseen.
        for (std::size_t left = static_cast<std::size_t>(all + starts[part + 1] - base); left > 1;) {
            const std::size_t half = left / 2;
            base = base[half].first <= address ? base + half : base;
            left -= half;
        }
        return covers(*base, address);
    }

    /// Listed prefixes, covered ones included.
    std::size_t size() const noexcept { return count_; }
    std::size_t memoryBytes() const noexcept { return memory_.size() + index_.size(); }

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
    /// One part of the index for each prefix, as far as powers of two allow: 4 bytes a prefix.
    void buildIndex() {
        if (kept_ < 2) {
            return;
        }
        const Prefix* all = prefixes();
        unsigned differing = 0;  // bits behind those that all addresses from the first to the last have in common
        for (Address rest = all[0].first ^ all[kept_ - 1].first; rest != 0; rest >>= 1) {
            ++differing;
        }
        unsigned index_bits = 1;
        while (index_bits < differing && (std::size_t{2} << index_bits) <= kept_) {
            ++index_bits;
        }
        shift_ = differing - index_bits;
        part_mask_ = (std::size_t{1} << index_bits) - 1;
        index_.resize((part_mask_ + 2) * sizeof(std::uint32_t));
        auto* starts = reinterpret_cast<std::uint32_t*>(index_.data());
        std::size_t part = 0;
        for (std::size_t i = 0; i < kept_; ++i) {
            for (const std::size_t own = partOf(all[i].first); part <= own; ++part) {
                starts[part] = static_cast<std::uint32_t>(i);
            }
        }
        for (; part <= part_mask_ + 1; ++part) {
            starts[part] = static_cast<std::uint32_t>(kept_);
        }
    }

    std::size_t partOf(Address address) const noexcept {
        return static_cast<std::size_t>(address >> shift_) & part_mask_;
    }
    const std::uint32_t* index() const noexcept { return reinterpret_cast<const std::uint32_t*>(index_.data()); }
    Prefix* prefixes() noexcept { return reinterpret_cast<Prefix*>(memory_.data()); }
    const Prefix* prefixes() const noexcept { return reinterpret_cast<const Prefix*>(memory_.data()); }

    PageBuffer memory_;
    PageBuffer index_;  // for each value of the index bits the first prefix that has it or a greater one
    unsigned shift_ = 0;
    std::size_t part_mask_ = 0;
    std::size_t kept_ = 0;
    std::size_t count_ = 0;
};

}  // namespace kea_policy
