// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_object.h"

#include <dhcpsrv/subnet.h>
#include <hooks/callout_handle.h>
#include <hooks/hooks.h>

#include <optional>
#include <string>
#include <type_traits>
#include <utility>

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
    std::uint32_t fetch(FrameCursor& frame, std::uint32_t field);
    /// A pool.
    std::uint32_t item(FrameCursor& frame, std::uint32_t handle, std::uint32_t index);
    std::string text(std::uint32_t which) const;

    // As kea_value.h has them: where Kea reads the argument back, a policy may put another subnet of the configuration in its place.
    void beginSet() { wanted_.reset(); }
    std::optional<std::string> prepareSet(const EditEntry& edit);
    std::optional<std::string> checkSet() const { return std::nullopt; }
    void applySet(isc::hooks::CalloutHandle* handle, const std::string& name) {
        if (!wanted_) {
            return;
        }
        subnet_ = std::move(wanted_);
        wanted_.reset();
        if (handle != nullptr) {
            handle->setArgument(name, subnet_);
        }
    }

private:
    Kea subnet_;
    Kea wanted_;
};

using Subnet4Reader = SubnetReader<KeaSubnet4>;
using Subnet6Reader = SubnetReader<KeaSubnet6>;

}  // namespace kea_policy
