// SPDX-License-Identifier: MPL-2.0
#include "config_tree.h"

#include "config_error_of.h"
#include "limits.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>

namespace kea_policy {
namespace {

using isc::data::ConstElementPtr;
using isc::data::Element;

ConfigTree treeOf(const std::string& json) {
    return ConfigTree(Element::fromJSON(json), "policies[0].config");
}

void expectAbsent(const ConfigTree& tree, std::uint32_t node) {
    EXPECT_EQ(tree.kind(node), NodeKind::Absent);
    EXPECT_EQ(tree.size(node), 0u);
    EXPECT_EQ(tree.item(node, 0), ConfigTree::absent);
    EXPECT_EQ(tree.member(node, ""), ConfigTree::absent);
    EXPECT_EQ(tree.name(node, 0), "");
    EXPECT_EQ(tree.integer(node), 0);
    EXPECT_EQ(tree.number(node), 0.0);
    EXPECT_FALSE(tree.boolean(node));
    EXPECT_EQ(tree.text(node), "");
}

TEST(ConfigTreeTest, readsEveryKindOfValue) {
    const ConfigTree tree = treeOf(R"({ "null": null, "yes": true, "no": false, "least": -9223372036854775808,
        "most": 9223372036854775807, "real": -1.5, "text": "Gr\u00fc\u00dfe", "list": [ 10, "x" ], "map": { "inner": [] } })");
    const auto member = [&](std::string_view name) { return tree.member(ConfigTree::root, name); };
    EXPECT_EQ(tree.kind(ConfigTree::root), NodeKind::Map);
    EXPECT_EQ(tree.size(ConfigTree::root), 9u);
    EXPECT_EQ(tree.kind(member("null")), NodeKind::Null);
    EXPECT_EQ(tree.kind(member("yes")), NodeKind::Boolean);
    EXPECT_TRUE(tree.boolean(member("yes")));
    EXPECT_EQ(tree.kind(member("no")), NodeKind::Boolean);
    EXPECT_FALSE(tree.boolean(member("no")));
    EXPECT_EQ(tree.kind(member("least")), NodeKind::Integer);
    EXPECT_EQ(tree.integer(member("least")), INT64_MIN);
    EXPECT_EQ(tree.integer(member("most")), INT64_MAX);
    EXPECT_EQ(tree.number(member("least")), -9223372036854775808.0);
    EXPECT_EQ(tree.kind(member("real")), NodeKind::Number);
    EXPECT_EQ(tree.number(member("real")), -1.5);
    EXPECT_EQ(tree.kind(member("text")), NodeKind::String);
    EXPECT_EQ(tree.text(member("text")), Element::fromJSON(R"("Gr\u00fc\u00dfe")")->stringValue());
    EXPECT_EQ(tree.size(member("text")), tree.text(member("text")).size());
    const std::uint32_t list = member("list");
    EXPECT_EQ(tree.kind(list), NodeKind::List);
    ASSERT_EQ(tree.size(list), 2u);
    EXPECT_EQ(tree.integer(tree.item(list, 0)), 10);
    EXPECT_EQ(tree.text(tree.item(list, 1)), "x");
    EXPECT_EQ(tree.item(list, 2), ConfigTree::absent);
    EXPECT_EQ(tree.kind(tree.member(member("map"), "inner")), NodeKind::List);
}

TEST(ConfigTreeTest, readsNoKindAsAnother) {
    const ConfigTree tree = treeOf(R"({ "a": true, "b": 7, "c": 1.5, "d": "x", "e": [ 1 ], "f": { "g": 1 } })");
    for (std::uint32_t i = 0; i < tree.size(ConfigTree::root); ++i) {
        const std::uint32_t node = tree.item(ConfigTree::root, i);
        const NodeKind kind = tree.kind(node);
        EXPECT_EQ(tree.boolean(node), kind == NodeKind::Boolean);
        EXPECT_EQ(tree.integer(node) != 0, kind == NodeKind::Integer);
        EXPECT_EQ(tree.number(node) != 0, kind == NodeKind::Integer || kind == NodeKind::Number);
        EXPECT_EQ(!tree.text(node).empty(), kind == NodeKind::String);
        EXPECT_EQ(tree.item(node, 0) != 0, kind == NodeKind::List || kind == NodeKind::Map);
        EXPECT_EQ(!tree.name(node, 0).empty(), kind == NodeKind::Map);
        EXPECT_EQ(tree.member(node, "g") != 0, kind == NodeKind::Map);
    }
}

TEST(ConfigTreeTest, findsEveryMemberByName) {
    std::string json = "{ \"\": 0";
    for (int i = 1; i < 300; ++i) {
        json += ", \"m" + std::to_string(i * 7919 % 1000) + "\": " + std::to_string(i);
    }
    const ConstElementPtr element = Element::fromJSON(json + " }");
    const ConfigTree tree(element, "c");
    std::uint32_t index = 0;
    for (const auto& [name, value] : element->mapValue()) {
        EXPECT_EQ(tree.name(ConfigTree::root, index), name);
        const std::uint32_t node = tree.member(ConfigTree::root, name);
        EXPECT_EQ(node, tree.item(ConfigTree::root, index));
        EXPECT_EQ(tree.integer(node), value->intValue());
        ++index;
    }
    EXPECT_EQ(tree.size(ConfigTree::root), index);
    for (const char* name : {"m", "m1001", "zzz", " "}) {
        EXPECT_EQ(tree.member(ConfigTree::root, name), ConfigTree::absent);
    }
    EXPECT_EQ(tree.name(ConfigTree::root, index), "");
}

TEST(ConfigTreeTest, keepsZeroBytesInTextAndNames) {
    isc::data::ElementPtr map = Element::createMap();
    map->set(std::string("a\0b", 3), Element::create(std::string("x\0y", 3)));
    const ConfigTree tree(map, "c");
    EXPECT_EQ(tree.text(tree.member(ConfigTree::root, std::string_view("a\0b", 3))), std::string("x\0y", 3));
    EXPECT_EQ(tree.member(ConfigTree::root, "a"), ConfigTree::absent);
}

TEST(ConfigTreeTest, treatsUnknownNodesAsAbsent) {
    const ConfigTree tree = treeOf(R"({ "a": [ 1, 2, 3 ], "b": "text" })");
    expectAbsent(tree, ConfigTree::absent);
    for (std::uint32_t node : {7u, 8u, 1000u, 0x80000000u, UINT32_MAX}) {
        expectAbsent(tree, node);
    }
    EXPECT_EQ(tree.item(ConfigTree::root, UINT32_MAX), ConfigTree::absent);
    expectAbsent(ConfigTree(ConstElementPtr(), "c"), ConfigTree::root);
}

TEST(ConfigTreeTest, anyNumberIsSafeToAsk) {
    const ConfigTree tree = treeOf(R"({ "a": [ 1, [ "x" ], { "k": null } ], "b": { "c": { "d": 1.25 } } })");
    std::mt19937 random(1);
    for (int i = 0; i < 100'000; ++i) {
        const std::uint32_t node = i % 2 == 0 ? random() : random() % 16;
        const std::uint32_t index = i % 3 == 0 ? random() : random() % 4;
        const std::uint32_t item = tree.item(node, index);
        EXPECT_TRUE(item == 0 || tree.kind(item) != NodeKind::Absent);
        EXPECT_LE(tree.name(node, index).size(), 1u);
        EXPECT_LE(tree.text(node).size(), 1u);
        tree.integer(node);
        tree.number(node);
        tree.boolean(node);
        tree.member(node, "c");
    }
}

TEST(ConfigTreeTest, readsIntegersBeyond64BitsAsNumbersWhereKeaHasThem) {
    ConstElementPtr element;
    try {
        element = Element::fromJSON("[ 170141183460469231731687303715884105727, -9223372036854775809 ]");
    } catch (const isc::Exception&) {
        GTEST_SKIP() << "this Kea's JSON has no integers beyond 64 bits";
    }
    const ConfigTree tree(element, "c");
    EXPECT_EQ(tree.kind(tree.item(ConfigTree::root, 0)), NodeKind::Number);
    EXPECT_EQ(tree.number(tree.item(ConfigTree::root, 0)), 170141183460469231731687303715884105727.0);
    EXPECT_EQ(tree.number(tree.item(ConfigTree::root, 1)), -9223372036854775809.0);
    EXPECT_EQ(tree.integer(tree.item(ConfigTree::root, 1)), 0);
}

/// JSON of that many lists in one another around a value.
std::string nested(std::size_t depth) {
    return std::string(depth, '[') + "1" + std::string(depth, ']');
}

TEST(ConfigTreeTest, limitsNesting) {
    const ConfigTree tree = treeOf(nested(limits::config_nesting));
    std::uint32_t node = ConfigTree::root;
    for (std::size_t i = 0; i < limits::config_nesting; ++i) {
        node = tree.item(node, 0);
    }
    EXPECT_EQ(tree.integer(node), 1);
    EXPECT_EQ(configErrorOf([] { treeOf(nested(limits::config_nesting + 1)); }),
              "policies[0].config is nested deeper than 64 lists and maps: make its structure flatter.");
}

TEST(ConfigTreeTest, limitsTheNumberOfValues) {
    const isc::data::ElementPtr list = Element::createList();
    for (std::size_t i = 1; i < limits::config_nodes; ++i) {  // the list itself is a value too
        list->add(Element::create(1));
    }
    EXPECT_EQ(ConfigTree(list, "c").size(ConfigTree::root), limits::config_nodes - 1);
    list->add(Element::create(1));
    EXPECT_EQ(configErrorOf([&] { ConfigTree(list, "policies[0].config"); }),
              "policies[0].config has more than 100000 values: move large sets into files and name them in the policy's "
              "\"lists\".");
}

TEST(ConfigTreeTest, limitsTheBytesOfText) {
    const std::string longest(limits::config_text_bytes, 'x');
    EXPECT_EQ(ConfigTree(Element::create(longest), "c").size(ConfigTree::root), longest.size());
    EXPECT_EQ(configErrorOf([&] { ConfigTree(Element::create(longest + "x"), "c"); }),
              "c has more than 4194304 bytes of text: move large sets into files and name them in the policy's \"lists\".");
    const isc::data::ElementPtr map = Element::createMap();
    map->set(longest, Element::create("x"));
    EXPECT_THROW(ConfigTree(map, "c"), ConfigError);
}

}  // namespace
}  // namespace kea_policy
