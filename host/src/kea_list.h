// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "frame_cursor.h"

#include <cstddef>
#include <cstdint>

namespace kea_policy {

/// Appends the record of a list, which holds but how many items there are; 0 where it does not fit.
template <typename Record>
std::uint32_t writeLength(FrameCursor& frame, std::uint32_t handle, std::size_t length) {
    Record record(frame, handle);
    if (!record.fits()) {
        return 0;
    }
    record.length(static_cast<std::int32_t>(length));
    return record.end();
}

}  // namespace kea_policy
