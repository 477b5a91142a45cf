// SPDX-License-Identifier: MPL-2.0
#include "kea_lease.h"

#include "generated/records.h"
#include "kea_values.h"

#include <hooks/hooks.h>

namespace kea_policy {

namespace {

/// What leases of both families have.
template <typename Record>
void writeCommon(const isc::dhcp::Lease& lease, Record& record) {
    record.state(static_cast<std::uint8_t>(lease.state_));
    record.fqdnFwd(lease.fqdn_fwd_);
    record.fqdnRev(lease.fqdn_rev_);
    record.subnetId(lease.subnet_id_);
    record.validLifetime(lease.valid_lft_);
    record.reuseableLifetime(lease.reuseable_valid_lft_);
    record.cltt(lease.cltt_);
    if (lease.hwaddr_) {
        record.hwaddr(hwAddrView(*lease.hwaddr_));
    }
    record.hostname(bytesOf(lease.hostname_));
}

// Templates, since what older Keas do not have must not be compiled there.

template <typename Lease, typename Record>
void writePool(const Lease& lease, Record& record) {
    if constexpr (KEA_HOOKS_VERSION >= 20308) {
        record.poolId(lease.pool_id_);
    }
}

template <typename Lease, typename Record>
void writeRelay(const Lease& lease, Record& record) {
    if constexpr (KEA_HOOKS_VERSION >= 20305) {
        if (!lease.relay_id_.empty()) {
            record.relayId(bytesOf(lease.relay_id_));
        }
        if (!lease.remote_id_.empty()) {
            record.remoteId(bytesOf(lease.remote_id_));
        }
    }
}

}  // namespace

template <>
std::uint32_t Lease4Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    Lease4Record record(frame, handle);
    if (!record.fits()) {
        return 0;
    }
    writeCommon(*lease_, record);
    if (read.of(ObjectClass::Lease4) & field::Lease4::expired) {
        record.expired(lease_->expired());
    }
    writePool(*lease_, record);
    writeRelay(*lease_, record);
    record.address(ipv4Value(lease_->addr_));
    if (lease_->client_id_) {
        record.clientId(bytesOf(lease_->client_id_->getClientId()));
    }
    return record.end();
}

template <>
std::uint32_t Lease6Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    Lease6Record record(frame, handle);
    if (!record.fits()) {
        return 0;
    }
    writeCommon(*lease_, record);
    if (read.of(ObjectClass::Lease6) & field::Lease6::expired) {
        record.expired(lease_->expired());
    }
    writePool(*lease_, record);
    record.type(static_cast<std::uint8_t>(lease_->type_));
    record.address(ipv6Value(lease_->addr_));
    record.prefixLength(lease_->prefixlen_);
    record.iaid(lease_->iaid_);
    record.preferredLifetime(lease_->preferred_lft_);
    if (lease_->duid_) {
        record.duid(bytesOf(lease_->duid_->getDuid()));
    }
    return record.end();
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
