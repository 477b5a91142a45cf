// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "frame_reader.h"

#include <cstdint>

namespace kea_policy {

/// One object of Kea's alone in a region, behind room for a frame's header.
template <typename Reader>
struct Alone {
    explicit Alone(const typename Reader::Kea& object, const FieldsRead& read = FieldsRead(), std::uint32_t region = 64 * 1024)
        : frame(region), reader(object) {
        frame.cursor.reserveZeroed(kHeaderBytes, kFrameAlignment);
        record = reader.write(frame.cursor, 3, read);
    }
    template <typename Number>
    Number number(std::uint32_t field) const {
        return frame.number<Number>(record + field);
    }
    FrameReader frame;
    Reader reader;
    /// 0 where it does not fit.
    std::uint32_t record = 0;
};

/// Does a record of *bytes* fit into no region that is smaller than what it takes, and is nothing written behind the region?
template <typename Reader>
void expectNoRegionTooSmall(const typename Reader::Kea& object) {
    const std::uint32_t needed = Alone<Reader>(object).frame.cursor.used;
    for (std::uint32_t size = kHeaderBytes; size < needed; ++size) {
        Alone<Reader> alone(object, FieldsRead(), size);
        EXPECT_EQ(alone.record, 0U) << size;
        EXPECT_TRUE(alone.frame.cursor.full) << size;
    }
    EXPECT_NE(Alone<Reader>(object, FieldsRead(), needed).record, 0U);
}

}  // namespace kea_policy
