// SPDX-License-Identifier: MPL-2.0
#include "kea_subnet.h"

#include "generated/frame_writer.h"
#include "kea_values.h"

#include <string>

namespace kea_policy {

namespace {

/// What subnets of both families have. *shared_network* keeps the name that the view points to, and is filled where somebody reads it.
template <typename View>
void readCommon(const isc::dhcp::Subnet& subnet, bool names_network, std::string& shared_network, View& view) {
    view.id = subnet.getID();
    view.prefix_length = subnet.get().second;
    if (names_network) {
        shared_network = subnet.getSharedNetworkName();
        view.shared_network = bytesOf(shared_network);
    }
}

}  // namespace

template <>
std::uint32_t Subnet4Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    std::string shared_network;
    Subnet4View view;
    view.object = handle;
    readCommon(*subnet_, (read.of(ObjectClass::Subnet4) & field::Subnet4::shared_network) != 0, shared_network, view);
    view.prefix = ipv4Value(subnet_->get().first);
    return writeSubnet4(frame, view);
}

template <>
std::uint32_t Subnet6Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    std::string shared_network;
    Subnet6View view;
    view.object = handle;
    readCommon(*subnet_, (read.of(ObjectClass::Subnet6) & field::Subnet6::shared_network) != 0, shared_network, view);
    view.prefix = ipv6Value(subnet_->get().first);
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
