// SPDX-License-Identifier: MPL-2.0
// The C++ writer makes of the golden values the same bytes as the TypeScript encoder, and never writes outside of its region.
#include "generated/frame_writer.h"

#include "callout_frame.h"
#include "golden_values.h"

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

/// A frame whose one argument is a packet; nullptr where Kea gave none.
bool writeFrame(FrameCursor& cursor, const Pkt4View* packet) {
    if (!beginFrame(cursor, HookPointId::pkt4_receive, offset::Pkt4Receive::kRecordBytes)) return false;
    if (packet != nullptr) {
        const uint32_t record = writePkt4(cursor, *packet);
        if (record == 0) return false;
        linkArgument(cursor, offset::Pkt4Receive::query4, record);
    }
    return endFrame(cursor);
}
bool writeFrame(FrameCursor& cursor, const Pkt6View* packet) {
    if (!beginFrame(cursor, HookPointId::pkt6_receive, offset::Pkt6Receive::kRecordBytes)) return false;
    const uint32_t record = writePkt6(cursor, *packet);
    if (record == 0) return false;
    linkArgument(cursor, offset::Pkt6Receive::query6, record);
    return endFrame(cursor);
}

Pkt4View goldenPkt4(GoldenValues& values) {
    Pkt4View view;
    view.type = values.number<uint8_t>("type");
    view.op = values.number<uint8_t>("op");
    view.htype = values.number<uint8_t>("htype");
    view.hlen = values.number<uint8_t>("hlen");
    view.hops = values.number<uint8_t>("hops");
    view.relayed = values.boolean("relayed");
    view.secs = values.number<uint16_t>("secs");
    view.flags = values.number<uint16_t>("flags");
    view.local_port = values.number<uint16_t>("localPort");
    view.remote_port = values.number<uint16_t>("remotePort");
    view.transid = values.number<uint32_t>("transid");
    view.ciaddr = values.ipv4("ciaddr");
    view.yiaddr = values.ipv4("yiaddr");
    view.siaddr = values.ipv4("siaddr");
    view.giaddr = values.ipv4("giaddr");
    view.local_addr = values.ipv4("localAddr");
    view.remote_addr = values.ipv4("remoteAddr");
    view.ifindex = values.number<int32_t>("ifindex");
    view.iface = values.bytes("iface");
    view.hwaddr = values.hwAddr("hwaddr");
    view.client_id = values.bytes("clientId");
    view.dhcp4o6 = values.boolean("dhcp4o6");
    return view;
}

Pkt6View goldenPkt6(GoldenValues& values) {
    Pkt6View view;
    view.type = values.number<uint8_t>("type");
    view.relayed = values.boolean("relayed");
    view.local_port = values.number<uint16_t>("localPort");
    view.remote_port = values.number<uint16_t>("remotePort");
    view.relay_count = values.number<uint16_t>("relayCount");
    view.transid = values.number<uint32_t>("transid");
    view.ifindex = values.number<int32_t>("ifindex");
    view.iface = values.bytes("iface");
    view.duid = values.bytes("duid");
    return view;
}

RelayHopView goldenRelay(const GoldenValues& values) {
    RelayHopView view;
    view.object = 5;
    view.type = values.number<uint8_t>("type");
    view.hop_count = values.number<uint8_t>("hopCount");
    view.link_addr = values.ipv6("linkAddr");
    view.peer_addr = values.ipv6("peerAddr");
    return view;
}

