// SPDX-License-Identifier: MPL-2.0
#include "in_quotes.h"

#include <gtest/gtest.h>

#include <string>

namespace kea_policy {
namespace {

TEST(InQuotesTest, showsTextAsItIs) {
    EXPECT_EQ(inQuotes(""), "\"\"");
    EXPECT_EQ(inQuotes("Grüße €"), "\"Grüße €\"");
}

TEST(InQuotesTest, escapesWhatBreaksALogLineOrJson) {
    EXPECT_EQ(inQuotes(std::string("a\0b\n\x7f", 5)), R"("a\x00b\x0a\x7f")");
    EXPECT_EQ(inQuotes("\xff\xc3"), R"("\xff\xc3")");
    EXPECT_EQ(inQuotes("\xed\xa0\x80"), R"("\xed\xa0\x80")");
}

TEST(InQuotesTest, escapesEveryControlCharacter) {
    for (char control = 1; control < 0x20; ++control) {
        EXPECT_EQ(inQuotes(std::string(1, control)).substr(0, 3), "\"\\x") << static_cast<int>(control);
    }
    EXPECT_EQ(inQuotes(" ~"), "\" ~\"");
}

TEST(InQuotesTest, escapesWhatTerminalsObey) {
    // CSI, a line break of its own kind, line separator, and a mark that turns the direction of writing.
    EXPECT_EQ(inQuotes("a\xc2\x9b" "31m\xc2\x85" "b\xe2\x80\xa8\xe2\x80\xae\xe2\x81\xa6" "c"),
              R"("a\xc2\x9b31m\xc2\x85b\xe2\x80\xa8\xe2\x80\xae\xe2\x81\xa6c")");
    EXPECT_EQ(inQuotes("\xc2\xa0\xe2\x80\x93\xe2\x81\xaa"), "\"\xc2\xa0\xe2\x80\x93\xe2\x81\xaa\"") << "their neighbours are shown";
    EXPECT_EQ(escapeControls("\xc2\x9b\xe2\x80\xae\xe2\x80"), "\\xc2\\x9b\\xe2\\x80\\xae\\xe2\\x80") << "a character that is cut off";
}

TEST(InQuotesTest, cutsBetweenCharacters) {
    EXPECT_EQ(inQuotes("abcdef", 3), "\"abc...\"");
    EXPECT_EQ(inQuotes("abc", 3), "\"abc\"");
    EXPECT_EQ(inQuotes("abü", 3), "\"ab...\"");
    EXPECT_TRUE(isUtf8(inQuotes(std::string(59, 'x') + "€")));
}

TEST(InQuotesTest, knowsWellFormedUtf8) {
    for (const char* text : {"", "a", "\xc2\x80", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"}) {
        EXPECT_TRUE(isUtf8(text)) << text;
    }
    for (const char* text : {"\x80", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc2" "a", "\xe0\x9f\xbf", "\xe2\x82", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
                             "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff"}) {
        EXPECT_FALSE(isUtf8(text)) << inQuotes(text);
    }
}

}  // namespace
}  // namespace kea_policy
