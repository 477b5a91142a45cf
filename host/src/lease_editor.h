// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "callout_view.h"

#include <cc/data.h>
#include <dhcpsrv/lease.h>

#include <cstdint>
#include <optional>
#include <string>

namespace kea_policy {

/// Applies edits to one of Kea's leases, all or nothing: prepare() and finish() check them and change nothing; apply() cannot fail. The
/// only writer of Kea's leases.
class LeaseEditor {
public:
    explicit LeaseEditor(const isc::dhcp::Lease4& lease) : valid_(lease.valid_lft_), context_before_(lease.getContext()) {}
    explicit LeaseEditor(const isc::dhcp::Lease6& lease)
        : valid_(lease.valid_lft_), preferred_(lease.preferred_lft_), context_before_(lease.getContext()) {}

    /// A sentence without its subject where the edit is refused.
    std::optional<std::string> prepare(const EditEntry& edit);
    /// The same for what all edits come to.
    std::optional<std::string> finish() const;
    void apply(isc::dhcp::Lease4& lease) noexcept;
    void apply(isc::dhcp::Lease6& lease) noexcept;

private:
    std::optional<std::string> prepareHostname(const EditEntry& edit);
    std::optional<std::string> prepareUserContext(const EditEntry& edit);
    void applyCommon(isc::dhcp::Lease& lease) noexcept;

    std::uint32_t valid_;
    /// A lease of DHCPv6 alone has one.
    std::optional<std::uint32_t> preferred_;
    std::optional<std::string> hostname_;
    bool has_context_ = false;
    isc::data::ConstElementPtr context_;
    /// The lease's own.
    isc::data::ConstElementPtr context_before_;
    bool edited_ = false;
};

}  // namespace kea_policy
