// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "kea_object.h"

namespace kea_policy {

/// An argument that is true or false: no object, it stands in the callout record itself.
class BoolReader : public KeaObject {
public:
    using Kea = bool;
    static constexpr bool is_object = false;

    explicit BoolReader(bool value) : value_(value) {}

    bool exists() const noexcept { return false; }
    bool value() const noexcept { return value_; }
    void store(FrameCursor& frame, std::uint32_t at) const { storeValue(frame.base + at, static_cast<std::uint8_t>(value_)); }

private:
    bool value_;
};

}  // namespace kea_policy
