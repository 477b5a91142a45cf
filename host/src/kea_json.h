// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "generated/records.h"
#include "kea_object.h"
#include "kea_values.h"

#include <cc/data.h>

#include <utility>

namespace kea_policy {

/// A JSON value of Kea's. It may be larger than a frame, so its record is empty: a policy asks for the text.
class JsonReader : public KeaObject {
public:
    using Kea = isc::data::ConstElementPtr;
    static constexpr bool is_object = true;

    explicit JsonReader(Kea element) : element_(std::move(element)) {}

    bool exists() const noexcept { return element_ != nullptr; }
    std::uint32_t write(FrameCursor& frame, std::uint32_t handle, const FieldsRead&) const {
        const JsonRecord record(frame, handle);
        return record.fits() ? record.end() : 0;
    }
    std::string text(std::uint32_t which) const { return which == 0 ? textOf(element_) : std::string(); }

private:
    Kea element_;
};

}  // namespace kea_policy
