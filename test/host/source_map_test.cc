// SPDX-License-Identifier: MPL-2.0
#include "source_map.h"

#include "limits.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace kea_policy {
namespace {

using isc::data::Element;

std::string vlq(std::int64_t value) {
    constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::uint64_t bits = value < 0 ? (static_cast<std::uint64_t>(-value) << 1 | 1) : static_cast<std::uint64_t>(value) << 1;
    std::string out;
    do {
        const unsigned digit = bits & 31;
        bits >>= 5;
        out += digits[digit | (bits != 0 ? 32 : 0)];
    } while (bits != 0);
    return out;
}

/// One segment of the mappings: its numbers count on from the segment before.
std::string segment(std::initializer_list<std::int64_t> fields) {
    std::string out;
    for (std::int64_t field : fields) {
        out += vlq(field);
    }
    return out;
}

std::string mapOf(const std::string& mappings, const std::string& sources = R"("assembly/index.ts", "~lib/rt/tlsf.ts")") {
    return R"({ "version": 3, "sources": [ )" + sources + R"( ], "names": [], "mappings": ")" + mappings + "\" }";
}

/// "file:line:column", or "-".
std::string at(const SourceMap& map, std::uint32_t offset) {
    const auto found = map.find(offset);
    return found ? found->file + ":" + std::to_string(found->line) + ":" + std::to_string(found->column) : "-";
}

TEST(SourceMapTest, findsTheLastMappingAtOrBefore) {
    const SourceMap map(mapOf(segment({100, 0, 9, 4}) + "," + segment({10, 0, 2, -4}) + "," + segment({1000, 1, -11, 7, 0})));
    EXPECT_EQ(map.size(), 3u);
    EXPECT_EQ(at(map, 0), "-");
    EXPECT_EQ(at(map, 99), "-");
    EXPECT_EQ(at(map, 100), "assembly/index.ts:10:5");
    EXPECT_EQ(at(map, 109), "assembly/index.ts:10:5");
    EXPECT_EQ(at(map, 110), "assembly/index.ts:12:1");
    EXPECT_EQ(at(map, 1109), "assembly/index.ts:12:1");
    EXPECT_EQ(at(map, 1110), "~lib/rt/tlsf.ts:1:8");
    EXPECT_EQ(at(map, UINT32_MAX), "~lib/rt/tlsf.ts:1:8");
}

TEST(SourceMapTest, takesParsedJsonToo) {
    EXPECT_EQ(at(SourceMap(Element::fromJSON(mapOf("AAAA"))), 5), "assembly/index.ts:1:1");
    EXPECT_TRUE(SourceMap(isc::data::ConstElementPtr()).empty());
    EXPECT_TRUE(SourceMap(isc::data::ConstElementPtr(Element::create(7))).empty());
}

TEST(SourceMapTest, codeWithoutASourceHasNoPosition) {
    const SourceMap map(mapOf(segment({10, 0, 0, 0}) + "," + segment({10}) + "," + segment({10, 0, 5, 0})));
    EXPECT_EQ(at(map, 15), "assembly/index.ts:1:1");
    EXPECT_EQ(at(map, 25), "-");
    EXPECT_EQ(at(map, 35), "assembly/index.ts:6:1");
}

TEST(SourceMapTest, sortsWhatIsOutOfOrderAndReadsTheFirstLineOnly) {
    const SourceMap map(mapOf(segment({50, 0, 4, 0}) + "," + segment({-40, 0, -3, 0}) + ";" + segment({0, 1, 0, 0})));
    EXPECT_EQ(map.size(), 2u);
    EXPECT_EQ(at(map, 10), "assembly/index.ts:2:1");
    EXPECT_EQ(at(map, 60), "assembly/index.ts:5:1");
}

TEST(SourceMapTest, readsBigNumbers) {
    const SourceMap map(mapOf(segment({4294967294, 0, 4294967293, 4294967293})));
    EXPECT_EQ(at(map, 4294967294), "assembly/index.ts:4294967294:4294967294");
    EXPECT_EQ(at(map, 4294967293), "-");
}

TEST(SourceMapTest, namesAreSafeInALogLine) {
    const SourceMap map(mapOf("AAAA", "\"a\\nb\\u0001ü" + std::string(1000, 'x') + "\""));
    const auto found = map.find(0);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->file.substr(0, 7), "a?b???x");  // ü has two bytes
    EXPECT_EQ(found->file.size(), limits::source_name_bytes);
    EXPECT_EQ(at(SourceMap(mapOf("AAAA", "null")), 0), "?:1:1");
}

