// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config_error.h"

#include <cc/data.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kea_policy {

/// The numbers cross the boundary to the policy and never change.
enum class NodeKind : std::uint32_t {
    Absent = 0,
    Null = 1,
    Boolean = 2,
    Integer = 3,
    Number = 4,
    String = 5,
    List = 6,
    Map = 7
};

/// A policy's `config`, flattened: each value is a number that a policy can hold and pass back. Node 0 is the absent value and
/// node 1 the root; a node that does not exist behaves as node 0, so whatever a policy passes is safe. Immutable.
class ConfigTree {
public:
    static constexpr std::uint32_t absent = 0;
    static constexpr std::uint32_t root = 1;

    /// config_path: where the value stands, as in "policies[0].config". A null pointer makes an absent root. Throws
    /// ConfigError if the value is too large or nested too deep.
    ConfigTree(const isc::data::ConstElementPtr& config, const std::string& config_path);

    NodeKind kind(std::uint32_t node) const noexcept;
    /// Items of a list, members of a map, bytes of a string; 0 of everything else.
    std::uint32_t size(std::uint32_t node) const noexcept;
    /// The index-th item of a list, or the value of the index-th member of a map (in the order of the names).
    std::uint32_t item(std::uint32_t node, std::uint32_t index) const noexcept;
    /// The value of that member of a map.
    std::uint32_t member(std::uint32_t node, std::string_view name) const noexcept;
    /// The name of the index-th member of a map; empty if there is none.
    std::string_view name(std::uint32_t node, std::uint32_t index) const noexcept;

    // Of a node of another kind: 0, false, an empty text.
    std::int64_t integer(std::uint32_t node) const noexcept;
    /// Of an Integer too.
    double number(std::uint32_t node) const noexcept;
    bool boolean(std::uint32_t node) const noexcept;
    std::string_view text(std::uint32_t node) const noexcept;

private:
    struct Node {
        NodeKind kind = NodeKind::Absent;
        std::uint32_t size = 0;
        std::uint32_t name_offset = 0;  // of a map's member: its name in text_
        std::uint32_t name_size = 0;
        union {
            std::int64_t integer = 0;  // also of a Boolean
            double number;
            std::uint32_t first;  // list, map: its first item, which the others follow; string: its offset in text_
        };
    };

    const Node& at(std::uint32_t node) const noexcept;
    void fill(std::uint32_t node, const isc::data::ConstElementPtr& value, const std::string& config_path);
    std::uint32_t keep(const std::string& text, const std::string& config_path);

    std::vector<Node> nodes_;
    std::string text_;  // all names and strings, one after the other
};

}  // namespace kea_policy
