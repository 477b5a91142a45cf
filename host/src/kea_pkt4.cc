// SPDX-License-Identifier: MPL-2.0
#include "kea_pkt4.h"

#include "generated/records.h"
#include "kea_options.h"
#include "kea_values.h"

#include <dhcp/dhcp4.h>

#include <algorithm>

namespace kea_policy {

using isc::dhcp::OptionBuffer;

namespace {

constexpr std::size_t kChaddrBytes = isc::dhcp::Pkt4::MAX_CHADDR_LEN;

}  // namespace

std::uint32_t Pkt4Reader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    const std::uint64_t fields = read.of(ObjectClass::Pkt4);
    Pkt4Record record(frame, handle);
    if (!record.fits()) {
        return 0;
    }
    if (fields & field::Pkt4::type) {
        if (const isc::dhcp::Option* option = findOption(packet_->options_, isc::dhcp::DHO_DHCP_MESSAGE_TYPE)) {
            record.type(optionUint8(*option));
        }
    }
    if (fields & field::Pkt4::kPlain) {
        record.op(packet_->getOp());
        record.hops(packet_->getHops());
        record.secs(packet_->getSecs());
        record.flags(packet_->getFlags());
        record.localPort(packet_->getLocalPort());
        record.remotePort(packet_->getRemotePort());
        record.transid(packet_->getTransid());
        record.ciaddr(ipv4Value(packet_->getCiaddr()));
        record.yiaddr(ipv4Value(packet_->getYiaddr()));
        record.siaddr(ipv4Value(packet_->getSiaddr()));
        const std::uint32_t giaddr = ipv4Value(packet_->getGiaddr());
        record.giaddr(giaddr);
        // As Pkt4::isRelayed().
        record.relayed(giaddr != 0 && giaddr != 0xffffffff);
        record.localAddr(ipv4Value(packet_->getLocalAddr()));
        record.remoteAddr(ipv4Value(packet_->getRemoteAddr()));
        record.ifindex(packet_->getIndex());
    }
    if (fields & field::Pkt4::dhcp4o6) {
        record.dhcp4o6(packet_->isDhcp4o6());
    }
    if (fields & field::Pkt4::iface) {
        record.iface(bytesOf(interfaceName(*packet_)));
    }
    if (fields & (field::Pkt4::hwaddr | field::Pkt4::htype | field::Pkt4::hlen)) {
        if (const isc::dhcp::HWAddr* hwaddr = hardwareAddress(*packet_)) {
            record.hwaddr(hwAddrView(*hwaddr));
            record.htype(static_cast<std::uint8_t>(hwaddr->htype_));
            record.hlen(static_cast<std::uint8_t>(std::min(hwaddr->hwaddr_.size(), kChaddrBytes)));
        }
    }
    if (fields & field::Pkt4::client_id) {
        if (const isc::dhcp::Option* option = findOption(packet_->options_, isc::dhcp::DHO_DHCP_CLIENT_IDENTIFIER)) {
            OptionBuffer storage;
            record.clientId(optionValue(*option, storage));
        }
    }
    return record.end();
}

ByteView Pkt4Reader::likelyKey(ListKind kind) const {
    const isc::dhcp::HWAddr* hwaddr = hardwareAddress(*packet_);
    const bool by_hwaddr = kind == ListKind::HwAddr || kind == ListKind::Oui;
    return by_hwaddr && hwaddr != nullptr ? bytesOf(hwaddr->hwaddr_) : ByteView{};
}

std::uint32_t Pkt4Reader::fetch(FrameCursor& frame, std::uint32_t field) {
    switch (static_cast<LazyField>(field)) {
    case LazyField::Pkt4RemoteHwaddr: return bringHwAddr(frame, packet_->getRemoteHWAddr());
    case LazyField::Pkt4LocalHwaddr: return bringHwAddr(frame, packet_->getLocalHWAddr());
    case LazyField::Pkt4Sname: return writeBytes(frame, bytesOf(packet_->getSname()));
    case LazyField::Pkt4File: return writeBytes(frame, bytesOf(packet_->getFile()));
    case LazyField::Pkt4Classes: return bringClasses(frame, *packet_);
    case LazyField::Pkt4Wire: return bringWire(frame, *packet_);
    default: return 0;
    }
}

std::uint32_t Pkt4Reader::option(FrameCursor& frame, std::uint32_t part, std::uint32_t code) {
    return part == 0 ? bringJoinedOption(frame, packet_->options_, code) : 0;
}

std::uint32_t Pkt4Reader::subOption(FrameCursor& frame, std::uint32_t part, std::uint32_t code, std::uint32_t sub_code) {
    return part == 0 ? bringSubOption(frame, packet_->options_, code, sub_code) : 0;
}

}  // namespace kea_policy
