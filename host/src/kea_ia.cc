// SPDX-License-Identifier: MPL-2.0
#include "kea_ia.h"

#include "generated/frame_writer.h"
#include "kea_options.h"

namespace kea_policy {

std::uint32_t Option6IAReader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead&) {
    Option6IAView view;
    view.object = handle;
    view.type = association_->getType();
    view.iaid = association_->getIAID();
    view.t1 = association_->getT1();
    view.t2 = association_->getT2();
    return writeOption6IA(frame, view);
}

std::uint32_t Option6IAReader::option(FrameCursor& frame, std::uint32_t part, std::uint32_t code) {
    return part == 0 ? bringOption(frame, association_->getOptions(), code) : 0;
}

}  // namespace kea_policy
