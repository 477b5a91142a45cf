// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_object.h"
#include "packet_editor.h"

#include <dhcp/pkt6.h>

namespace kea_policy {

/// A DHCPv6 packet, and the relay hops of one.
class Pkt6Reader : public KeaObject {
public:
    using Kea = isc::dhcp::Pkt6Ptr;
    static constexpr bool is_object = true;

    explicit Pkt6Reader(Kea packet) : packet_(std::move(packet)) {}

    bool exists() const noexcept { return packet_ != nullptr; }
    std::uint32_t write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read);
    ByteView likelyKey(ListKind kind) const;
    std::uint32_t fetch(FrameCursor& frame, std::uint32_t field);
    std::uint32_t option(FrameCursor& frame, std::uint32_t part, std::uint32_t code);
    std::uint32_t subOption(FrameCursor& frame, std::uint32_t part, std::uint32_t code, std::uint32_t sub_code);
    std::uint32_t relay(FrameCursor& frame, std::uint32_t handle, std::uint32_t index);
    std::string text(std::uint32_t which) const;
    std::string client() const;
    void beginEdits() { editor_.emplace(isc::dhcp::Option::V6).begin(*packet_); }
    std::optional<std::string> prepareEdit(const EditEntry& edit) { return editor_->prepare(edit); }
    void applyEdits() noexcept {
        if (editor_) {
            editor_->apply(*packet_);
        }
    }

private:
    /// The options of the packet itself or of one of its relay hops; nullptr where there is no such part.
    const isc::dhcp::OptionCollection* optionsOf(std::uint32_t part) const;

    Kea packet_;
    /// Most callouts edit nothing.
    std::optional<PacketEditor> editor_;
};

}  // namespace kea_policy
