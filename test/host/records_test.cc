// SPDX-License-Identifier: MPL-2.0
// The records of golden values are the same bytes as the TypeScript encoder makes of them, and nothing is written outside of the region.
#include "generated/records.h"

#include "callout_frame.h"
#include "golden_values.h"

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

/// A frame whose one argument's record is written by *write*.
template <typename Write>
bool writeFrame(FrameCursor& cursor, HookPointId hook_point, uint32_t record_bytes, uint32_t link, Write write) {
    if (!beginFrame(cursor, hook_point, record_bytes)) return false;
    const uint32_t record = write(cursor);
    if (record == 0) return false;
    linkArgument(cursor, link, record);
    return endFrame(cursor);
}
template <typename Write>
bool writeFrame4(FrameCursor& cursor, Write write) {
    return writeFrame(cursor, HookPointId::pkt4_receive, offset::Pkt4Receive::kRecordBytes, offset::Pkt4Receive::query4, write);
}
template <typename Write>
bool writeFrame6(FrameCursor& cursor, Write write) {
    return writeFrame(cursor, HookPointId::pkt6_receive, offset::Pkt6Receive::kRecordBytes, offset::Pkt6Receive::query6, write);
}

/// A record to which nothing is written.
template <typename Record>
uint32_t writeNothing(FrameCursor& cursor) {
    Record record(cursor, 0);
    return record.fits() ? record.end() : 0;
}

uint32_t writePkt4(FrameCursor& cursor, GoldenValues& values) {
    Pkt4Record record(cursor, 0);
    if (!record.fits()) return 0;
    record.type(values.number<uint8_t>("type"));
    record.op(values.number<uint8_t>("op"));
    record.htype(values.number<uint8_t>("htype"));
    record.hlen(values.number<uint8_t>("hlen"));
    record.hops(values.number<uint8_t>("hops"));
    record.relayed(values.boolean("relayed"));
    record.secs(values.number<uint16_t>("secs"));
    record.flags(values.number<uint16_t>("flags"));
    record.localPort(values.number<uint16_t>("localPort"));
    record.remotePort(values.number<uint16_t>("remotePort"));
    record.transid(values.number<uint32_t>("transid"));
    record.ciaddr(values.ipv4("ciaddr"));
    record.yiaddr(values.ipv4("yiaddr"));
    record.siaddr(values.ipv4("siaddr"));
    record.giaddr(values.ipv4("giaddr"));
    record.localAddr(values.ipv4("localAddr"));
    record.remoteAddr(values.ipv4("remoteAddr"));
    record.ifindex(values.number<int32_t>("ifindex"));
    record.iface(values.bytes("iface"));
    record.hwaddr(values.hwAddr("hwaddr"));
    record.clientId(values.bytes("clientId"));
    record.dhcp4o6(values.boolean("dhcp4o6"));
    return record.end();
}

uint32_t writePkt6(FrameCursor& cursor, GoldenValues& values) {
    Pkt6Record record(cursor, 0);
    if (!record.fits()) return 0;
    record.type(values.number<uint8_t>("type"));
    record.relayed(values.boolean("relayed"));
    record.localPort(values.number<uint16_t>("localPort"));
    record.remotePort(values.number<uint16_t>("remotePort"));
    record.relayCount(values.number<uint16_t>("relayCount"));
    record.transid(values.number<uint32_t>("transid"));
    record.ifindex(values.number<int32_t>("ifindex"));
    record.iface(values.bytes("iface"));
    record.duid(values.bytes("duid"));
    return record.end();
}

uint32_t writeRelayHop(FrameCursor& cursor, const GoldenValues& values) {
    RelayHopRecord record(cursor, 5);
    if (!record.fits()) return 0;
    record.type(values.number<uint8_t>("type"));
    record.hopCount(values.number<uint8_t>("hopCount"));
    record.linkAddr(values.ipv6("linkAddr"));
    record.peerAddr(values.ipv6("peerAddr"));
    return record.end();
}

/// Every size from nothing to just right: refused without a byte outside, then taken.
template <typename WriteFrame>
void expectEverySizeIsSafe(WriteFrame write_frame, const std::vector<uint8_t>& golden) {
    for (uint32_t size = 0; size < golden.size(); ++size) {
        GuardedRegion region(size);
        FrameCursor cursor(region.base(), size);
        EXPECT_FALSE(write_frame(cursor)) << size << " bytes";
        EXPECT_TRUE(cursor.full) << size << " bytes";
        EXPECT_TRUE(region.guardsHold()) << size << " bytes";
    }
    GuardedRegion region(static_cast<uint32_t>(golden.size()));
    FrameCursor cursor(region.base(), region.size());
    EXPECT_TRUE(write_frame(cursor));
    EXPECT_FALSE(cursor.full);
    EXPECT_EQ(cursor.used, region.size());
    EXPECT_TRUE(region.guardsHold());
    EXPECT_EQ(region.first(region.size()), golden);
}

