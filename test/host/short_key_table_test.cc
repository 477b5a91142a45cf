// SPDX-License-Identifier: MPL-2.0
#include "short_key_table.h"

#include <gtest/gtest.h>

#include <new>
#include <random>
#include <set>
#include <string>

namespace kea_policy {
namespace {

void add(ShortKeyTable& table, const std::string& key) {
    table.add(reinterpret_cast<const std::uint8_t*>(key.data()), key.size());
}

bool has(const ShortKeyTable& table, const std::string& key) {
    return table.has(reinterpret_cast<const std::uint8_t*>(key.data()), key.size());
}

TEST(ShortKeyTableTest, emptyHasNothing) {
    ShortKeyTable table;
    EXPECT_FALSE(has(table, "a"));
    table.build();
    EXPECT_EQ(table.size(), 0u);
    EXPECT_FALSE(has(table, ""));
    EXPECT_EQ(table.memoryBytes(), 0u);
}

TEST(ShortKeyTableTest, packsEachLengthWithoutLoss) {
    for (std::size_t length = 1; length <= ShortKeyTable::longest; ++length) {
        for (std::size_t changed = 0; changed < length; ++changed) {
            std::string a(length, '\x5a');
            std::string b = a;
            b[changed] = '\x5b';
            ShortKeyTable table;
            add(table, a);
            table.build();
            EXPECT_TRUE(has(table, a)) << length;
            EXPECT_FALSE(has(table, b)) << length << " " << changed;
        }
    }
}

TEST(ShortKeyTableTest, agreesWithASetOfStrings) {
    std::mt19937 random(42);
    for (std::size_t longest = 1; longest <= ShortKeyTable::longest; ++longest) {
        ShortKeyTable table;
        std::set<std::string> expected;
        const auto randomKey = [&] {
            std::string key(random() % (longest + 1), '\0');
            for (char& letter : key) {
                letter = static_cast<char>(random() % 5);  // few values: many repeated and nearly equal keys
            }
            return key;
        };
        for (int i = 0; i < 10'000; ++i) {
            const std::string key = randomKey();
            expected.insert(key);
            add(table, key);
        }
        table.build();
        EXPECT_EQ(table.size(), expected.size());
        for (const std::string& key : expected) {
            ASSERT_TRUE(has(table, key));
        }
        for (int i = 0; i < 10'000; ++i) {
            const std::string key = randomKey();
            ASSERT_EQ(has(table, key), expected.count(key) == 1);
        }
    }
}

TEST(ShortKeyTableTest, tellsKeysFromTheirPrefixesAndZeros) {
    ShortKeyTable table;
    add(table, std::string(6, '\0'));
    table.build();
    for (std::size_t length = 0; length <= ShortKeyTable::longest; ++length) {
        EXPECT_EQ(has(table, std::string(length, '\0')), length == 6) << length;
    }
}

TEST(ShortKeyTableTest, refusesALongerKey) {
    ShortKeyTable table;
    EXPECT_THROW(add(table, "12345678"), std::bad_alloc);
}

TEST(ShortKeyTableTest, takesFourteenBytesForAMac) {
    ShortKeyTable table;
    constexpr std::uint32_t count = 100'000;
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string mac("\x02\x00", 2);
        mac.append(reinterpret_cast<const char*>(&i), sizeof(i));
        add(table, mac);
    }
    table.build();
    EXPECT_EQ(table.size(), count);
    EXPECT_LE(table.memoryBytes(), count * 14 + 2 * 4096);
}

}  // namespace
}  // namespace kea_policy
