// SPDX-License-Identifier: MPL-2.0
#include "list_entry.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace kea_policy {
namespace {

using Bytes = std::vector<int>;

Bytes bytesOf(const ListEntry& entry) {
    return Bytes(entry.bytes, entry.bytes + entry.length);
}

struct Accepted {
    ListKind kind;
    const char* text;
    Bytes bytes;
    unsigned prefix_length = 0;
};

class ListEntryAccepted : public testing::TestWithParam<Accepted> {};

TEST_P(ListEntryAccepted, readsTheBytes) {
    ListEntry entry;
    EXPECT_EQ(parseListEntry(GetParam().kind, GetParam().text, entry), "");
    EXPECT_EQ(bytesOf(entry), GetParam().bytes);
    EXPECT_EQ(entry.prefix_length, GetParam().prefix_length);
}

const Accepted accepted[] = {
    {ListKind::HwAddr, "de:ad:be:ef:00:01", {0xde, 0xad, 0xbe, 0xef, 0, 1}},
    {ListKind::HwAddr, "DE-AD-be-ef-00-01", {0xde, 0xad, 0xbe, 0xef, 0, 1}},
    {ListKind::HwAddr, "deADbeef0001", {0xde, 0xad, 0xbe, 0xef, 0, 1}},
    {ListKind::HwAddr, "0:16:3e:0:0:1", {0, 0x16, 0x3e, 0, 0, 1}},
    {ListKind::HwAddr, "ff", {0xff}},
    {ListKind::HwAddr, "0102030405060708090a0b0c0d0e0f1011121314",
     {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20}},
    {ListKind::Oui, "00:16:3e", {0, 0x16, 0x3e}},
    {ListKind::Oui, "00163E", {0, 0x16, 0x3e}},
    {ListKind::Duid, "00:03:00:01:de:ad", {0, 3, 0, 1, 0xde, 0xad}},
    {ListKind::Duid, "00", {0}},
    {ListKind::Prefix, "192.0.2.0/24", {192, 0, 2, 0}, 24},
    {ListKind::Prefix, "192.0.2.1", {192, 0, 2, 1}, 32},
    {ListKind::Prefix, "0.0.0.0/0", {0, 0, 0, 0}, 0},
    {ListKind::Prefix, "10.128.0.0/9", {10, 128, 0, 0}, 9},
    {ListKind::Prefix, "2001:db8::/32", {0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 32},
    {ListKind::Prefix, "2001:DB8::1", {0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 128},
    {ListKind::Prefix, "::/0", {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 0},
    {ListKind::String, "eth0 # 1", {'e', 't', 'h', '0', ' ', '#', ' ', '1'}},
    {ListKind::String, "\xc3\xbc", {0xc3, 0xbc}},
};
INSTANTIATE_TEST_SUITE_P(All, ListEntryAccepted, testing::ValuesIn(accepted));

struct Refused {
    ListKind kind;
    const char* text;
    const char* problem;
};

class ListEntryRefused : public testing::TestWithParam<Refused> {};

TEST_P(ListEntryRefused, saysWhatIsExpected) {
    ListEntry entry;
    EXPECT_EQ(parseListEntry(GetParam().kind, GetParam().text, entry), GetParam().problem);
}

#define EXPECTED_HWADDR ", expected a hardware address of 1 to 20 bytes such as de:ad:be:ef:00:01"
#define EXPECTED_OUI ", expected the three bytes of an OUI such as 00:16:3e"
#define EXPECTED_PREFIX ", expected a prefix such as 192.0.2.0/24 or 2001:db8::/32, or an address"
#define EXPECTED_MASK4 ", expected a number from 0 to 32 after the slash, as in 192.0.2.0/24"
#define EXPECTED_MASK6 ", expected a number from 0 to 128 after the slash, as in 2001:db8::/32"
constexpr Refused refused[] = {
    {ListKind::HwAddr, "router", "found \"router\"" EXPECTED_HWADDR},
    {ListKind::HwAddr, "de:ad:be:ef:00:0g", "found \"de:ad:be:ef:00:0g\"" EXPECTED_HWADDR},
    {ListKind::HwAddr, "de:ad-be:ef", "found \"de:ad-be:ef\"" EXPECTED_HWADDR "; write it as de:ad:be:ef"},
    {ListKind::HwAddr, "dead.beef.0001", "found \"dead.beef.0001\"" EXPECTED_HWADDR "; write it as de:ad:be:ef:00:01"},
    {ListKind::HwAddr, "de ad be ef 00 01", "found \"de ad be ef 00 01\"" EXPECTED_HWADDR "; write it as de:ad:be:ef:00:01"},
    {ListKind::HwAddr, "dead:beef", "found \"dead:beef\"" EXPECTED_HWADDR "; write it as de:ad:be:ef"},
    {ListKind::HwAddr, "abc", "found \"abc\"" EXPECTED_HWADDR},
    {ListKind::HwAddr, "de:ad:", "found \"de:ad:\"" EXPECTED_HWADDR "; write it as de:ad"},
    {ListKind::HwAddr, ":de", "found \":de\"" EXPECTED_HWADDR "; write it as de"},
    {ListKind::HwAddr, "de::ad", "found \"de::ad\"" EXPECTED_HWADDR "; write it as de:ad"},
    {ListKind::HwAddr, ":", "found \":\"" EXPECTED_HWADDR},
    {ListKind::HwAddr, "0102030405060708090a0b0c0d0e0f101112131415",
     "found \"0102030405060708090a0b0c0d0e0f101112131415\" of 21 bytes" EXPECTED_HWADDR},
    {ListKind::Oui, "de:ad:be:ef:00:01", "found \"de:ad:be:ef:00:01\" of 6 bytes" EXPECTED_OUI},
    {ListKind::Oui, "de", "found \"de\" of 1 byte" EXPECTED_OUI},
    {ListKind::Duid, "zz", "found \"zz\", expected a DUID of 1 to 130 bytes such as 00:03:00:01:de:ad:be:ef:00:01"},
    {ListKind::Prefix, "192.0.2", "found \"192.0.2\"" EXPECTED_PREFIX},
    {ListKind::Prefix, "192.0.2.256", "found \"192.0.2.256\"" EXPECTED_PREFIX},
    {ListKind::Prefix, "192.0.2.010", "found \"192.0.2.010\"" EXPECTED_PREFIX},
    {ListKind::Prefix, "/24", "found \"/24\"" EXPECTED_PREFIX},
    {ListKind::Prefix, "2001:db8", "found \"2001:db8\"" EXPECTED_PREFIX},
    {ListKind::Prefix, "fe80::1%eth0", "found \"fe80::1%eth0\"" EXPECTED_PREFIX},
    {ListKind::Prefix, "192.0.2.0/", "found \"192.0.2.0/\"" EXPECTED_MASK4},
    {ListKind::Prefix, "192.0.2.0/33", "found \"192.0.2.0/33\"" EXPECTED_MASK4},
    {ListKind::Prefix, "192.0.2.0/99999999999999999999", "found \"192.0.2.0/99999999999999999999\"" EXPECTED_MASK4},
    {ListKind::Prefix, "192.0.2.0/024", "found \"192.0.2.0/024\"" EXPECTED_MASK4},
    {ListKind::Prefix, "192.0.2.0/4294967320", "found \"192.0.2.0/4294967320\"" EXPECTED_MASK4},  // 24 in 32 bits
    {ListKind::Prefix, "192.0.2.0/-1", "found \"192.0.2.0/-1\"" EXPECTED_MASK4},
    {ListKind::Prefix, "192.0.2.0/255.255.255.0", "found \"192.0.2.0/255.255.255.0\"" EXPECTED_MASK4},
    {ListKind::Prefix, "2001:db8::/129", "found \"2001:db8::/129\"" EXPECTED_MASK6},
    {ListKind::Prefix, "192.0.2.1/24",
     "found \"192.0.2.1/24\", whose address has bits behind the prefix; write 192.0.2.0/24 for the whole network or "
     "192.0.2.1/32 for the one address"},
    {ListKind::Prefix, "192.0.2.128/24",
     "found \"192.0.2.128/24\", whose address has bits behind the prefix; write 192.0.2.0/24 for the whole network or "
     "192.0.2.128/32 for the one address"},
    {ListKind::Prefix, "10.32.0.0/10",
     "found \"10.32.0.0/10\", whose address has bits behind the prefix; write 10.0.0.0/10 for the whole network or "
     "10.32.0.0/32 for the one address"},
    {ListKind::Prefix, "2001:db8::1/33",
     "found \"2001:db8::1/33\", whose address has bits behind the prefix; write 2001:db8::/33 for the whole network or "
     "2001:db8::1/128 for the one address"},
    {ListKind::String, "\xff\xfe",
     "found \"\\xff\\xfe\", expected text in UTF-8 without zero bytes such as eth0/1/7; save the file as UTF-8"},
};
INSTANTIATE_TEST_SUITE_P(All, ListEntryRefused, testing::ValuesIn(refused));

TEST(ListEntryTest, limitsADuidTo130Bytes) {
    ListEntry entry;
    EXPECT_EQ(parseListEntry(ListKind::Duid, std::string(260, 'a'), entry), "");
    EXPECT_EQ(entry.length, 130u);
    EXPECT_NE(parseListEntry(ListKind::Duid, std::string(262, 'a'), entry), "");
}

TEST(ListEntryTest, refusesZeroBytes) {
    ListEntry entry;
    for (ListKind kind : all_list_kinds) {
        EXPECT_NE(parseListEntry(kind, std::string("192.0.2.0\0/24", 13), entry), "") << listKindName(kind);
        EXPECT_NE(parseListEntry(kind, std::string("00163e\0", 7), entry), "") << listKindName(kind);
    }
}

TEST(ListEntryTest, stringsFillTheEntryAndNoMore) {
    ListEntry entry;
    EXPECT_EQ(parseListEntry(ListKind::String, std::string(sizeof(entry.bytes), 'x'), entry), "");
    EXPECT_EQ(entry.length, sizeof(entry.bytes));
    for (ListKind kind : all_list_kinds) {
        EXPECT_NE(parseListEntry(kind, std::string(sizeof(entry.bytes) + 1, 'a'), entry), "");
    }
}

TEST(ListEntryTest, anyTextIsEitherReadOrExplained) {
    std::mt19937 random(3);
    const std::string letters("0123456789abcdefABCDEF:-./ #\0\xff\xc3\xbc", 32);
    ListEntry entry;
    for (int i = 0; i < 200'000; ++i) {
        std::string text(1 + random() % 44, '\0');
        for (char& letter : text) {
            letter = letters[random() % letters.size()];
        }
        const ListKind kind = all_list_kinds[random() % 5];
        if (parseListEntry(kind, text, entry).empty()) {
            ASSERT_GE(entry.length, 1u);
            ASSERT_LE(entry.length, text.size() * 8);
        }
    }
}

}  // namespace
}  // namespace kea_policy