uint32_t readU32(const uint8_t* at) {
    uint32_t value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

TEST(RecordsTest, pkt4ReceiveIsTheGoldenFrameInEverySize) {
    GoldenValues values = GoldenValues::read("pkt4_receive").in("query4");
    const auto write = [&](FrameCursor& cursor) { return writeFrame4(cursor, [&](FrameCursor& at) { return writePkt4(at, values); }); };
    expectEverySizeIsSafe(write, goldenBytes("pkt4_receive"));
}

TEST(RecordsTest, pkt6ReceiveIsTheGoldenFrameInEverySize) {
    GoldenValues values = GoldenValues::read("pkt6_receive").in("query6");
    const auto write = [&](FrameCursor& cursor) { return writeFrame6(cursor, [&](FrameCursor& at) { return writePkt6(at, values); }); };
    expectEverySizeIsSafe(write, goldenBytes("pkt6_receive"));
}

TEST(RecordsTest, tailIsTheGoldenOne) {
    GoldenValues values = GoldenValues::read("tail");
    GuardedRegion region(4096);
    FrameCursor cursor(region.base(), region.size());
    ASSERT_TRUE(writeFrame6(cursor, writeNothing<Pkt6Record>));
    EXPECT_NE(writeBytes(cursor, values.bytes("bytes")), 0u);
    EXPECT_NE(writeHwAddr(cursor, values.hwAddr("hwaddr")), 0u);
    EXPECT_NE(writeIpv4(cursor, values.ipv4("ipv4")), 0u);
    EXPECT_NE(writeIpv6(cursor, values.ipv6("ipv6")), 0u);
    EXPECT_NE(writeBytesList(cursor, values.bytesList("byteslist")), 0u);
    const uint32_t relay = writeRelayHop(cursor, values.in("relay"));
    EXPECT_EQ(readU32(region.base() + relay + kRecordObject), 5u);
    storeValue(region.base() + kHeaderUsed, cursor.used);
    EXPECT_EQ(region.first(cursor.used), goldenBytes("tail"));
}

TEST(RecordsTest, absentIsNotEmpty) {
    GuardedRegion region(1024);
    FrameCursor cursor(region.base(), region.size());
    const uint8_t* at = region.base() + kHeaderBytes + offset::Pkt4Receive::kRecordBytes;

    ASSERT_TRUE(writeFrame4(cursor, [](FrameCursor& to) {
        Pkt4Record record(to, 0);
        record.clientId(ByteView());
        return record.end();
    }));
    EXPECT_EQ(readU32(at + kRecordPresence), presence::Pkt4::client_id);
    EXPECT_EQ(readU32(at + offset::Pkt4::client_id), 0u);
    EXPECT_EQ(readU32(at + offset::Pkt4::client_id + 4), 0u);

    ASSERT_TRUE(writeFrame4(cursor, writeNothing<Pkt4Record>));
    EXPECT_EQ(readU32(at + kRecordPresence), 0u);
}

TEST(RecordsTest, anArgumentThatKeaDidNotGiveIsDistanceZero) {
    GuardedRegion region(1024);
    FrameCursor cursor(region.base(), region.size());
    ASSERT_TRUE(beginFrame(cursor, HookPointId::pkt4_receive, offset::Pkt4Receive::kRecordBytes));
    ASSERT_TRUE(endFrame(cursor));
    EXPECT_EQ(readU32(region.base() + kHeaderBytes + offset::Pkt4Receive::query4), 0u);
    EXPECT_EQ(cursor.used, kHeaderBytes + offset::Pkt4Receive::kRecordBytes);
}

TEST(RecordsTest, theFrameBeforeLeavesNothing) {
    GuardedRegion used_before(1024);
    GuardedRegion fresh(1024);
    std::fill_n(fresh.base(), fresh.size(), uint8_t{0});
    GoldenValues values = GoldenValues::read("pkt4_receive").in("query4");
    FrameCursor first(used_before.base(), used_before.size());
    ASSERT_TRUE(writeFrame4(first, [&](FrameCursor& at) { return writePkt4(at, values); }));
    ASSERT_TRUE(writeFrame6(first, writeNothing<Pkt6Record>));
    FrameCursor second(fresh.base(), fresh.size());
    ASSERT_TRUE(writeFrame6(second, writeNothing<Pkt6Record>));
    EXPECT_EQ(used_before.first(first.used), fresh.first(second.used));
}

TEST(RecordsTest, aRelayHopThatDoesNotFitIsZero) {
    for (uint32_t size = 8; size < 8 + offset::RelayHop::kRecordBytes; ++size) {
        GuardedRegion region(size);
        FrameCursor cursor(region.base(), size, 8);
        EXPECT_EQ(writeNothing<RelayHopRecord>(cursor), 0u) << size;
        EXPECT_TRUE(cursor.full) << size;
        EXPECT_TRUE(region.guardsHold()) << size;
    }
}

}  // namespace
}  // namespace kea_policy
