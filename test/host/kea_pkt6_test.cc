// SPDX-License-Identifier: MPL-2.0
#include "packet_callouts.h"

#include "frame_reader.h"

#include <gtest/gtest.h>

#include <random>

namespace kea_policy {
namespace {

namespace at = offset::Pkt6;
namespace hop = offset::RelayHop;

const Bytes duid = {0, 3, 0, 1, 2, 0, 0x5e, 0x10, 0x20, 0x30};
const Bytes ia = {0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0};
/// The handle of a relay hop; 0 is the nearest to the server.
constexpr std::uint32_t relayHandle(std::uint32_t index) {
    return partHandle(0, index + 1);
}
constexpr std::uint32_t first_relay = relayHandle(0);

RawDhcp6 solicit() {
    return RawDhcp6(1, 0xabcdef).option(1, duid).option(3, ia);
}

struct Callout6 {
    explicit Callout6(const isc::dhcp::Pkt6Ptr& packet, std::uint32_t frame_size = 256 * 1024, const FieldsRead& read = FieldsRead())
        : query(packet), before(*query), reader(frame_size), view(query), written(view.write(reader.cursor, read)) {
        if (written) {
            record = reader.argument(HookPointId::pkt6_receive, at::kRecordBytes);
            EXPECT_TRUE(reader.isUntouchedBehind());
        }
    }
    explicit Callout6(const RawDhcp6& raw) : Callout6(receive6(raw)) {}
    ~Callout6() { EXPECT_TRUE(PacketState(*query) == before) << "reading changed the packet"; }

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
    std::uint32_t relay(std::uint32_t index, std::uint32_t object = 0) { return view.relay(reader.cursor, object, index); }

