// SPDX-License-Identifier: MPL-2.0
#include "packet_editor.h"

#include "edit_log_builder.h"
#include "raw_packets.h"

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

using isc::dhcp::Option;

EditEntry edit(Edit operation, std::uint32_t code, const Bytes& value = {}, std::uint32_t object = 0) {
    static std::vector<std::unique_ptr<Bytes>> kept;  // an entry points to its value
    kept.push_back(std::make_unique<Bytes>(value));
    return {operation, object, code, {kept.back()->data(), static_cast<std::uint32_t>(value.size())}};
}

EditEntry set(std::uint32_t code, const Bytes& value) {
    return edit(Edit::SetOption, code, value);
}

EditEntry removal(std::uint32_t code) {
    return edit(Edit::RemoveOption, code);
}

EditEntry addClass(const std::string& name) {
    return edit(Edit::AddClass, 0, bytesOfText(name));
}

std::optional<std::string> prepareAll(PacketEditor& editor, const isc::dhcp::Pkt& packet, const std::vector<EditEntry>& edits) {
    editor.begin(packet);
    for (const EditEntry& edit : edits) {
        if (auto refused = editor.prepare(edit)) {
            return refused;
        }
    }
    return std::nullopt;
}

/// Prepares and, if nothing is refused, applies. What is refused must leave the packet as it was.
template <typename Packet>
std::string apply(Packet& packet, const std::vector<EditEntry>& edits) {
    const PacketState<Packet> before(packet);
    PacketEditor editor(std::is_same<Packet, isc::dhcp::Pkt4>::value ? Option::V4 : Option::V6);
    const auto refused = prepareAll(editor, packet, edits);
    EXPECT_TRUE(PacketState<Packet>(packet) == before) << "preparing changed the packet";
    if (refused) {
        return *refused;
    }
    editor.apply(packet);
    return "";
}

template <typename Packet>
std::optional<Bytes> valueOf(const Packet& packet, std::uint16_t code) {
    const auto option = optionIn(packet, code);
    return option ? std::optional(option->toBinary()) : std::nullopt;
}

TEST(PacketEditorTest, setsReplacesAndRemoves) {
    const auto query = receive4(RawDhcp4().option(12, bytesOfText("old")).option(60, bytesOfText("gone")).option(80, {}));
    ASSERT_EQ(apply(*query, {set(12, bytesOfText("new")), removal(60), removal(99), set(224, {1, 2}), set(50, {192, 0, 2, 9})}), "");
    EXPECT_EQ(valueOf(*query, 12), bytesOfText("new"));
    EXPECT_EQ(query->options_.count(12), 1U);
    EXPECT_EQ(valueOf(*query, 60), std::nullopt);
    EXPECT_EQ(valueOf(*query, 224), (Bytes{1, 2}));
    EXPECT_EQ(valueOf(*query, 50), (Bytes{192, 0, 2, 9}));
    EXPECT_EQ(valueOf(*query, 80), Bytes()) << "the others stay";
    EXPECT_EQ(query->getType(), 1);
    EXPECT_NO_THROW(query->pack());
}

TEST(PacketEditorTest, lastEditOfAnOptionHolds) {
    const auto query = receive4(RawDhcp4());
    ASSERT_EQ(apply(*query, {set(12, bytesOfText("a")), set(12, bytesOfText("b")), removal(13), set(60, {1}), removal(60), removal(224),
                             set(224, {7})}),
              "");
    EXPECT_EQ(valueOf(*query, 12), bytesOfText("b"));
    EXPECT_EQ(query->options_.count(12), 1U);
    EXPECT_EQ(valueOf(*query, 60), std::nullopt);
    EXPECT_EQ(valueOf(*query, 224), Bytes{7});
}

TEST(PacketEditorTest, madeByKeasParsers) {
    const auto query = receive4(RawDhcp4());
    ASSERT_EQ(apply(*query, {set(55, {1, 3, 6})}), "");
    EXPECT_NE(typeid(*optionIn(*query, 55)), typeid(Option)) << "Kea looks for an array of numbers there";
}

TEST(PacketEditorTest, longValuesAreSplitWhenTheyAreSent) {
    const auto query = receive4(RawDhcp4());
    const Bytes value(1000, 'x');
    ASSERT_EQ(apply(*query, {set(224, value), set(12, value)}), "");
    EXPECT_EQ(valueOf(*query, 224), value);
    EXPECT_NO_THROW(query->pack());
}

/// The value of an option in a packed DHCPv4 message, its parts joined.
Bytes sent(isc::dhcp::Pkt4& packet, std::uint8_t wanted) {
    const auto* begin = static_cast<const std::uint8_t*>(packet.getBuffer().getData());
    const Bytes wire(begin, begin + packet.getBuffer().getLength());
    Bytes value;
    for (std::size_t at = 240; at + 1 < wire.size() && wire[at] != 255; at += 2U + wire[at + 1]) {
        if (wire[at] == wanted) {
            value.insert(value.end(), wire.begin() + static_cast<long>(at) + 2, wire.begin() + static_cast<long>(at) + 2 + wire[at + 1]);
        }
    }
    return value;
}

