// SPDX-License-Identifier: MPL-2.0
#include "kea_lease.h"

#include "generated/frame_writer.h"
#include "kea_values.h"

#include <hooks/hooks.h>

namespace kea_policy {

namespace {

/// What leases of both families have.
template <typename View>
void readCommon(const isc::dhcp::Lease& lease, View& view) {
    view.state = static_cast<std::uint8_t>(lease.state_);
    view.fqdn_fwd = lease.fqdn_fwd_;
    view.fqdn_rev = lease.fqdn_rev_;
    view.subnet_id = lease.subnet_id_;
    view.valid_lifetime = lease.valid_lft_;
    view.reuseable_lifetime = lease.reuseable_valid_lft_;
    view.cltt = lease.cltt_;
    if (lease.hwaddr_) {
        view.hwaddr = hwAddrView(*lease.hwaddr_);
    }
    view.hostname = bytesOf(lease.hostname_);
}

// Templates, since what older Keas do not have must not be compiled there.

template <typename Lease, typename View>
void readPool(const Lease& lease, View& view) {
    if constexpr (KEA_HOOKS_VERSION >= 20308) {
        view.pool_id = lease.pool_id_;
    }
}

template <typename Lease, typename View>
void readRelay(const Lease& lease, View& view) {
    if constexpr (KEA_HOOKS_VERSION >= 20305) {
        if (!lease.relay_id_.empty()) {
            view.relay_id = bytesOf(lease.relay_id_);
        }
        if (!lease.remote_id_.empty()) {
            view.remote_id = bytesOf(lease.remote_id_);
        }
    }
}

}  // namespace

template <>
std::uint32_t Lease4Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    Lease4View view;
    view.object = handle;
    readCommon(*lease_, view);
    view.expired = (read.of(ObjectClass::Lease4) & field::Lease4::expired) != 0 && lease_->expired();
    readPool(*lease_, view);
    readRelay(*lease_, view);
    view.address = ipv4Value(lease_->addr_);
    if (lease_->client_id_) {
        view.client_id = bytesOf(lease_->client_id_->getClientId());
    }
    return writeLease4(frame, view);
}

template <>
std::uint32_t Lease6Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    Lease6View view;
    view.object = handle;
    readCommon(*lease_, view);
    view.expired = (read.of(ObjectClass::Lease6) & field::Lease6::expired) != 0 && lease_->expired();
    readPool(*lease_, view);
    view.type = static_cast<std::uint8_t>(lease_->type_);
    view.address = ipv6Value(lease_->addr_);
    view.prefix_length = lease_->prefixlen_;
    view.iaid = lease_->iaid_;
    view.preferred_lifetime = lease_->preferred_lft_;
    if (lease_->duid_) {
        view.duid = bytesOf(lease_->duid_->getDuid());
    }
    return writeLease6(frame, view);
}

template <typename LeasePtr>
std::string LeaseReader<LeasePtr>::text(std::uint32_t which) const {
    switch (which) {
    case 0: return lease_->toText();
    case 1: return textOf(lease_->getContext());
    case 2: return isc::dhcp::Lease::basicStatesToText(lease_->state_);
    default: return {};
    }
}

template <typename LeasePtr>
std::string LeaseReader<LeasePtr>::client() const {
    return "lease " + lease_->addr_.toText();
}

template class LeaseReader<isc::dhcp::Lease4Ptr>;
template class LeaseReader<isc::dhcp::Lease6Ptr>;

}  // namespace kea_policy