    isc::dhcp::Pkt6Ptr query;
    PacketState<isc::dhcp::Pkt6> before;
    FrameReader reader;
    Pkt6Callout view;
    bool written;
    std::uint32_t record = 0;
};

TEST(KeaView6Test, everyFieldIsThatOfTheBytes) {
    Callout6 c(solicit());
    ASSERT_TRUE(c.written);
    EXPECT_EQ(c.number<std::uint8_t>(at::type), 1);
    EXPECT_EQ(c.number<std::uint8_t>(at::relayed), 0);
    EXPECT_EQ(c.number<std::uint16_t>(at::local_port), 547);
    EXPECT_EQ(c.number<std::uint16_t>(at::remote_port), 1546);
    EXPECT_EQ(c.number<std::uint16_t>(at::relay_count), 0);
    EXPECT_EQ(c.number<std::uint32_t>(at::transid), 0xabcdefU);
    EXPECT_EQ(c.number<std::int32_t>(at::ifindex), 8);
    EXPECT_EQ(c.reader.text(c.record + at::iface), "eth8");
    EXPECT_EQ(c.number<std::uint64_t>(kRecordPresence), presence::Pkt6::duid);
    EXPECT_EQ(c.reader.view(c.record + at::duid), duid);
    for (const std::uint32_t lazy : {at::hwaddr, at::local_addr, at::remote_addr, at::classes, at::wire}) {
        EXPECT_EQ(c.number<std::uint32_t>(lazy), 0U);
    }
    EXPECT_EQ(c.relay(0), 0U);
}

TEST(KeaView6Test, fieldsThatNobodyReadsMayBeLeftOut) {
    const auto packet = receive6(solicit());
    for (const FieldInfo& info : kFields) {
        if (info.object != ObjectClass::Pkt6) {
            continue;
        }
        Callout6 c(packet, 256 * 1024, only(info.name));
        ASSERT_TRUE(c.written);
        EXPECT_EQ(c.number<std::uint32_t>(at::transid), info.bit & field::Pkt6::kPlain ? 0xabcdefU : 0) << info.name;
        EXPECT_EQ(c.number<std::uint64_t>(kRecordPresence), info.bit == field::Pkt6::duid ? presence::Pkt6::duid : 0) << info.name;
        EXPECT_EQ(c.reader.text(c.record + at::iface), info.bit == field::Pkt6::iface ? "eth8" : "") << info.name;
        EXPECT_EQ(c.option(1).has_value(), true) << "what is asked for by key is there all the same";
    }
}

TEST(KeaView6Test, leastPacketHasNothing) {
    const auto query = receive6(RawDhcp6(11, 0));
    query->setIface("");
    Callout6 c(query);
    EXPECT_EQ(c.number<std::uint8_t>(at::type), 11);
    EXPECT_EQ(c.number<std::uint32_t>(at::transid), 0U);
    EXPECT_EQ(c.number<std::uint64_t>(kRecordPresence), 0U);
    EXPECT_TRUE(c.reader.view(c.record + at::iface).empty());
    EXPECT_EQ(c.option(1), std::nullopt);
    EXPECT_NE(c.view.client(), "");
}

TEST(KeaView6Test, emptyClientIdIsThere) {
    Callout6 c(RawDhcp6(1, 5).option(1, {}));
    EXPECT_EQ(c.number<std::uint64_t>(kRecordPresence), presence::Pkt6::duid);
    EXPECT_TRUE(c.reader.view(c.record + at::duid).empty());
    EXPECT_EQ(c.option(1), Bytes());
    EXPECT_NO_THROW(c.view.client());
    EXPECT_NO_THROW(c.fetch(LazyField::Pkt6Hwaddr));
}

TEST(KeaView6Test, lazyFieldsAreBroughtWhenAskedFor) {
    const auto query = receive6(solicit());
    query->addClass("gäste");
    Callout6 c(query);
    EXPECT_EQ(c.reader.ipv6(c.fetch(LazyField::Pkt6LocalAddr)), "ff02::1:2");
    EXPECT_EQ(c.reader.ipv6(c.fetch(LazyField::Pkt6RemoteAddr)), "fe80::5e:10ff:fe20:3041");
    EXPECT_EQ(c.reader.list(c.fetch(LazyField::Pkt6Classes)), (std::vector<std::string>{"ALL", "gäste"}));
    EXPECT_EQ(c.reader.view(c.fetch(LazyField::Pkt6Wire)), solicit().out);
    const std::uint32_t hwaddr = c.fetch(LazyField::Pkt6Hwaddr);
    EXPECT_EQ(c.reader.view(hwaddr), (Bytes{2, 0, 0x5e, 0x10, 0x20, 0x30}));
    EXPECT_EQ(c.reader.htype(hwaddr), 1);
    EXPECT_EQ(c.reader.source(hwaddr), isc::dhcp::HWAddr::HWADDR_SOURCE_DUID);
}

TEST(KeaView6Test, whatWillBeSentIsShownWhereKeaHasTheAnswerFromKeaDhcp4) {
    const auto answer = receive6(RawDhcp6(21, 5).option(87, {1, 2, 3}).option(17, {0, 0, 9, 0xbf, 0, 1, 0, 1, 7}));
    answer->delOption(17);
    answer->pack();
    Callout6 c(answer);
    EXPECT_EQ(c.reader.view(c.fetch(LazyField::Pkt6Wire)), RawDhcp6(21, 5).option(87, {1, 2, 3}).out);
}

TEST(KeaView6Test, hardwareAddressMayBeAbsent) {
    const auto query = receive6(RawDhcp6(1, 5).option(1, {0, 2, 0, 0, 0, 9, 1, 2}));
    query->setRemoteAddr(isc::asiolink::IOAddress("2001:db8::1"));
    Callout6 c(query);
    EXPECT_EQ(c.fetch(LazyField::Pkt6Hwaddr), 0U);
    EXPECT_FALSE(c.reader.cursor.full);
}

TEST(KeaView6Test, hardwareAddressThatIsTooLongIsPassedOver) {
    // Kea throws on more than 20 bytes; the link-local address still tells one.
    Bytes long_duid = {0, 3, 0, 1};
    long_duid.resize(4 + 21, 0x77);
    const auto direct = receive6(RawDhcp6(1, 5).option(1, long_duid));
    direct->setRemoteAddr(isc::asiolink::IOAddress("fe80::225e:10ff:fe20:3041"));
    Callout6 c(direct);
    const std::uint32_t hwaddr = c.fetch(LazyField::Pkt6Hwaddr);
    ASSERT_NE(hwaddr, 0U);
    EXPECT_EQ(c.reader.source(hwaddr), isc::dhcp::HWAddr::HWADDR_SOURCE_IPV6_LINK_LOCAL);
    EXPECT_EQ(c.reader.view(hwaddr), (Bytes{0x20, 0x5e, 0x10, 0x20, 0x30, 0x41}));
    Bytes long_address = {0, 1};
    long_address.resize(2 + 21, 0x55);
    const auto relayed = receive6(RawDhcp6(1, 5).option(1, long_duid).relay(0, "2001:db8::1", "2001:db8::2", {{79, long_address}}));
    EXPECT_EQ(Callout6(relayed).fetch(LazyField::Pkt6Hwaddr), 0U);
}

TEST(KeaView6Test, optionsAreThoseOfTheClientsMessage) {
    const Bytes address = {0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0x0e, 0x10, 0, 0, 0x1c, 0x20};
    Bytes ia_with_address = ia;
    append(ia_with_address, bigEndian(5, 2));
    append(ia_with_address, bigEndian(address.size(), 2));
    append(ia_with_address, address);
    const std::vector<std::pair<std::uint16_t, Bytes>> sent = {
        {1, duid}, {3, ia_with_address}, {6, {0, 23, 0, 24}}, {8, {0, 100}}, {14, {}}, {15, {0, 4, 'u', 's', 'e', 'r'}},
        {16, {0, 0, 0x11, 0x8b, 0, 6, 'd', 'o', 'c', 's', 'i', 's'}}, {17, {0, 0, 0x11, 0x8b, 0, 1, 0, 2, 9, 9}},
        {25, ia}, {39, {0, 6, 'l', 'a', 'p', 't', 'o', 'p'}}, {61, {0, 7}}, {65001, {1, 2, 3}}, {65002, {}},
    };
    RawDhcp6 raw(3, 77);
    for (const auto& [code, value] : sent) {
        raw.option(code, value);
    }
    Callout6 c(raw);
    for (const auto& [code, value] : sent) {
        EXPECT_EQ(c.option(code), value) << code;
    }
    EXPECT_EQ(c.option(4), std::nullopt);
    EXPECT_EQ(c.subOption(3, 5), address);
    EXPECT_EQ(c.subOption(3, 13), std::nullopt);
    EXPECT_EQ(c.subOption(17, 1), (Bytes{9, 9}));
    EXPECT_EQ(c.subOption(65001, 1), std::nullopt);
}

TEST(KeaView6Test, firstOfSeveralOptions) {
    Callout6 c(RawDhcp6(1, 5).option(3, ia).option(3, {0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0}));
    EXPECT_EQ(c.option(3), ia);
}

TEST(KeaView6Test, oneRelay) {
    Callout6 c(solicit().relay(0, "2001:db8:1::1", "fe80::2", {{18, bytesOfText("port 7")}, {79, {0, 1, 2, 0, 0, 0, 0, 0x55}}}));
    EXPECT_EQ(c.number<std::uint8_t>(at::type), 1) << "the client's message, not the relay's";
    EXPECT_EQ(c.number<std::uint8_t>(at::relayed), 1);
    EXPECT_EQ(c.number<std::uint16_t>(at::relay_count), 1);
    const std::uint32_t record = c.relay(0);
    ASSERT_NE(record, 0U);
    EXPECT_EQ(record % 8, 0U);
    EXPECT_EQ(c.reader.number<std::uint32_t>(record), hop::kRecordBytes);
    EXPECT_EQ(c.reader.number<std::uint32_t>(record + 4), first_relay);
    EXPECT_EQ(c.reader.number<std::uint8_t>(record + hop::type), 12);
    EXPECT_EQ(c.reader.number<std::uint8_t>(record + hop::hop_count), 0);
    EXPECT_EQ(c.reader.ipv6(record + hop::link_addr), "2001:db8:1::1");
    EXPECT_EQ(c.reader.ipv6(record + hop::peer_addr), "fe80::2");
    EXPECT_EQ(c.option(18, first_relay), bytesOfText("port 7"));
    EXPECT_EQ(c.option(79, first_relay), (Bytes{0, 1, 2, 0, 0, 0, 0, 0x55}));
    EXPECT_EQ(c.option(18), std::nullopt) << "the client's message has none";
    EXPECT_EQ(c.option(1, first_relay), std::nullopt) << "the relay has none";
    const std::uint32_t hwaddr = c.fetch(LazyField::Pkt6Hwaddr);
    EXPECT_EQ(c.reader.view(hwaddr), (Bytes{2, 0, 0, 0, 0, 0x55}));
    EXPECT_EQ(c.reader.source(hwaddr), isc::dhcp::HWAddr::HWADDR_SOURCE_CLIENT_ADDR_RELAY_OPTION);
}

TEST(KeaView6Test, threeRelaysFromTheServerToTheClient) {
    Callout6 c(solicit()
                   .relay(0, "2001:db8:a::1", "fe80::a", {{18, bytesOfText("a")}})
                   .relay(1, "2001:db8:b::1", "fe80::b", {{18, bytesOfText("b")}})
                   .relay(2, "2001:db8:c::1", "fe80::c", {{18, bytesOfText("c")}, {37, {0, 0, 0, 9, 1}}}));
    EXPECT_EQ(c.number<std::uint16_t>(at::relay_count), 3);
    const char* links[] = {"2001:db8:c::1", "2001:db8:b::1", "2001:db8:a::1"};
    const char* names[] = {"c", "b", "a"};
    for (std::uint32_t i = 0; i < 3; ++i) {
        const std::uint32_t record = c.relay(i);
        EXPECT_EQ(c.reader.ipv6(record + hop::link_addr), links[i]);
        EXPECT_EQ(c.reader.number<std::uint8_t>(record + hop::hop_count), 2 - i);
        EXPECT_EQ(c.reader.number<std::uint32_t>(record + 4), relayHandle(i));
        EXPECT_EQ(c.option(18, relayHandle(i)), bytesOfText(names[i]));
    }
    EXPECT_EQ(c.option(37, first_relay), (Bytes{0, 0, 0, 9, 1}));
    EXPECT_EQ(c.option(37, relayHandle(1)), std::nullopt);
}

TEST(KeaView6Test, whatDoesNotExistIsNothing) {
    Callout6 c(solicit().relay(0, "::", "fe80::2", {{18, {1}}}));
    for (const std::uint32_t object : {1U, first_relay - 1, relayHandle(1), first_relay + 1, 0xfffffffeU, kCalloutHandle}) {
        EXPECT_EQ(c.option(18, object), std::nullopt) << object;
        EXPECT_EQ(c.option(1, object), std::nullopt) << object;
        EXPECT_EQ(c.subOption(3, 5, object), std::nullopt);
        EXPECT_EQ(c.relay(0, object), 0U);
        EXPECT_EQ(c.view.text(object, 0), "");
    }
    EXPECT_EQ(c.relay(0, first_relay), 0U) << "a relay has no relays";
    EXPECT_EQ(c.fetch(LazyField::Pkt6LocalAddr, first_relay), 0U);
    for (const std::uint32_t index : {1U, 2U, 65535U, 65536U, 0xffff0000U, 0xffffffffU}) {
        EXPECT_EQ(c.relay(index), 0U) << index;
    }
    for (const std::uint32_t field : {0U, 1U, 4U, 9U, 0xffffffffU}) {
        EXPECT_EQ(c.view.fetch(c.reader.cursor, 0, field), 0U) << field;
    }
    for (const std::uint32_t code : {0U, 65536U + 1, 0xffffffffU}) {
        EXPECT_EQ(c.option(code), std::nullopt) << code;
    }
    EXPECT_EQ(c.view.text(0, 3), "");
}

TEST(KeaView6Test, duidsOfEveryLength) {
    // Kea refuses some of these after the hook point: a policy sees what the client sent.
    for (const std::size_t length : {std::size_t{1}, std::size_t{2}, std::size_t{127}, isc::dhcp::DUID::MAX_DUID_LEN, isc::dhcp::DUID::MAX_DUID_LEN + 1, std::size_t{60'000}}) {
        Bytes sent(length);
        for (std::size_t i = 0; i < length; ++i) {
            sent[i] = static_cast<std::uint8_t>(i * 3);
        }
        Callout6 c(RawDhcp6(1, 0xffffff).option(1, sent));
        ASSERT_TRUE(c.written);
        EXPECT_EQ(c.number<std::uint32_t>(at::transid), 0xffffffU);
        EXPECT_EQ(c.reader.view(c.record + at::duid), sent);
        EXPECT_EQ(c.view.likelyKey(ListKind::Duid).size, length);
        EXPECT_NO_THROW(c.view.client());
        EXPECT_NO_THROW(c.fetch(LazyField::Pkt6Hwaddr));
    }
}

TEST(KeaView6Test, relayHopsFromTheLeastToTheMost) {
    const Bytes longest(50'000, 0x5a);
    Callout6 c(solicit().relay(255, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "::", {{18, {}}, {37, longest}}));
    const std::uint32_t record = c.relay(0);
    ASSERT_NE(record, 0U);
    EXPECT_EQ(c.reader.number<std::uint8_t>(record + hop::hop_count), 255);
    EXPECT_EQ(c.reader.ipv6(record + hop::link_addr), "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    EXPECT_EQ(c.reader.ipv6(record + hop::peer_addr), "::");
    EXPECT_EQ(c.option(18, first_relay), Bytes()) << "empty is not absent";
    EXPECT_EQ(c.option(37, first_relay), longest);
    EXPECT_EQ(c.option(79, first_relay), std::nullopt);

    RawDhcp6 raw = solicit();
    for (std::uint8_t hops = 0; hops < 32; ++hops) {
        raw.relay(hops, "2001:db8::1", "fe80::2", {});
    }
    Callout6 most(raw);
    EXPECT_EQ(most.number<std::uint16_t>(at::relay_count), 32);
    for (std::uint32_t i = 0; i < 32; ++i) {
        EXPECT_EQ(most.reader.number<std::uint8_t>(most.relay(i) + hop::hop_count), 31 - i);
    }
    EXPECT_EQ(most.relay(32), 0U);
}

TEST(KeaView6Test, namesAndListsAreEmptyOrLong) {
    const auto query = receive6(RawDhcp6(11, 5));
    query->classes_.clear();
    query->setIface(std::string(255, 'i'));
    query->setRemoteHWAddr(isc::dhcp::HWAddrPtr(new isc::dhcp::HWAddr(Bytes(isc::dhcp::HWAddr::MAX_HWADDR_LEN, 9), 32)));
    {
        Callout6 empty(query);
        EXPECT_EQ(empty.reader.text(empty.record + at::iface), std::string(255, 'i'));
        EXPECT_EQ(empty.reader.view(empty.fetch(LazyField::Pkt6RemoteHwaddr)), Bytes(isc::dhcp::HWAddr::MAX_HWADDR_LEN, 9));
        const std::uint32_t none = empty.fetch(LazyField::Pkt6Classes);
        ASSERT_NE(none, 0U) << "empty is not absent";
        EXPECT_TRUE(empty.reader.list(none).empty());
    }
    for (int i = 0; i < 300; ++i) {
        query->addClass(std::string(255, 'c') + std::to_string(i));
    }
    // Kea 2.2 puts a packet that has no class into ALL first.
    const std::vector<std::string> names(query->getClasses().begin(), query->getClasses().end());
    ASSERT_GE(names.size(), 300U);
    Callout6 many(query);
    EXPECT_EQ(many.reader.list(many.fetch(LazyField::Pkt6Classes)), names);
    Callout6 small(query, 40'000);
    EXPECT_EQ(small.fetch(LazyField::Pkt6Classes), 0U);
    EXPECT_TRUE(small.reader.cursor.full);
}

TEST(KeaView6Test, frameThatIsTooSmallIsRefused) {
    const auto query = receive6(solicit());
    const std::uint32_t needed = Callout6(query).reader.cursor.used;
    for (std::uint32_t size = 0; size < needed; ++size) {
        EXPECT_FALSE(Callout6(query, size).written) << size;
    }
    EXPECT_TRUE(Callout6(query, needed).written);
}

TEST(KeaView6Test, textAndLabelAreKeas) {
    Callout6 c(solicit().relay(0, "2001:db8::1", "fe80::2", {{18, {1}}}));
    EXPECT_EQ(c.view.text(0, 0), c.query->toText());
    EXPECT_EQ(c.view.text(0, 1), c.query->getLabel());
    EXPECT_NE(c.view.client().find("00:03:00:01:02:00:5e:10:20:30"), std::string::npos);
}

TEST(KeaView6Test, whateverKeaParsesCanBeRead) {
    // A policy that fails on what a client sent is a policy that a client can have suspended.
    const Bytes whole = solicit()
                            .option(16, {0, 0, 0x11, 0x8b, 0, 2, 'd', 'o'})
                            .option(17, {0, 0, 0x11, 0x8b, 0, 1, 0, 2, 9, 9, 0, 36, 0, 6, 1, 2, 3, 4, 5, 6})
                            .option(39, {0, 3, 'a', 'b', 'c'})
                            .relay(0, "2001:db8:a::1", "fe80::a", {{37, {0, 0, 0, 9, 1}}, {17, {0, 0, 0x11, 0x8b, 4, 2, 0, 6, 1, 2, 3, 4, 5, 6}}})
                            .relay(1, "2001:db8:b::1", "fe80::b", {{79, {0, 1, 2, 0, 0, 0, 0, 0x55}}})
                            .out;
    std::mt19937 random(8);
    int read = 0;
    for (int round = 0; round < 8000; ++round) {
        Bytes bytes = whole;
        for (unsigned flips = 1 + random() % 4; flips > 0; --flips) {
            bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random() % (random() % 2 ? 256 : 8));
        }
        isc::dhcp::Pkt6Ptr query;
        try {
            query = receive6(bytes);
        } catch (const std::exception&) {
            continue;
        }
        ++read;
        FrameReader reader;
        Pkt6Callout view(query);
        ASSERT_NO_THROW({
            ASSERT_TRUE(view.write(reader.cursor, FieldsRead()));
            for (const std::uint32_t object : {0U, first_relay, relayHandle(1)}) {
                view.relay(reader.cursor, 0, object & 3);
                for (std::uint32_t code = 0; code < 90; ++code) {
                    view.option(reader.cursor, object, code);
                    view.subOption(reader.cursor, object, code, 1 + code % 3);
                }
            }
            for (std::uint32_t field = 5; field <= 8; ++field) {
                view.fetch(reader.cursor, 0, field);
            }
            view.text(0, 0);
            view.client();
        });
    }
    EXPECT_GT(read, 2000);
}

}  // namespace
}  // namespace kea_policy
