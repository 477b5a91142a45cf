// SPDX-License-Identifier: MPL-2.0
// Our side of the starter, with the real one: build/kea-policy-starter.
#include "script_starter.h"

#include "config_error_of.h"
#include "limits.h"
#include "script_starter_fixture.h"

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <thread>

#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

using namespace kea_policy;
using How = ScriptEnd::How;

namespace {

class ScriptStarterTest : public ScriptStarterFixture {};

TEST_F(ScriptStarterTest, tellsTheStatusOfAProgramThatGetsExactlyItsEnvironment) {
    const std::string path = script(R"sh([ "$(tr '\000' '|' < /proc/$$/environ)" = "NAME=value|EMPTY=|" ] && [ "$#" = 1 ] && [ "$1" = lease4_select ] && exit 42)sh");
    const ScriptEnd end = starter.run(job(path, "lease4_select"));
    EXPECT_EQ(end.how, ScriptEnd::How::Exited);
    EXPECT_EQ(end.value, 42);
}

TEST_F(ScriptStarterTest, runsInAGroupOfItsOwnWithNoSignalBlockedAndNoDescriptorButThree) {
    const std::string path = script(R"sh(read -r _ _ _ _ group _ < /proc/$$/stat; [ "$group" = $$ ] || exit 1
[ "$(grep SigBlk: /proc/$$/status)" = "SigBlk:	0000000000000000" ] || exit 2
# 32 and 33 are the C library's own, which its posix_spawn() leaves ignored.
case "$(grep SigIgn: /proc/$$/status)" in "SigIgn:	0000000000000000"|"SigIgn:	0000000180000000") ;; *) exit 3 ;; esac
set -- /proc/$$/fd/*
# The shell itself has its script open; the one that it read the folder with is gone by now.
for one; do [ -e "$one" ] || continue; case "$one" in */0|*/1|*/2|*/10|*/255) ;; *) exit 4 ;; esac; done
[ "$(readlink /proc/$$/fd/0)" = /dev/null ] || exit 5)sh");
    EXPECT_EQ(starter.run(job(path)).value, 0);
}

TEST_F(ScriptStarterTest, tellsWhyAProgramDidNotStart) {
    const ScriptEnd absent = starter.run(job(folder.file("absent")));
    EXPECT_EQ(absent.how, ScriptEnd::How::NotStarted);
    EXPECT_EQ(wordsOf(absent, 0), "could not be started: No such file or directory (it, or the interpreter in its first line)");
    EXPECT_EQ(wordsOf(starter.run(job(folder.write("plain", "#!/bin/sh\n"))), 0), "could not be started: Permission denied");
}

TEST_F(ScriptStarterTest, killsWhatRunsOutOfTimeWithAllThatItStarted) {
    // Others may run the same test.
    const std::string sleep = "sleep 1234." + std::to_string(::getpid());
    const std::string path = script("trap '' TERM\n(setsid " + sleep + " &)\nsetsid " + sleep + " & " + sleep);
    const auto began = Clock::now();
    const ScriptEnd end = starter.run(job(path, "x", 300));
    EXPECT_EQ(end.how, ScriptEnd::How::TimedOut);
    EXPECT_LT(Clock::now() - began, std::chrono::seconds(3));
    EXPECT_TRUE(eventually([&] { return std::system(("pgrep -f '^" + sleep + "$' >/dev/null").c_str()) != 0; }));
}

TEST_F(ScriptStarterTest, handsOnOutputLineByLine) {
    starter.run(job(script("echo one; echo two >&2; head -c 1500 /dev/zero | tr '\\0' x; printf end"), "x"));
    EXPECT_TRUE(eventually([this] { return owner->lines.size() == 4; }));
    EXPECT_EQ(owner->lines, (std::vector<std::string>{"x: one", "x: two", "x: " + std::string(1024, 'x'), "x: " + std::string(476, 'x') + "end"}));
}

TEST_F(ScriptStarterTest, countsTheLinesThatItDoesNotHandOn) {
    // First more of them than it hands on, then more bytes than it looks at.
    const std::string path = script("i=0; while [ $i -lt 1000 ]; do echo $i; i=$((i+1)); done; yes | head -n 999000");
    EXPECT_EQ(starter.run(job(path)).how, ScriptEnd::How::Exited);
    EXPECT_TRUE(eventually([this] { return owner->lines.size() + owner->left_out == 1'000'000; }));
    EXPECT_GE(owner->lines.size(), limits::script_lines_burst);
    EXPECT_LE(owner->lines.size(), limits::script_lines_burst + 10 * limits::script_lines_per_second);
}

