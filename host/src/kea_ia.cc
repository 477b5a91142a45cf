// SPDX-License-Identifier: MPL-2.0
#include "kea_ia.h"

#include "generated/records.h"
#include "kea_options.h"

namespace kea_policy {

std::uint32_t Option6IAReader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead&) {
    Option6IARecord record(frame, handle);
    if (!record.fits()) {
        return 0;
    }
    record.type(association_->getType());
    record.iaid(association_->getIAID());
    record.t1(association_->getT1());
    record.t2(association_->getT2());
    return record.end();
}

std::uint32_t Option6IAReader::option(FrameCursor& frame, std::uint32_t part, std::uint32_t code) {
    return part == 0 ? bringOption(frame, association_->getOptions(), code) : 0;
}

}  // namespace kea_policy
