// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_object.h"
#include "kea_values.h"
#include "packet_editor.h"

#include <dhcp/option.h>

#include <optional>
#include <string>

namespace kea_policy {

/// What the readers of packets of both families have in common.
template <typename PacketPtr, isc::dhcp::Option::Universe Family>
class PacketReader : public KeaObject {
public:
    using Kea = PacketPtr;
    static constexpr bool is_object = true;

    /// The packet is Kea's while the callout runs: keeping a share in it would cost two locked instructions.
    explicit PacketReader(const Kea& packet) noexcept : packet_(packet.get()) {}

    bool exists() const noexcept { return packet_ != nullptr; }
    std::string text(std::uint32_t which) const { return textOf(*packet_, which); }
    std::string client() const { return packet_->getLabel(); }
    void beginEdits() { editor_.emplace(Family).begin(*packet_); }
    std::optional<std::string> prepareEdit(const EditEntry& edit) { return editor_->prepare(edit); }
    void applyEdits() noexcept {
        if (editor_) {
            editor_->apply(*packet_);
        }
    }

protected:
    typename Kea::element_type* packet_;

private:
    /// Most callouts edit nothing.
    std::optional<PacketEditor> editor_;
};

}  // namespace kea_policy
