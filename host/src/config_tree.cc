// SPDX-License-Identifier: MPL-2.0
#include "config_tree.h"

#include "limits.h"

#include <cerrno>
#include <cstdlib>
#include <utility>

namespace kea_policy {

using isc::data::ConstElementPtr;
using isc::data::Element;

namespace {

/// A value whose node is made but not yet filled.
struct Pending {
    ConstElementPtr value;
    std::uint32_t depth;
};

}  // namespace

ConfigTree::ConfigTree(const ConstElementPtr& config, const std::string& config_path) {
    nodes_.resize(2);
    // Breadth first: the items of a container get neighbouring numbers, and no depth of JSON makes this recursive.
    // pending[i] belongs to node i.
    std::vector<Pending> pending(2, Pending{nullptr, 1});
    pending[root].value = config;
    for (std::uint32_t node = root; node < pending.size(); ++node) {
        const Pending next = std::move(pending[node]);
        if (!next.value) {
            continue;
        }
        const int type = static_cast<int>(next.value->getType());
        if (type != Element::list && type != Element::map) {
            fill(node, next.value, config_path);
            continue;
        }
        const std::size_t count = type == Element::list ? next.value->listValue().size() : next.value->mapValue().size();
        if (count != 0 && next.depth > limits::config_nesting) {
            throw ConfigError(config_path + " is nested deeper than " + std::to_string(limits::config_nesting) +
                              " lists and maps: make its structure flatter.");
        }
        if (count > limits::config_nodes - (nodes_.size() - 1)) {  // node 0 is no value
            throw ConfigError(config_path + " has more than " + std::to_string(limits::config_nodes) +
                              " values: move large sets into files and name them in the policy's \"lists\".");
        }
        const auto first = static_cast<std::uint32_t>(nodes_.size());
        nodes_[node].kind = type == Element::list ? NodeKind::List : NodeKind::Map;
        nodes_[node].size = static_cast<std::uint32_t>(count);
        nodes_[node].first = first;
        nodes_.resize(first + count);
        if (type == Element::list) {
            for (const auto& item : next.value->listValue()) {
                pending.push_back({item, next.depth + 1});
            }
            continue;
        }
        for (const auto& [name, value] : next.value->mapValue()) {
            Node& member = nodes_[pending.size()];
            member.name_offset = keep(name, config_path);
            member.name_size = static_cast<std::uint32_t>(name.size());
            pending.push_back({value, next.depth + 1});
        }
    }
    nodes_.shrink_to_fit();
    text_.shrink_to_fit();
}

void ConfigTree::fill(std::uint32_t number, const ConstElementPtr& value, const std::string& config_path) {
    Node& node = nodes_[number];
    switch (static_cast<int>(value->getType())) {
    case Element::null:
        node.kind = NodeKind::Null;
        return;
    case Element::boolean:
        node.kind = NodeKind::Boolean;
        node.integer = value->boolValue() ? 1 : 0;
        return;
    case Element::integer:
        node.kind = NodeKind::Integer;
        node.integer = value->intValue();
        return;
    case Element::real:
        node.kind = NodeKind::Number;
        node.number = value->doubleValue();
        return;
    case Element::string: {
        const std::string text = value->stringValue();
        node.kind = NodeKind::String;
        node.first = keep(text, config_path);
        node.size = static_cast<std::uint32_t>(text.size());
        return;
    }
    default: {
        // The big integer of Kea 2.6 and later. Through its text, since Kea 2.2 has neither the type nor its 128-bit value.
        const std::string text = value->str();
        errno = 0;
        node.integer = std::strtoll(text.c_str(), nullptr, 10);
        node.kind = NodeKind::Integer;
        if (errno == ERANGE) {
            node.kind = NodeKind::Number;
            node.number = std::strtod(text.c_str(), nullptr);
        }
    }
    }
}

std::uint32_t ConfigTree::keep(const std::string& text, const std::string& config_path) {
    if (text.size() > limits::config_text_bytes - text_.size()) {
        throw ConfigError(config_path + " has more than " + std::to_string(limits::config_text_bytes) +
                          " bytes of text: move large sets into files and name them in the policy's \"lists\".");
    }
    const auto offset = static_cast<std::uint32_t>(text_.size());
    text_ += text;
    return offset;
}

const ConfigTree::Node& ConfigTree::at(std::uint32_t node) const noexcept {
    return nodes_[node < nodes_.size() ? node : absent];
}

NodeKind ConfigTree::kind(std::uint32_t node) const noexcept {
    return at(node).kind;
}

std::uint32_t ConfigTree::size(std::uint32_t node) const noexcept {
    return at(node).size;
}

std::uint32_t ConfigTree::item(std::uint32_t node, std::uint32_t index) const noexcept {
    const Node& container = at(node);
    const bool holds = container.kind == NodeKind::List || container.kind == NodeKind::Map;
    return holds && index < container.size ? container.first + index : absent;
}

std::uint32_t ConfigTree::member(std::uint32_t node, std::string_view wanted) const noexcept {
    const Node& map = at(node);
    if (map.kind != NodeKind::Map) {
        return absent;
    }
    std::uint32_t from = 0;
    std::uint32_t to = map.size;
    while (from < to) {  // Kea keeps the members in the order of their names
        const std::uint32_t middle = from + (to - from) / 2;
        const int order = name(node, middle).compare(wanted);
        if (order == 0) {
            return map.first + middle;
        }
        (order < 0 ? from : to) = order < 0 ? middle + 1 : middle;
    }
    return absent;
}

std::string_view ConfigTree::name(std::uint32_t node, std::uint32_t index) const noexcept {
    if (at(node).kind != NodeKind::Map) {
        return {};
    }
    const Node& value = at(item(node, index));
    return std::string_view(text_).substr(value.name_offset, value.name_size);
}

std::int64_t ConfigTree::integer(std::uint32_t node) const noexcept {
    const Node& value = at(node);
    return value.kind == NodeKind::Integer ? value.integer : 0;
}

double ConfigTree::number(std::uint32_t node) const noexcept {
    const Node& value = at(node);
    return value.kind == NodeKind::Number ? value.number : static_cast<double>(integer(node));
}

bool ConfigTree::boolean(std::uint32_t node) const noexcept {
    const Node& value = at(node);
    return value.kind == NodeKind::Boolean && value.integer != 0;
}

std::string_view ConfigTree::text(std::uint32_t node) const noexcept {
    const Node& value = at(node);
    return value.kind == NodeKind::String ? std::string_view(text_).substr(value.first, value.size) : std::string_view{};
}

}  // namespace kea_policy
