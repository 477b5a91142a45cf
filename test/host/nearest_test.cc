// SPDX-License-Identifier: MPL-2.0
#include "nearest.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kea_policy {
namespace {

TEST(NearestTest, countsLetters) {
    EXPECT_EQ(editDistance("", ""), 0u);
    EXPECT_EQ(editDistance("abc", ""), 3u);
    EXPECT_EQ(editDistance("", "abc"), 3u);
    EXPECT_EQ(editDistance("kitten", "sitting"), 3u);
    EXPECT_EQ(editDistance("pkt4_recieve", "pkt4_receive"), 2u);
}

TEST(NearestTest, suggestsOnlyWhatIsNear) {
    const std::vector<std::string> words = {"pkt4_receive", "pkt6_receive", "name"};
    EXPECT_EQ(nearestWord("pkt4_receiv", words), "pkt4_receive");
    EXPECT_EQ(nearestWord("nmae", words), "name");
    EXPECT_EQ(nearestWord("qqqq", words), std::nullopt);
    EXPECT_EQ(nearestWord("nam", std::vector<std::string>{"ham", "name-of-something"}), "name-of-something") << "its begin";
    EXPECT_EQ(nearestWord("pkt", words), std::nullopt) << "the begin of two";
    EXPECT_EQ(nearestWord("na", std::vector<std::string>{"name-of-something"}), std::nullopt) << "too short to tell";
    EXPECT_EQ(nearestWord("", words), std::nullopt);
    EXPECT_EQ(nearestWord(std::string(1'000'000, 'x'), words), std::nullopt);
}

}  // namespace
}  // namespace kea_policy
