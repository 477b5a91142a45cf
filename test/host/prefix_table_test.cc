// SPDX-License-Identifier: MPL-2.0
#include "prefix_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace kea_policy {
namespace {

__extension__ using Address6 = unsigned __int128;

template <typename Address>
class PrefixTableTest : public testing::Test {};
using Families = testing::Types<std::uint32_t, Address6>;
TYPED_TEST_SUITE(PrefixTableTest, Families);

/// The bits that a prefix of that length fixes.
template <typename Address>
Address maskOf(unsigned length) {
    return length == 0 ? 0 : static_cast<Address>(~Address{0}) << (PrefixTable<Address>::bits - length);
}

TYPED_TEST(PrefixTableTest, emptyHasNothing) {
    PrefixTable<TypeParam> table;
    EXPECT_FALSE(table.has(0));
    table.build();
    EXPECT_FALSE(table.has(0));
    EXPECT_EQ(table.size(), 0u);
}

TYPED_TEST(PrefixTableTest, lengthZeroCoversAll) {
    PrefixTable<TypeParam> table;
    table.add(0, 0);
    table.build();
    EXPECT_TRUE(table.has(0));
    EXPECT_TRUE(table.has(static_cast<TypeParam>(~TypeParam{0})));
}

TYPED_TEST(PrefixTableTest, fullLengthCoversOneAddress) {
    constexpr TypeParam last = static_cast<TypeParam>(~TypeParam{0});
    PrefixTable<TypeParam> table;
    table.add(0, PrefixTable<TypeParam>::bits);
    table.add(last, PrefixTable<TypeParam>::bits);
    table.build();
    EXPECT_TRUE(table.has(0));
    EXPECT_FALSE(table.has(1));
    EXPECT_FALSE(table.has(last - 1));
    EXPECT_TRUE(table.has(last));
}

TYPED_TEST(PrefixTableTest, agreesWithTryingEachPrefix) {
    std::mt19937_64 random(7);
    constexpr unsigned bits = PrefixTable<TypeParam>::bits;
    // Addresses that differ in a few bits at both ends, so that prefixes nest, touch and repeat.
    const auto randomAddress = [&] {
        const TypeParam high = static_cast<TypeParam>(random() % 16) << (bits - 4);
        return static_cast<TypeParam>(high | (random() % 64));
    };
    for (int round = 0; round < 200; ++round) {
        PrefixTable<TypeParam> table;
        std::vector<std::pair<TypeParam, unsigned>> prefixes;
        for (unsigned i = random() % 40; i > 0; --i) {
            const unsigned length = random() % 3 == 0 ? random() % 6 : bits - random() % 7;
            const TypeParam first = randomAddress() & maskOf<TypeParam>(length);
            table.add(first, length);
            if (std::find(prefixes.begin(), prefixes.end(), std::make_pair(first, length)) == prefixes.end()) {
                prefixes.emplace_back(first, length);
            }
        }
        table.build();
        EXPECT_EQ(table.size(), prefixes.size());
        for (int i = 0; i < 500; ++i) {
            const TypeParam address = randomAddress();
            bool expected = false;
            for (const auto& [first, length] : prefixes) {
                expected = expected || (address & maskOf<TypeParam>(length)) == first;
            }
            ASSERT_EQ(table.has(address), expected);
        }
    }
}

TYPED_TEST(PrefixTableTest, findsEachOfManyThatShareTheirBeginning) {
    std::mt19937_64 random(8);
    constexpr unsigned bits = PrefixTable<TypeParam>::bits;
    const TypeParam common = static_cast<TypeParam>(0x2a) << (bits - 8);
    PrefixTable<TypeParam> table;
    std::set<TypeParam> even;
    for (int i = 0; i < 5000; ++i) {
        // Half lie close together: the index then has one crowded part.
        const TypeParam first = common | static_cast<TypeParam>((i % 2 == 0 ? random() % 20'000 : random() % 10'000'000) * 2);
        even.insert(first);
        table.add(first, bits);
    }
    table.build();
    EXPECT_EQ(table.size(), even.size());
    for (const TypeParam address : even) {
        ASSERT_TRUE(table.has(address));
        ASSERT_FALSE(table.has(address + 1));
        ASSERT_EQ(table.has(address - 2), even.count(address - 2) == 1);
        ASSERT_FALSE(table.has(address ^ common));
        ASSERT_FALSE(table.has(address | static_cast<TypeParam>(1) << (bits - 1)));
    }
}

}  // namespace
}  // namespace kea_policy
