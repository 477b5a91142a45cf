// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_object.h"
#include "lease_editor.h"

#include <dhcpsrv/lease.h>

#include <optional>
#include <string>
#include <utility>

namespace kea_policy {

/// A lease of either family.
template <typename LeasePtr>
class LeaseReader : public KeaObject {
public:
    using Kea = LeasePtr;
    static constexpr bool is_object = true;

    explicit LeaseReader(Kea lease) : lease_(std::move(lease)) {}

    bool exists() const noexcept { return lease_ != nullptr; }
    std::uint32_t write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read);
    std::string text(std::uint32_t which) const;
    std::string client() const;
    void beginEdits() { editor_.emplace(*lease_); }
    std::optional<std::string> prepareEdit(const EditEntry& edit) { return editor_->prepare(edit); }
    std::optional<std::string> finishEdits() const { return editor_->finish(); }
    void applyEdits() noexcept {
        if (editor_) {
            editor_->apply(*lease_);
        }
    }

private:
    Kea lease_;
    /// Most callouts edit nothing.
    std::optional<LeaseEditor> editor_;
};

using Lease4Reader = LeaseReader<isc::dhcp::Lease4Ptr>;
using Lease6Reader = LeaseReader<isc::dhcp::Lease6Ptr>;

}  // namespace kea_policy
