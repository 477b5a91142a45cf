// SPDX-License-Identifier: MPL-2.0
// The frame around the arguments' records: its header and the callout record, which leads to them.
#pragma once

#include "frame_cursor.h"
#include "generated/abi.h"

#include <cstdint>
#include <cstring>

namespace kea_policy {

/// Begins anew at the region's start. False where header and record do not fit.
[[gnu::always_inline]] inline bool beginFrame(FrameCursor& frame, HookPointId hook_point, std::uint32_t record_bytes) {
    frame.used = 0;
    frame.full = false;
    if (!frame.reserveZeroed(kHeaderBytes + record_bytes, kFrameAlignment)) {
        return false;
    }
    std::uint8_t* const header = frame.base;
    storeValue(header + kHeaderAbi, kAbi);
    storeValue(header + kHeaderHookPoint, static_cast<std::uint32_t>(hook_point));
    std::uint8_t* const record = header + kHeaderBytes;
    storeValue(record + kRecordLength, record_bytes);
    storeValue(record + kRecordObject, kCalloutHandle);
    return true;
}

/// Where a field of the callout record lies.
constexpr std::uint32_t calloutField(std::uint32_t offset) {
    return kHeaderBytes + offset;
}

/// Tells a policy that a value among the arguments is there.
inline void addPresence(FrameCursor& frame, std::uint64_t bit) {
    std::uint64_t present = 0;
    std::memcpy(&present, frame.base + calloutField(kRecordPresence), sizeof present);
    storeValue(frame.base + calloutField(kRecordPresence), present | bit);
}

/// Leads a field of the callout record to an argument's record.
inline void linkArgument(FrameCursor& frame, std::uint32_t offset, std::uint32_t record) {
    storeValue(frame.base + calloutField(offset), record - calloutField(offset));
}

/// False where something did not fit.
inline bool endFrame(FrameCursor& frame) {
    storeValue(frame.base + kHeaderUsed, frame.used);
    return !frame.full;
}

}  // namespace kea_policy
