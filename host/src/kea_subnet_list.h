// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_subnet.h"

#include <vector>

namespace kea_policy {

/// The subnets of the configuration, in the order of their numbers. The record holds but how many there are: a policy asks for each subnet
/// that it wants to see, by its place or its number, and those that it asked for are the parts.
template <typename Collection, typename Reader>
class SubnetListReader : public KeaObject {
public:
    using Kea = const Collection*;
    static constexpr bool is_object = true;
    // Boost's version is in the name of Kea's type, so a library built with another Boost than Kea does not know it; few policies need it.
    static constexpr bool is_empty_where_unread = true;

    explicit SubnetListReader(Kea subnets) : subnets_(subnets) {}

    bool exists() const noexcept { return subnets_ != nullptr; }
    std::uint32_t write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read);
    std::uint32_t item(FrameCursor& frame, std::uint32_t handle, std::uint32_t index);
    std::uint32_t find(FrameCursor& frame, std::uint32_t handle, std::uint32_t id);
    std::uint32_t fetchOfPart(FrameCursor& frame, std::uint32_t part, std::uint32_t field);
    std::uint32_t itemOfPart(FrameCursor& frame, std::uint32_t part, std::uint32_t index);
    std::string textOfPart(std::uint32_t part, std::uint32_t which) const;

private:
    using Subnet = typename Reader::Kea;

    std::uint32_t bring(FrameCursor& frame, std::uint32_t handle, Subnet subnet);
    /// Null where the policy made the part up.
    Subnet partAt(std::uint32_t part) const { return part <= brought_.size() ? brought_[part - 1] : nullptr; }

    Kea subnets_;
    /// Of the policy that is being asked, which lives longer than the callout.
    const FieldsRead* read_ = nullptr;
    /// All of them, since Kea's collection has no places; filled when a policy first asks by place.
    std::vector<Subnet> by_place_;
    std::vector<Subnet> brought_;
};

using Subnet4ListReader = SubnetListReader<isc::dhcp::Subnet4Collection, Subnet4Reader>;
using Subnet6ListReader = SubnetListReader<isc::dhcp::Subnet6Collection, Subnet6Reader>;

}  // namespace kea_policy