TEST_F(ScriptStarterTest, tellsTheOwnerOfJobsThatNobodyWaitsFor) {
    const std::string path = script("sleep 0.2; exit 3");
    for (const char* argument : {"1", "2", "3", "4", "5", "6"}) {
        starter.later(job(path, argument));
    }
    // Two run, three wait; the oldest of those that waited was given up for the sixth.
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 6; }));
    EXPECT_EQ(owner->ends[0].first, "3");
    EXPECT_EQ(owner->ends[0].second.how, ScriptEnd::How::Dropped);
    for (std::size_t i = 1; i < 6; ++i) {
        EXPECT_EQ(owner->ends[i].second.how, ScriptEnd::How::Exited);
        EXPECT_EQ(owner->ends[i].second.value, 3);
    }
}

TEST_F(ScriptStarterTest, waitsForAPlaceNoLongerThanForTheProgram) {
    const std::string path = script("sleep 3");
    starter.later(job(path));
    starter.later(job(path));
    const auto began = Clock::now();
    EXPECT_EQ(starter.run(job(path, "x", 200)).how, ScriptEnd::How::NoPlace);
    EXPECT_LT(Clock::now() - began, std::chrono::seconds(2));
}

TEST_F(ScriptStarterTest, goesOnWhereItIsPausedMeanwhile) {
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

TEST_F(ScriptStarterTest, whereItEndedWhileItWasPausedNothingIsForgotten) {
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

TEST_F(ScriptStarterTest, anOwnerMayGoWithTheLastOfItsJobs) {
    struct Going final : ScriptOwner {
        explicit Going(ScriptStarter& its_starter) : starter(its_starter) {}
        ~Going() override { starter.forget(number); }
        void ended(const ScriptJob&) noexcept override { ++count; }
        void says(const std::string&, const std::string&) noexcept override {}
        void leftOut(std::uint64_t) noexcept override {}
        ScriptStarter& starter;
        const std::shared_ptr<ScriptQueue> queue = std::make_shared<ScriptQueue>(1, 10);
        std::uint32_t number = 0;
        std::atomic<int> count{0};
    };
    auto going = std::make_shared<Going>(starter);
    going->number = starter.introduce(going, going->queue);
    const std::weak_ptr<Going> watched = going;
    const std::string path = script("sleep 0.1");
    for (int i = 0; i < 2; ++i) {
        const ScriptJobPtr one = job(path, "x", 50 * (i + 1));
        one->owner = going;
        one->queue = going->queue;
        one->script = going->number;
        starter.later(one);
    }
    going.reset();
    // Those that wait are still run, then it goes, and the starter serves others.
    EXPECT_FALSE(watched.expired());
    EXPECT_TRUE(eventually([&] { return watched.expired(); }));
    EXPECT_EQ(starter.run(job(script("exit 9"))).value, 9);
}

TEST_F(ScriptStarterTest, jobsOfOneNameWaitInOneQueueWhosesoeverTheyAre) {
    // As where a policy is configured anew while its script's runs wait.
    const auto before = std::make_shared<NotingOwner>(1, 10), after = std::make_shared<NotingOwner>(1, 10);
    const std::string order = folder.file("order");
    const std::string path = script("echo begin $1 >> " + order + "; sleep 0.05; echo end $1 >> " + order);
    const auto add = [&](const std::shared_ptr<NotingOwner>& whose, const char* argument, const char* client) {
        const ScriptJobPtr one = job(path, argument);
        one->owner = whose;
        one->queue = starter.queueOf("policy", 2, 10);
        one->client = client;
        starter.later(one);
        return one->queue;
    };
    const auto queue = add(before, "a1", "a");
    add(before, "a2", "a");
    add(before, "a3", "a");
    EXPECT_EQ(add(after, "a4", "a"), queue);
    EXPECT_EQ(add(after, "a5", "a"), queue);
    EXPECT_TRUE(eventually([&] {
        const std::lock_guard<std::mutex> lock(after->mutex);
        return after->ends.size() == 2;
    }));
    std::ifstream file(order);
    const std::vector<std::string> words{std::istream_iterator<std::string>(file), {}};
    EXPECT_EQ(words, (std::vector<std::string>{"begin", "a1", "end", "a1", "begin", "a2", "end", "a2", "begin", "a3", "end", "a3", "begin", "a4", "end", "a4",
                                               "begin", "a5", "end", "a5"}));
    EXPECT_NE(starter.queueOf("another", 1, 1), queue);
}

TEST_F(ScriptStarterTest, whatWaitsIsLeftOutWhereTheLibraryIsUnloadedForGood) {
    const std::string gate = folder.file("gate"), ran = folder.file("ran");
    const std::string path = script("echo $1 >> " + ran + "; while [ ! -e " + gate + " ]; do sleep 0.02; done");
    for (const char* argument : {"1", "2", "3", "4"}) {
        starter.later(job(path, argument));
    }
    starter.pause(true);
    starter.leaveOutWaiting();
    ASSERT_EQ(owner->ends.size(), 2u);
    for (const auto& [argument, end] : owner->ends) {
        EXPECT_EQ(end.how, ScriptEnd::How::Unloaded);
        EXPECT_TRUE(argument == "3" || argument == "4") << argument;
    }
    std::ofstream(gate).put('\n');
    starter.resume();
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 4; }));
    std::ifstream file(ran);
    EXPECT_EQ((std::multiset<std::string>{std::istream_iterator<std::string>(file), {}}), (std::multiset<std::string>{"1", "2"}));
}

