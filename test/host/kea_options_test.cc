// SPDX-License-Identifier: MPL-2.0
#include "kea_options.h"

#include "frame_reader.h"

#include <dhcp/libdhcp++.h>
#include <dhcp/option_definition.h>
#include <dhcp/option_space.h>
#include <gtest/gtest.h>

namespace kea_policy {
namespace {

struct Read {
    explicit Read(const RawDhcp4& raw) : query(receive4(raw)) { reader.cursor.used = 8; }

    std::optional<Bytes> option(std::uint32_t code) {
        const std::uint32_t form = bringJoinedOption(reader.cursor, query->options_, code);
        return form == 0 ? std::nullopt : std::optional(reader.view(form));
    }
    std::optional<Bytes> subOption(std::uint32_t code, std::uint32_t sub_code) {
        const std::uint32_t form = bringSubOption(reader.cursor, query->options_, code, sub_code);
        return form == 0 ? std::nullopt : std::optional(reader.view(form));
    }

    isc::dhcp::Pkt4Ptr query;
    FrameReader reader;
};

TEST(KeaOptionsTest, eachOptionIsWhatTheClientSent) {
    // One of each kind of object that Kea makes of an option.
    const std::vector<std::pair<std::uint8_t, Bytes>> sent = {
        {53, {1}},                                                   // a number
        {57, {0x05, 0xdc}},                                          // a number of 16 bits
        {51, {0, 0, 0x0e, 0x10}},                                    // a number of 32 bits
        {50, {192, 0, 2, 77}},                                       // an address
        {54, {192, 0, 2, 1}},
        {3, {192, 0, 2, 1, 192, 0, 2, 2}},                           // addresses
        {55, {1, 3, 6, 15, 119, 252}},                               // an array of numbers
        {12, bytesOfText("laptop")},                                 // text
        {60, bytesOfText("MSFT 5.0")},
        {61, {1, 2, 0, 0x5e, 0x10, 0x20, 0x30}},                     // bytes
        {77, {4, 'u', 's', 'e', 'r'}},
        {81, {0, 0, 0, 'l', 'a', 'p', 't', 'o', 'p'}},               // the client's name
        {81 + 12, {0, 7}},                                           // 93: architectures
        {94, {1, 3, 1}},                                             // a record
        {97, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}},
        {119, {3, 'f', 'o', 'o', 0}},                                // names
        {124, {0, 0, 0x11, 0x8b, 3, 1, 2, 3}},                       // vendor class
        {125, {0, 0, 0x11, 0x8b, 4, 1, 2, 9, 9}},                    // vendor options
        {80, {}},                                                    // rapid commit: nothing
        {224, {0xde, 0xad}},                                         // nothing that Kea knows
        {82, {1, 4, 'e', 't', 'h', '0', 2, 2, 9, 9}},                // the relay agent's
    };
    RawDhcp4 raw;
    raw.options.clear();
    for (const auto& [code, value] : sent) {
        raw.option(code, value);
    }
    Read read(raw);
    for (const auto& [code, value] : sent) {
        const auto option = read.option(code);
        ASSERT_TRUE(option) << int{code};
        EXPECT_EQ(*option, value) << int{code};
    }
    EXPECT_EQ(read.subOption(82, 1), bytesOfText("eth0"));
    EXPECT_EQ(read.subOption(82, 2), (Bytes{9, 9}));
    EXPECT_EQ(read.subOption(82, 3), std::nullopt);
    EXPECT_EQ(read.subOption(125, 1), (Bytes{9, 9}));
    EXPECT_EQ(read.subOption(60, 1), std::nullopt) << "an option without any inside";
}

TEST(KeaOptionsTest, absentAndEmptyDiffer) {
    Read read(RawDhcp4().option(80, {}).option(82, {1, 0}).option(224, {}));
    EXPECT_EQ(read.option(80), Bytes());
    EXPECT_EQ(read.option(224), Bytes());
    EXPECT_EQ(read.option(225), std::nullopt);
    EXPECT_EQ(read.subOption(82, 1), Bytes());
    EXPECT_EQ(read.subOption(82, 2), std::nullopt);
}

TEST(KeaOptionsTest, partsOfALongOptionAreJoined) {
    Bytes value(1000);
    for (std::size_t i = 0; i < value.size(); ++i) {
        value[i] = static_cast<std::uint8_t>(i * 7);
    }
    const Bytes text(700, 'x');
    Read read(RawDhcp4().longOption(224, value).longOption(60, text).longOption(61, value));
    EXPECT_EQ(read.option(224), value);
    EXPECT_EQ(read.option(60), text);
    EXPECT_EQ(read.option(61), value);
}

TEST(KeaOptionsTest, relayAgentInformationInTwoOptionsIsJoined) {
    Read read(RawDhcp4().option(82, {1, 4, 'e', 't', 'h', '0'}).option(82, {2, 2, 9, 9}));
    EXPECT_EQ(read.subOption(82, 1), bytesOfText("eth0"));
    EXPECT_EQ(read.subOption(82, 2), (Bytes{9, 9}));
    EXPECT_EQ(read.option(82), (Bytes{1, 4, 'e', 't', 'h', '0', 2, 2, 9, 9}));
}

TEST(KeaOptionsTest, partsThatKeaDidNotJoinAreJoined) {
    // Kea goes on with a packet whose vendor options it does not understand, and with what it parsed before them.
    RawDhcp4 raw;
    raw.option(60, bytesOfText("MS")).option(60, bytesOfText("FT")).option(82, {1, 2, 9, 9}).option(82, {2, 1, 7}).option(125, {0, 0, 0x11, 0x8b, 200, 1});
    isc::dhcp::Pkt4Ptr query(new isc::dhcp::Pkt4(raw.bytes().data(), raw.bytes().size()));
    EXPECT_THROW(query->unpack(), isc::dhcp::SkipRemainingOptionsError);
    Read read((RawDhcp4()));
    read.query = query;
    EXPECT_EQ(read.option(60), bytesOfText("MSFT"));
    EXPECT_EQ(read.option(82), (Bytes{1, 2, 9, 9, 2, 1, 7}));
    EXPECT_EQ(read.subOption(82, 1), (Bytes{9, 9}));
    EXPECT_EQ(read.subOption(82, 2), Bytes{7});
    EXPECT_EQ(read.subOption(82, 3), std::nullopt);
}

TEST(KeaOptionsTest, eachVendorsOptionsAreSeen) {
    // As Kea after 2.2 has what a client sent in one option: an object for each vendor.
    Read read((RawDhcp4()));
    const auto definition = isc::dhcp::LibDHCP::getOptionDef("dhcp4", 125);
    ASSERT_TRUE(definition);
    const Bytes one = {0, 0, 0, 9, 3, 5, 1, 1}, other = {0, 0, 0x11, 0x8b, 4, 1, 2, 9, 9};
    for (const Bytes& value : {one, other}) {
        read.query->options_.insert({125, definition->optionFactory(isc::dhcp::Option::V4, 125, value)});
    }
    Bytes both = one;
    append(both, other);
    EXPECT_EQ(read.option(125), both);
    EXPECT_EQ(read.subOption(125, 5), Bytes{1});
    EXPECT_EQ(read.subOption(125, 1), (Bytes{9, 9}));
}

TEST(KeaOptionsTest, vendorOptionsThatKeaUnpacksLaterAreReadBothWays) {
    // Option 43 is parsed only when the classes are known; until then Kea keeps the bytes.
    Read read(RawDhcp4().option(43, {1, 2, 3, 4, 6, 1, 9}));
    EXPECT_EQ(read.option(43), (Bytes{1, 2, 3, 4, 6, 1, 9}));
    EXPECT_EQ(read.subOption(43, 6), std::nullopt);
    const auto definition = isc::dhcp::LibDHCP::getLastResortOptionDef("dhcp4", 43);
    ASSERT_TRUE(definition);
    auto& options = read.query->options_;
    const Bytes bytes = options.find(43)->second->getData();
    options.erase(43);
    options.insert({43, definition->optionFactory(isc::dhcp::Option::V4, 43, bytes)});
    EXPECT_EQ(read.option(43), (Bytes{1, 2, 3, 4, 6, 1, 9}));
    EXPECT_EQ(read.subOption(43, 6), Bytes{9});
}

TEST(KeaOptionsTest, firstOfSeveralIsFound) {
    isc::dhcp::OptionCollection options;
    for (const std::uint8_t value : {7, 8, 9}) {
        options.insert({16, isc::dhcp::OptionPtr(new isc::dhcp::Option(isc::dhcp::Option::V6, 16, Bytes{value}))});
    }
    ASSERT_NE(findOption(options, 16), nullptr);
    EXPECT_EQ(findOption(options, 16)->getData(), Bytes{7});
    EXPECT_EQ(findOption(options, 16, 2)->getData(), Bytes{9});
    EXPECT_EQ(findOption(options, 16, 3), nullptr);
    EXPECT_EQ(findOption(options, 15, 1), nullptr);
    EXPECT_EQ(findOption(options, 15), nullptr);
    EXPECT_EQ(findOption(options, 17), nullptr);
    EXPECT_EQ(findOption(options, 16 + 65536), nullptr);
    EXPECT_EQ(findOption({}, 16), nullptr);
}

TEST(KeaOptionsTest, plainOptionIsNotCopied) {
    const isc::dhcp::Option option(isc::dhcp::Option::V4, 224, Bytes{1, 2, 3});
    isc::dhcp::OptionBuffer storage;
    const ByteView view = optionValue(option, storage);
    EXPECT_EQ(view.data, option.getData().data());
    EXPECT_EQ(view.size, 3U);
    EXPECT_TRUE(storage.empty());
}

TEST(KeaOptionsTest, frameThatIsFullSaysSo) {
    Read read(RawDhcp4().option(224, Bytes(200, 1)));
    read.reader.cursor.size = 100;
    EXPECT_EQ(read.option(224), std::nullopt);
    EXPECT_TRUE(read.reader.cursor.full);
    EXPECT_TRUE(std::all_of(read.reader.bytes.begin() + 100, read.reader.bytes.end(), [](std::uint8_t byte) { return byte == FrameReader::fill; }));
}

}  // namespace
}  // namespace kea_policy
