// SPDX-License-Identifier: MPL-2.0
// Packets as Kea has them before it parses them, written into a frame and read back.
#include "kea_raw_packet.h"

#include "frame_reader.h"
#include "packet_callouts.h"

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

using isc::asiolink::IOAddress;
using Receive4 = KeaCallout<HookPointId::buffer4_receive>;
using Receive6 = KeaCallout<HookPointId::buffer6_receive>;

/// Every byte with a value of its own; Kea takes 236 at least for DHCPv4, and parses none of them here.
Bytes anything(std::size_t size) {
    Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<std::uint8_t>(i * 7 + 1);
    }
    return bytes;
}

template <typename Packet>
boost::shared_ptr<Packet> received(const Bytes& bytes, const std::string& local, const std::string& remote) {
    boost::shared_ptr<Packet> packet(new Packet(bytes.data(), static_cast<std::uint32_t>(bytes.size())));
    packet->setIface("eth9");
    packet->setIndex(9);
    packet->setLocalAddr(IOAddress(local));
    packet->setRemoteAddr(IOAddress(remote));
    packet->setLocalPort(67);
    packet->setRemotePort(1068);
    return packet;
}

isc::dhcp::Pkt4Ptr received4(const Bytes& bytes) {
    return received<isc::dhcp::Pkt4>(bytes, "192.0.2.1", "192.0.2.2");
}

TEST(KeaRawPacketTest, everyFieldOfARawPacket4) {
    namespace at = offset::RawPacket4;
    const Bytes bytes = anything(1500);
    const auto packet = received4(bytes);
    packet->setRemoteHWAddr(1, 6, {2, 0, 0, 0, 0, 9});
    Receive4 callout(packet);
    FrameReader frame;
    ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
    const std::uint32_t record = frame.argument(HookPointId::buffer4_receive, at::kRecordBytes);
    EXPECT_EQ(frame.number<std::uint16_t>(record + at::local_port), 67);
    EXPECT_EQ(frame.number<std::uint16_t>(record + at::remote_port), 1068);
    EXPECT_EQ(frame.ipv4(record + at::local_addr), 0xc0000201U);
    EXPECT_EQ(frame.ipv4(record + at::remote_addr), 0xc0000202U);
    EXPECT_EQ(frame.number<std::int32_t>(record + at::ifindex), 9);
    EXPECT_EQ(frame.text(record + at::iface), "eth9");
    EXPECT_EQ(frame.view(record + at::wire), bytes);
    EXPECT_EQ(frame.view(callout.fetch(frame.cursor, 0, static_cast<std::uint32_t>(LazyField::RawPacket4RemoteHwaddr))), (Bytes{2, 0, 0, 0, 0, 9}));
    EXPECT_EQ(callout.fetch(frame.cursor, 0, static_cast<std::uint32_t>(LazyField::Pkt4RemoteHwaddr)), 0U) << "a field of another object";
    EXPECT_EQ(callout.option(frame.cursor, 0, 53), 0U);
    EXPECT_EQ(callout.text(0, 0), "");
    EXPECT_EQ(callout.client(), "sender 192.0.2.2");
    EXPECT_EQ(packet->data_, bytes);
}

TEST(KeaRawPacketTest, everyFieldOfARawPacket6) {
    namespace at = offset::RawPacket6;
    for (const Bytes& bytes : {anything(1), anything(0), anything(65000)}) {
        Receive6 callout(received<isc::dhcp::Pkt6>(bytes, "2001:db8::1", "fe80::2"));
        FrameReader frame;
        ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
        const std::uint32_t record = frame.argument(HookPointId::buffer6_receive, at::kRecordBytes);
        EXPECT_EQ(frame.number<std::uint16_t>(record + at::remote_port), 1068);
        EXPECT_EQ(frame.number<std::int32_t>(record + at::ifindex), 9);
        EXPECT_EQ(frame.ipv6(record + at::local_addr), "2001:db8::1");
        EXPECT_EQ(frame.ipv6(record + at::remote_addr), "fe80::2");
        EXPECT_EQ(frame.text(record + at::iface), "eth9");
        EXPECT_EQ(frame.view(record + at::wire), bytes);
        EXPECT_EQ(callout.client(), "sender fe80::2");
    }
}

TEST(KeaRawPacketTest, bytesThatNobodyReadsAreNotCopied) {
    Receive4 callout(received4(anything(1500)));
    FrameReader frame;
    ASSERT_TRUE(callout.write(frame.cursor, only("RawPacket4.iface")));
    EXPECT_LT(frame.cursor.used, 200U);
    ASSERT_TRUE(callout.write(frame.cursor, only("RawPacket4.wire")));
    EXPECT_GT(frame.cursor.used, 1500U);
}

TEST(KeaRawPacketTest, whatIsAbsentEmptyOrTooLong) {
    const auto packet = received4(anything(236));
    packet->setIface("");
    Receive4 callout(packet);
    FrameReader frame;
    ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
    const std::uint32_t record = frame.argument(HookPointId::buffer4_receive, offset::RawPacket4::kRecordBytes);
    EXPECT_EQ(frame.text(record + offset::RawPacket4::iface), "");
    EXPECT_EQ(callout.fetch(frame.cursor, 0, static_cast<std::uint32_t>(LazyField::RawPacket4RemoteHwaddr)), 0U) << "the socket did not tell it";
    FrameReader small(40'000);
    EXPECT_FALSE(Receive4(received4(anything(65'000))).write(small.cursor, FieldsRead()));
    FrameReader small6(40'000);
    Receive6 longest(received<isc::dhcp::Pkt6>(anything(65'000), "2001:db8::1", "fe80::2"));
    EXPECT_FALSE(longest.write(small6.cursor, FieldsRead()));
    EXPECT_EQ(longest.fetch(small6.cursor, 0, static_cast<std::uint32_t>(LazyField::RawPacket4RemoteHwaddr)), 0U) << "a field of another object";
}

TEST(KeaRawPacketTest, nothingCanBeEdited) {
    Receive4 callout(received4(anything(300)));
    EditEntry edit{};
    edit.operation = Edit::SetOption;
    edit.code = 12;
    EXPECT_EQ(callout.prepareEdits({edit}), "edited query4, which is not to be edited at this hook point");
}

}  // namespace
}  // namespace kea_policy
