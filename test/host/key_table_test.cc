// SPDX-License-Identifier: MPL-2.0
#include "key_table.h"

#include <gtest/gtest.h>

#include <new>
#include <random>
#include <set>
#include <string>

namespace kea_policy {
namespace {

void add(KeyTable& table, const std::string& key) {
    table.add(reinterpret_cast<const std::uint8_t*>(key.data()), key.size());
}

bool has(const KeyTable& table, const std::string& key) {
    return table.has(reinterpret_cast<const std::uint8_t*>(key.data()), key.size());
}

TEST(KeyTableTest, emptyHasNothing) {
    KeyTable table;
    EXPECT_FALSE(has(table, "a"));
    table.build();
    EXPECT_EQ(table.size(), 0u);
    EXPECT_FALSE(has(table, ""));
    EXPECT_FALSE(has(table, "a"));
}

TEST(KeyTableTest, agreesWithASetOfStrings) {
    std::mt19937 random(42);
    for (std::size_t longest : {1u, 3u, 6u, 9u, 20u, 130u}) {
        KeyTable table;
        std::set<std::string> expected;
        const auto randomKey = [&] {
            std::string key(random() % (longest + 1), '\0');
            for (char& letter : key) {
                letter = static_cast<char>(random() % 5);  // few values: many repeated and nearly equal keys
            }
            return key;
        };
        for (int i = 0; i < 20'000; ++i) {
            const std::string key = randomKey();
            expected.insert(key);
            add(table, key);
        }
        table.build();
        EXPECT_EQ(table.size(), expected.size());
        for (const std::string& key : expected) {
            ASSERT_TRUE(has(table, key));
        }
        for (int i = 0; i < 20'000; ++i) {
            const std::string key = randomKey();
            ASSERT_EQ(has(table, key), expected.count(key) == 1);
        }
    }
}

TEST(KeyTableTest, tellsKeysFromTheirPrefixesAndZeros) {
    KeyTable table;
    add(table, std::string(6, '\0'));
    add(table, std::string("\0\1", 2));
    table.build();
    EXPECT_TRUE(has(table, std::string(6, '\0')));
    EXPECT_TRUE(has(table, std::string("\0\1", 2)));
    for (std::size_t length : {0u, 1u, 2u, 5u, 7u, 8u, 16u}) {
        EXPECT_FALSE(has(table, std::string(length, '\0'))) << length;
    }
}

TEST(KeyTableTest, takesTheLongestKey) {
    KeyTable table;
    const std::string longest(65'535, 'x');
    add(table, longest);
    EXPECT_THROW(add(table, longest + "x"), std::bad_alloc);
    table.build();
    EXPECT_TRUE(has(table, longest));
    EXPECT_FALSE(has(table, longest.substr(1)));
}

TEST(KeyTableTest, takesSixteenBytesBesideAKey) {
    KeyTable table;
    constexpr std::uint32_t count = 100'000;
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string duid(10, '\0');
        duid.append(reinterpret_cast<const char*>(&i), sizeof(i));
        add(table, duid);
    }
    table.build();
    EXPECT_EQ(table.size(), count);
    EXPECT_LE(table.memoryBytes(), count * (16 + 14) + 3 * 4096);
}

}  // namespace
}  // namespace kea_policy
