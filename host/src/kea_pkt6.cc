// SPDX-License-Identifier: MPL-2.0
#include "kea_pkt6.h"

#include "generated/records.h"
#include "kea_options.h"
#include "kea_values.h"

#include <dhcp/dhcp6.h>

#include <exception>

namespace kea_policy {

using isc::dhcp::HWAddr;
using isc::dhcp::OptionBuffer;
using isc::dhcp::OptionCollection;

namespace {

/// As Kea's getMAC(HWADDR_SOURCE_ANY), source by source: Kea throws where a client sent an address of more bytes than it keeps, and the
/// sources after that one may still know it. Without copies of the options put into the packet, as Kea makes them in callouts.
isc::dhcp::HWAddrPtr hardwareAddress(isc::dhcp::Pkt6& packet) {
    struct WithoutCopies {
        explicit WithoutCopies(isc::dhcp::Pkt6& without) : packet(without), before(packet.isCopyRetrievedOptions()) {
            packet.setCopyRetrievedOptions(false);
        }
        ~WithoutCopies() { packet.setCopyRetrievedOptions(before); }
        isc::dhcp::Pkt6& packet;
        const bool before;
    } const without_copies(packet);
    for (const std::uint32_t source : {HWAddr::HWADDR_SOURCE_RAW, HWAddr::HWADDR_SOURCE_CLIENT_ADDR_RELAY_OPTION, HWAddr::HWADDR_SOURCE_DUID,
                                       HWAddr::HWADDR_SOURCE_IPV6_LINK_LOCAL, HWAddr::HWADDR_SOURCE_REMOTE_ID,
                                       HWAddr::HWADDR_SOURCE_DOCSIS_CMTS, HWAddr::HWADDR_SOURCE_DOCSIS_MODEM}) {
        try {
            if (isc::dhcp::HWAddrPtr address = packet.getMAC(source)) {
                return address;
            }
        } catch (const std::exception&) {
            // This source yields none.
        }
    }
    return nullptr;
}

}  // namespace

std::uint32_t Pkt6Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    const std::uint64_t fields = read.of(ObjectClass::Pkt6);
    Pkt6Record record(frame, handle);
    if (!record.fits()) {
        return 0;
    }
    if (fields & field::Pkt6::kPlain) {
        record.type(packet_->getType());
        record.relayed(!packet_->relay_info_.empty());
        record.localPort(packet_->getLocalPort());
        record.remotePort(packet_->getRemotePort());
        record.relayCount(static_cast<std::uint16_t>(packet_->relay_info_.size()));
        record.transid(packet_->getTransid());
        record.ifindex(packet_->getIndex());
    }
    if (fields & field::Pkt6::iface) {
        record.iface(bytesOf(interfaceName(*packet_)));
    }
    if (fields & field::Pkt6::duid) {
        if (const isc::dhcp::Option* option = findOption(packet_->options_, D6O_CLIENTID)) {
            OptionBuffer storage;
            record.duid(optionValue(*option, storage));
        }
    }
    return record.end();
}

ByteView Pkt6Reader::likelyKey(ListKind kind) const {
    if (kind == ListKind::Duid) {
        if (const isc::dhcp::Option* option = findOption(packet_->options_, D6O_CLIENTID)) {
            return bytesOf(option->getData());
        }
    }
    return {};
}

std::uint32_t Pkt6Reader::fetch(FrameCursor& frame, std::uint32_t field) {
    switch (static_cast<LazyField>(field)) {
    case LazyField::Pkt6Hwaddr: return bringHwAddr(frame, hardwareAddress(*packet_));
    case LazyField::Pkt6RemoteHwaddr: return bringHwAddr(frame, packet_->getRemoteHWAddr());
    case LazyField::Pkt6LocalAddr: return writeIpv6(frame, ipv6Value(packet_->getLocalAddr()));
    case LazyField::Pkt6RemoteAddr: return writeIpv6(frame, ipv6Value(packet_->getRemoteAddr()));
    case LazyField::Pkt6Classes: return bringClasses(frame, *packet_);
    case LazyField::Pkt6Wire: return bringWire(frame, *packet_);
    default: return 0;
    }
}

const OptionCollection* Pkt6Reader::optionsOf(std::uint32_t part) const {
    if (part == 0) {
        return &packet_->options_;
    }
    const auto& relays = packet_->relay_info_;
    // The first relay hop is part 1.
    return part <= relays.size() ? &relays[part - 1].options_ : nullptr;
}

std::uint32_t Pkt6Reader::option(FrameCursor& frame, std::uint32_t part, std::uint32_t code) {
    const OptionCollection* options = optionsOf(part);
    return options == nullptr ? 0 : bringOption(frame, *options, code);
}

std::uint32_t Pkt6Reader::optionAt(FrameCursor& frame, std::uint32_t code, std::uint32_t index) {
    return bringOption(frame, packet_->options_, code, index);
}

std::uint32_t Pkt6Reader::subOption(FrameCursor& frame, std::uint32_t part, std::uint32_t code, std::uint32_t sub_code) {
    const OptionCollection* options = optionsOf(part);
    return options == nullptr ? 0 : bringSubOption(frame, *options, code, sub_code);
}

std::uint32_t Pkt6Reader::relay(FrameCursor& frame, std::uint32_t handle, std::uint32_t index) {
    const auto& relays = packet_->relay_info_;
    if (index >= relays.size()) {
        return 0;
    }
    const auto& relay = relays[index];
    RelayHopRecord record(frame, partHandle(handle, index + 1));
    if (!record.fits()) {
        return 0;
    }
    record.type(relay.msg_type_);
    record.hopCount(relay.hop_count_);
    record.linkAddr(ipv6Value(relay.linkaddr_));
    record.peerAddr(ipv6Value(relay.peeraddr_));
    return record.end();
}

}  // namespace kea_policy
