// SPDX-License-Identifier: MPL-2.0
// Jobs that our side of the starter is given, with the real one: build/kea-policy-starter.
#include "script_starter.h"

#include "limits.h"
#include "script_starter_fixture.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <string>

#include <sys/resource.h>
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

}  // namespace
