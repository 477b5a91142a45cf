// SPDX-License-Identifier: MPL-2.0
#include "kea_ddns_params.h"

#include "generated/records.h"
#include "kea_values.h"

namespace kea_policy {

std::uint32_t DdnsParamsReader::write(FrameCursor& frame, std::uint32_t handle, const FieldsRead& read) {
    namespace of = field::DdnsParams;
    const std::uint64_t fields = read.of(ObjectClass::DdnsParams);

    DdnsParamsRecord record(frame, handle);
    if (!record.fits()) {
        return 0;
    }
    if (fields & of::enable_updates) {
        record.enableUpdates(params_->getEnableUpdates());
    }
    if (fields & of::override_no_update) {
        record.overrideNoUpdate(params_->getOverrideNoUpdate());
    }
    if (fields & of::override_client_update) {
        record.overrideClientUpdate(params_->getOverrideClientUpdate());
    }
    if (fields & of::update_on_renew) {
        record.updateOnRenew(params_->getUpdateOnRenew());
    }
    if (fields & of::replace_client_name_mode) {
        record.replaceClientNameMode(static_cast<std::uint8_t>(params_->getReplaceClientNameMode()));
    }
    if (fields & of::generated_prefix) {
        record.generatedPrefix(bytesOf(params_->getGeneratedPrefix()));
    }
    if (fields & of::qualifying_suffix) {
        record.qualifyingSuffix(bytesOf(params_->getQualifyingSuffix()));
    }
    return record.end();
}

}  // namespace kea_policy
