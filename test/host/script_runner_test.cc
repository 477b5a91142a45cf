// SPDX-License-Identifier: MPL-2.0
// What the log tells of a script whose runs fail and work in turn.
#include "script_runner.h"

#include "kea_log_file.h"
#include "limits.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace kea_policy {
namespace {

const ScriptEnd works{ScriptEnd::How::Exited, 0}, killed{ScriptEnd::How::Killed, 7}, missing{ScriptEnd::How::NotStarted, 2};

class ScriptRunnerTest : public testing::Test {
protected:
    std::shared_ptr<ScriptRunner> runner(const std::string& policy_name) {
        return std::make_shared<ScriptRunner>(policy_name, config_, ScriptRunner::OnError{}, starter_);
    }
    static void end(ScriptRunner& runner, const ScriptEnd& how) {
        ScriptJob job;
        job.path = "/s.sh";
        job.argument = "pkt4_receive";
        job.end = how;
        runner.ended(job);
    }
    /// A letter for each line: F failed, W works again.
    std::string told(const std::string& policy_name) const {
        std::string letters;
        for (const std::string& line : file_.lines()) {
            if (line.find(" of policy " + policy_name + " ") != std::string::npos) {
                letters += line.find("POLICY_SCRIPT_FAILED") != std::string::npos ? 'F' : 'W';
            }
        }
        return letters;
    }

    const KeaLogFile file_;
    ScriptConfig config_;
    /// It runs nothing: how runs ended is what the tests say.
    ScriptStarter starter_{"/nowhere"};
};

TEST_F(ScriptRunnerTest, tellsOfEachChangeOnce) {
    const auto one = runner("one");
    for (const ScriptEnd& how : {works, killed, killed, works, works, killed, missing, missing, killed, works}) {
        end(*one, how);
    }
    EXPECT_EQ(told("one"), "FWFFFW");
}

TEST_F(ScriptRunnerTest, tellsOfChangesInTheirOrderWhateverThreadsNoteThem) {
    // A line that overtook another would stand beside one that says the same.
    for (int round = 0; round < 200; ++round) {
        const std::string name = "round" + std::to_string(round);
        const auto one = runner(name);
        std::vector<std::thread> threads;
        for (const ScriptEnd& how : {killed, works, killed, works}) {
            threads.emplace_back([&one, how] {
                for (int n = 0; n < 50; ++n) {
                    end(*one, how);
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        const std::string letters = told(name);
        ASSERT_EQ(letters.find("FF"), std::string::npos) << letters;
        ASSERT_EQ(letters.find("WW"), std::string::npos) << letters;
    }
}

TEST_F(ScriptRunnerTest, tellsOfAChangeThatWasLeftOutAsSoonAsItMay) {
    const auto one = runner("one");
    const auto changes = [&](int count) {
        for (int n = 0; n < count; ++n) {
            end(*one, killed);
            end(*one, works);
        }
    };
    // More than may be told of at once; the last of them is that it works.
    changes(10 * limits::fault_lines_burst);
    // From now on it fails, however little may be told of yet.
    const auto failsByNow = [&] { return told("one").back() == 'F'; };
    for (const auto late = std::chrono::steady_clock::now() + std::chrono::seconds(10); !failsByNow() && std::chrono::steady_clock::now() < late; ::usleep(10'000)) {
        end(*one, killed);
    }
    EXPECT_TRUE(failsByNow()) << told("one");
    EXPECT_EQ(told("one").find("FF"), std::string::npos) << told("one");
    EXPECT_EQ(told("one").find("WW"), std::string::npos) << told("one");
}

TEST_F(ScriptRunnerTest, tellsHowManyLinesTheStarterLeftOut) {
    const auto one = runner("one");
    one->leftOut(12345);
    one->says("pkt4_receive", "heard");
    EXPECT_EQ(file_.messages("POLICY_SCRIPT_LINES_SUPPRESSED"),
              std::vector<std::string>{"POLICY_SCRIPT_LINES_SUPPRESSED policy one: 12345 lines of its script were not logged"});
    EXPECT_EQ(file_.messages("POLICY_SCRIPT_SAYS"), std::vector<std::string>{"POLICY_SCRIPT_SAYS one at pkt4_receive: heard"});
}

TEST_F(ScriptRunnerTest, tellsOfLinesAndRunsThatWereLeftOutWithNothingAfterThem) {
    const auto one = runner("one");
    for (std::uint32_t i = 0; i < limits::script_lines_burst + 7; ++i) {
        one->says("pkt4_receive", "heard");
    }
    for (int i = 0; i < 15; ++i) {
        end(*one, {ScriptEnd::How::Dropped, 0});
    }
    for (int i = 0; i < 4; ++i) {
        end(*one, {ScriptEnd::How::Unloaded, 0});
    }
    one->tellLeftOut();
    one->tellLeftOut();
    const std::string script = "script \"\" of policy one: ";
    EXPECT_EQ(file_.messages("POLICY_SCRIPT_LINES_SUPPRESSED"),
              std::vector<std::string>{"POLICY_SCRIPT_LINES_SUPPRESSED policy one: 7 lines of its script were not logged"});
    const std::string left_out = " runs were left out so far, the oldest that waited, since more than max-queued wait";
    EXPECT_EQ(file_.messages("POLICY_SCRIPT_DROPPED"), (std::vector<std::string>{"POLICY_SCRIPT_DROPPED " + script + "1" + left_out,
                                                                                "POLICY_SCRIPT_DROPPED " + script + "15" + left_out}));
    EXPECT_EQ(file_.messages("POLICY_SCRIPT_NOT_RUN"),
              std::vector<std::string>{"POLICY_SCRIPT_NOT_RUN " + script + "4 runs that waited were left out, since Kea ends or its configuration has no "
                                       "libdhcp_policy.so any more"});
    EXPECT_EQ(one->totals().dropped, 19u);
}

}  // namespace
}  // namespace kea_policy
