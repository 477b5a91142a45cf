// SPDX-License-Identifier: MPL-2.0
#include "kea_lease_list.h"

#include "generated/records.h"
#include "kea_list.h"

namespace kea_policy {

template <>
std::uint32_t Lease4ListReader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    read_ = &read;
    return writeLength<Lease4ListRecord>(frame, handle, leases_->size());
}

template <>
std::uint32_t Lease6ListReader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    read_ = &read;
    return writeLength<Lease6ListRecord>(frame, handle, leases_->size());
}

template <typename CollectionPtr, typename Reader>
std::uint32_t LeaseListReader<CollectionPtr, Reader>::item(FrameCursor& frame, std::uint32_t handle, std::uint32_t index) {
    // A handle has no room for more parts; no datagram holds so many leases.
    if (index >= kMostParts) {
        return 0;
    }
    const typename Reader::Kea one = lease(index);
    return one ? Reader(one).write(frame, partHandle(handle, index + 1), *read_) : 0;
}

template <typename CollectionPtr, typename Reader>
std::string LeaseListReader<CollectionPtr, Reader>::textOfPart(std::uint32_t part, std::uint32_t which) const {
    const typename Reader::Kea one = lease(part - 1);
    return one ? Reader(one).text(which) : std::string();
}

template <typename CollectionPtr, typename Reader>
std::string LeaseListReader<CollectionPtr, Reader>::client() const {
    const typename Reader::Kea first = lease(0);
    return first ? Reader(first).client() : std::string();
}

template class LeaseListReader<isc::dhcp::Lease4CollectionPtr, Lease4Reader>;
template class LeaseListReader<isc::dhcp::Lease6CollectionPtr, Lease6Reader>;

}  // namespace kea_policy
