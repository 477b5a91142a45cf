// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_object.h"

#include <dhcpsrv/lease.h>

namespace kea_policy {

/// A lease of either family.
template <typename LeasePtr>
class LeaseReader : public KeaObject {
public:
    using Kea = LeasePtr;
    static constexpr bool is_object = true;

    explicit LeaseReader(Kea lease) : lease_(std::move(lease)) {}

    bool exists() const noexcept { return lease_ != nullptr; }
    std::uint32_t write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read);
    std::string text(std::uint32_t which) const;
    std::string client() const;

private:
    Kea lease_;
};

using Lease4Reader = LeaseReader<isc::dhcp::Lease4Ptr>;
using Lease6Reader = LeaseReader<isc::dhcp::Lease6Ptr>;

}  // namespace kea_policy
