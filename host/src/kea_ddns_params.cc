// SPDX-License-Identifier: MPL-2.0
#include "kea_ddns_params.h"

#include "generated/frame_writer.h"
#include "kea_values.h"

#include <string>

namespace kea_policy {

std::uint32_t DdnsParamsReader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    namespace of = field::DdnsParams;
    const std::uint64_t fields = read.of(ObjectClass::DdnsParams);
    std::string prefix, suffix;

    DdnsParamsView view;
    view.object = handle;
    view.enable_updates = (fields & of::enable_updates) != 0 && params_->getEnableUpdates();
    view.override_no_update = (fields & of::override_no_update) != 0 && params_->getOverrideNoUpdate();
    view.override_client_update = (fields & of::override_client_update) != 0 && params_->getOverrideClientUpdate();
    view.update_on_renew = (fields & of::update_on_renew) != 0 && params_->getUpdateOnRenew();
    if (fields & of::replace_client_name_mode) {
        view.replace_client_name_mode = static_cast<std::uint8_t>(params_->getReplaceClientNameMode());
    }
    if (fields & of::generated_prefix) {
        prefix = params_->getGeneratedPrefix();
        view.generated_prefix = bytesOf(prefix);
    }
    if (fields & of::qualifying_suffix) {
        suffix = params_->getQualifyingSuffix();
        view.qualifying_suffix = bytesOf(suffix);
    }
    return writeDdnsParams(frame, view);
}

}  // namespace kea_policy
