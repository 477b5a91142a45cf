// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cc/data.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kea_policy {

struct SourcePosition {
    std::string file;
    std::uint32_t line = 0;    // counted from 1
    std::uint32_t column = 0;  // counted from 1
};

/// May Kea's parser have this JSON, which comes from a module? It calls itself for each level, and makes an object of each value.
bool isModest(std::string_view json) noexcept;

/// Finds the source line of a byte of a module: in a wasm source map (version 3) the generated line is 0 and the generated
/// column is the byte's offset in the module. A map only makes a log line better, so one that is broken, truncated or too
/// large is an empty map, never an error.
class SourceMap {
public:
    SourceMap() = default;
    /// The map as JSON text.
    explicit SourceMap(const std::string& json) noexcept;
    /// The map as parsed JSON, with members `sources` and `mappings`; a null pointer is an empty map.
    explicit SourceMap(const isc::data::ConstElementPtr& map) noexcept;

    bool empty() const noexcept { return mappings_.empty(); }
    std::size_t size() const noexcept { return mappings_.size(); }

    /// The position of the last mapping at or before that offset; nothing if there is none, or if the map says that the
    /// code there belongs to no source.
    std::optional<SourcePosition> find(std::uint32_t module_offset) const;

private:
    struct Mapping {
        std::uint32_t module_offset;
        std::uint32_t source;  // index into sources_, or no_source
        std::uint32_t line;    // counted from 0
        std::uint32_t column;  // counted from 0
    };
    static constexpr std::uint32_t no_source = UINT32_MAX;

    bool read(const isc::data::ConstElementPtr& map);
    bool readMappings(const std::string& text);

    std::vector<std::string> sources_;
    std::vector<Mapping> mappings_;  // sorted by module_offset
};

}  // namespace kea_policy
