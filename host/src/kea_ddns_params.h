// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_object.h"

#include <dhcpsrv/srv_config.h>

#include <utility>

namespace kea_policy {

/// What the configuration says of names in the DNS. Kea looks each setting up in subnet, shared network and globals: those are read only
/// that the policy reads.
class DdnsParamsReader : public KeaObject {
public:
    using Kea = isc::dhcp::DdnsParamsPtr;
    static constexpr bool is_object = true;

    explicit DdnsParamsReader(Kea params) : params_(std::move(params)) {}

    bool exists() const noexcept { return params_ != nullptr; }
    std::uint32_t write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read);

private:
    Kea params_;
};

}  // namespace kea_policy
