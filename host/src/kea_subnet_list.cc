// SPDX-License-Identifier: MPL-2.0
#include "kea_subnet_list.h"

#include "generated/records.h"
#include "kea_list.h"

namespace kea_policy {

template <>
std::uint32_t Subnet4ListReader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    read_ = &read;
    brought_.clear();
    return writeLength<Subnet4ListRecord>(frame, handle, exists() ? subnets_->size() : 0);
}

template <>
std::uint32_t Subnet6ListReader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    read_ = &read;
    brought_.clear();
    return writeLength<Subnet6ListRecord>(frame, handle, exists() ? subnets_->size() : 0);
}

template <typename Collection, typename Reader>
std::uint32_t SubnetListReader<Collection, Reader>::item(FrameCursor& frame, std::uint32_t handle, std::uint32_t index) {
    if (by_place_.size() != subnets_->size()) {
        by_place_.assign(subnets_->begin(), subnets_->end());
    }
    return index < by_place_.size() ? bring(frame, handle, by_place_[index]) : 0;
}

template <typename Collection, typename Reader>
std::uint32_t SubnetListReader<Collection, Reader>::find(FrameCursor& frame, std::uint32_t handle, std::uint32_t id) {
    const auto& by_id = subnets_->template get<isc::dhcp::SubnetSubnetIdIndexTag>();
    const auto found = by_id.find(id);
    return found == by_id.end() ? 0 : bring(frame, handle, *found);
}

template <typename Collection, typename Reader>
std::uint32_t SubnetListReader<Collection, Reader>::bring(FrameCursor& frame, std::uint32_t handle, Subnet subnet) {
    // A handle has no room for more parts.
    if (brought_.size() == kMostParts) {
        frame.full = true;
        return 0;
    }
    const std::uint32_t record = Reader(subnet).write(frame, partHandle(handle, static_cast<std::uint32_t>(brought_.size() + 1)), *read_);
    if (record != 0) {
        brought_.push_back(std::move(subnet));
    }
    return record;
}

template <typename Collection, typename Reader>
std::uint32_t SubnetListReader<Collection, Reader>::fetchOfPart(FrameCursor& frame, std::uint32_t part, std::uint32_t field) {
    const Subnet subnet = partAt(part);
    return subnet ? Reader(subnet).fetch(frame, field) : 0;
}

template <typename Collection, typename Reader>
std::uint32_t SubnetListReader<Collection, Reader>::itemOfPart(FrameCursor& frame, std::uint32_t part, std::uint32_t index) {
    const Subnet subnet = partAt(part);
    return subnet ? Reader(subnet).item(frame, kCalloutHandle, index) : 0;
}

template <typename Collection, typename Reader>
std::string SubnetListReader<Collection, Reader>::textOfPart(std::uint32_t part, std::uint32_t which) const {
    const Subnet subnet = partAt(part);
    return subnet ? Reader(subnet).text(which) : std::string();
}

template class SubnetListReader<isc::dhcp::Subnet4Collection, Subnet4Reader>;
template class SubnetListReader<isc::dhcp::Subnet6Collection, Subnet6Reader>;

}  // namespace kea_policy