TEST(SourceMapTest, aBrokenMapIsEmpty) {
    const std::string cases[] = {
        "",
        "{",
        "[]",
        "7",
        "{}",
        R"({ "version": 3, "sources": [ "a" ] })",
        R"({ "version": 3, "mappings": "AAAA" })",
        R"({ "sources": [ "a" ], "mappings": "AAAA" })",
        R"({ "version": 2, "sources": [ "a" ], "mappings": "AAAA" })",
        R"({ "version": "3", "sources": [ "a" ], "mappings": "AAAA" })",
        R"({ "version": 3, "sources": "a", "mappings": "AAAA" })",
        R"({ "version": 3, "sources": [ "a" ], "mappings": [ "AAAA" ] })",
        mapOf("AAAA") + "x",
        mapOf("AAAA").substr(0, 60),
        mapOf("AA"),                         // two fields
        mapOf("AAA"),                        // three
        mapOf("AAAAAA"),                     // six
        mapOf("AAAA,A*AA"),                  // no base 64
        mapOf("AAAA,gggg"),                  // cut off within a number
        mapOf("AAAA,gggggggggggggggggA"),    // a number without end
        mapOf(segment({0, 2, 0, 0})),        // no such source
        mapOf(segment({0, -1, 0, 0})),
        mapOf(segment({-1, 0, 0, 0})),
        mapOf(segment({0, 0, -1, 0})),
        mapOf(segment({0, 0, 0, -1})),
        mapOf(segment({4294967295, 0, 0, 0})),
        mapOf(segment({4294967294, 0, 0, 0}) + "," + segment({1, 0, 0, 0})),
        mapOf("AAAA", ""),
        std::string(1'000'000, '['),
        "{ \"version\": 3, \"x\": " + std::string(100'000, '[') + std::string(100'000, ']') + "}",
        std::string(limits::source_map_bytes - mapOf("AAAA").size() + 1, ' ') + mapOf("AAAA"),
    };
    for (const std::string& text : cases) {
        const SourceMap map(text);
        EXPECT_TRUE(map.empty()) << text.substr(0, 100);
        EXPECT_EQ(at(map, 0), "-");
    }
}

TEST(SourceMapTest, aMapOfTheLargestSizeIsRead) {
    const std::string text = mapOf("AAAA");
    EXPECT_EQ(SourceMap(std::string(limits::source_map_bytes - text.size(), ' ') + text).size(), 1u);
}

TEST(SourceMapTest, limitsTheNumberOfValues) {
    const auto mapWithValues = [](std::size_t values) {  // beside them: version, sources, names, mappings
        std::string sources = "\"a\"";
        for (std::size_t i = 4; i < values; ++i) {
            sources += ",\"a\"";
        }
        return SourceMap(mapOf("AAAA", sources));
    };
    EXPECT_EQ(mapWithValues(limits::source_map_values).size(), 1u);
    EXPECT_TRUE(mapWithValues(limits::source_map_values + 1).empty());
    EXPECT_EQ(SourceMap(mapOf("AAAA", "\"" + std::string(100'000, ',') + "\"")).size(), 1u);
}

TEST(SourceMapTest, bracketsInStringsAreNoNesting) {
    EXPECT_EQ(SourceMap(mapOf("AAAA", "\"" + std::string(100, '[') + "\\\"" + std::string(100, '{') + "\"")).size(), 1u);
}

TEST(SourceMapTest, limitsTheNumberOfMappings) {
    std::string mappings;
    for (std::size_t i = 0; i < limits::source_map_mappings; ++i) {
        mappings += "A,";
    }
    isc::data::ElementPtr map = Element::fromJSON(mapOf(""));
    map->set("mappings", Element::create(mappings));
    EXPECT_EQ(SourceMap(isc::data::ConstElementPtr(map)).size(), limits::source_map_mappings);
    map->set("mappings", Element::create(mappings + "A"));
    EXPECT_TRUE(SourceMap(isc::data::ConstElementPtr(map)).empty());
}

TEST(SourceMapTest, anyBytesAreSafe) {
    std::string mappings = segment({1, 0, 0, 10});
    for (int i = 0; i < 40; ++i) {
        mappings += "," + segment({i * 7, i % 2 == 0 ? 1 : -1, 1, i % 5 - 2});
    }
    const std::string good = mapOf(mappings);
    ASSERT_EQ(SourceMap(good).size(), 41u);
    std::mt19937 random(13);
    for (int i = 0; i < 20'000; ++i) {
        std::string broken = good.substr(0, random() % 8 == 0 ? random() % good.size() : good.size());
        for (int flips = random() % 5; flips > 0 && !broken.empty(); --flips) {
            broken[random() % broken.size()] = static_cast<char>(random());
        }
        const SourceMap map(broken);
        for (std::uint32_t offset : {0u, 10u, 1000u, UINT32_MAX}) {
            const auto found = map.find(offset);
            if (found) {
                ASSERT_LE(found->file.size(), limits::source_name_bytes);
                ASSERT_GE(found->line, 1u);
            }
        }
    }
}

}  // namespace
}  // namespace kea_policy
