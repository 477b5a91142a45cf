// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "frame_cursor.h"
#include "generated/abi.h"

#include <cstdint>

namespace kea_policy {

/// Appends one record to a frame; the generated classes (records.h) have a function for each field. What is not written is zero or absent.
/// Nothing may be written where the record does not fit: ask fits() first.
class RecordWriter {
public:
    bool fits() const noexcept { return to_ != nullptr; }

    /// The record's distance from the region's start; 0 where something did not fit.
    std::uint32_t end() const noexcept {
        storeValue(to_ + kRecordPresence, present_);
        return cursor_.full ? 0 : record_;
    }

protected:
    RecordWriter(FrameCursor& cursor, std::uint32_t object, std::uint32_t record_bytes) : cursor_(cursor) {
        if (!cursor.reserveZeroed(record_bytes, kFrameAlignment)) {
            return;
        }
        record_ = cursor.used - record_bytes;
        to_ = cursor.base + record_;
        storeValue(to_ + kRecordLength, record_bytes);
        storeValue(to_ + kRecordObject, object);
    }

    // Where a field may be absent, its presence bit comes along.
    template <typename Value>
    void setValue(std::uint32_t offset, const Value& value, std::uint64_t presence = 0) {
        storeValue(to_ + offset, value);
        present_ |= presence;
    }
    void setBool(std::uint32_t offset, bool value, std::uint64_t presence = 0) { setValue(offset, static_cast<std::uint8_t>(value), presence); }
    void setIpv4(std::uint32_t offset, std::uint32_t host_order, std::uint64_t presence = 0) {
        storeIpv4(to_ + offset, host_order);
        present_ |= presence;
    }
    void setBytes(std::uint32_t offset, const ByteView& value, std::uint64_t presence = 0) {
        cursor_.placeBytes(record_ + offset, value);
        present_ |= presence;
    }
    void setHwAddr(std::uint32_t offset, const HwAddrView& value, std::uint64_t presence = 0) {
        cursor_.placeHwAddr(record_ + offset, value);
        present_ |= presence;
    }

private:
    FrameCursor& cursor_;
    std::uint8_t* to_ = nullptr;
    std::uint32_t record_ = 0;
    std::uint64_t present_ = 0;
};

}  // namespace kea_policy
