// SPDX-License-Identifier: MPL-2.0
#include "kea_subnet.h"

#include "generated/records.h"
#include "kea_values.h"

#include <dhcpsrv/cfgmgr.h>
#include <util/triplet.h>

#include <string>

namespace kea_policy {

using isc::dhcp::CfgMgr;
using isc::dhcp::Lease;

namespace {

/// What subnets of both families have. Kea looks most settings up in subnet, shared network and globals, and hands names out as copies: each
/// is read where a policy reads it only. *Of* has the bits of the family's class.
template <typename Bits, typename Record>
void writeCommon(const isc::dhcp::Subnet& subnet, std::uint64_t fields, Bits of, Record& record) {
    record.id(subnet.getID());
    record.prefixLength(subnet.get().second);
    if (fields & of.shared_network) {
        record.sharedNetwork(bytesOf(subnet.getSharedNetworkName()));
    }
    if (fields & of.iface) {
        record.iface(bytesOf(subnet.getIface().get()));
    }
    if (fields & of.valid_lifetimes) {
        const isc::util::Triplet<std::uint32_t> valid = subnet.getValid();
        record.validLifetime(valid.get());
        record.minValidLifetime(valid.getMin());
        record.maxValidLifetime(valid.getMax());
    }
}

struct Bits4 {
    std::uint64_t shared_network = field::Subnet4::shared_network, iface = field::Subnet4::iface;
    std::uint64_t valid_lifetimes = field::Subnet4::valid_lifetime | field::Subnet4::min_valid_lifetime | field::Subnet4::max_valid_lifetime;
};
struct Bits6 {
    std::uint64_t shared_network = field::Subnet6::shared_network, iface = field::Subnet6::iface;
    std::uint64_t valid_lifetimes = field::Subnet6::valid_lifetime | field::Subnet6::min_valid_lifetime | field::Subnet6::max_valid_lifetime;
};

std::uint32_t bringAddresses(FrameCursor& frame, const isc::dhcp::IOAddressList& addresses) {
    std::vector<std::vector<std::uint8_t>> kept;
    std::vector<ByteView> views;
    for (const isc::asiolink::IOAddress& address : addresses) {
        kept.push_back(address.toBytes());
        views.push_back(bytesOf(kept.back()));
    }
    return writeBytesList(frame, views);
}

template <typename SubnetPtr>
std::optional<std::string> choose(const SubnetPtr& found, std::uint32_t id, SubnetPtr& wanted) {
    if (!found) {
        return "selected the subnet " + std::to_string(id) + ", which the configuration does not have";
    }
    wanted = found;
    return std::nullopt;
}

}  // namespace

template <>
std::uint32_t Subnet4Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    const std::uint64_t fields = read.of(ObjectClass::Subnet4);
    Subnet4Record record(frame, handle);
    if (!record.fits()) {
        return 0;
    }
    writeCommon(*subnet_, fields, Bits4(), record);
    record.prefix(ipv4Value(subnet_->get().first));
    if (fields & field::Subnet4::pool_count) {
        record.poolCount(static_cast<std::uint32_t>(subnet_->getPools(Lease::TYPE_V4).size()));
    }
    return record.end();
}

template <>
std::uint32_t Subnet6Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    const std::uint64_t fields = read.of(ObjectClass::Subnet6);
    Subnet6Record record(frame, handle);
    if (!record.fits()) {
        return 0;
    }
    writeCommon(*subnet_, fields, Bits6(), record);
    record.prefix(ipv6Value(subnet_->get().first));
    if (fields & field::Subnet6::preferred_lifetime) {
        record.preferredLifetime(subnet_->getPreferred().get());
    }
    if (fields & field::Subnet6::pool_count) {
        record.poolCount(static_cast<std::uint32_t>(subnet_->getPools(Lease::TYPE_NA).size() + subnet_->getPools(Lease::TYPE_PD).size()));
    }
    return record.end();
}

template <typename SubnetPtr>
std::uint32_t SubnetReader<SubnetPtr>::fetch(FrameCursor& frame, std::uint32_t field) {
    constexpr LazyField relays = std::is_same<SubnetPtr, KeaSubnet4>::value ? LazyField::Subnet4RelayAddrs : LazyField::Subnet6RelayAddrs;
    return static_cast<LazyField>(field) == relays ? bringAddresses(frame, subnet_->getRelayAddresses()) : 0;
}

template <>
std::uint32_t Subnet4Reader::item(FrameCursor& frame, std::uint32_t handle, std::uint32_t index) {
    const auto& pools = subnet_->getPools(Lease::TYPE_V4);
    if (index >= pools.size()) {
        return 0;
    }
    Pool4Record record(frame, handle);
    if (!record.fits()) {
        return 0;
    }
    record.firstAddress(ipv4Value(pools[index]->getFirstAddress()));
    record.lastAddress(ipv4Value(pools[index]->getLastAddress()));
    return record.end();
}

template <>
std::uint32_t Subnet6Reader::item(FrameCursor& frame, std::uint32_t handle, std::uint32_t index) {
    const auto& addresses = subnet_->getPools(Lease::TYPE_NA);
    const auto& prefixes = subnet_->getPools(Lease::TYPE_PD);
    if (index >= addresses.size() + prefixes.size()) {
        return 0;
    }
    const isc::dhcp::Pool& pool = index < addresses.size() ? *addresses[index] : *prefixes[index - addresses.size()];
    Pool6Record record(frame, handle);
    if (!record.fits()) {
        return 0;
    }
    record.type(static_cast<std::uint8_t>(pool.getType()));
    record.prefixLength(static_cast<const isc::dhcp::Pool6&>(pool).getLength());
    record.firstAddress(ipv6Value(pool.getFirstAddress()));
    record.lastAddress(ipv6Value(pool.getLastAddress()));
    return record.end();
}

template <typename SubnetPtr>
std::string SubnetReader<SubnetPtr>::text(std::uint32_t which) const {
    switch (which) {
    case 0: return subnet_->toText();
    case 1: return textOf(subnet_->getContext());
    default: return {};
    }
}

template <>
std::optional<std::string> Subnet4Reader::prepareSet(const EditEntry& edit) {
    const auto subnets = CfgMgr::instance().getCurrentCfg()->getCfgSubnets4();
    return choose<KeaSubnet4>(isc::dhcp::SubnetFetcher4::get(*subnets->getAll(), edit.code), edit.code, wanted_);
}

template <>
std::optional<std::string> Subnet6Reader::prepareSet(const EditEntry& edit) {
    const auto subnets = CfgMgr::instance().getCurrentCfg()->getCfgSubnets6();
    return choose<KeaSubnet6>(isc::dhcp::SubnetFetcher6::get(*subnets->getAll(), edit.code), edit.code, wanted_);
}

template class SubnetReader<KeaSubnet4>;
template class SubnetReader<KeaSubnet6>;

}  // namespace kea_policy
