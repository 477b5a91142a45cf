// SPDX-License-Identifier: MPL-2.0
#include "kea_subnet.h"

#include "generated/frame_writer.h"
#include "kea_values.h"

#include <string>

namespace kea_policy {

template <>
std::uint32_t Subnet4Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    const auto [address, length] = subnet_->get();
    std::string shared_network;
    Subnet4View view;
    view.object = handle;
    view.id = subnet_->getID();
    view.prefix = ipv4Value(address);
    view.prefix_length = length;
    if (read.of(ObjectClass::Subnet4) & field::Subnet4::shared_network) {
        shared_network = subnet_->getSharedNetworkName();
        view.shared_network = bytesOf(shared_network);
    }
    return writeSubnet4(frame, view);
}

template <>
std::uint32_t Subnet6Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    const auto [address, length] = subnet_->get();
    std::string shared_network;
    Subnet6View view;
    view.object = handle;
    view.id = subnet_->getID();
    view.prefix = ipv6Value(address);
    view.prefix_length = length;
    if (read.of(ObjectClass::Subnet6) & field::Subnet6::shared_network) {
        shared_network = subnet_->getSharedNetworkName();
        view.shared_network = bytesOf(shared_network);
    }
    return writeSubnet6(frame, view);
}

template <typename SubnetPtr>
std::string SubnetReader<SubnetPtr>::text(std::uint32_t which) const {
    switch (which) {
    case 0: return subnet_->toText();
    case 1: return textOf(subnet_->getContext());
    default: return {};
    }
}

template class SubnetReader<KeaSubnet4>;
template class SubnetReader<KeaSubnet6>;

}  // namespace kea_policy
