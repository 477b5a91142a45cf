// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kea_policy {

/// What the entries of a list are, which decides how its file is read and how a key is looked up.
enum class ListKind : std::uint8_t { HwAddr, Oui, Duid, Prefix, String };

constexpr ListKind all_list_kinds[] = {ListKind::HwAddr, ListKind::Oui, ListKind::Duid, ListKind::Prefix,
                                       ListKind::String};

/// The word of the configuration and of the log.
constexpr const char* listKindName(ListKind kind) noexcept {
    switch (kind) {
    case ListKind::HwAddr: return "hwaddr";
    case ListKind::Oui: return "oui";
    case ListKind::Duid: return "duid";
    case ListKind::Prefix: return "prefix";
    case ListKind::String: return "string";
    }
    return "unknown";
}

inline std::optional<ListKind> parseListKind(std::string_view word) noexcept {
    for (ListKind kind : all_list_kinds) {
        if (word == listKindName(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

}  // namespace kea_policy