TEST(PacketEditorTest, aLongValueOfAnyKindIsSentInParts) {
    Bytes addresses, names, vendor = {0, 0, 0x11, 0x8b, 250}, vendor_class, numbers, routes;
    for (std::uint8_t i = 0; i < 100; ++i) {
        append(addresses, {192, 0, 2, i});
        append(names, {4, 'n', 'a', 'm', static_cast<std::uint8_t>('a' + i % 26), 0});
        append(numbers, {i, i, i, i});
        append(routes, {24, 10, 0, i, 192, 0, 2, 1});
    }
    for (std::uint8_t i = 0; i < 25; ++i) {
        append(vendor, {i, 8, 1, 2, 3, 4, 5, 6, 7, 8});
        append(vendor_class, {0, 0, 0x11, 0x8b, 6, 'm', 'o', 'd', 'e', 'm', i});
    }
    const std::vector<std::pair<std::uint8_t, Bytes>> values = {{3, addresses}, {6, addresses}, {42, addresses}, {55, numbers}, {93, numbers}, {119, names},
                                                                {121, routes}, {43, numbers}, {125, vendor}, {124, vendor_class}, {224, numbers}, {12, Bytes(700, 'x')}};
    for (const auto& [code, value] : values) {
        isc::dhcp::Pkt4 offer(isc::dhcp::DHCPOFFER, 1);
        ASSERT_EQ(apply(offer, {set(code, value)}), "") << int{code};
        ASSERT_NO_THROW(offer.pack()) << int{code};
        EXPECT_EQ(sent(offer, code), value) << int{code};
    }
    // The longest that need no parts.
    for (const std::size_t length : {252U, 253U, 254U, 255U}) {
        isc::dhcp::Pkt4 offer(isc::dhcp::DHCPOFFER, 1);
        ASSERT_EQ(apply(offer, {set(55, Bytes(length, 1))}), "");
        ASSERT_NO_THROW(offer.pack()) << length;
        EXPECT_EQ(sent(offer, 55), Bytes(length, 1));
    }
    isc::dhcp::Pkt4 offer(isc::dhcp::DHCPOFFER, 1);
    EXPECT_EQ(apply(offer, {set(6, Bytes(401, 1))}).find("set option 6 to a value that Kea refuses: "), 0U) << "its parser is asked all the same";
}

TEST(PacketEditorTest, allOrNothing) {
    const auto query = receive4(RawDhcp4().option(12, bytesOfText("old")));
    EXPECT_EQ(apply(*query, {set(12, bytesOfText("new")), addClass("x"), removal(12), set(54, {1, 2, 3, 4})}),
              "edited option 54, which is Kea's alone");
    EXPECT_EQ(valueOf(*query, 12), bytesOfText("old"));
    EXPECT_FALSE(query->inClass("x"));
}

TEST(PacketEditorTest, whatKeasParserRefusesIsRefused) {
    const auto query = receive4(RawDhcp4());
    for (const EditEntry& bad : {set(50, {1, 2, 3}), set(3, {1, 2, 3, 4, 5}), set(51, {1}), set(81, {0}), set(12, {}), set(119, {63, 'a'})}) {
        const std::string refused = apply(*query, {set(224, {1}), bad});
        EXPECT_EQ(refused.find("set option " + std::to_string(bad.code) + " to a value that Kea refuses: "), 0U) << refused;
        EXPECT_EQ(valueOf(*query, 224), std::nullopt);
    }
}

TEST(PacketEditorTest, anIdentifierThatKeaWouldDropThePacketForIsRefused) {
    const auto query4 = receive4(RawDhcp4());
    const auto query6 = receive6(RawDhcp6(1, 5).option(1, {0, 2, 1, 2, 3}));
    for (const Bytes& value : {Bytes(), Bytes(300, 1)}) {
        EXPECT_EQ(apply(*query4, {set(61, value)}).find("set option 61 to a value that Kea refuses: "), 0U);
        EXPECT_EQ(apply(*query6, {set(1, value)}).find("set option 1 to a value that Kea refuses: "), 0U);
    }
    EXPECT_EQ(apply(*query4, {set(61, Bytes(20, 1))}), "");
    EXPECT_EQ(apply(*query6, {set(1, Bytes(20, 1))}), "");
}

TEST(PacketEditorTest, codesThatAreKeasAlone) {
    const auto query4 = receive4(RawDhcp4().option(82, {1, 1, 9}));
    for (const std::uint32_t code : {53U, 54U, 82U}) {
        const std::string sentence = "edited option " + std::to_string(code) + ", which is Kea's alone";
        EXPECT_EQ(apply(*query4, {set(code, {1, 2, 3, 4})}), sentence);
        EXPECT_EQ(apply(*query4, {removal(code)}), sentence);
    }
    const auto query6 = receive6(RawDhcp6(1, 5).option(1, {0, 2, 1, 2, 3}));
    for (const std::uint32_t code : {2U, 3U, 4U, 9U, 25U}) {
        const std::string sentence = "edited option " + std::to_string(code) + ", which is Kea's alone";
        EXPECT_EQ(apply(*query6, {set(code, {1, 2, 3, 4})}), sentence);
        EXPECT_EQ(apply(*query6, {removal(code)}), sentence);
    }
    EXPECT_EQ(apply(*query6, {set(53, {1}), set(54, {1})}), "") << "other things in DHCPv6";
}

