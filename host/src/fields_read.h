// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "generated/abi.h"

#include <cc/data.h>

#include <array>
#include <cstdint>

namespace kea_policy {

/// Which fields of which classes of objects a policy reads; a frame need not hold the others. Small frames are most of what a call is
/// quick by: the client's identifier, say, is looked for among the packet's options only where somebody reads it.
class FieldsRead {
public:
    /// All of them.
    FieldsRead() noexcept { of_.fill(~std::uint64_t{0}); }
    /// The list of the metadata's member `fields`, "Pkt4.hwaddr" and so on. What this host does not know is passed over. Anything but a
    /// list of strings means all of them: so does a policy without metadata.
    explicit FieldsRead(const isc::data::ConstElementPtr& names);

    /// Bits of field::CLASS.
    std::uint64_t of(ObjectClass object) const noexcept { return of_[static_cast<std::size_t>(object)]; }

private:
    std::array<std::uint64_t, kObjectClasses> of_;
};

}  // namespace kea_policy
