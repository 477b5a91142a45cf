// SPDX-License-Identifier: MPL-2.0
#include "policy_log.h"

#include "in_quotes.h"

#include "kea_log_file.h"
#include "limits.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace kea_policy {
namespace {

TEST(EscapeControlsTest, keepsALineALine) {
    EXPECT_EQ(escapeControls(""), "");
    EXPECT_EQ(escapeControls("plain text, ÄÖ 100%"), "plain text, ÄÖ 100%");
    EXPECT_EQ(escapeControls("a\nb\r\n\tc"), "a\\x0ab\\x0d\\x0a\\x09c");
    EXPECT_EQ(escapeControls(std::string("\0\x1f\x20\x7e\x7f\x80\xff", 7)), "\\x00\\x1f ~\\x7f\\x80\\xff");
    EXPECT_EQ(escapeControls("\\x0a"), "\\x5cx0a") << "what was escaped can be told from what was written";
    EXPECT_EQ(escapeControls("\x1b[31m"), "\\x1b[31m");
}

TEST(PolicyLogTest, writesEachLevel) {
    const KeaLogFile file;
    PolicyLog log("greeter", limits::log_lines_per_second_default);
    log.line(PolicyLogLevel::Debug, "to be seen closely");
    log.line(PolicyLogLevel::Info, "good morning");
    log.line(PolicyLogLevel::Warning, "rain");
    log.line(PolicyLogLevel::Error, "flood");
    EXPECT_EQ(file.messages("POLICY_SAYS_DEBUG"), std::vector<std::string>{"POLICY_SAYS_DEBUG greeter: to be seen closely"});
    EXPECT_EQ(file.messages("POLICY_SAYS"), std::vector<std::string>{"POLICY_SAYS greeter: good morning"});
    EXPECT_EQ(file.messages("POLICY_SAYS_WARNING"), std::vector<std::string>{"POLICY_SAYS_WARNING greeter: rain"});
    EXPECT_EQ(file.messages("POLICY_SAYS_ERROR"), std::vector<std::string>{"POLICY_SAYS_ERROR greeter: flood"});
    ASSERT_EQ(file.lines().size(), 4U);
    EXPECT_NE(file.lines()[0].find("DEBUG"), std::string::npos);
    EXPECT_NE(file.lines()[1].find("INFO"), std::string::npos);
    EXPECT_NE(file.lines()[2].find("WARN"), std::string::npos);
    EXPECT_NE(file.lines()[3].find("ERROR"), std::string::npos);
}

TEST(PolicyLogTest, placeholdersInTextsAreText) {
    const KeaLogFile file;
    PolicyLog log("percent", limits::log_lines_per_second_default);
    log.line(PolicyLogLevel::Info, "50%1 of %2 and\n%");
    log.fault("pkt4_receive", "client %2\n", "trap", "divided %6 by %5\n", "continue");
    EXPECT_EQ(file.messages("POLICY_SAYS"), std::vector<std::string>{"POLICY_SAYS percent: 50%1 of %2 and\\x0a%"});
    EXPECT_EQ(file.messages("POLICY_FAULT"),
              std::vector<std::string>{"POLICY_FAULT policy percent failed at pkt4_receive for client [client %2\\x0a]: trap: it divided "
                                       "%6 by %5\\x0a; Kea is told to continue"});
}

TEST(PolicyLogTest, tellsHowManyLinesItLeftOutWithNoLineAfterThem) {
    const KeaLogFile file;
    const std::vector<std::string> lines{"POLICY_LOG_SUPPRESSED policy quiet: 3 lines of its own were not logged"};
    const std::vector<std::string> faults{"POLICY_FAULTS_SUPPRESSED policy quiet: 2 further faults were not logged"};
    {
        PolicyLog log("quiet", 10);
        for (int i = 0; i < 23; ++i) {
            log.line(PolicyLogLevel::Info, "again");
        }
        log.tellLeftOut();
        EXPECT_EQ(file.messages("POLICY_LOG_SUPPRESSED"), lines);
        log.tellLeftOut();
        EXPECT_EQ(file.messages("POLICY_LOG_SUPPRESSED"), lines) << "told already";
        for (std::uint32_t i = 0; i < limits::fault_lines_burst + 2; ++i) {
            log.fault("pkt4_receive", "", "trap", "divided by zero", "continue");
        }
    }
    EXPECT_EQ(file.messages("POLICY_FAULTS_SUPPRESSED"), faults) << "at its end";
    EXPECT_EQ(file.messages("POLICY_LOG_SUPPRESSED"), lines);
}

TEST(PolicyLogTest, ownLinesAndFaultsAreLimitedApart) {
    const KeaLogFile file;
    PolicyLog log("chatty", limits::log_lines_per_second_default), other("other", limits::log_lines_per_second_default);
    for (int i = 0; i < 100; ++i) {
        log.line(PolicyLogLevel::Info, "again");
    }
    log.fault("pkt4_receive", "c", "trap", "t", "drop");
    other.line(PolicyLogLevel::Info, "mine");
    const auto lines = file.messages("POLICY_SAYS");
    EXPECT_GE(lines.size(), 2 * limits::log_lines_per_second_default + 1);
    EXPECT_LE(lines.size(), 3 * limits::log_lines_per_second_default + 1) << "the clock may have ticked meanwhile";
    EXPECT_EQ(lines.back(), "POLICY_SAYS other: mine");
    EXPECT_EQ(file.messages("POLICY_FAULT").size(), 1U);
}

TEST(PolicyLogTest, tellsHowManyWereLeftOut) {
    const KeaLogFile file;
    PolicyLog log("chatty", limits::log_lines_per_second_default);
    for (int i = 0; i < 1000; ++i) {
        log.line(PolicyLogLevel::Warning, "again");
        log.fault("pkt4_receive", "c", "trap", "t", "drop");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    log.line(PolicyLogLevel::Warning, "last");
    log.fault("pkt4_receive", "c", "trap", "t", "drop");
    const auto written = file.messages("POLICY_SAYS_WARNING").size();
    std::size_t told = 0;
    for (const std::string& line : file.messages("POLICY_LOG_SUPPRESSED")) {
        told += std::stoul(line.substr(line.find(": ") + 2));
    }
    EXPECT_EQ(written + told, 1001U);
    EXPECT_FALSE(file.messages("POLICY_FAULTS_SUPPRESSED").empty());
}

TEST(PolicyLogTest, linesThatKeaWouldNotWriteCostNothingOfTheBurst) {
    const KeaLogFile file(isc::log::WARN);
    PolicyLog log("chatty", limits::log_lines_per_second_default);
    for (int i = 0; i < 1000; ++i) {
        log.line(PolicyLogLevel::Debug, "again");
        log.line(PolicyLogLevel::Info, "again");
    }
    log.line(PolicyLogLevel::Warning, "heard");
    EXPECT_EQ(file.lines().size(), 1U);
}

}  // namespace
}  // namespace kea_policy
