// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_object.h"
#include "packet_editor.h"

#include <dhcp/pkt4.h>

namespace kea_policy {

/// A DHCPv4 packet.
class Pkt4Reader : public KeaObject {
public:
    using Kea = isc::dhcp::Pkt4Ptr;
    static constexpr bool is_object = true;

    explicit Pkt4Reader(Kea packet) : packet_(std::move(packet)) {}

    bool exists() const noexcept { return packet_ != nullptr; }
    std::uint32_t write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read);
    ByteView likelyKey(ListKind kind) const;
    std::uint32_t fetch(FrameCursor& frame, std::uint32_t field);
    std::uint32_t option(FrameCursor& frame, std::uint32_t part, std::uint32_t code);
    std::uint32_t subOption(FrameCursor& frame, std::uint32_t part, std::uint32_t code, std::uint32_t sub_code);
    std::string text(std::uint32_t which) const;
    std::string client() const;
    void beginEdits() { editor_.emplace(isc::dhcp::Option::V4).begin(*packet_); }
    std::optional<std::string> prepareEdit(const EditEntry& edit) { return editor_->prepare(edit); }
    void applyEdits() noexcept {
        if (editor_) {
            editor_->apply(*packet_);
        }
    }

private:
    Kea packet_;
    /// Most callouts edit nothing.
    std::optional<PacketEditor> editor_;
};

}  // namespace kea_policy
