// SPDX-License-Identifier: MPL-2.0
#include "list_file.h"

#include "config_error_of.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

namespace kea_policy {
namespace {

constexpr const char* key = "policies[0].lists.denied.file";

class ListFileTest : public testing::Test {
protected:
    std::vector<std::string> entriesOf(ListKind kind, const std::string& content) {
        return entriesIn(kind, folder_.write("list.txt", content));
    }

    static std::vector<std::string> entriesIn(ListKind kind, const std::string& file) {
        std::vector<std::string> entries;
        readListFile(file, key, kind, [&](const ListEntry& entry) {
            entries.emplace_back(reinterpret_cast<const char*>(entry.bytes), entry.length);
        });
        return entries;
    }

    /// What follows the file's path in the sentence that refuses the content.
    std::string refusalOf(ListKind kind, const std::string& content) {
        const std::string sentence = configErrorOf([&] { entriesOf(kind, content); });
        const std::string start = folder_.file("list.txt") + ":";
        const std::string end = " (the file is named by policies[0].lists.denied.file).";
        if (sentence.size() < start.size() + end.size() || sentence.compare(0, start.size(), start) != 0 ||
            sentence.compare(sentence.size() - end.size(), end.size(), end) != 0) {
            ADD_FAILURE() << sentence;
            return sentence;
        }
        return sentence.substr(start.size(), sentence.size() - start.size() - end.size());
    }

