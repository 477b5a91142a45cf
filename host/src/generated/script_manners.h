// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/script_variables by `npm run gen`: change those files, not this one.
// The manners in which a script gets its variables, and the hook points that each has.
#pragma once

#include <cstddef>
#include <string_view>

namespace kea_policy {

/// A hook point of a manner.
struct ScriptHookPoint {
    /// As Kea names it.
    std::string_view name;
    /// It calls the script where the configuration does not say which hook points do.
    bool by_default;
};

constexpr ScriptHookPoint kKeaHookRunscriptHookPoints[] = {
    {"pkt4_receive", true},
    {"pkt4_send", true},
    {"subnet4_select", true},
    {"lease4_select", true},
    {"lease4_renew", true},
    {"lease4_release", true},
    {"lease4_decline", true},
    {"lease4_expire", true},
    {"lease4_recover", true},
    {"pkt6_receive", true},
    {"pkt6_send", true},
    {"subnet6_select", true},
    {"lease6_select", true},
    {"lease6_renew", true},
    {"lease6_rebind", true},
    {"lease6_decline", true},
    {"lease6_release", true},
    {"lease6_expire", true},
    {"lease6_recover", true},
    {"leases4_committed", false},
    {"lease4_offer", false},
    {"lease4_server_decline", false},
    {"leases6_committed", false},
    {"host4_identifier", false},
    {"host6_identifier", false},
    {"ddns4_update", false},
    {"ddns6_update", false},
    {"addr6_register", false},
};

constexpr ScriptHookPoint kIscRunScriptHookPoints[] = {
    {"lease4_renew", true},
    {"lease4_expire", true},
    {"lease4_recover", true},
    {"leases4_committed", true},
    {"lease4_release", true},
    {"lease4_decline", true},
    {"lease6_renew", true},
    {"lease6_rebind", true},
    {"lease6_expire", true},
    {"lease6_recover", true},
    {"leases6_committed", true},
    {"lease6_release", true},
    {"lease6_decline", true},
    {"addr6_register", true},
};

/// A way to name and write the variables of a script.
struct ScriptManner {
    /// As the configuration's `variables` names it.
    std::string_view name;
    const ScriptHookPoint* hook_points;
    std::size_t hook_point_count;

    const ScriptHookPoint* begin() const noexcept { return hook_points; }
    const ScriptHookPoint* end() const noexcept { return hook_points + hook_point_count; }
};

/// The first one is taken where the configuration names none.
constexpr ScriptManner kScriptManners[] = {
    {"kea-hook-runscript", kKeaHookRunscriptHookPoints, 28},
    {"isc-run-script", kIscRunScriptHookPoints, 14},
};

}  // namespace kea_policy