TEST(PacketEditorTest, codesOutsideOfTheRange) {
    const auto query4 = receive4(RawDhcp4());
    for (const std::uint32_t code : {0U, 255U, 256U, 256U + 12, 65536U + 12, 0xffffffffU}) {
        const std::string sentence = "edited option " + std::to_string(code) + ", but codes go from 1 to 254";
        EXPECT_EQ(apply(*query4, {set(code, {1})}), sentence);
        EXPECT_EQ(apply(*query4, {removal(code)}), sentence);
    }
    const auto query6 = receive6(RawDhcp6(1, 5));
    for (const std::uint32_t code : {0U, 65536U, 65536U + 1, 0xffffffffU}) {
        EXPECT_EQ(apply(*query6, {set(code, {1})}), "edited option " + std::to_string(code) + ", but codes go from 1 to 65535");
    }
    EXPECT_EQ(apply(*query6, {set(65535, {1})}), "");
    EXPECT_EQ(valueOf(*query6, 65535), Bytes{1});
}

TEST(PacketEditorTest, whatAClientNeedsOfAnAnswerStays) {
    isc::dhcp::Pkt4 offer(isc::dhcp::DHCPOFFER, 1);
    for (const std::uint32_t code : {51U, 52U, 61U, 53U, 54U, 82U}) {
        EXPECT_EQ(apply(offer, {set(code, {1, 2, 3, 4})}), "edited option " + std::to_string(code) + ", which is Kea's alone");
        EXPECT_EQ(apply(offer, {removal(code)}), "edited option " + std::to_string(code) + ", which is Kea's alone");
    }
    EXPECT_EQ(apply(offer, {set(12, bytesOfText("name")), set(121, {0, 192, 0, 2, 1})}), "");
    EXPECT_EQ(apply(offer, {addClass("late")}), "added a class to an answer, where classes decide nothing any more");
    isc::dhcp::Pkt6 reply(DHCPV6_REPLY, 1);
    for (const std::uint32_t code : {1U, 14U, 2U, 3U}) {
        EXPECT_EQ(apply(reply, {set(code, {})}), "edited option " + std::to_string(code) + ", which is Kea's alone");
    }
    EXPECT_EQ(apply(*receive6(RawDhcp6(1, 5)), {set(14, {})}), "") << "a client's packet";
}

TEST(PacketEditorTest, classesAreAddedInOrder) {
    const auto query = receive4(RawDhcp4());
    ASSERT_EQ(apply(*query, {addClass("zwei"), addClass("eins"), addClass("zwei"), addClass(std::string(255, 'x'))}), "");
    EXPECT_EQ(PacketState<isc::dhcp::Pkt4>(*query).classes, (std::vector<std::string>{"ALL", "zwei", "eins", std::string(255, 'x')}));
}

TEST(PacketEditorTest, classNamesHaveBounds) {
    const auto query = receive4(RawDhcp4());
    EXPECT_EQ(apply(*query, {addClass("")}), "added a class whose name has 0 bytes instead of 1 to 255");
    EXPECT_EQ(apply(*query, {addClass(std::string(256, 'x'))}), "added a class whose name has 256 bytes instead of 1 to 255");
}

TEST(PacketEditorTest, sixRemovesEveryOptionOfACode) {
    const auto query = receive6(RawDhcp6(1, 5).option(65001, {1}).option(65001, {2}).option(65002, {3}).option(65002, {4}));
    ASSERT_EQ(apply(*query, {removal(65001), set(65002, {9})}), "");
    EXPECT_EQ(query->options_.count(65001), 0U);
    EXPECT_EQ(query->options_.count(65002), 1U);
    EXPECT_EQ(valueOf(*query, 65002), Bytes{9});
}

TEST(PacketEditorTest, oneEditorServesSeveralPolicies) {
    const auto query = receive4(RawDhcp4().option(60, {1}));
    PacketEditor editor(Option::V4);
    ASSERT_EQ(prepareAll(editor, *query, {set(224, {1}), addClass("one")}), std::nullopt);
    editor.apply(*query);
    ASSERT_NE(prepareAll(editor, *query, {set(225, {1}), addClass("bad"), removal(53)}), std::nullopt);
    ASSERT_EQ(prepareAll(editor, *query, {set(226, {2}), removal(60)}), std::nullopt);
    editor.apply(*query);
    EXPECT_EQ(valueOf(*query, 224), Bytes{1});
    EXPECT_EQ(valueOf(*query, 225), std::nullopt) << "what was refused is forgotten";
    EXPECT_EQ(valueOf(*query, 226), Bytes{2});
    EXPECT_EQ(valueOf(*query, 60), std::nullopt);
    EXPECT_FALSE(query->inClass("bad"));
}

}  // namespace
}  // namespace kea_policy