TEST_F(ScriptStarterTest, ownersAreAskedToTellWhatTheyLeftOutSoonAfterIt) {
    const auto told = [this](int before) { return eventually([&] { return owner->asked_to_tell > before; }); };
    starter.run(job(script("echo a line")));
    EXPECT_TRUE(told(0));
    const int before = owner->asked_to_tell;
    const std::string path = script("sleep 0.1");
    for (int i = 0; i < 6; ++i) {
        starter.later(job(path));
    }
    EXPECT_TRUE(told(before)) << "one of them had no place in the queue";
}

TEST_F(ScriptStarterTest, tellsOfLinesThatAProgramLeftOutWhileItRunsOn) {
    const std::string gate = folder.file("gate");
    starter.later(job(script("i=0; while [ $i -lt 500 ]; do echo $i; i=$((i+1)); done; while [ ! -e " + gate + " ]; do sleep 0.02; done"), "x", 30000));
    EXPECT_TRUE(eventually([this] { return owner->lines.size() + owner->left_out == 500; })) << owner->lines.size() << " and " << owner->left_out;
    EXPECT_GT(owner->left_out, 0u);
    EXPECT_EQ(owner->ends.size(), 0u);
    std::ofstream(gate).put('\n');
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 1; }));
}

TEST_F(ScriptStarterTest, newLimitsHoldForWhatWaitsAlready) {
    const std::string gate = folder.file("gate");
    const std::string path = script("while [ ! -e " + gate + " ]; do sleep 0.02; done");
    ScriptQueue& queue = *owner->queue;
    for (int i = 0; i < 5; ++i) {
        starter.later(job(path, std::to_string(i)));
    }
    const auto numbers = [&] { return starter.ask([&] { return std::pair(queue.running(), queue.waiting()); }); };
    EXPECT_EQ(numbers(), std::pair(std::size_t{2}, std::size_t{3}));
    starter.limit(queue, 3, 1);
    EXPECT_EQ(numbers(), std::pair(std::size_t{3}, std::size_t{1}));
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 1; }));
    EXPECT_EQ(owner->ends.front().first, "3") << "the oldest";
    EXPECT_EQ(owner->ends.front().second.how, ScriptEnd::How::Dropped);
    std::ofstream(gate).put('\n');
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 5; }));
}

TEST_F(ScriptStarterTest, gettingNoAnswerFromTheStarterIsNoReasonToWaitForEver) {
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

TEST_F(ScriptStarterTest, givesWayToOthersWhereNobodyWaitsForIt) {
    const std::string path = script("nice > " + folder.file("nice") + ".$1");
    const auto niceness = [this](const std::string& argument) {
        int value = -1;
        std::ifstream(folder.file("nice") + "." + argument) >> value;
        return value;
    };
    const int ours = ::getpriority(PRIO_PROCESS, 0);
    EXPECT_EQ(starter.run(job(path, "awaited")).value, 0);
    EXPECT_EQ(niceness("awaited"), ours);
    // A packet is parked for this one.
    starter.inTime(job(path, "parked"));
    const ScriptJobPtr alone = job(path, "alone");
    alone->background = true;
    starter.later(alone);
    EXPECT_TRUE(eventually([&] { return owner->ends.size() == 2; }));
    EXPECT_EQ(niceness("parked"), ours);
    EXPECT_EQ(niceness("alone"), std::min(ours + 10, 19));
}

/// The machine stands still, as a virtual one may: the thread that waits is held up in this handler, the starter is stopped meanwhile.
pid_t stopped_starter = 0;
void standStill(int) {
    ::usleep(800'000);
    ::kill(stopped_starter, SIGCONT);
}

TEST_F(ScriptStarterTest, aMachineThatStoodStillDoesNotCostTheStarterItsLife) {
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

TEST(ScriptStarter, thatIsNotThereIsRefused) {
    ScriptStarter starter("/nowhere/kea-policy-starter");
    EXPECT_EQ(configErrorOf([&] { starter.start("policies[0].script"); }),
              "policies[0].script: scripts are started by /nowhere/kea-policy-starter, which cannot be started (No such file or directory): put it "
              "there, as it comes with libdhcp_policy.so, and let the user that Kea runs as execute it (AppArmor may deny that)");
}

TEST_F(ScriptStarterTest, thatWasNotBuiltWithTheLibraryIsRefusedUntilTheRightOneIsThere) {
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

TEST_F(ScriptStarterTest, thatSaysNothingRefusesNoConfiguration) {
    ScriptStarter silent(script("cat <&3 >/dev/null &"));
    for (const char* policy : {"policies[0].script", "policies[1].script"}) {
        EXPECT_NO_THROW(silent.start(policy));
    }
}

}  // namespace
