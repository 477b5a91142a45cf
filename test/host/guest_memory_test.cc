// SPDX-License-Identifier: MPL-2.0
#include "guest_memory.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace kea_policy {
namespace {

constexpr std::uint32_t top = 0xffffffff;
const std::string replacement = "\xef\xbf\xbd";

std::string textOf(const std::u16string& units, std::size_t limit = 1000, int odd_bytes = 0) {
    std::vector<std::uint8_t> bytes(units.size() * 2 + 1, 0xee);
    for (std::size_t i = 0; i < units.size(); ++i) {
        storeLittle<std::uint16_t>(bytes.data() + 2 * i, units[i]);
    }
    const GuestMemory memory(bytes.data(), bytes.size());
    return memory.text(0, static_cast<std::uint32_t>(units.size() * 2 + odd_bytes), limit).value_or("outside");
}

TEST(GuestMemoryTest, givesOnlyWhatIsInside) {
    std::vector<std::uint8_t> bytes(100);
    const GuestMemory memory(bytes.data(), bytes.size());
    EXPECT_EQ(memory.size(), 100U);
    EXPECT_EQ(memory.at(0, 100), bytes.data());
    EXPECT_EQ(memory.at(99, 1), bytes.data() + 99);
    EXPECT_EQ(memory.at(100, 0), bytes.data() + 100);
    EXPECT_EQ(memory.at(0, 0), bytes.data());
    EXPECT_EQ(memory.at(0, 101), nullptr);
    EXPECT_EQ(memory.at(99, 2), nullptr);
    EXPECT_EQ(memory.at(100, 1), nullptr);
    EXPECT_EQ(memory.at(101, 0), nullptr);
}

TEST(GuestMemoryTest, sumsDoNotWrap) {
    std::vector<std::uint8_t> bytes(100);
    const GuestMemory memory(bytes.data(), bytes.size());
    EXPECT_EQ(memory.at(top, 1), nullptr);
    EXPECT_EQ(memory.at(top, 0), nullptr);
    EXPECT_EQ(memory.at(top, top), nullptr);
    EXPECT_EQ(memory.at(1, top), nullptr);
    EXPECT_EQ(memory.at(50, top - 49), nullptr);
    EXPECT_EQ(memory.at(0, top), nullptr);
    const GuestMemory none(nullptr, 0);
    EXPECT_EQ(none.at(0, 1), nullptr);
    // The largest memory of 32-bit wasm: nothing is read here, only computed.
    const GuestMemory whole(bytes.data(), std::size_t{1} << 32);
    EXPECT_NE(whole.at(top, 1), nullptr);
    EXPECT_EQ(whole.at(top, 2), nullptr);
}

TEST(GuestMemoryTest, textBecomesUtf8) {
    EXPECT_EQ(textOf(u""), "");
    EXPECT_EQ(textOf(u"abc"), "abc");
    EXPECT_EQ(textOf(std::u16string(u"\0", 1)), std::string(1, '\0'));
    EXPECT_EQ(textOf(u"\x7f\x80\x7ff\x800\xffff"), "\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf");
    EXPECT_EQ(textOf(u"\xd7ff\xe000"), "\xed\x9f\xbf\xee\x80\x80");
    EXPECT_EQ(textOf({0xd800, 0xdc00}), "\xf0\x90\x80\x80");
    EXPECT_EQ(textOf({0xdbff, 0xdfff}), "\xf4\x8f\xbf\xbf");
    EXPECT_EQ(textOf({'a', 0xd83d, 0xde00, 'b'}), "a\xf0\x9f\x98\x80" "b");
}

TEST(GuestMemoryTest, loneSurrogatesAreReplaced) {
    EXPECT_EQ(textOf({0xd800}), replacement);
    EXPECT_EQ(textOf({0xdfff}), replacement);
    EXPECT_EQ(textOf({0xdc00, 0xd800}), replacement + replacement);
    EXPECT_EQ(textOf({0xd800, 'x'}), replacement + "x");
    EXPECT_EQ(textOf({0xd800, 0xd800, 0xdc00}), replacement + "\xf0\x90\x80\x80");
}

TEST(GuestMemoryTest, oddByteIsLeftOut) {
    EXPECT_EQ(textOf(u"ab", 1000, 1), "ab");
    EXPECT_EQ(textOf(u"ab", 1000, -1), "a");
    EXPECT_EQ(textOf(u"", 1000, 1), "");
    // A high surrogate whose partner is cut in half.
    EXPECT_EQ(textOf({0xd83d, 0xde00}, 1000, -1), replacement);
}

TEST(GuestMemoryTest, limitCutsBetweenCharacters) {
    EXPECT_EQ(textOf(u"abcdefgh", 4), "a");
    EXPECT_EQ(textOf(u"abcdefgh", 8), "abcde");
    EXPECT_EQ(textOf(u"abcdefgh", 0), "");
    EXPECT_EQ(textOf({0xd83d, 0xde00, 0xd83d, 0xde00}, 7), "\xf0\x9f\x98\x80");
    EXPECT_EQ(textOf({0xd83d, 0xde00, 0xd83d, 0xde00}, 8), "\xf0\x9f\x98\x80\xf0\x9f\x98\x80");
}

TEST(GuestMemoryTest, textOutsideIsNone) {
    std::vector<std::uint8_t> bytes(100);
    const GuestMemory memory(bytes.data(), bytes.size());
    EXPECT_EQ(memory.text(100, 0, 10), "");
    EXPECT_EQ(memory.text(101, 0, 10), std::nullopt);
    EXPECT_EQ(memory.text(0, 101, 10), std::nullopt);
    EXPECT_EQ(memory.text(99, 2, 10), std::nullopt);
    EXPECT_EQ(memory.text(top, 2, 10), std::nullopt);
    EXPECT_EQ(memory.text(2, top, 10), std::nullopt);
}

TEST(GuestMemoryTest, anyUnitsBecomeValidUtf8) {
    std::mt19937 random(4);
    for (int round = 0; round < 20'000; ++round) {
        std::u16string units(random() % 12, 0);
        for (char16_t& unit : units) {
            unit = static_cast<char16_t>(random() % 2 != 0 ? 0xd700 + random() % 0xa00 : random());
        }
        const std::string text = textOf(units, random() % 40);
        for (std::size_t at = 0; at < text.size();) {
            const auto first = static_cast<unsigned char>(text[at]);
            const std::size_t length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
            ASSERT_TRUE(first < 0x80 || (first >= 0xc2 && first <= 0xf4));
            ASSERT_LE(at + length, text.size());
            for (std::size_t i = 1; i < length; ++i) {
                ASSERT_EQ(static_cast<unsigned char>(text[at + i]) & 0xc0, 0x80);
            }
            at += length;
        }
    }
}

}  // namespace
}  // namespace kea_policy