    TemporaryFolder folder_;
};

using Entries = std::vector<std::string>;

TEST_F(ListFileTest, readsOneEntryALine) {
    EXPECT_EQ(entriesOf(ListKind::String, "a\nb\nc\n"), (Entries{"a", "b", "c"}));
    EXPECT_EQ(entriesOf(ListKind::String, "a\nb"), (Entries{"a", "b"}));
    EXPECT_EQ(entriesOf(ListKind::String, ""), Entries{});
    EXPECT_EQ(entriesOf(ListKind::String, "\n\n \t\n"), Entries{});
    EXPECT_EQ(entriesOf(ListKind::String, "a\na\n"), (Entries{"a", "a"}));
}

TEST_F(ListFileTest, acceptsWhatEditorsWrite) {
    EXPECT_EQ(entriesOf(ListKind::String, "\xef\xbb\xbf" "a\r\n\r\n\t b c \r\n"), (Entries{"a", "b c"}));
    EXPECT_EQ(entriesOf(ListKind::Oui, "\xef\xbb\xbf\r\n00:16:3e\r"), (Entries{std::string("\0\x16\x3e", 3)}));
}

TEST_F(ListFileTest, skipsComments) {
    EXPECT_EQ(entriesOf(ListKind::HwAddr, "# all\n  # of\n61:62 # these\n#\n61:63#near"), (Entries{"ab", "ac"}));
    EXPECT_EQ(entriesOf(ListKind::String, "# all\n  # of\nport#1 # desk\n"), (Entries{"port#1 # desk"}));
    EXPECT_EQ(entriesOf(ListKind::HwAddr, "61 # \xff\xfe in Latin-1\n"), Entries{"a"});
}

TEST_F(ListFileTest, namesFileAndLineOfABrokenEntry) {
    EXPECT_EQ(refusalOf(ListKind::Oui, "# ouis\n00:16:3e\n\nrouter\n"),
              "4: found \"router\", expected the three bytes of an OUI such as 00:16:3e");
    EXPECT_EQ(refusalOf(ListKind::Oui, "router"), "1: found \"router\", expected the three bytes of an OUI such as 00:16:3e");
    EXPECT_EQ(refusalOf(ListKind::Prefix, "10.0.0.0/8\r\n10.0.0.0/40\r\n").substr(0, 23), "2: found \"10.0.0.0/40\",");
    EXPECT_EQ(refusalOf(ListKind::String, "a\n\xff\n").substr(0, 25), "2: found \"\\xff\", expected");
}

TEST_F(ListFileTest, namesUtf16) {
    EXPECT_EQ(refusalOf(ListKind::String, std::string("\xff\xfe" "a\0\n\0", 6)),
              "1: found UTF-16, expected UTF-8; save the file as UTF-8");
    EXPECT_EQ(refusalOf(ListKind::HwAddr, std::string("\xfe\xff\0a\0\n", 6)),
              "1: found UTF-16, expected UTF-8; save the file as UTF-8");
}

TEST_F(ListFileTest, limitsTheLine) {
    const std::string longest(limits::list_line_bytes, 'x');
    EXPECT_EQ(entriesOf(ListKind::String, longest + "\r\n" + longest), (Entries{longest, longest}));
    const std::string problem =
        "2: found a line longer than 4096 bytes, expected one entry a line; look whether this is the right file";
    EXPECT_EQ(refusalOf(ListKind::String, "a\n" + longest + "x\n"), problem);
    EXPECT_EQ(refusalOf(ListKind::String, "a\n" + longest + "x\r\n"), problem);
    EXPECT_EQ(refusalOf(ListKind::String, "a\n" + longest + "x"), problem);
    EXPECT_EQ(refusalOf(ListKind::String, "a\n" + std::string(1'000'000, 'x')), problem);
    EXPECT_EQ(refusalOf(ListKind::HwAddr, "00\n" + std::string(1'000'000, '\0')), problem);
}

TEST_F(ListFileTest, readsLinesAcrossChunks) {
    std::mt19937 random(5);
    std::string content;
    Entries expected;
    while (content.size() < 1'000'000) {
        std::string entry(1 + random() % (random() % 50 == 0 ? limits::list_line_bytes : 30), '\0');
        for (char& letter : entry) {
            letter = static_cast<char>('a' + random() % 26);
        }
        content += entry + (random() % 2 == 0 ? "\n" : "\r\n");
        expected.push_back(entry);
    }
    EXPECT_EQ(entriesOf(ListKind::String, content), expected);
}

TEST_F(ListFileTest, refusesWhatIsNoReadableFile) {
    const auto refusal = [&](const std::string& file) {
        return configErrorOf([&] { entriesIn(ListKind::HwAddr, file); });
    };
    const std::string start = std::string(key) + " names the file ";
    const std::string missing = folder_.file("missing.txt");
    EXPECT_EQ(refusal(missing), start + "\"" + missing + "\", which cannot be read (No such file or directory): put the file there or correct the path.");
    EXPECT_EQ(refusal(folder_.path()), start + "\"" + folder_.path() + "\", which is a directory: name a file in it.");
    const std::string under_file = folder_.write("plain", "") + "/list.txt";
    EXPECT_EQ(refusal(under_file), start + "\"" + under_file + "\", which cannot be read (Not a directory): put the file there or correct the path.");
    EXPECT_EQ(refusal("/dev/zero"), start + "\"/dev/zero\", which is a pipe, a socket or a device: name a regular file.");
    const std::string pipe = folder_.file("pipe");
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(refusal(pipe), start + "\"" + pipe + "\", which is a pipe, a socket or a device: name a regular file.");
    const std::string loop = folder_.file("loop");
    ASSERT_EQ(::symlink("loop", loop.c_str()), 0);
    EXPECT_EQ(refusal(loop), start + "\"" + loop + "\", which cannot be read (Too many levels of symbolic links): correct the symbolic links, which lead in a circle.");
}

TEST_F(ListFileTest, refusesAnUnreadableFile) {
    const std::string file = folder_.write("secret.txt", "00:16:3e\n");
    ASSERT_EQ(::chmod(file.c_str(), 0), 0);
    if (::geteuid() == 0) {  // root reads everything: ask as somebody else
        ASSERT_EQ(::seteuid(65534), 0);
    }
    const std::string sentence = configErrorOf([&] { entriesIn(ListKind::Oui, file); });
    if (::getuid() == 0) {
        ASSERT_EQ(::seteuid(0), 0);
    }
    EXPECT_NE(sentence.find("which cannot be read (Permission denied): let the user that Kea runs as read the file"), std::string::npos)
        << sentence;
}

TEST_F(ListFileTest, refusesATooLargeFile) {
    const std::string file = folder_.write("large.txt", "");
    ASSERT_EQ(::truncate(file.c_str(), limits::list_file_bytes + 1), 0);  // sparse: takes no room on the disk
    EXPECT_EQ(configErrorOf([&] { entriesIn(ListKind::Oui, file); }),
              std::string(key) + " names the file \"" + file + "\", which has 268435457 bytes where at most 268435456 are read: "
              "name the right file or make it smaller.");
}

TEST_F(ListFileTest, anyBytesAreEitherReadOrRefused) {
    std::mt19937 random(11);
    const std::string good = "# list\r\n00:16:3e\n192.0.2.0/24\n\ntext # x\n";
    for (int i = 0; i < 300; ++i) {
        std::string content = good;
        for (int flips = 1 + random() % 4; flips > 0; --flips) {
            content[random() % content.size()] = static_cast<char>(random());
        }
        const std::string file = folder_.write("list.txt", content);
        for (ListKind kind : all_list_kinds) {
            try {
                for (const std::string& entry : entriesIn(kind, file)) {
                    ASSERT_FALSE(entry.empty());
                }
            } catch (const ConfigError& error) {
                ASSERT_TRUE(isSentence(error.what())) << error.what();
            }
        }
    }
}

}  // namespace
}  // namespace kea_policy
