// SPDX-License-Identifier: MPL-2.0
// The starter's own beginning, pauses and end, as our side takes them. It is the real one: build/kea-policy-starter.
#include "script_starter.h"

#include "config_error_of.h"
#include "script_starter_fixture.h"

#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <sys/time.h>
#include <unistd.h>

using namespace kea_policy;
using How = ScriptEnd::How;

namespace {

class StarterLifeTest : public ScriptStarterFixture {};

TEST_F(StarterLifeTest, goesOnWhereItIsPausedMeanwhile) {
    const std::string path = script("sleep 0.2; exit 5");
    starter.later(job(path, "1"));
    starter.later(job(path, "2"));
    starter.later(job(path, "3"));
    starter.pause();
    starter.resume();
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 3; }));
    EXPECT_EQ(owner->ends[2].second.value, 5);
    EXPECT_EQ(starter.run(job(path)).value, 5);
}

TEST_F(StarterLifeTest, whereItEndedWhileItWasPausedNothingIsForgotten) {
    const pid_t process = starterProcess();
    const std::string gate = folder.file("gate"), begun = folder.file("begun");
    starter.later(job(script("echo $$ >> " + begun + "; exec sleep 1000"), "runs on"));
    starter.later(job(script("echo $$ >> " + begun + "; while [ ! -e " + gate + " ]; do sleep 0.02; done; exit 4"), "ends meanwhile"));
    starter.later(job(script("exit 5"), "waits"));
    EXPECT_TRUE(eventually([&] {
        std::ifstream file(begun);
        return std::distance(std::istream_iterator<pid_t>(file), {}) == 2;
    }));
    starter.pause();
    std::ofstream(gate).put('\n');
    // It has told how that one ended when only the other one is left and it waits again.
    EXPECT_TRUE(eventually([process] {
        std::ifstream file("/proc/" + std::to_string(process) + "/task/" + std::to_string(process) + "/children");
        return std::distance(std::istream_iterator<pid_t>(file), {}) == 1 && stateOf(process) == 'S';
    }));
    ::kill(process, SIGKILL);
    EXPECT_TRUE(eventually([process] { return ::kill(process, 0) != 0 || stateOf(process) == 'Z'; }));
    starter.resume();
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 3; }));
    std::map<std::string, std::string> words;
    for (const auto& [argument, end] : owner->ends) {
        words[argument] = wordsOf(end, 5000);
    }
    EXPECT_EQ(words, (std::map<std::string, std::string>{{"ends meanwhile", "ended with status 4"},
                                                         {"runs on", "was killed, since kea-policy-starter ended"},
                                                         {"waits", "ended with status 5"}}));
    EXPECT_EQ(owner->queue->running(), 0u);
}

TEST_F(StarterLifeTest, gettingNoAnswerFromTheStarterIsNoReasonToWaitForEver) {
    const std::string pid = folder.file("pid");
    const std::string path = script("echo $PPID > " + pid);
    ASSERT_EQ(starter.run(job(path)).value, 0);
    pid_t process = 0;
    std::ifstream(pid) >> process;
    ASSERT_GT(process, 1);
    ASSERT_EQ(::kill(process, SIGSTOP), 0);
    const auto began = Clock::now();
    EXPECT_EQ(starter.run(job(path, "x", 200)).how, ScriptEnd::How::TimedOut);
    EXPECT_LT(Clock::now() - began, std::chrono::seconds(3));
    // Another one is started; the old one ends as soon as it may.
    EXPECT_TRUE(eventually([&] { return starter.run(job(path)).how == ScriptEnd::How::Exited; }));
    ::kill(process, SIGCONT);
    EXPECT_TRUE(eventually([process] { return ::kill(process, 0) != 0; }));
}

/// The machine stands still, as a virtual one may: the thread that waits is held up in this handler, the starter is stopped meanwhile.
pid_t stopped_starter = 0;

