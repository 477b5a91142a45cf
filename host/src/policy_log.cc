// SPDX-License-Identifier: MPL-2.0
#include "policy_log.h"

#include "in_quotes.h"

#include "limits.h"
#include "log.h"

namespace kea_policy {

PolicyLog::PolicyLog(const std::string& policy_name, std::uint32_t lines_per_second)
    : name_(policy_name), own_lines_(2 * lines_per_second, lines_per_second),
      faults_(limits::fault_lines_burst, limits::fault_lines_per_second) {}

void PolicyLog::line(PolicyLogLevel level, const std::string& text) {
    // Nothing is counted for a line that Kea's logger would not write.
    const bool wanted = level == PolicyLogLevel::Debug     ? policy_logger.isDebugEnabled(isc::log::DBGLVL_TRACE_BASIC)
                        : level == PolicyLogLevel::Info    ? policy_logger.isInfoEnabled()
                        : level == PolicyLogLevel::Warning ? policy_logger.isWarnEnabled()
                                                           : policy_logger.isErrorEnabled();
    std::uint64_t suppressed = 0;
    if (!wanted || !own_lines_.allow(suppressed)) {
        return;
    }
    tellOfLines(suppressed);
    const std::string escaped = escapeControls(text);
    switch (level) {
    case PolicyLogLevel::Debug:
        LOG_DEBUG(policy_logger, isc::log::DBGLVL_TRACE_BASIC, POLICY_SAYS_DEBUG).arg(name_).arg(escaped);
        break;
    case PolicyLogLevel::Info:
        LOG_INFO(policy_logger, POLICY_SAYS).arg(name_).arg(escaped);
        break;
    case PolicyLogLevel::Warning:
        LOG_WARN(policy_logger, POLICY_SAYS_WARNING).arg(name_).arg(escaped);
        break;
    case PolicyLogLevel::Error:
        LOG_ERROR(policy_logger, POLICY_SAYS_ERROR).arg(name_).arg(escaped);
        break;
    }
}

void PolicyLog::fault(const char* hook_point, const std::string& client, const char* kind, const std::string& text,
                      const char* told) {
    std::uint64_t suppressed = 0;
    if (!faults_.allow(suppressed)) {
        return;
    }
    tellOfFaults(suppressed);
    // The policy's words come last: Kea would take a "%6" in them for a place of its own.
    LOG_ERROR(policy_logger, POLICY_FAULT)
        .arg(name_)
        .arg(hook_point)
        .arg(escapeControls(client))
        .arg(kind)
        .arg(told)
        .arg(escapeControls(text));
}

void PolicyLog::tellLeftOut() noexcept {
    try {
        tellOfLines(own_lines_.takeSuppressed());
        tellOfFaults(faults_.takeSuppressed());
    } catch (...) {
        // No memory for a line of the log.
    }
}

void PolicyLog::tellOfLines(std::uint64_t left_out) {
    if (left_out != 0) {
        LOG_WARN(policy_logger, POLICY_LOG_SUPPRESSED).arg(name_).arg(left_out);
    }
}

void PolicyLog::tellOfFaults(std::uint64_t left_out) {
    if (left_out != 0) {
        LOG_WARN(policy_logger, POLICY_FAULTS_SUPPRESSED).arg(name_).arg(left_out);
    }
}

}  // namespace kea_policy
