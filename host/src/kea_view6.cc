// SPDX-License-Identifier: MPL-2.0
#include "kea_view6.h"

#include "generated/frame_writer.h"
#include "kea_options.h"
#include "kea_values.h"

#include <dhcp/dhcp6.h>

#include <exception>

namespace kea_policy {

using isc::dhcp::HWAddr;
using isc::dhcp::OptionBuffer;
using isc::dhcp::OptionCollection;

namespace {

constexpr std::uint32_t kQuery = 0;
/// Handles of relay hops: this plus their position. Far above the number of arguments of any callout.
constexpr std::uint32_t kFirstRelay = 0x10000;

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

bool Pkt6Callout::write(FrameCursor& frame, const FieldsRead& read) {
    const std::uint64_t fields = read.of(ObjectClass::Pkt6);
    OptionBuffer duid;

    Pkt6View view;
    view.object = kQuery;
    view.type = query_.getType();
    view.relayed = !query_.relay_info_.empty();
    view.local_port = query_.getLocalPort();
    view.remote_port = query_.getRemotePort();
    view.relay_count = static_cast<std::uint16_t>(query_.relay_info_.size());
    view.transid = query_.getTransid();
    view.ifindex = query_.getIndex();
    if (fields & field::Pkt6::iface) {
        view.iface = bytesOf(interfaceName(query_));
    }
    if (fields & field::Pkt6::duid) {
        if (const isc::dhcp::Option* option = findOption(query_.options_, D6O_CLIENTID)) {
            view.duid = optionValue(*option, duid);
        }
    }
    Pkt6ReceiveView callout;
    callout.query6 = &view;
    return writeFrame(frame, callout);
}

ByteView Pkt6Callout::likelyKey(ListKind kind) {
    if (kind == ListKind::Duid) {
        if (const isc::dhcp::Option* option = findOption(query_.options_, D6O_CLIENTID)) {
            return bytesOf(option->getData());
        }
    }
    return {};
}

std::uint32_t Pkt6Callout::fetch(FrameCursor& frame, std::uint32_t object, std::uint32_t field) {
    if (object != kQuery) {
        return 0;
    }
    switch (static_cast<LazyField>(field)) {
    case LazyField::Pkt6Hwaddr: {
        const isc::dhcp::HWAddrPtr address = hardwareAddress(query_);
        return address ? writeHwAddr(frame, hwAddrView(*address)) : 0;
    }
    case LazyField::Pkt6LocalAddr: return writeIpv6(frame, ipv6Value(query_.getLocalAddr()));
    case LazyField::Pkt6RemoteAddr: return writeIpv6(frame, ipv6Value(query_.getRemoteAddr()));
    case LazyField::Pkt6Classes: return bringClasses(frame, query_);
    default: return 0;
    }
}

const OptionCollection* Pkt6Callout::optionsOf(std::uint32_t object) const {
    if (object == kQuery) {
        return &query_.options_;
    }
    const auto& relays = query_.relay_info_;
    return object >= kFirstRelay && object - kFirstRelay < relays.size() ? &relays[object - kFirstRelay].options_ : nullptr;
}

std::uint32_t Pkt6Callout::option(FrameCursor& frame, std::uint32_t object, std::uint32_t code) {
    const OptionCollection* options = optionsOf(object);
    return options == nullptr ? 0 : bringOption(frame, *options, code);
}

std::uint32_t Pkt6Callout::subOption(FrameCursor& frame, std::uint32_t object, std::uint32_t code, std::uint32_t sub_code) {
    const OptionCollection* options = optionsOf(object);
    return options == nullptr ? 0 : bringSubOption(frame, *options, code, sub_code);
}

std::uint32_t Pkt6Callout::relay(FrameCursor& frame, std::uint32_t object, std::uint32_t index) {
    const auto& relays = query_.relay_info_;
    if (object != kQuery || index >= relays.size()) {
        return 0;
    }
    const auto& relay = relays[index];
    RelayHopView view;
    view.object = kFirstRelay + index;
    view.type = relay.msg_type_;
    view.hop_count = relay.hop_count_;
    view.link_addr = ipv6Value(relay.linkaddr_);
    view.peer_addr = ipv6Value(relay.peeraddr_);
    return writeRelayHop(frame, view);
}

std::string Pkt6Callout::text(std::uint32_t object, std::uint32_t which) {
    return object == kQuery ? textOf(query_, which) : "";
}

std::string Pkt6Callout::client() {
    return query_.getLabel();
}

std::optional<std::string> Pkt6Callout::prepareEdits(const std::vector<EditEntry>& edits) {
    return editor_.prepare(query_, kQuery, edits);
}

void Pkt6Callout::applyEdits() noexcept {
    editor_.apply(query_);
}

}  // namespace kea_policy
