// SPDX-License-Identifier: MPL-2.0
#include "kea_view4.h"

#include "generated/frame_writer.h"
#include "kea_options.h"
#include "kea_values.h"

#include <dhcp/dhcp4.h>

#include <algorithm>

namespace kea_policy {

using isc::dhcp::OptionBuffer;

namespace {

constexpr std::uint32_t kQuery = 0;
constexpr std::size_t kChaddrBytes = isc::dhcp::Pkt4::MAX_CHADDR_LEN;

}  // namespace

bool Pkt4Callout::write(FrameCursor& frame, const FieldsRead& read) {
    const std::uint64_t fields = read.of(ObjectClass::Pkt4);
    const isc::dhcp::HWAddr* hwaddr = hardwareAddress(query_);
    OptionBuffer client_id;

    Pkt4View view;
    view.object = kQuery;
    if (fields & field::Pkt4::type) {
        if (const isc::dhcp::Option* option = findOption(query_.options_, isc::dhcp::DHO_DHCP_MESSAGE_TYPE)) {
            view.type = optionUint8(*option);
        }
    }
    view.op = query_.getOp();
    view.hops = query_.getHops();
    view.secs = query_.getSecs();
    view.flags = query_.getFlags();
    view.local_port = query_.getLocalPort();
    view.remote_port = query_.getRemotePort();
    view.transid = query_.getTransid();
    view.ciaddr = ipv4Value(query_.getCiaddr());
    view.yiaddr = ipv4Value(query_.getYiaddr());
    view.siaddr = ipv4Value(query_.getSiaddr());
    view.giaddr = ipv4Value(query_.getGiaddr());
    // As Pkt4::isRelayed().
    view.relayed = view.giaddr != 0 && view.giaddr != 0xffffffff;
    view.local_addr = ipv4Value(query_.getLocalAddr());
    view.remote_addr = ipv4Value(query_.getRemoteAddr());
    view.ifindex = query_.getIndex();
    if (fields & field::Pkt4::iface) {
        view.iface = bytesOf(interfaceName(query_));
    }
    if (hwaddr != nullptr) {
        view.hwaddr = hwAddrView(*hwaddr);
        view.htype = static_cast<std::uint8_t>(hwaddr->htype_);
        view.hlen = static_cast<std::uint8_t>(std::min(hwaddr->hwaddr_.size(), kChaddrBytes));
    }
    if (fields & field::Pkt4::client_id) {
        if (const isc::dhcp::Option* option = findOption(query_.options_, isc::dhcp::DHO_DHCP_CLIENT_IDENTIFIER)) {
            view.client_id = optionValue(*option, client_id);
        }
    }
    Pkt4ReceiveView callout;
    callout.query4 = &view;
    return writeFrame(frame, callout);
}

ByteView Pkt4Callout::likelyKey(ListKind kind) {
    const isc::dhcp::HWAddr* hwaddr = hardwareAddress(query_);
    const bool by_hwaddr = kind == ListKind::HwAddr || kind == ListKind::Oui;
    return by_hwaddr && hwaddr != nullptr ? bytesOf(hwaddr->hwaddr_) : ByteView{};
}

std::uint32_t Pkt4Callout::fetch(FrameCursor& frame, std::uint32_t object, std::uint32_t field) {
    if (object != kQuery) {
        return 0;
    }
    switch (static_cast<LazyField>(field)) {
    case LazyField::Pkt4RemoteHwaddr: {
        const isc::dhcp::HWAddrPtr address = query_.getRemoteHWAddr();
        return address ? writeHwAddr(frame, hwAddrView(*address)) : 0;
    }
    case LazyField::Pkt4Sname: return writeBytes(frame, bytesOf(query_.getSname()));
    case LazyField::Pkt4File: return writeBytes(frame, bytesOf(query_.getFile()));
    case LazyField::Pkt4Classes: return bringClasses(frame, query_);
    default: return 0;
    }
}

std::uint32_t Pkt4Callout::option(FrameCursor& frame, std::uint32_t object, std::uint32_t code) {
    return object == kQuery ? bringOption(frame, query_.options_, code) : 0;
}

std::uint32_t Pkt4Callout::subOption(FrameCursor& frame, std::uint32_t object, std::uint32_t code, std::uint32_t sub_code) {
    return object == kQuery ? bringSubOption(frame, query_.options_, code, sub_code) : 0;
}

std::string Pkt4Callout::text(std::uint32_t object, std::uint32_t which) {
    return object == kQuery ? textOf(query_, which) : "";
}

std::string Pkt4Callout::client() {
    return query_.getLabel();
}

std::optional<std::string> Pkt4Callout::prepareEdits(const std::vector<EditEntry>& edits) {
    return editor_.prepare(query_, kQuery, edits);
}

void Pkt4Callout::applyEdits() noexcept {
    editor_.apply(query_);
}

}  // namespace kea_policy
