// SPDX-License-Identifier: MPL-2.0
#include "packet_callouts.h"

#include "frame_reader.h"

#include <dhcp/pkt4o6.h>
#include <gtest/gtest.h>

#include <random>

namespace kea_policy {
namespace {

namespace at = offset::Pkt4;

/// A packet that Kea parsed, and what a callout writes of it. In the end the packet must be as it was.
struct Callout4 {
    explicit Callout4(const isc::dhcp::Pkt4Ptr& packet, std::uint32_t frame_size = 256 * 1024, const FieldsRead& read = FieldsRead())
        : query(packet), before(*query), reader(frame_size), view(query), written(view.write(reader.cursor, read)) {
        if (written) {
            record = reader.argument(HookPointId::pkt4_receive, at::kRecordBytes);
            EXPECT_TRUE(reader.isUntouchedBehind());
        }
    }
    explicit Callout4(const RawDhcp4& raw) : Callout4(receive4(raw)) {}
    ~Callout4() { EXPECT_TRUE(PacketState(*query) == before) << "reading changed the packet"; }

    template <typename Number>
    Number number(std::uint32_t field) const {
        return reader.number<Number>(record + field);
    }
    std::uint32_t fetch(LazyField field, std::uint32_t object = 0) {
        return view.fetch(reader.cursor, object, static_cast<std::uint32_t>(field));
    }
    std::optional<Bytes> option(std::uint32_t code, std::uint32_t object = 0) {
        const std::uint32_t form = view.option(reader.cursor, object, code);
        return form == 0 ? std::nullopt : std::optional(reader.view(form));
    }
    std::optional<Bytes> subOption(std::uint32_t code, std::uint32_t sub_code, std::uint32_t object = 0) {
        const std::uint32_t form = view.subOption(reader.cursor, object, code, sub_code);
        return form == 0 ? std::nullopt : std::optional(reader.view(form));
    }

