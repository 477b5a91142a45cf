// SPDX-License-Identifier: MPL-2.0
// Generated from host/messages/messages.mes by `npm run gen`: change that file, not this one.
#include "messages.h"

#include <log/message_initializer.h>

namespace kea_policy {

const isc::log::MessageID POLICY_LOADED = "POLICY_LOADED";
const isc::log::MessageID POLICY_COMPILED = "POLICY_COMPILED";
const isc::log::MessageID POLICY_NOT_CALLED_YET = "POLICY_NOT_CALLED_YET";
const isc::log::MessageID POLICY_READY = "POLICY_READY";
const isc::log::MessageID POLICY_REFUSED = "POLICY_REFUSED";
const isc::log::MessageID POLICY_LAST_GOOD_KEPT = "POLICY_LAST_GOOD_KEPT";
const isc::log::MessageID POLICY_FAULT = "POLICY_FAULT";
const isc::log::MessageID POLICY_FAULTS_SUPPRESSED = "POLICY_FAULTS_SUPPRESSED";
const isc::log::MessageID POLICY_SUSPENDED = "POLICY_SUSPENDED";
const isc::log::MessageID POLICY_RESUMED = "POLICY_RESUMED";
const isc::log::MessageID POLICY_INSTANCE_FAILED = "POLICY_INSTANCE_FAILED";
const isc::log::MessageID POLICY_SAYS = "POLICY_SAYS";
const isc::log::MessageID POLICY_SAYS_DEBUG = "POLICY_SAYS_DEBUG";
const isc::log::MessageID POLICY_SAYS_WARNING = "POLICY_SAYS_WARNING";
const isc::log::MessageID POLICY_SAYS_ERROR = "POLICY_SAYS_ERROR";
const isc::log::MessageID POLICY_LOG_SUPPRESSED = "POLICY_LOG_SUPPRESSED";
const isc::log::MessageID POLICY_CALLOUT_FAILED = "POLICY_CALLOUT_FAILED";
const isc::log::MessageID POLICY_ARGUMENT_UNREAD = "POLICY_ARGUMENT_UNREAD";
const isc::log::MessageID POLICY_SCRIPT_TOO_LATE = "POLICY_SCRIPT_TOO_LATE";
const isc::log::MessageID POLICY_SMALL_RESERVATIONS = "POLICY_SMALL_RESERVATIONS";
const isc::log::MessageID POLICY_STARTER_STARTED = "POLICY_STARTER_STARTED";
const isc::log::MessageID POLICY_STARTER_ENDED = "POLICY_STARTER_ENDED";
const isc::log::MessageID POLICY_STARTER_LATE = "POLICY_STARTER_LATE";
const isc::log::MessageID POLICY_STARTER_SILENT = "POLICY_STARTER_SILENT";
const isc::log::MessageID POLICY_STARTER_FAILED = "POLICY_STARTER_FAILED";
const isc::log::MessageID POLICY_SCRIPT_FAILED = "POLICY_SCRIPT_FAILED";
const isc::log::MessageID POLICY_SCRIPT_WORKS = "POLICY_SCRIPT_WORKS";
const isc::log::MessageID POLICY_SCRIPT_DROPPED = "POLICY_SCRIPT_DROPPED";
const isc::log::MessageID POLICY_SCRIPT_NOT_RUN = "POLICY_SCRIPT_NOT_RUN";
const isc::log::MessageID POLICY_SCRIPT_SAYS = "POLICY_SCRIPT_SAYS";
const isc::log::MessageID POLICY_SCRIPT_LINES_SUPPRESSED = "POLICY_SCRIPT_LINES_SUPPRESSED";
const isc::log::MessageID POLICY_UNLOAD_FAILED = "POLICY_UNLOAD_FAILED";
const isc::log::MessageID POLICY_UNLOADED = "POLICY_UNLOADED";

namespace {

const char* values[] = {
    "POLICY_LOADED", "policy %1 is loaded from %2%3 for %4",
    "POLICY_COMPILED", "policy %1 is compiled from %2",
    "POLICY_NOT_CALLED_YET", "policy %1 exports %2; %3 does not call it there",
    "POLICY_READY", "%1 policies are ready with %2 slots each",
    "POLICY_REFUSED", "%1",
    "POLICY_LAST_GOOD_KEPT", "the last good set of policies goes on deciding: %1",
    "POLICY_FAULT", "policy %1 failed at %2 for client [%3]: %4: it %6; Kea is told to %5",
    "POLICY_FAULTS_SUPPRESSED", "policy %1: %2 further faults were not logged",
    "POLICY_SUSPENDED", "policy %1 failed %2 times in a row and is suspended for %3 ms",
    "POLICY_RESUMED", "policy %1 works again after its suspension",
    "POLICY_INSTANCE_FAILED", "policy %1: a new instance could not be made: %2",
    "POLICY_SAYS", "%1: %2",
    "POLICY_SAYS_DEBUG", "%1: %2",
    "POLICY_SAYS_WARNING", "%1: %2",
    "POLICY_SAYS_ERROR", "%1: %2",
    "POLICY_LOG_SUPPRESSED", "policy %1: %2 lines of its own were not logged",
    "POLICY_CALLOUT_FAILED", "an error inside of libdhcp_policy.so at %1: %2; the packet goes on as if no policy had been asked",
    "POLICY_ARGUMENT_UNREAD", "at %1 Kea's argument %2 %3: %4",
    "POLICY_SCRIPT_TOO_LATE", "at %1 a packet went on before its script was asked: the script runs, but cannot drop the packet any more",
    "POLICY_SMALL_RESERVATIONS", "address space is limited: policies run with small memory reservations, about a quarter slower",
    "POLICY_STARTER_STARTED", "scripts are started by kea-policy-starter, process %1",
    "POLICY_STARTER_ENDED", "kea-policy-starter ended while %1 scripts were running; it is started again",
    "POLICY_STARTER_LATE", "%1 was started and has said nothing for 5 seconds; scripts wait for it",
    "POLICY_STARTER_SILENT", "%1 ended before it was ready; it is tried again",
    "POLICY_STARTER_FAILED", "%1 cannot be started: %2; it is tried again",
    "POLICY_SCRIPT_FAILED", "script %1 of policy %2 fails: at %3 it %4; this is said once until it works or fails in another way",
    "POLICY_SCRIPT_WORKS", "script %1 of policy %2 works again",
    "POLICY_SCRIPT_DROPPED", "script %1 of policy %2: %3 runs were left out so far, the oldest that waited, since more than max-queued wait",
    "POLICY_SCRIPT_NOT_RUN", "script %1 of policy %2: %3 runs that waited were left out, since Kea ends or its configuration has no libdhcp_policy.so any more",
    "POLICY_SCRIPT_SAYS", "%1 at %2: %3",
    "POLICY_SCRIPT_LINES_SUPPRESSED", "policy %1: %2 lines of its script were not logged",
    "POLICY_UNLOAD_FAILED", "policy %1 %2",
    "POLICY_UNLOADED", "the policies are unloaded",
    nullptr,
};

const isc::log::MessageInitializer initializer(values);

}  // namespace

}  // namespace kea_policy