void standStill(int) {
    ::usleep(800'000);
    ::kill(stopped_starter, SIGCONT);
}

TEST_F(StarterLifeTest, aMachineThatStoodStillDoesNotCostTheStarterItsLife) {
    const std::string pid = folder.file("pid");
    const std::string path = script("echo $PPID > " + pid);
    ASSERT_EQ(starter.run(job(path)).value, 0);
    std::ifstream(pid) >> stopped_starter;
    ASSERT_GT(stopped_starter, 1);
    const auto before = std::signal(SIGALRM, standStill);
    const itimerval in_100_ms{{0, 0}, {0, 100'000}};
    ::setitimer(ITIMER_REAL, &in_100_ms, nullptr);
    // Not before the starter has noted when the script must have ended.
    EXPECT_EQ(starter.run(job(script("sleep 0.05; kill -STOP $PPID; exec sleep 1000"), "x", 300)).how, ScriptEnd::How::TimedOut);
    std::signal(SIGALRM, before);
    ASSERT_EQ(starter.run(job(path)).how, ScriptEnd::How::Exited);
    pid_t now = 0;
    std::ifstream(pid) >> now;
    EXPECT_EQ(now, stopped_starter);
}

/// As when many clients come at once, for whom packets are parked: how the runs ended.
class ManyAtOnceTest : public ScriptStarterFixture {
protected:
    std::map<How, int> run(const std::string& path, std::uint32_t timeout_ms) {
        owner = std::make_shared<NotingOwner>(256, 1000);
        number = starter.introduce(owner, owner->queue);
        for (int i = 0; i < 256; ++i) {
            starter.inTime(job(path, "x", timeout_ms));
        }
        EXPECT_TRUE(eventually([this] { return owner->ends.size() == 256; }));
        std::map<How, int> counts;
        for (const auto& [argument, end] : owner->ends) {
            ++counts[end.how];
        }
        return counts;
    }
};

TEST_F(ManyAtOnceTest, areNoReasonToTakeTheStarterForOneThatIsStopped) {
    const pid_t process = starterProcess();
    const std::map<How, int> counts = run(script("exec sleep 1"), 50);
    const auto count = [&counts](How how) { return counts.count(how) == 0 ? 0 : counts.at(how); };
    EXPECT_EQ(count(How::TimedOut) + count(How::TooLate), 256);
    EXPECT_EQ(starterProcess(), process);
}

TEST_F(ManyAtOnceTest, whatTheStarterNeverHeardOfIsNotStarted) {
    const std::string runs = folder.file("runs");
    ASSERT_EQ(::kill(starterProcess(), SIGSTOP), 0);
    // The socket takes some dozens of these.
    environment = "LONG=" + std::string(16'000, 'x') + '\0';
    const std::map<How, int> counts = run(script("echo x >> " + runs), 100);
    EXPECT_EQ(counts.size(), 2u);
    EXPECT_GT(counts.at(How::TimedOut), 0);
    EXPECT_GT(counts.at(How::TooLate), 0);
    // Another starter is started. None of those that were given up is left for it.
    EXPECT_TRUE(eventually([this] { return owner->queue->running() == 0; }));
    EXPECT_TRUE(eventually([this] { return starter.run(job(script("exit 4"))).value == 4; }));
    EXPECT_FALSE(std::ifstream(runs).good());
}

TEST(StarterLife, thatIsNotThereIsRefused) {
    ScriptStarter starter("/nowhere/kea-policy-starter");
    EXPECT_EQ(configErrorOf([&] { starter.start("policies[0].script"); }),
              "policies[0].script: scripts are started by /nowhere/kea-policy-starter, which cannot be started (No such file or directory): put it "
              "there, as it comes with libdhcp_policy.so, and let the user that Kea runs as execute it (AppArmor may deny that)");
}

TEST_F(StarterLifeTest, thatWasNotBuiltWithTheLibraryIsRefusedUntilTheRightOneIsThere) {
    // Stands for the starter, and may say to it that the library was built with something else.
    const std::string other = folder.file("other"), attempts = folder.file("attempts");
    const std::string place = script("echo >> " + attempts + "; [ -e " + other + R"( ] && set -- "$1" other
exec )" + real + R"( "$1" "$2")");
    folder.write("other", "");
    ScriptStarter half_updated(place);
    for (const char* policy : {"policies[0].script", "policies[1].script"}) {
        EXPECT_EQ(configErrorOf([&] { half_updated.start(policy); }),
                  std::string(policy) + ": scripts are started by " + place + ", which ends at once: put the one there that was built together "
                  "with libdhcp_policy.so, restart Kea where both were replaced while it ran, or see in the system's log what ends it, such as AppArmor");
    }
    // Longer than it would rest: nobody needs it.
    ::usleep(300'000);
    EXPECT_EQ(std::filesystem::file_size(attempts), 2U);
    const std::uint32_t ours = half_updated.introduce(owner, owner->queue);
    const auto run = [&] {
        const ScriptJobPtr one = job(script("exit 3"));
        one->script = ours;
        return half_updated.run(one);
    };
    EXPECT_EQ(run().how, ScriptEnd::How::NoStarter);
    ASSERT_EQ(::unlink(other.c_str()), 0);
    half_updated.start("policies[0].script");
    EXPECT_EQ(run().value, 3);
}

TEST_F(StarterLifeTest, thatSaysNothingRefusesNoConfiguration) {
    ScriptStarter silent(script("cat <&3 >/dev/null &"));
    for (const char* policy : {"policies[0].script", "policies[1].script"}) {
        EXPECT_NO_THROW(silent.start(policy));
    }
}

}  // namespace
