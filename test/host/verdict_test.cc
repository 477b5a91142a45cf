// SPDX-License-Identifier: MPL-2.0
#include "verdict.h"

#include "list_kind.h"

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

TEST(VerdictTest, numbersNeverChange) {
    EXPECT_EQ(static_cast<int>(Verdict::Continue), 0);
    EXPECT_EQ(static_cast<int>(Verdict::Skip), 1);
    EXPECT_EQ(static_cast<int>(Verdict::Drop), 2);
}

TEST(VerdictTest, wordsReadBack) {
    for (Verdict verdict : {Verdict::Continue, Verdict::Skip, Verdict::Drop}) {
        EXPECT_EQ(parseVerdict(verdictName(verdict)), verdict);
    }
    for (const char* word : {"", "Drop", "drop ", "unknown"}) {
        EXPECT_EQ(parseVerdict(word), std::nullopt) << word;
    }
    EXPECT_STREQ(verdictName(static_cast<Verdict>(7)), "unknown");
}

TEST(ListKindTest, wordsReadBack) {
    for (ListKind kind : all_list_kinds) {
        EXPECT_EQ(parseListKind(listKindName(kind)), kind);
    }
    for (const char* word : {"", "HWADDR", "mac", "unknown"}) {
        EXPECT_EQ(parseListKind(word), std::nullopt) << word;
    }
}

}  // namespace
}  // namespace kea_policy
