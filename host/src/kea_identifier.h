// SPDX-License-Identifier: MPL-2.0
// The identifier by which Kea looks for a client's reservation, where a hook makes it.
#pragma once

#include "kea_value.h"

#include <dhcpsrv/host.h>
#include <hooks/callout_handle.h>

#include <optional>
#include <string>
#include <vector>

namespace kea_policy {

struct IdentifierTypeValue {
    using Kea = isc::dhcp::Host::IdentifierType;
    static Kea none() { return isc::dhcp::Host::IDENT_FLEX; }
    static bool isGiven(Kea) { return true; }
    static void store(FrameCursor& frame, std::uint32_t at, Kea value) { storeValue(frame.base + at, static_cast<std::uint8_t>(value)); }
};

struct IdentifierValue {
    using Kea = std::vector<std::uint8_t>;
    static Kea none() { return {}; }
    static bool isGiven(const Kea&) { return true; }
    static void store(FrameCursor& frame, std::uint32_t at, const Kea& value) { frame.placeBytes(at, bytesOf(value)); }

    /// What a reservation of that kind may have, in every Kea and every backend.
    static constexpr std::uint32_t most_bytes = 128;

    static std::optional<std::string> read(const EditEntry& edit, Kea& wanted) {
        if (edit.value.size < 1 || edit.value.size > most_bytes) {
            return "set an identifier of " + std::to_string(edit.value.size) + " bytes instead of 1 to " + std::to_string(most_bytes);
        }
        wanted.assign(edit.value.data, edit.value.data + edit.value.size);
        return std::nullopt;
    }
    static std::optional<std::string> check(const Kea&) { return std::nullopt; }
    /// Another library may have made one of another kind before.
    static void give(isc::hooks::CalloutHandle& handle, const std::string& name, const Kea& value) {
        handle.setArgument(name, value);
        handle.setArgument("id_type", isc::dhcp::Host::IDENT_FLEX);
    }
};

}  // namespace kea_policy
