// SPDX-License-Identifier: MPL-2.0
#include "lists.h"

#include "config_error_of.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace kea_policy {
namespace {

constexpr const char* key = "policies[0].lists.denied.file";

bool has(const List& list, const std::string& bytes) {
    return list.has(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::string fromHex(const std::string& hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    }
    return bytes;
}

class ListsTest : public testing::Test {
protected:
    std::shared_ptr<const List> listOf(ListKind kind, const std::string& content) {
        return List::load({"denied", folder_.write("list.txt", content), kind}, key);
    }

    TemporaryFolder folder_;
};

TEST_F(ListsTest, hwaddrMatchesAllBytes) {
    const auto list = listOf(ListKind::HwAddr, "de:ad:be:ef:00:01\nDE-AD-BE-EF-00-01 # again\n01\n");
    EXPECT_EQ(list->kind(), ListKind::HwAddr);
    EXPECT_EQ(list->size(), 2u);
    EXPECT_TRUE(has(*list, fromHex("deadbeef0001")));
    EXPECT_TRUE(has(*list, fromHex("01")));
    for (const char* other : {"", "deadbeef0002", "deadbeef00", "deadbeef000100", "00"}) {
        EXPECT_FALSE(has(*list, fromHex(other))) << other;
    }
}

TEST_F(ListsTest, anyKeyMayBeAskedForInAdvance) {
    const std::pair<ListKind, const char*> contents[] = {
        {ListKind::HwAddr, "de:ad:be:ef:00:01\n"}, {ListKind::Oui, "00:16:3e\n"}, {ListKind::Duid, "00:01:02:03:04:05:06:07:08:09\n"},
        {ListKind::Prefix, "192.0.2.0/24\n"},       {ListKind::String, "abc\n"},
    };
    for (const auto& [kind, content] : contents) {
        for (const auto& list : {listOf(kind, content), listOf(kind, "")}) {
            for (std::size_t length = 0; length <= 40; ++length) {
                const std::string bytes(length, '\xde');
                list->prefetch(reinterpret_cast<const std::uint8_t*>(bytes.data()), length);
                EXPECT_FALSE(has(*list, bytes)) << listKindName(kind) << " " << length;
            }
        }
    }
}

TEST_F(ListsTest, ouiMatchesTheFirstThreeBytes) {
    const auto list = listOf(ListKind::Oui, "00:16:3e\n");
    EXPECT_EQ(list->size(), 1u);
    EXPECT_TRUE(has(*list, fromHex("00163e")));
    EXPECT_TRUE(has(*list, fromHex("00163e010203")));
    EXPECT_TRUE(has(*list, fromHex("00163e") + std::string(17, 'x')));
    for (const char* other : {"", "00", "0016", "00163f010203", "16003e"}) {
        EXPECT_FALSE(has(*list, fromHex(other))) << other;
    }
    const std::string whole = fromHex("00163e");
    EXPECT_FALSE(list->has(reinterpret_cast<const std::uint8_t*>(whole.data()), 2)) << "it reads behind a short key";
}

TEST_F(ListsTest, duidMatchesAllBytes) {
    const auto list = listOf(ListKind::Duid, "00:03:00:01:de:ad:be:ef:00:01\n" + std::string(260, 'a') + "\n");
    EXPECT_EQ(list->size(), 2u);
    EXPECT_TRUE(has(*list, fromHex("00030001deadbeef0001")));
    EXPECT_TRUE(has(*list, std::string(130, '\xaa')));
    EXPECT_FALSE(has(*list, std::string(129, '\xaa')));
    EXPECT_FALSE(has(*list, fromHex("00030001deadbeef0002")));
}

TEST_F(ListsTest, stringMatchesAllBytes) {
    const auto list = listOf(ListKind::String, "eth0/1/7\nGrüße # x\n");
    EXPECT_EQ(list->size(), 2u);
    EXPECT_TRUE(has(*list, "eth0/1/7"));
    EXPECT_TRUE(has(*list, "Grüße # x"));
    for (const char* other : {"", "eth0/1/", "eth0/1/77", "ETH0/1/7", "Grüße"}) {
        EXPECT_FALSE(has(*list, other)) << other;
    }
}

TEST_F(ListsTest, prefixCoversAddressesOfBothFamilies) {
    const auto list = listOf(ListKind::Prefix, "192.0.2.0/24\n192.0.2.128/25 # inside\n198.51.100.7\n2001:db8::/32\n::1\n");
    EXPECT_EQ(list->size(), 5u);
    for (const char* covered : {"c0000200", "c00002ff", "c6336407", "20010db8000000000000000000000000",
                                "20010db8ffffffffffffffffffffffff", "00000000000000000000000000000001"}) {
        EXPECT_TRUE(has(*list, fromHex(covered))) << covered;
    }
    for (const char* other : {"", "c0", "c000", "c00002", "c0000300", "c00001ff", "c6336408", "c000020000",
                              "20010db9000000000000000000000000", "00000000000000000000000000000002", "20010db8"}) {
        EXPECT_FALSE(has(*list, fromHex(other))) << other;
    }
    EXPECT_FALSE(has(*list, std::string(300, '\0')));
}

TEST_F(ListsTest, anEmptyListHasNothing) {
    for (ListKind kind : all_list_kinds) {
        const auto list = listOf(kind, "# nothing yet\n");
        EXPECT_EQ(list->size(), 0u);
        for (std::size_t length : {0u, 1u, 3u, 4u, 6u, 16u, 300u}) {
            EXPECT_FALSE(has(*list, std::string(length, '\0')));
        }
    }
}

TEST_F(ListsTest, aBrokenFileIsRefused) {
    const std::string sentence = configErrorOf([&] { listOf(ListKind::HwAddr, "00:01\nfoo\n"); });
    EXPECT_EQ(sentence, folder_.file("list.txt") + ":2: found \"foo\", expected a hardware address of 1 to 20 bytes such as "
                        "de:ad:be:ef:00:01 (the file is named by policies[0].lists.denied.file).");
}

TEST_F(ListsTest, theRegistrySharesFilesButNotKinds) {
    const std::string first = folder_.write("first.txt", "00:16:3e\n");
    const std::string second = folder_.write("second.txt", "00:16:3e\n");
    ListRegistry registry;
    const auto list = registry.load({"a", first, ListKind::Oui}, key);
    EXPECT_EQ(registry.load({"b", first, ListKind::Oui}, key), list);
    EXPECT_NE(registry.load({"a", first, ListKind::HwAddr}, key), list);
    EXPECT_NE(registry.load({"a", second, ListKind::Oui}, key), list);
    EXPECT_NE(ListRegistry().load({"a", first, ListKind::Oui}, key), list);
}

TEST_F(ListsTest, theRegistryForgetsAFailure) {
    const std::string file = folder_.file("later.txt");
    ListRegistry registry;
    EXPECT_THROW(registry.load({"a", file, ListKind::Oui}, key), ConfigError);
    EXPECT_THROW(registry.load({"a", file, ListKind::Oui}, key), ConfigError);
    folder_.write("later.txt", "00:16:3e\n");
    EXPECT_EQ(registry.load({"a", file, ListKind::Oui}, key)->size(), 1u);
}

TEST_F(ListsTest, threadsLookUpTogether) {
    std::string content;
    for (int i = 0; i < 1000; ++i) {
        content += std::to_string(i * 2) + "\n";
    }
    const auto list = listOf(ListKind::String, content);
    std::vector<std::thread> threads;
    std::vector<int> wrong(4, 0);
    for (int& count : wrong) {
        threads.emplace_back([&list, &count] {
            for (int i = 0; i < 2000; ++i) {
                count += has(*list, std::to_string(i)) != (i % 2 == 0) ? 1 : 0;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

// --- Memory ---------------------------------------------------------------------------------------------------------

/// A field of the process's status in KiB, such as "VmRSS" or, since resetPeak(), "VmHWM".
long statusKib(const std::string& field) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.compare(0, field.size() + 1, field + ":") == 0) {
            return std::stol(line.substr(field.size() + 1));
        }
    }
    return -1;
}

bool resetPeak() {
    std::ofstream out("/proc/self/clear_refs");
    out << "5" << std::flush;
    return static_cast<bool>(out);
}

std::string millionMacs(const TemporaryFolder& folder) {
    const std::string file = folder.file("million.txt");
    std::ofstream out(file);
    char line[32];
    for (unsigned i = 0; i < 1'000'000; ++i) {
        std::snprintf(line, sizeof(line), "02:00:%02x:%02x:%02x:%02x\n", i >> 24, i >> 16 & 255, i >> 8 & 255, i & 255);
        out << line;
    }
    return file;
}

TEST_F(ListsTest, aMillionMacsStayBelow32MiBWhileLoadingAndGoBackWithTheList) {
    const ListConfig config{"denied", millionMacs(folder_), ListKind::HwAddr};
    if (!resetPeak()) {
        GTEST_SKIP() << "this system does not let a process reset its peak of resident memory";
    }
    const long before = statusKib("VmRSS");
    auto list = List::load(config, key);
    EXPECT_EQ(list->size(), 1'000'000u);
    EXPECT_LE(list->memoryBytes(), 16u * 1024 * 1024);
    const long peak = statusKib("VmHWM") - before;
    EXPECT_LT(peak, 32 * 1024);
    EXPECT_GT(peak, 16 * 1024) << "the measurement does not see the list";
    RecordProperty("peak_kib", static_cast<int>(peak));
    for (int reload = 0; reload < 3; ++reload) {
        list = List::load(config, key);
    }
    list.reset();
    EXPECT_LT(statusKib("VmRSS") - before, 1024);
}

}  // namespace
}  // namespace kea_policy
