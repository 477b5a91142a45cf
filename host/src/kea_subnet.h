// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_object.h"

#include <dhcpsrv/subnet.h>
#include <hooks/hooks.h>

#include <type_traits>

namespace kea_policy {

// Kea hands subnets out as constant from 2.7.5 on, and getArgument() takes the exact type only.
using KeaSubnet4 = std::conditional_t<(KEA_HOOKS_VERSION >= 20705), isc::dhcp::ConstSubnet4Ptr, isc::dhcp::Subnet4Ptr>;
using KeaSubnet6 = std::conditional_t<(KEA_HOOKS_VERSION >= 20705), isc::dhcp::ConstSubnet6Ptr, isc::dhcp::Subnet6Ptr>;

/// A subnet of the configuration.
template <typename SubnetPtr>
class SubnetReader : public KeaObject {
public:
    using Kea = SubnetPtr;
    static constexpr bool is_object = true;

    explicit SubnetReader(Kea subnet) : subnet_(std::move(subnet)) {}

    bool exists() const noexcept { return subnet_ != nullptr; }
    std::uint32_t write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read);
    std::string text(std::uint32_t which) const;

private:
    Kea subnet_;
};

using Subnet4Reader = SubnetReader<KeaSubnet4>;
using Subnet6Reader = SubnetReader<KeaSubnet6>;

}  // namespace kea_policy
