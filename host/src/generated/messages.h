// SPDX-License-Identifier: MPL-2.0
// Generated from host/messages/messages.mes by `npm run gen`: change that file, not this one.
#pragma once

#include <log/message_types.h>

namespace kea_policy {

extern const isc::log::MessageID POLICY_LOADED;
extern const isc::log::MessageID POLICY_COMPILED;
extern const isc::log::MessageID POLICY_NOT_CALLED_YET;
extern const isc::log::MessageID POLICY_READY;
extern const isc::log::MessageID POLICY_REFUSED;
extern const isc::log::MessageID POLICY_LAST_GOOD_KEPT;
extern const isc::log::MessageID POLICY_FAULT;
extern const isc::log::MessageID POLICY_FAULTS_SUPPRESSED;
extern const isc::log::MessageID POLICY_SUSPENDED;
extern const isc::log::MessageID POLICY_RESUMED;
extern const isc::log::MessageID POLICY_INSTANCE_FAILED;
extern const isc::log::MessageID POLICY_SAYS;
extern const isc::log::MessageID POLICY_SAYS_DEBUG;
extern const isc::log::MessageID POLICY_SAYS_WARNING;
extern const isc::log::MessageID POLICY_SAYS_ERROR;
extern const isc::log::MessageID POLICY_LOG_SUPPRESSED;
extern const isc::log::MessageID POLICY_CALLOUT_FAILED;
extern const isc::log::MessageID POLICY_ARGUMENT_UNREAD;
extern const isc::log::MessageID POLICY_SCRIPT_TOO_LATE;
extern const isc::log::MessageID POLICY_SMALL_RESERVATIONS;
extern const isc::log::MessageID POLICY_STARTER_STARTED;
extern const isc::log::MessageID POLICY_STARTER_ENDED;
extern const isc::log::MessageID POLICY_STARTER_LATE;
extern const isc::log::MessageID POLICY_STARTER_SILENT;
extern const isc::log::MessageID POLICY_STARTER_FAILED;
extern const isc::log::MessageID POLICY_SCRIPT_FAILED;
extern const isc::log::MessageID POLICY_SCRIPT_WORKS;
extern const isc::log::MessageID POLICY_SCRIPT_DROPPED;
extern const isc::log::MessageID POLICY_SCRIPT_NOT_RUN;
extern const isc::log::MessageID POLICY_SCRIPT_SAYS;
extern const isc::log::MessageID POLICY_SCRIPT_LINES_SUPPRESSED;
extern const isc::log::MessageID POLICY_UNLOAD_FAILED;
extern const isc::log::MessageID POLICY_UNLOADED;

}  // namespace kea_policy
