// SPDX-License-Identifier: MPL-2.0
#include "fields_read.h"

namespace kea_policy {

FieldsRead::FieldsRead(const isc::data::ConstElementPtr& names) : FieldsRead() {
    if (!names || names->getType() != isc::data::Element::list) {
        return;
    }
    std::array<std::uint64_t, kObjectClasses> listed{};
    for (const auto& name : names->listValue()) {
        if (name->getType() != isc::data::Element::string) {
            return;
        }
        for (const FieldInfo& field : kFields) {
            if (name->stringValue() == field.name) {
                listed[static_cast<std::size_t>(field.object)] |= field.bit;
            }
        }
    }
    of_ = listed;
}

}  // namespace kea_policy
