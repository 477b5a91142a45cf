// SPDX-License-Identifier: MPL-2.0
// A place to write in a policy's memory, and the values that vary in size. Every store is at an offset that reserve() or place…() checked
// before; nothing is ever written at or behind base + size. Knows neither Kea nor wasmtime.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#if !defined(__BYTE_ORDER__) || __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "Frames are little-endian and stored as they stand: this code needs a little-endian machine."
#endif

namespace kea_policy {

struct ByteView {
    const uint8_t* data = nullptr;
    uint32_t size = 0;
};

struct HwAddrView {
    ByteView bytes;
    uint16_t htype = 0;
    /// Kea's HWAddr::HWADDR_SOURCE bits.
    uint32_t source = 0;
};

/// In network byte order.
using Ipv6Bytes = std::array<uint8_t, 16>;

/// The room must have been reserved.
template <typename Value>
inline void storeValue(uint8_t* to, const Value& value) {
    std::memcpy(to, &value, sizeof value);
}

inline void storeIpv4(uint8_t* to, uint32_t host_order) { storeValue(to, __builtin_bswap32(host_order)); }

/// Zeroes a multiple of 4 bytes. Not one memset: for the 112 bytes of a packet's record the compiler would make it `rep stos`, whose
/// start alone costs more than all other stores of a frame.
[[gnu::always_inline]] inline void zeroWords(uint8_t* to, uint32_t bytes) {
#pragma GCC unroll 8
    for (; bytes >= 32; bytes -= 32, to += 32) std::memset(to, 0, 32);
    if (bytes & 16) std::memset(to, 0, 16);
    if (bytes & 8) std::memset(to + (bytes & 16), 0, 8);
    if (bytes & 4) std::memset(to + (bytes & 24), 0, 4);
}

class FrameCursor {
public:
    FrameCursor() = default;
    FrameCursor(uint8_t* region, uint32_t region_size, uint32_t already_used = 0)
        : base(region), used(already_used), size(region_size) {}

    uint8_t* base = nullptr;
    /// Never above size.
    uint32_t used = 0;
    uint32_t size = 0;
    /// Something did not fit; stays so.
    bool full = false;

    /// Takes aligned room, which then begins at used - bytes. False, and nothing taken, where there is not enough.
    bool reserve(uint64_t bytes, uint32_t alignment) {
        const uint64_t start = (static_cast<uint64_t>(used) + alignment - 1) & ~static_cast<uint64_t>(alignment - 1);
        if (start > size || bytes > size - start) {
            full = true;
            return false;
        }
        // The region holds the packet before this one: a gap must not show it, and equal frames must be equal bytes.
        for (uint32_t gap = used; gap < start; ++gap) base[gap] = 0;
        used = static_cast<uint32_t>(start + bytes);
        return true;
    }

    /// Bytes must be a multiple of 4. Callers know both numbers: inlined, that is a few stores, else some sixty instructions a record.
    [[gnu::always_inline]] bool reserveZeroed(uint32_t bytes, uint32_t alignment) {
        if (!reserve(bytes, alignment)) return false;
        zeroWords(base + (used - bytes), bytes);
        return true;
    }

    /// Appends bytes and stores distance and length into the zeroed field at `field`.
    void placeBytes(uint32_t field, const ByteView& view) {
        // Held here: a store of bytes might change any member, as far as the compiler knows, which would read them again after each.
        uint8_t* const region = base;
        const uint32_t start = used;
        const uint32_t bytes = view.size;
        if (bytes == 0) return;
        if (bytes > size - start) {
            full = true;
            return;
        }
        copyBytes(region + start, view.data, bytes);
        storeValue(region + field, start - field);
        storeValue(region + field + 4, bytes);
        used = start + bytes;
    }

    void placeHwAddr(uint32_t field, const HwAddrView& view) {
        placeBytes(field, view.bytes);
        storeValue(base + field + 8, view.htype);
        storeValue(base + field + 12, view.source);
    }

private:
    /// Addresses and names are short: two overlapping moves are cheaper than a call of memcpy.
    static void copyBytes(uint8_t* to, const uint8_t* from, uint32_t bytes) {
        if (bytes > 16 || bytes < 4) {
            std::memcpy(to, from, bytes);
        } else if (bytes >= 8) {
            copyEnds<uint64_t>(to, from, bytes);
        } else {
            copyEnds<uint32_t>(to, from, bytes);
        }
    }

    template <typename Word>
    static void copyEnds(uint8_t* to, const uint8_t* from, uint32_t bytes) {
        Word first, last;
        std::memcpy(&first, from, sizeof first);
        std::memcpy(&last, from + bytes - sizeof last, sizeof last);
        std::memcpy(to, &first, sizeof first);
        std::memcpy(to + bytes - sizeof last, &last, sizeof last);
    }
};

// Values that host functions bring in during a callout, in the form that a view of the field has. Each returns the distance of the form
// from the region's start, 0 where it does not fit; the cursor must stand behind a frame, so that 0 is no value's place.

uint32_t writeBytes(FrameCursor& cursor, const ByteView& view);
uint32_t writeHwAddr(FrameCursor& cursor, const HwAddrView& view);
uint32_t writeIpv4(FrameCursor& cursor, uint32_t host_order);
uint32_t writeIpv6(FrameCursor& cursor, const Ipv6Bytes& address);
uint32_t writeBytesList(FrameCursor& cursor, const std::vector<ByteView>& items);

}  // namespace kea_policy
