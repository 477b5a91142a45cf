// SPDX-License-Identifier: MPL-2.0
#include "unread_argument.h"

#include "limits.h"
#include "log.h"

#include <boost/version.hpp>

namespace kea_policy {

void UnreadArgument::report(bool given, Clock::time_point now) {
    const auto since_epoch = now.time_since_epoch();
    std::int64_t until = rests_until_.load(std::memory_order_relaxed);
    const std::int64_t next = (since_epoch + std::chrono::duration_cast<Clock::duration>(limits::unread_argument_rest)).count();
    if (since_epoch.count() < until || !rests_until_.compare_exchange_strong(until, next, std::memory_order_relaxed)) {
        return;
    }
    LOG_WARN(policy_logger, POLICY_ARGUMENT_UNREAD)
        .arg(hook_point_)
        .arg(name_)
        .arg(given ? "has a type that this libdhcp_policy.so, built with Boost " BOOST_LIB_VERSION ", does not know" : "is missing")
        .arg(needed_ ? "policies are not called without it, their on-error decides" : "policies see nothing of it");
}

}  // namespace kea_policy