/// Every size from nothing to just right: refused without a byte outside, then taken.
template <typename View>
void expectEverySizeIsSafe(const View* view, const std::vector<uint8_t>& golden) {
    for (uint32_t size = 0; size < golden.size(); ++size) {
        GuardedRegion region(size);
        FrameCursor cursor(region.base(), size);
        EXPECT_FALSE(writeFrame(cursor, view)) << size << " bytes";
        EXPECT_TRUE(cursor.full) << size << " bytes";
        EXPECT_TRUE(region.guardsHold()) << size << " bytes";
    }
    GuardedRegion region(static_cast<uint32_t>(golden.size()));
    FrameCursor cursor(region.base(), region.size());
    EXPECT_TRUE(writeFrame(cursor, view));
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

TEST(FrameWriterTest, pkt4ReceiveIsTheGoldenFrameInEverySize) {
    GoldenValues values = GoldenValues::read("pkt4_receive").in("query4");
    const Pkt4View packet = goldenPkt4(values);
    expectEverySizeIsSafe(&packet, goldenBytes("pkt4_receive"));
}

TEST(FrameWriterTest, pkt6ReceiveIsTheGoldenFrameInEverySize) {
    GoldenValues values = GoldenValues::read("pkt6_receive").in("query6");
    const Pkt6View packet = goldenPkt6(values);
    expectEverySizeIsSafe(&packet, goldenBytes("pkt6_receive"));
}

TEST(FrameWriterTest, tailIsTheGoldenOne) {
    GoldenValues values = GoldenValues::read("tail");
    GuardedRegion region(4096);
    FrameCursor cursor(region.base(), region.size());
    const Pkt6View nothing;
    ASSERT_TRUE(writeFrame(cursor, &nothing));
    EXPECT_NE(writeBytes(cursor, values.bytes("bytes")), 0u);
    EXPECT_NE(writeHwAddr(cursor, values.hwAddr("hwaddr")), 0u);
    EXPECT_NE(writeIpv4(cursor, values.ipv4("ipv4")), 0u);
    EXPECT_NE(writeIpv6(cursor, values.ipv6("ipv6")), 0u);
    EXPECT_NE(writeBytesList(cursor, values.bytesList("byteslist")), 0u);
    const uint32_t relay = writeRelayHop(cursor, goldenRelay(values.in("relay")));
    EXPECT_EQ(readU32(region.base() + relay + kRecordObject), 5u);
    storeValue(region.base() + kHeaderUsed, cursor.used);
    EXPECT_EQ(region.first(cursor.used), goldenBytes("tail"));
}

TEST(FrameWriterTest, absentIsNotEmpty) {
    Pkt4View packet;
    packet.client_id = ByteView{};
    GuardedRegion region(1024);
    FrameCursor cursor(region.base(), region.size());
    const uint8_t* record = region.base() + kHeaderBytes + offset::Pkt4Receive::kRecordBytes;

    ASSERT_TRUE(writeFrame(cursor, &packet));
    EXPECT_EQ(readU32(record + kRecordPresence), presence::Pkt4::client_id);
    EXPECT_EQ(readU32(record + offset::Pkt4::client_id), 0u);
    EXPECT_EQ(readU32(record + offset::Pkt4::client_id + 4), 0u);

    packet.client_id.reset();
    ASSERT_TRUE(writeFrame(cursor, &packet));
    EXPECT_EQ(readU32(record + kRecordPresence), 0u);
}

TEST(FrameWriterTest, anArgumentThatKeaDidNotGiveIsDistanceZero) {
    GuardedRegion region(1024);
    FrameCursor cursor(region.base(), region.size());
    ASSERT_TRUE(writeFrame(cursor, static_cast<const Pkt4View*>(nullptr)));
    EXPECT_EQ(readU32(region.base() + kHeaderBytes + offset::Pkt4Receive::query4), 0u);
    EXPECT_EQ(cursor.used, kHeaderBytes + offset::Pkt4Receive::kRecordBytes);
}

TEST(FrameWriterTest, theFrameBeforeLeavesNothing) {
    GuardedRegion used_before(1024);
    GuardedRegion fresh(1024);
    std::fill_n(fresh.base(), fresh.size(), uint8_t{0});
    GoldenValues values = GoldenValues::read("pkt4_receive").in("query4");
    const Pkt4View long_one = goldenPkt4(values);
    const Pkt6View short_one;
    FrameCursor first(used_before.base(), used_before.size());
    ASSERT_TRUE(writeFrame(first, &long_one));
    ASSERT_TRUE(writeFrame(first, &short_one));
    FrameCursor second(fresh.base(), fresh.size());
    ASSERT_TRUE(writeFrame(second, &short_one));
    EXPECT_EQ(used_before.first(first.used), fresh.first(second.used));
}

TEST(FrameWriterTest, aRelayHopThatDoesNotFitIsZero) {
    for (uint32_t size = 8; size < 8 + offset::RelayHop::kRecordBytes; ++size) {
        GuardedRegion region(size);
        FrameCursor cursor(region.base(), size, 8);
        EXPECT_EQ(writeRelayHop(cursor, RelayHopView{}), 0u) << size;
        EXPECT_TRUE(cursor.full) << size;
        EXPECT_TRUE(region.guardsHold()) << size;
    }
}

}  // namespace
}  // namespace kea_policy
