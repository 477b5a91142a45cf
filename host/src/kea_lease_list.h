// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_lease.h"

#include <utility>

namespace kea_policy {

/// Leases of one family, each a part of it. The record holds but their number: a policy asks for each lease that it wants to see.
template <typename CollectionPtr, typename Reader>
class LeaseListReader : public KeaObject {
public:
    using Kea = CollectionPtr;
    static constexpr bool is_object = true;

    explicit LeaseListReader(Kea leases) : leases_(std::move(leases)) {}

    bool exists() const noexcept { return leases_ != nullptr; }
    std::uint32_t write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read);
    std::uint32_t item(FrameCursor& frame, std::uint32_t handle, std::uint32_t index);
    std::string textOfPart(std::uint32_t part, std::uint32_t which) const;
    /// That of the first lease.
    std::string client() const;

private:
    /// Null where the collection has none at that place.
    typename Reader::Kea lease(std::uint32_t index) const { return index < leases_->size() ? (*leases_)[index] : nullptr; }

    Kea leases_;
    /// Of the policy that is being asked, which lives longer than the callout.
    const FieldsRead* read_ = nullptr;
};

using Lease4ListReader = LeaseListReader<isc::dhcp::Lease4CollectionPtr, Lease4Reader>;
using Lease6ListReader = LeaseListReader<isc::dhcp::Lease6CollectionPtr, Lease6Reader>;

}  // namespace kea_policy
