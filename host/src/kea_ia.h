// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_object.h"

#include <dhcp/option6_ia.h>

#include <utility>

namespace kea_policy {

/// An identity association of a DHCPv6 answer.
class Option6IAReader : public KeaObject {
public:
    using Kea = isc::dhcp::Option6IAPtr;
    static constexpr bool is_object = true;

    explicit Option6IAReader(Kea association) : association_(std::move(association)) {}

    bool exists() const noexcept { return association_ != nullptr; }
    std::uint32_t write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read);
    std::uint32_t option(FrameCursor& frame, std::uint32_t part, std::uint32_t code);

private:
    Kea association_;
};

}  // namespace kea_policy
