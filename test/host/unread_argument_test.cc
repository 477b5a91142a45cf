// SPDX-License-Identifier: MPL-2.0
#include "unread_argument.h"

#include "kea_log_file.h"

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

TEST(UnreadArgumentTest, isReportedOnceAMinute) {
    using namespace std::chrono_literals;
    const KeaLogFile log;
    UnreadArgument argument("pkt4_receive", "query4", true), other("pkt4_receive", "query4", true);
    const auto begin = UnreadArgument::Clock::now();
    const auto said = [&] { return log.messages("POLICY_ARGUMENT_UNREAD").size(); };
    argument.report(false, begin);
    argument.report(true, begin + 59s);
    EXPECT_EQ(said(), 1U);
    argument.report(false, begin + 60s);
    EXPECT_EQ(said(), 2U);
    argument.report(false, begin + 61s);
    EXPECT_EQ(said(), 2U);
    other.report(false, begin + 61s);
    EXPECT_EQ(said(), 3U);
}

}  // namespace
}  // namespace kea_policy
