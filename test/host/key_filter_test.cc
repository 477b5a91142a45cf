// SPDX-License-Identifier: MPL-2.0
#include "key_filter.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace kea_policy {
namespace {

TEST(KeyFilterTest, missesNoKeyAndPassesFewOthers) {
    constexpr int many = 100'000;
    for (const int keys : {1, 2, 5, 1000, many}) {
        std::mt19937_64 random(static_cast<unsigned>(keys));
        std::vector<std::uint64_t> added;
        KeyFilter filter;
        filter.clear(static_cast<std::size_t>(keys));
        for (int i = 0; i < keys; ++i) {
            added.push_back(random());
            filter.add(added.back());
        }
        for (const std::uint64_t hash : added) {
            ASSERT_TRUE(filter.mayHave(hash));
        }
        int passed = 0;
        for (int i = 0; i < many; ++i) {
            passed += filter.mayHave(random()) ? 1 : 0;
        }
        EXPECT_LT(passed, many / 100) << "of " << many << " with " << keys << " keys";
    }
}

TEST(KeyFilterTest, clearForgets) {
    KeyFilter filter;
    filter.clear(10);
    filter.add(0x1234'5678'9abc'def0);
    ASSERT_TRUE(filter.mayHave(0x1234'5678'9abc'def0));
    filter.clear(10);
    EXPECT_FALSE(filter.mayHave(0x1234'5678'9abc'def0));
}

TEST(KeyFilterTest, takesTwoBytesAKey) {
    KeyFilter filter;
    filter.clear(1'000'000);
    EXPECT_GE(filter.memoryBytes(), 2'000'000u);
    EXPECT_LE(filter.memoryBytes(), 2'010'000u);
}

}  // namespace
}  // namespace kea_policy
