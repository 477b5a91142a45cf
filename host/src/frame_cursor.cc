// SPDX-License-Identifier: MPL-2.0
// Values that host functions bring into a frame during a callout.
#include "frame_cursor.h"

namespace kea_policy {

namespace {

constexpr uint32_t kBytesForm = 8;
constexpr uint32_t kHwAddrForm = 16;

}  // namespace

uint32_t writeBytes(FrameCursor& cursor, const ByteView& view) {
    if (!cursor.reserveZeroed(kBytesForm, 4)) return 0;
    const uint32_t form = cursor.used - kBytesForm;
    cursor.placeBytes(form, view);
    return cursor.full ? 0 : form;
}

uint32_t writeHwAddr(FrameCursor& cursor, const HwAddrView& view) {
    if (!cursor.reserveZeroed(kHwAddrForm, 4)) return 0;
    const uint32_t form = cursor.used - kHwAddrForm;
    cursor.placeHwAddr(form, view);
    return cursor.full ? 0 : form;
}

uint32_t writeIpv4(FrameCursor& cursor, uint32_t host_order) {
    if (!cursor.reserve(4, 4)) return 0;
    storeIpv4(cursor.base + cursor.used - 4, host_order);
    return cursor.used - 4;
}

uint32_t writeIpv6(FrameCursor& cursor, const Ipv6Bytes& address) {
    if (!cursor.reserve(address.size(), 8)) return 0;
    const uint32_t form = cursor.used - static_cast<uint32_t>(address.size());
    storeValue(cursor.base + form, address);
    return form;
}

uint32_t writeBytesList(FrameCursor& cursor, const std::vector<ByteView>& items) {
    if (!cursor.reserveZeroed(kBytesForm, 4)) return 0;
    const uint32_t form = cursor.used - kBytesForm;
    if (items.empty()) return form;
    // Checked as 64 bits first: reserveZeroed takes 32, and the count is not ours.
    const uint64_t table_bytes = static_cast<uint64_t>(items.size()) * kBytesForm;
    if (!cursor.reserve(table_bytes, 4)) return 0;
    const uint32_t table = cursor.used - static_cast<uint32_t>(table_bytes);
    std::memset(cursor.base + table, 0, table_bytes);
    storeValue(cursor.base + form, table - form);
    storeValue(cursor.base + form + 4, static_cast<uint32_t>(items.size()));
    uint32_t field = table;
    for (const ByteView& item : items) {
        cursor.placeBytes(field, item);
        field += kBytesForm;
    }
    return cursor.full ? 0 : form;
}

}  // namespace kea_policy
