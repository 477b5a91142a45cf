// SPDX-License-Identifier: MPL-2.0
#include "source_map.h"

#include "limits.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kea_policy {

using isc::data::ConstElementPtr;
using isc::data::Element;

namespace {

int base64Digit(char letter) noexcept {
    if (letter >= 'A' && letter <= 'Z') {
        return letter - 'A';
    }
    if (letter >= 'a' && letter <= 'z') {
        return letter - 'a' + 26;
    }
    if (letter >= '0' && letter <= '9') {
        return letter - '0' + 52;
    }
    return letter == '+' ? 62 : letter == '/' ? 63 : -1;
}

/// A signed number in base 64: five bits a letter, the sixth tells that more follow, the very first bit is the sign.
bool readVlq(std::string_view text, std::size_t& at, std::int64_t& value) noexcept {
    std::uint64_t bits = 0;
    for (unsigned shift = 0; shift < 40 && at < text.size(); shift += 5) {
        const int digit = base64Digit(text[at++]);
        if (digit < 0) {
            return false;
        }
        bits |= static_cast<std::uint64_t>(digit & 31) << shift;
        if ((digit & 32) == 0) {
            const auto magnitude = static_cast<std::int64_t>(bits >> 1);
            value = (bits & 1) != 0 ? -magnitude : magnitude;
            return true;
        }
    }
    return false;
}

/// The name goes into log lines, and whoever made the module chose it.
std::string printableName(const std::string& name) {
    std::string printable = name.substr(0, limits::source_name_bytes);
    std::replace_if(printable.begin(), printable.end(),
                    [](unsigned char letter) { return letter < 0x20 || letter >= 0x7f; }, '?');
    return printable;
}

}  // namespace

bool isModest(std::string_view json) noexcept {
    std::size_t depth = 0;
    std::size_t values = 1;
    bool in_string = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char letter = json[i];
        if (in_string) {
            i += letter == '\\' ? 1 : 0;
            in_string = letter != '"';
        } else if (letter == '"') {
            in_string = true;
        } else if (letter == '[' || letter == '{') {
            if (++depth > limits::source_map_nesting) {
                return false;
            }
        } else if ((letter == ']' || letter == '}') && depth != 0) {
            --depth;
        } else if (letter == ',' && ++values > limits::source_map_values) {
            return false;
        }
    }
    return true;
}

SourceMap::SourceMap(const std::string& json) noexcept {
    try {
        if (json.size() <= limits::source_map_bytes && isModest(json) && read(Element::fromJSON(json))) {
            return;
        }
    } catch (const std::exception&) {
        // Not JSON, or memory is short: without a map, messages name offsets.
    }
    *this = SourceMap();
}

SourceMap::SourceMap(const ConstElementPtr& map) noexcept {
    try {
        if (map && read(map)) {
            return;
        }
    } catch (const std::exception&) {
        // A member of another type than the format says.
    }
    *this = SourceMap();
}

bool SourceMap::read(const ConstElementPtr& map) {
    if (map->getType() != Element::map || !map->get("version") || map->get("version")->intValue() != 3 ||
        !map->get("sources") || !map->get("mappings")) {
        return false;
    }
    for (const auto& source : map->get("sources")->listValue()) {
        const bool named = source && source->getType() == Element::string;  // the format allows null
        sources_.push_back(named ? printableName(source->stringValue()) : "?");
    }
    return readMappings(map->get("mappings")->stringValue());
}

bool SourceMap::readMappings(const std::string& text) {
    constexpr std::size_t field_count = 5;  // generated column, source, line, column, name
    std::array<std::int64_t, field_count> fields{};
    const std::string_view first_line = std::string_view(text).substr(0, text.find(';'));
    for (std::size_t at = 0; at < first_line.size();) {
        std::size_t count = 0;
        while (at < first_line.size() && first_line[at] != ',') {
            std::int64_t delta = 0;
            if (count == field_count || !readVlq(first_line, at, delta)) {
                return false;
            }
            fields[count] += delta;  // each field counts on from the last mapping that had it
            if (fields[count] < 0 || fields[count] >= no_source) {
                return false;
            }
            ++count;
        }
        ++at;
        if (count == 0) {
            continue;
        }
        const bool has_source = count >= 4;
        if (count == 2 || count == 3 || mappings_.size() == limits::source_map_mappings ||
            (has_source && static_cast<std::uint64_t>(fields[1]) >= sources_.size())) {
            return false;
        }
        mappings_.push_back({static_cast<std::uint32_t>(fields[0]),
                             has_source ? static_cast<std::uint32_t>(fields[1]) : no_source,
                             static_cast<std::uint32_t>(fields[2]), static_cast<std::uint32_t>(fields[3])});
    }
    std::stable_sort(mappings_.begin(), mappings_.end(),
                     [](const Mapping& a, const Mapping& b) { return a.module_offset < b.module_offset; });
    mappings_.shrink_to_fit();
    return true;
}

std::optional<SourcePosition> SourceMap::find(std::uint32_t module_offset) const {
    const auto isAfter = [](std::uint32_t offset, const Mapping& mapping) { return offset < mapping.module_offset; };
    const auto after = std::upper_bound(mappings_.begin(), mappings_.end(), module_offset, isAfter);
    if (after == mappings_.begin()) {
        return std::nullopt;
    }
    const Mapping& mapping = *std::prev(after);
    if (mapping.source == no_source) {
        return std::nullopt;
    }
    return SourcePosition{sources_[mapping.source], mapping.line + 1, mapping.column + 1};
}

}  // namespace kea_policy
