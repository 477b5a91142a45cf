// SPDX-License-Identifier: MPL-2.0
#include "frame_cursor.h"

#include "golden_values.h"

#include <gtest/gtest.h>

#include <functional>

namespace kea_policy {
namespace {

/// As behind a frame: the cursor does not stand at 0.
constexpr uint32_t kBehindFrame = 3;

std::vector<uint8_t> counted(uint32_t size) {
    std::vector<uint8_t> bytes(size);
    for (uint32_t index = 0; index < size; ++index) bytes[index] = static_cast<uint8_t>(index + 1);
    return bytes;
}

/// Writes into regions of every size: too small gives 0 and touches nothing outside, big enough gives a place inside.
void expectEverySizeIsSafe(const std::function<uint32_t(FrameCursor&)>& write) {
    GuardedRegion large(4096);
    FrameCursor measure(large.base(), large.size(), kBehindFrame);
    ASSERT_NE(write(measure), 0u);
    for (uint32_t size = kBehindFrame; size <= measure.used; ++size) {
        GuardedRegion region(size);
        FrameCursor cursor(region.base(), size, kBehindFrame);
        const uint32_t place = write(cursor);
        EXPECT_EQ(place != 0, size == measure.used) << size;
        EXPECT_EQ(cursor.full, size != measure.used) << size;
        EXPECT_LE(cursor.used, size);
        EXPECT_TRUE(region.guardsHold()) << size;
    }
}

TEST(FrameCursorTest, everyValueInEverySize) {
    const std::vector<uint8_t> bytes = counted(37);
    const ByteView view{bytes.data(), static_cast<uint32_t>(bytes.size())};
    expectEverySizeIsSafe([&](FrameCursor& cursor) { return writeBytes(cursor, view); });
    expectEverySizeIsSafe([&](FrameCursor& cursor) { return writeBytes(cursor, ByteView{}); });
    expectEverySizeIsSafe([&](FrameCursor& cursor) { return writeHwAddr(cursor, HwAddrView{view, 1, 2}); });
    expectEverySizeIsSafe([&](FrameCursor& cursor) { return writeIpv4(cursor, 0xc0000201); });
    expectEverySizeIsSafe([&](FrameCursor& cursor) { return writeIpv6(cursor, Ipv6Bytes{}); });
    expectEverySizeIsSafe([&](FrameCursor& cursor) { return writeBytesList(cursor, {view, ByteView{}, view}); });
    expectEverySizeIsSafe([&](FrameCursor& cursor) { return writeBytesList(cursor, {}); });
}

TEST(FrameCursorTest, bytesOfEveryLengthArriveWhole) {
    for (uint32_t length = 1; length <= 40; ++length) {
        const std::vector<uint8_t> bytes = counted(length);
        GuardedRegion region(4 + 8 + length);
        FrameCursor cursor(region.base(), region.size(), kBehindFrame);
        const uint32_t form = writeBytes(cursor, {bytes.data(), length});
        ASSERT_EQ(form, 4u);
        uint32_t distance, size;
        std::memcpy(&distance, region.base() + form, 4);
        std::memcpy(&size, region.base() + form + 4, 4);
        ASSERT_EQ(size, length);
        EXPECT_EQ(std::vector<uint8_t>(region.base() + form + distance, region.base() + form + distance + size), bytes) << length;
        EXPECT_TRUE(region.guardsHold()) << length;
    }
}

TEST(FrameCursorTest, reserveAlignsAndClearsTheGap) {
    GuardedRegion region(32);
    FrameCursor cursor(region.base(), region.size(), 3);
    ASSERT_TRUE(cursor.reserve(4, 8));
    EXPECT_EQ(cursor.used, 12u);
    EXPECT_EQ(region.first(9)[2], GuardedRegion::kOld);
    for (uint32_t gap = 3; gap < 8; ++gap) EXPECT_EQ(region.first(9)[gap], 0) << gap;
    EXPECT_EQ(region.first(9)[8], GuardedRegion::kOld);
}

TEST(FrameCursorTest, reserveZeroedZeroesAllOfItAndNoMore) {
    for (uint32_t bytes = 4; bytes <= 160; bytes += 4) {
        GuardedRegion region(bytes + 16);
        FrameCursor cursor(region.base(), region.size(), 8);
        ASSERT_TRUE(cursor.reserveZeroed(bytes, 8));
        std::vector<uint8_t> expected(bytes + 16, GuardedRegion::kOld);
        std::fill_n(expected.begin() + 8, bytes, uint8_t{0});
        EXPECT_EQ(region.first(region.size()), expected) << bytes;
    }
}

TEST(FrameCursorTest, sizesNearTheEndOfTheirTypeAreRefused) {
    GuardedRegion region(32);
    for (const uint64_t bytes : {uint64_t{0xffffffff}, uint64_t{0xfffffff8}, ~uint64_t{0}, uint64_t{1} << 32}) {
        FrameCursor cursor(region.base(), region.size(), 9);
        EXPECT_FALSE(cursor.reserve(bytes, 8)) << bytes;
        EXPECT_TRUE(cursor.full);
        EXPECT_EQ(cursor.used, 9u);
    }
    const uint8_t byte = 1;
    FrameCursor cursor(region.base(), region.size(), 8);
    EXPECT_EQ(writeBytes(cursor, ByteView{&byte, 0xffffffff}), 0u);
    EXPECT_TRUE(cursor.full);
    EXPECT_TRUE(region.guardsHold());
}

}  // namespace
}  // namespace kea_policy