    isc::dhcp::Pkt4Ptr query;
    PacketState<isc::dhcp::Pkt4> before;
    FrameReader reader;
    Pkt4Callout view;
    bool written;
    std::uint32_t record = 0;
};

TEST(KeaView4Test, everyFieldIsThatOfTheBytes) {
    Callout4 c(RawDhcp4().option(61, {1, 2, 0, 0x5e, 0x10, 0x20, 0x31}));
    ASSERT_TRUE(c.written);
    EXPECT_EQ(c.number<std::uint8_t>(at::type), 1);
    EXPECT_EQ(c.number<std::uint8_t>(at::op), 1);
    EXPECT_EQ(c.number<std::uint8_t>(at::htype), 1);
    EXPECT_EQ(c.number<std::uint8_t>(at::hlen), 6);
    EXPECT_EQ(c.number<std::uint8_t>(at::hops), 3);
    EXPECT_EQ(c.number<std::uint8_t>(at::relayed), 1);
    EXPECT_EQ(c.number<std::uint16_t>(at::secs), 0x0a0b);
    EXPECT_EQ(c.number<std::uint16_t>(at::flags), 0x8000);
    EXPECT_EQ(c.number<std::uint16_t>(at::local_port), 67);
    EXPECT_EQ(c.number<std::uint16_t>(at::remote_port), 1067);
    EXPECT_EQ(c.number<std::uint32_t>(at::transid), 0x12345678U);
    EXPECT_EQ(c.reader.ipv4(c.record + at::ciaddr), 0xc0000201U);
    EXPECT_EQ(c.reader.ipv4(c.record + at::yiaddr), 0xc0000202U);
    EXPECT_EQ(c.reader.ipv4(c.record + at::siaddr), 0xc0000203U);
    EXPECT_EQ(c.reader.ipv4(c.record + at::giaddr), 0xc0000204U);
    EXPECT_EQ(c.reader.ipv4(c.record + at::local_addr), 0xc6336401U);
    EXPECT_EQ(c.reader.ipv4(c.record + at::remote_addr), 0xc6336402U);
    EXPECT_EQ(c.number<std::int32_t>(at::ifindex), 7);
    EXPECT_EQ(c.reader.text(c.record + at::iface), "eth7");
    EXPECT_EQ(c.reader.view(c.record + at::hwaddr), (Bytes{2, 0, 0x5e, 0x10, 0x20, 0x30}));
    EXPECT_EQ(c.reader.htype(c.record + at::hwaddr), 1);
    EXPECT_EQ(c.number<std::uint64_t>(kRecordPresence), presence::Pkt4::client_id);
    EXPECT_EQ(c.reader.view(c.record + at::client_id), (Bytes{1, 2, 0, 0x5e, 0x10, 0x20, 0x31}));
    for (const std::uint32_t lazy : {at::remote_hwaddr, at::sname, at::file, at::classes, at::wire, at::local_hwaddr}) {
        EXPECT_EQ(c.number<std::uint32_t>(lazy), 0U) << "not asked for yet";
    }
}

TEST(KeaView4Test, fieldsThatNobodyReadsMayBeLeftOut) {
    const auto packet = receive4(RawDhcp4().option(61, {1, 2, 3}));
    for (const FieldInfo& info : kFields) {
        if (info.object != ObjectClass::Pkt4) {
            continue;
        }
        Callout4 c(packet, 256 * 1024, only(info.name));
        ASSERT_TRUE(c.written);
        EXPECT_EQ(c.number<std::uint32_t>(at::transid), info.bit & field::Pkt4::kPlain ? 0x12345678U : 0) << info.name;
        const bool has_hwaddr = (info.bit & (field::Pkt4::hwaddr | field::Pkt4::htype | field::Pkt4::hlen)) != 0;
        EXPECT_EQ(c.reader.view(c.record + at::hwaddr), has_hwaddr ? Bytes({2, 0, 0x5e, 0x10, 0x20, 0x30}) : Bytes()) << info.name;
        EXPECT_EQ(c.number<std::uint8_t>(at::hlen), has_hwaddr ? 6 : 0) << info.name;
        EXPECT_EQ(c.number<std::uint8_t>(at::type), info.bit == field::Pkt4::type ? 1 : 0) << info.name;
        EXPECT_EQ(c.reader.text(c.record + at::iface), info.bit == field::Pkt4::iface ? "eth7" : "") << info.name;
        EXPECT_EQ(c.number<std::uint64_t>(kRecordPresence), info.bit == field::Pkt4::client_id ? presence::Pkt4::client_id : 0) << info.name;
        EXPECT_EQ(c.option(61), (Bytes{1, 2, 3})) << "what is asked for by key is there all the same";
    }
}

TEST(KeaView4Test, leastPacketHasNothing) {
    RawDhcp4 raw;
    raw.op = 2, raw.htype = 0, raw.hlen = 0, raw.hops = 0;
    raw.transid = raw.ciaddr = raw.yiaddr = raw.siaddr = raw.giaddr = 0;
    raw.secs = raw.flags = 0;
    raw.options.clear();
    const auto query = receive4(raw);
    query->setIface("");
    Callout4 c(query);
    ASSERT_TRUE(c.written);
    EXPECT_EQ(c.number<std::uint8_t>(at::type), 0) << "no option 53";
    EXPECT_EQ(c.number<std::uint8_t>(at::op), 2);
    EXPECT_EQ(c.number<std::uint8_t>(at::hlen), 0);
    EXPECT_EQ(c.number<std::uint8_t>(at::relayed), 0);
    EXPECT_TRUE(c.reader.view(c.record + at::hwaddr).empty());
    EXPECT_TRUE(c.reader.view(c.record + at::iface).empty());
    EXPECT_EQ(c.number<std::uint64_t>(kRecordPresence), 0U);
    EXPECT_EQ(c.option(53), std::nullopt);
    EXPECT_EQ(c.fetch(LazyField::Pkt4RemoteHwaddr), 0U);
    EXPECT_EQ(c.reader.list(c.fetch(LazyField::Pkt4Classes)), (std::vector<std::string>{"ALL"}));
}

TEST(KeaView4Test, hardwareAddressHasTheLengthThatItSays) {
    for (const int length : {1, 7, 16, 17, 20}) {
        RawDhcp4 raw;
        raw.hlen = static_cast<std::uint8_t>(length);
        raw.htype = 32;
        raw.chaddr = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        Callout4 c(raw);
        Bytes expected = raw.chaddr;
        expected.resize(static_cast<std::size_t>(length));  // Kea takes up to 20 and fills them with zeros
        EXPECT_EQ(c.number<std::uint8_t>(at::hlen), std::min(length, 16));
        EXPECT_EQ(c.number<std::uint8_t>(at::htype), 32);
        EXPECT_EQ(c.reader.view(c.record + at::hwaddr), expected);
        EXPECT_EQ(c.reader.htype(c.record + at::hwaddr), 32);
    }
}

TEST(KeaView4Test, emptyClientIdIsThere) {
    Callout4 c(RawDhcp4().option(61, {}));
    EXPECT_EQ(c.number<std::uint64_t>(kRecordPresence), presence::Pkt4::client_id);
    EXPECT_TRUE(c.reader.view(c.record + at::client_id).empty());
    EXPECT_EQ(c.option(61), Bytes());
}

TEST(KeaView4Test, lazyFieldsAreBroughtWhenAskedFor) {
    const auto query = receive4(RawDhcp4());
    query->setRemoteHWAddr(1, 6, {2, 0, 0, 0, 0, 9});
    query->setLocalHWAddr(1, 6, {0xff, 0xff, 0xff, 0xff, 0xff, 0xff});
    query->addClass("first");
    query->addClass("zweite Größe");
    Callout4 c(query);
    const std::uint32_t address = c.fetch(LazyField::Pkt4RemoteHwaddr);
    EXPECT_EQ(c.reader.view(address), (Bytes{2, 0, 0, 0, 0, 9}));
    EXPECT_EQ(c.reader.htype(address), 1);
    EXPECT_EQ(c.reader.view(c.fetch(LazyField::Pkt4LocalHwaddr)), Bytes(6, 0xff));
    EXPECT_EQ(c.reader.view(c.fetch(LazyField::Pkt4Wire)), RawDhcp4().bytes());
    Bytes sname = c.reader.view(c.fetch(LazyField::Pkt4Sname)), file = c.reader.view(c.fetch(LazyField::Pkt4File));
    ASSERT_EQ(sname.size(), 64U);
    ASSERT_EQ(file.size(), 128U);
    EXPECT_EQ(sname[0], 0x40);
    EXPECT_EQ(sname[63], 0x7f);
    EXPECT_EQ(file[0], 0x80);
    EXPECT_EQ(file[127], 0xff);
    EXPECT_EQ(c.reader.list(c.fetch(LazyField::Pkt4Classes)), (std::vector<std::string>{"ALL", "first", "zweite Größe"}));
}

TEST(KeaView4Test, theMessageTypeIsKeasAlsoWhereTheOptionIsMalformed) {
    int parsed = 0;
    for (const Bytes& value : {Bytes{}, Bytes{0}, Bytes{1}, Bytes{18}, Bytes{255}, Bytes{3, 1}, Bytes{1, 2, 3, 4}}) {
        RawDhcp4 raw;
        raw.options.clear();
        isc::dhcp::Pkt4Ptr query;
        int type = 0;
        try {
            query = receive4(raw.option(53, value).option(224, {}));
            type = query->getType();
        } catch (const std::exception&) {
            continue;  // Kea drops it before the hook point
        }
        ++parsed;
        Callout4 c(query);
        ASSERT_TRUE(c.written);
        EXPECT_EQ(c.number<std::uint8_t>(at::type), type);
        EXPECT_EQ(c.option(224), Bytes());
    }
    EXPECT_GE(parsed, 4);
}

TEST(KeaView4Test, namesAndListsAreEmptyOrLong) {
    const auto query = receive4(RawDhcp4());
    query->classes_.clear();
    query->setIface(std::string(255, 'i'));
    query->setRemoteHWAddr(isc::dhcp::HWAddrPtr(new isc::dhcp::HWAddr(Bytes(isc::dhcp::HWAddr::MAX_HWADDR_LEN, 9), 32)));
    query->setLocalHWAddr(isc::dhcp::HWAddrPtr(new isc::dhcp::HWAddr()));
    {
        Callout4 empty(query);
        EXPECT_EQ(empty.reader.text(empty.record + at::iface), std::string(255, 'i'));
        EXPECT_EQ(empty.reader.view(empty.fetch(LazyField::Pkt4RemoteHwaddr)), Bytes(isc::dhcp::HWAddr::MAX_HWADDR_LEN, 9));
        const std::uint32_t local = empty.fetch(LazyField::Pkt4LocalHwaddr);
        ASSERT_NE(local, 0U) << "empty is not absent";
        EXPECT_TRUE(empty.reader.view(local).empty());
        const std::uint32_t none = empty.fetch(LazyField::Pkt4Classes);
        ASSERT_NE(none, 0U);
        EXPECT_TRUE(empty.reader.list(none).empty());
    }
    for (int i = 0; i < 300; ++i) {
        query->addClass(std::string(255, 'c') + std::to_string(i));
    }
    // Kea 2.2 puts a packet that has no class into ALL first.
    const std::vector<std::string> names(query->getClasses().begin(), query->getClasses().end());
    ASSERT_GE(names.size(), 300U);
    Callout4 many(query);
    EXPECT_EQ(many.reader.list(many.fetch(LazyField::Pkt4Classes)), names);
    Callout4 small(query, 40'000);
    EXPECT_EQ(small.fetch(LazyField::Pkt4Classes), 0U);
    EXPECT_TRUE(small.reader.cursor.full) << "a list that does not fit is no empty list";
}

TEST(KeaView4Test, anAnswerHasBytesFromThePackingOn) {
    const isc::dhcp::Pkt4Ptr answer(new isc::dhcp::Pkt4(isc::dhcp::DHCPOFFER, 7));
    KeaCallout<HookPointId::buffer4_send> send(answer);
    FrameReader frame;
    ASSERT_TRUE(send.write(frame.cursor, FieldsRead()));
    const auto wire = static_cast<std::uint32_t>(LazyField::Pkt4Wire);
    EXPECT_EQ(send.fetch(frame.cursor, 0, wire), 0U);
    answer->pack();
    const auto* packed = static_cast<const std::uint8_t*>(answer->getBuffer().getData());
    EXPECT_EQ(frame.view(send.fetch(frame.cursor, 0, wire)), Bytes(packed, packed + answer->getBuffer().getLength()));
}

TEST(KeaView4Test, aPacketInsideOfDhcpv6SaysSo) {
    const auto outer = receive6(RawDhcp6(20, 5));
    const isc::dhcp::Pkt4Ptr query(new isc::dhcp::Pkt4o6(RawDhcp4().bytes(), outer));
    query->unpack();
    Callout4 inside(query);
    EXPECT_EQ(inside.number<std::uint8_t>(at::dhcp4o6), 1);
    EXPECT_EQ(inside.reader.ipv4(inside.record + at::local_addr), 0U) << "an IPv6 address";
    EXPECT_EQ(Callout4(RawDhcp4()).number<std::uint8_t>(at::dhcp4o6), 0);
}

TEST(KeaView4Test, whatDoesNotExistIsNothing) {
    Callout4 c(RawDhcp4().option(60, bytesOfText("docsis")));
    for (const std::uint32_t object : {1U, 0x10000U, 0xfffffffeU, kCalloutHandle}) {
        EXPECT_EQ(c.option(60, object), std::nullopt);
        EXPECT_EQ(c.subOption(60, 1, object), std::nullopt);
        EXPECT_EQ(c.fetch(LazyField::Pkt4Sname, object), 0U);
        EXPECT_EQ(c.view.text(object, 0), "");
    }
    for (const std::uint32_t field : {0U, 5U, 6U, 7U, 8U, 10U, 12U, 0xffffffffU}) {
        EXPECT_EQ(c.view.fetch(c.reader.cursor, 0, field), 0U) << field;
    }
    for (const std::uint32_t code : {0U, 255U, 256U, 256U + 60, 65536U + 60, 0xffffffffU}) {
        EXPECT_EQ(c.option(code), std::nullopt) << code;
        EXPECT_EQ(c.subOption(code, 1), std::nullopt) << code;
    }
    EXPECT_EQ(c.view.relay(c.reader.cursor, 0, 0), 0U);
    EXPECT_EQ(c.view.text(0, 3), "");
    EXPECT_FALSE(c.reader.cursor.full);
}

TEST(KeaView4Test, textAndLabelAreKeas) {
    Callout4 c(RawDhcp4().option(61, {1, 2, 3}).option(55, {1, 3, 6, 15}));
    EXPECT_EQ(c.view.text(0, 0), c.query->toText());
    EXPECT_EQ(c.view.text(0, 1), c.query->getLabel());
    EXPECT_EQ(c.view.client(), c.query->getLabel());
    EXPECT_NE(c.view.client().find("02:00:5e:10:20:30"), std::string::npos);
}

TEST(KeaView4Test, frameThatIsTooSmallIsRefused) {
    const auto query = receive4(RawDhcp4().option(61, Bytes(200, 1)));
    for (std::uint32_t size = 0; size < 394; size += 7) {
        Callout4 c(query, size);
        EXPECT_FALSE(c.written) << size;
        EXPECT_LE(c.reader.cursor.used, size);
    }
    EXPECT_FALSE(Callout4(query, 393).written);
    EXPECT_TRUE(Callout4(query, 394).written) << "32 + 24 + 128 + 4 + 6 + 200 bytes";
}

TEST(KeaView4Test, largestPacketFitsIntoTheSdksFrame) {
    // 64 KiB of options, in long ones: each read once, with all lazy fields.
    RawDhcp4 raw;
    for (int code = 224; code < 255; ++code) {
        raw.longOption(static_cast<std::uint8_t>(code), Bytes(2060, static_cast<std::uint8_t>(code)));
    }
    ASSERT_GT(raw.bytes().size(), 64'000U);
    Callout4 c(raw);
    for (std::uint32_t code = 224; code < 255; ++code) {
        EXPECT_EQ(c.option(code), Bytes(2060, static_cast<std::uint8_t>(code)));
    }
    for (const LazyField field : {LazyField::Pkt4Sname, LazyField::Pkt4File, LazyField::Pkt4Classes, LazyField::Pkt4Wire}) {
        EXPECT_NE(c.fetch(field), 0U);
    }
    EXPECT_FALSE(c.reader.cursor.full);
    EXPECT_TRUE(c.reader.isUntouchedBehind());
}

TEST(KeaView4Test, whateverKeaParsesCanBeRead) {
    // A policy that fails on what a client sent is a policy that a client can have suspended.
    const Bytes whole = RawDhcp4()
                            .option(61, {1, 2, 0, 0x5e, 0x10, 0x20, 0x31})
                            .option(12, bytesOfText("host"))
                            .option(60, bytesOfText("docsis3.0"))
                            .option(77, {4, 'u', 's', 'e', 'r'})
                            .option(81, {1, 0, 0, 'h', 'o', 's', 't'})
                            .option(82, {1, 4, 'e', 't', 'h', '0', 2, 2, 9, 9})
                            .option(43, {1, 2, 3, 4})
                            .option(124, {0, 0, 0x11, 0x8b, 3, 1, 2, 3})
                            .option(125, {0, 0, 0x11, 0x8b, 4, 1, 2, 9, 9})
                            .option(121, {24, 10, 0, 0, 10, 0, 0, 1})
                            .bytes();
    std::mt19937 random(7);
    int read = 0;
    for (int round = 0; round < 8000; ++round) {
        Bytes bytes = whole;
        for (unsigned flips = 1 + random() % 4; flips > 0; --flips) {
            bytes[(random() % 4 == 0 ? 0 : 240) + random() % (bytes.size() - 240)] = static_cast<std::uint8_t>(random() % (random() % 2 ? 256 : 8));
        }
        isc::dhcp::Pkt4Ptr query;
        try {
            query = receive4(bytes);
            query->getType();  // Kea asks for it before the hook point
        } catch (const std::exception&) {
            continue;
        }
        ++read;
        FrameReader reader;
        Pkt4Callout view(query);
        ASSERT_NO_THROW({
            ASSERT_TRUE(view.write(reader.cursor, FieldsRead()));
            for (std::uint32_t code = 0; code < 256; ++code) {
                view.option(reader.cursor, 0, code);
                for (std::uint32_t sub_code = 0; sub_code < 4; ++sub_code) {
                    view.subOption(reader.cursor, 0, code, sub_code);
                }
            }
            view.text(0, 0);
            view.client();
        });
    }
    EXPECT_GT(read, 2000);
}

}  // namespace
}  // namespace kea_policy
