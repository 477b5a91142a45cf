// SPDX-License-Identifier: MPL-2.0
// Programs that stay, with the real starter and programs that misbehave. The events here are lines, since the programs are in sh; what an event
// is like otherwise is nothing to those who carry it.
#include "resident_programs.h"

#include "processors.h"
#include "script_starter_fixture.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include <dirent.h>
#include <fcntl.h>

using namespace kea_policy;
using How = ScriptEnd::How;

namespace {

class ResidentProgramsTest : public ScriptStarterFixture {
protected:
    /// A program that notes its process and then does *body* for each line.
    std::string program(const std::string& body) { return script("echo $$ >> " + pids + "\nwhile read -r event; do\n" + body + "\ndone"); }

    ScriptJobPtr event(const std::string& path, const std::string& text = "0", std::uint32_t timeout_ms = 5000) {
        const ScriptJobPtr made = job(path, text, timeout_ms);
        made->resident = true;
        made->environment = text + "\n";
        return made;
    }
    ScriptEnd ask(const std::string& path, const std::string& text = "0", std::uint32_t timeout_ms = 5000) {
        return starter.run(event(path, text, timeout_ms));
    }
    void expectAnswer(const std::string& path, int status) {
        const ScriptEnd end = ask(path, std::to_string(status));
        EXPECT_EQ(end.how, How::Exited) << wordsOf(end, 5000);
        EXPECT_EQ(end.value, status);
    }

    /// Of the programs that were started, the last one last.
    std::vector<pid_t> processes() const {
        std::ifstream file(pids);
        return {std::istream_iterator<pid_t>(file), {}};
    }
    static pid_t parentOf(pid_t process) {
        std::ifstream file("/proc/" + std::to_string(process) + "/stat");
        std::string number, name, state;
        pid_t parent = 0;
        file >> number >> name >> state >> parent;
        return parent;
    }
    /// Nothing is left of it, not even a zombie.
    bool ends(pid_t process) {
        return eventually([process] { return ::kill(process, 0) != 0; });
    }

    /// Descriptors of pipes that stay open in what this process executes.
    static std::set<int> pipesThatKeaExecutesWith() {
        std::set<int> pipes;
        DIR* const folder = ::opendir("/proc/self/fd");
        while (const dirent* entry = ::readdir(folder)) {
            struct stat status {};
            const int descriptor = std::atoi(entry->d_name);
            if (::fstat(descriptor, &status) == 0 && S_ISFIFO(status.st_mode) && (::fcntl(descriptor, F_GETFD) & FD_CLOEXEC) == 0) {
                pipes.insert(descriptor);
            }
        }
        ::closedir(folder);
        return pipes;
    }

    const std::string pids = folder.file("pids");
    const std::string echoes = "echo $event";
};

TEST_F(ResidentProgramsTest, oneAnswersEventAfterEvent) {
    const std::string path = program("exec 3< /dev/null; exec 3<&-; " + echoes);
    for (int status = 0; status < 256; status += 5) {
        expectAnswer(path, status);
    }
    EXPECT_EQ(processes().size(), 1u);
}

TEST_F(ResidentProgramsTest, aProgramMayOpenItsInputAndOutputByName) {
    expectAnswer(script("read -r event < /dev/stdin; echo $event > /dev/stdout; exec sleep 1000"), 9);
}

TEST_F(ResidentProgramsTest, gets3DescriptorsItsEnvironmentAndTheWordResident) {
    const std::string path = script(R"sh(read -r event
[ "$(tr '\000' '|' < /proc/$$/environ)" = "A=b|" ] && [ "$#" = 1 ] && [ "$1" = resident ] || { echo 1; exit; }
[ "$(grep SigBlk: /proc/$$/status)" = "SigBlk:	0000000000000000" ] || { echo 2; exit; }
for one in /proc/$$/fd/*; do [ -e "$one" ] || continue; case "$one" in */0|*/1|*/2|*/10|*/255) ;; *) echo 3; exit ;; esac; done
echo 0)sh");
    const ScriptJobPtr one = event(path);
    one->start_environment = std::string("A=b\0", 4);
    EXPECT_EQ(starter.run(one).value, 0);
}

TEST_F(ResidentProgramsTest, whatKeaExecutesGetsNoneOfThePipes) {
    const std::set<int> before = pipesThatKeaExecutesWith();
    expectAnswer(program(echoes), 1);
    EXPECT_EQ(pipesThatKeaExecutesWith(), before);
}

TEST_F(ResidentProgramsTest, oneThatIsQuickComesToTheThreadThatWaits) {
    const std::set<int> everywhere = processorsOf(0);
    if (everywhere.size() < 2) {
        GTEST_SKIP() << "There is one processor only.";
    }
    const std::string path = program(echoes);
    const OnlyOn thread(*everywhere.begin());
    EXPECT_TRUE(eventually([&] {
        expectAnswer(path, 0);
        return processorsOf(processes().back()) == processorsOf(0);
    }));
    // Nobody waits for this one.
    starter.later(event(path));
    EXPECT_TRUE(eventually([&] { return processorsOf(processes().back()) == everywhere; }));
    EXPECT_EQ(processes().size(), 1u);
}

TEST_F(ResidentProgramsTest, whatSaysMoreThanWasAskedIsReplaced) {
    const std::string path = program("case $event in 1) printf '1\\n1\\n' ;; 2) echo 2; sleep 0.1; echo 2; : > " + folder.file("said") + " ;; *) " + echoes + " ;; esac");
    expectAnswer(path, 0);
    EXPECT_EQ(ask(path, "1").how, How::Nonsense);
    // The second answer is nobody's, and not the next event's.
    expectAnswer(path, 2);
    EXPECT_TRUE(eventually([this] { return std::ifstream(folder.file("said")).good(); }));
    expectAnswer(path, 3);
    EXPECT_EQ(processes().size(), 3u);
    EXPECT_TRUE(ends(processes()[1]));
}

TEST_F(ResidentProgramsTest, anEventThatWasAnsweredWithNonsenseIsNotOverBeforeItsProgram) {
    // Whether that has ended, a starter that is stopped cannot tell. Its input ends when its answer was read.
    const std::string path = program("case $event in 1) kill -STOP $PPID; echo nonsense; cat; : > " + folder.file("was_read") + "; exec sleep 1000 ;; *) " + echoes + " ;; esac");
    const pid_t process = starterProcess();
    expectAnswer(path, 0);
    std::thread goes_on([&] {
        EXPECT_TRUE(eventually([&] { return std::ifstream(folder.file("was_read")).good() && stateOf(process) == 'T'; }));
        ::kill(process, SIGCONT);
    });
    EXPECT_EQ(ask(path, "1").how, How::Nonsense);
    EXPECT_NE(stateOf(process), 'T') << "not before the starter went on";
    EXPECT_TRUE(ends(processes().back()));
    goes_on.join();
}

TEST_F(ResidentProgramsTest, whatAnswersBeforeItIsAskedIsReplaced) {
    const std::string gate = folder.file("gate");
    const std::string path = script("echo $$ >> " + pids + "; echo 7; read -r event; while [ ! -e " + gate + " ]; do sleep 0.01; done; echo 8; : > " + folder.file("said") + "; exec sleep 1000");
    // Of its first answer nobody can tell whether it had read the event.
    expectAnswer(path, 7);
    std::ofstream(gate).put('\n');
    EXPECT_TRUE(eventually([this] { return std::ifstream(folder.file("said")).good(); }));
    expectAnswer(program(echoes), 3);
    EXPECT_TRUE(ends(processes()[0]));
}

TEST_F(ResidentProgramsTest, whatEndsBetweenEventsIsReplacedAndNoFailure) {
    const std::string path = program("echo $event; [ $event != 1 ] || exit 0");
    expectAnswer(path, 1);
    EXPECT_TRUE(ends(processes().back()));
    expectAnswer(path, 2);
    ::kill(processes().back(), SIGKILL);
    EXPECT_TRUE(ends(processes().back()));
    expectAnswer(path, 3);
    EXPECT_EQ(processes().size(), 3u);
}

TEST_F(ResidentProgramsTest, whatEndsInsteadOfAnsweringFailsWithItsStatus) {
    const std::string path = program("case $event in 1) exit 7 ;; 2) kill -TERM $$ ;; 3) sleep 1000 & exit 4 ;; 4) exec >&-; exec sleep 1000 ;; *) " + echoes + " ;; esac");
    const auto failure = [&](const char* text) {
        expectAnswer(path, 0);
        return wordsOf(ask(path, text), 5000);
    };
    EXPECT_EQ(failure("1"), "ended with status 7 where it was to answer");
    EXPECT_EQ(failure("2"), "was killed by SIGTERM");
    // What it left holds its output open.
    EXPECT_EQ(failure("3"), "ended with status 4 where it was to answer");
    EXPECT_EQ(failure("4"), "was killed by SIGKILL");
    expectAnswer(path, 0);
}

TEST_F(ResidentProgramsTest, whatAnswersLateIsKilledWithAllThatItStarted) {
    const std::string path = program("case $event in 1) setsid sleep 1000 & echo $! >> " + pids + "; sleep 1000 ;; *) " + echoes + " ;; esac");
    expectAnswer(path, 0);
    EXPECT_EQ(ask(path, "1", 300).how, How::TimedOut);
    ASSERT_EQ(processes().size(), 2u);
    EXPECT_TRUE(ends(processes()[0]));
    EXPECT_TRUE(ends(processes()[1]));
    expectAnswer(path, 2);
}

TEST_F(ResidentProgramsTest, whatALateOneHadLeftBehindIsKilledAsWell) {
    // Not below the program any more: one that writes to its standard error, and one in its process group.
    const std::string path = program("case $event in 1) (setsid sleep 1000 & echo $! >> " + pids + ") ; (sleep 1000 >/dev/null 2>&1 & echo $! >> " + pids +
                                     "); echo 1 ;; 2) sleep 1000 ;; *) " + echoes + " ;; esac");
    expectAnswer(path, 1);
    ASSERT_EQ(processes().size(), 3u);
    EXPECT_NE(parentOf(processes()[1]), processes()[0]);
    EXPECT_EQ(ask(path, "2", 300).how, How::TimedOut);
    for (const pid_t process : processes()) {
        EXPECT_TRUE(ends(process)) << process;
    }
}

TEST_F(ResidentProgramsTest, whatTheyLeaveBehindIsReapedWhereTheyDoNotReapIt) {
    // Perl reaps what it started and nothing else.
    const std::string path = script("exec perl -e '$| = 1; while (<STDIN>) { system(q(true & echo $! >> " + pids + ")); print qq(0\\n); }'");
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(ask(path).how, How::Exited);
    }
    ASSERT_EQ(processes().size(), 20u);
    for (const pid_t process : processes()) {
        EXPECT_TRUE(ends(process)) << process;
    }
}

TEST_F(ResidentProgramsTest, whatClosesItsInputIsLateAndNoSignalComes) {
    const std::string path = program(echoes + "; [ $event != 1 ] || { exec <&-; exec sleep 1000; }");
    expectAnswer(path, 1);
    EXPECT_EQ(ask(path, "2", 200).how, How::TimedOut);
    expectAnswer(path, 3);
}

TEST_F(ResidentProgramsTest, anEventMayBeLongerThanThePipe) {
    const std::string text(130'000, 'x');
    EXPECT_EQ(ask(program("echo $((${#event} == 130000))"), text).value, 1);
}

TEST_F(ResidentProgramsTest, whatNeverReadsHoldsUpNobody) {
    const std::string path = program(echoes + "; exec sleep 1000"), text(130'000, 'x');
    expectAnswer(path, 1);
    EXPECT_EQ(ask(path, text, 200).how, How::TimedOut);
    expectAnswer(path, 2);
    starter.later(event(path, text, 200));
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 1; }));
    EXPECT_EQ(owner->ends[0].second.how, How::TimedOut);
}

TEST_F(ResidentProgramsTest, whatCannotBeStartedSaysWhy) {
    EXPECT_EQ(wordsOf(ask(folder.file("absent")), 0), "could not be started: No such file or directory (it, or the interpreter in its first line)");
    EXPECT_EQ(wordsOf(ask(folder.write("plain", "#!/bin/sh\n")), 0), "could not be started: Permission denied");
}

TEST_F(ResidentProgramsTest, whatEndsBeforeItAnswersAnythingRests) {
    const std::string path = program("exit 3");
    EXPECT_EQ(ask(path).how, How::Left);
    // It may have rested already when a busy machine lets us ask again.
    EXPECT_TRUE(eventually([&] { return ask(path).how == How::Resting; }));
    EXPECT_TRUE(eventually([&] { return ask(path).how == How::Left; }));
}

TEST_F(ResidentProgramsTest, threadsAskNoMoreProgramsAtOnceThanAreAllowed) {
    for (const std::size_t most : {1, 2}) {
        const auto own = std::make_shared<NotingOwner>(most, 3);
        const std::uint32_t their_number = starter.introduce(own, own->queue);
        const std::size_t before = processes().size();
        const std::string path = program("sleep 0.002; " + echoes);
        const auto asksOften = [&](int first) {
            for (int status = first; status < first + 100; ++status) {
                const ScriptJobPtr one = event(path, std::to_string(status));
                one->owner = own;
                one->queue = own->queue;
                one->script = their_number;
                // Each gets the answer to its own event.
                EXPECT_EQ(starter.run(one).value, status);
            }
        };
        std::thread other([&] { asksOften(100); });
        asksOften(0);
        other.join();
        EXPECT_EQ(processes().size() - before, most);
        starter.forget(their_number);
    }
}

TEST_F(ResidentProgramsTest, eventsThatNobodyWaitsForAreAnsweredInTheOrderOfTheirClient) {
    const std::string path = program("echo $event >> " + folder.file("events") + "; case $event in 2) exit 5 ;; *) echo 0 ;; esac");
    for (const char* text : {"1", "2", "3"}) {
        const ScriptJobPtr one = event(path, text);
        one->client = "client";
        starter.later(one);
    }
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 3; }));
    EXPECT_EQ(owner->ends[0].second.how, How::Exited);
    EXPECT_EQ(owner->ends[1].second.how, How::Left);
    EXPECT_EQ(owner->ends[2].second.how, How::Exited);
    std::ifstream events(folder.file("events"));
    EXPECT_EQ(std::vector<std::string>(std::istream_iterator<std::string>(events), {}), (std::vector<std::string>{"1", "2", "3"}));
}

TEST_F(ResidentProgramsTest, eventsThatAPacketIsParkedForEndInTime) {
    const std::string path = program("case $event in 0) echo 0 ;; *) sleep 1000 ;; esac");
    expectAnswer(path, 0);
    starter.inTime(event(path, "1", 300));
    starter.inTime(event(path, "2", 300));
    // Its time is over before that of the others, whose end would give it a turn.
    starter.inTime(event(path, "3", 150));
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 3; }));
    std::multiset<How> hows;
    for (const auto& [text, end] : owner->ends) {
        hows.insert(end.how);
    }
    // Two run at once; the third never had its turn.
    EXPECT_EQ(hows, (std::multiset<How>{How::TimedOut, How::TimedOut, How::NoPlace}));
    EXPECT_TRUE(eventually([&] { return ask(path).how == How::Exited; }));
}

TEST_F(ResidentProgramsTest, programsAndEventsOutliveThatKeaLoadsTheLibraryAgain) {
    const std::string path = program("sleep 0.2; " + echoes);
    for (const char* text : {"1", "2", "3"}) {
        starter.later(event(path, text));
    }
    starter.pause();
    starter.resume();
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 3; }));
    for (const auto& [text, end] : owner->ends) {
        EXPECT_EQ(end.how, How::Exited);
    }
    expectAnswer(path, 4);
    EXPECT_EQ(processes().size(), 2u);
}

TEST_F(ResidentProgramsTest, endWhenNobodyWillAskThemAnyMore) {
    // Its input ends; the other one does not care and is killed.
    expectAnswer(program(echoes), 1);
    starter.forget(number);
    EXPECT_TRUE(ends(processes().back()));
    const std::uint32_t second = starter.introduce(owner, owner->queue);
    const ScriptJobPtr one = event(program(echoes + "; exec sleep 1000"));
    one->script = second;
    EXPECT_EQ(starter.run(one).value, 0);
    starter.forget(second);
    EXPECT_TRUE(ends(processes().back()));
}

TEST_F(ResidentProgramsTest, seeTheEndOfTheirInputWhereTheLibraryIsUnloadedForLong) {
    const std::string ended = folder.file("ended"), gate = folder.file("gate");
    const std::string path = script("echo $$ >> " + pids + "\nwhile read -r event; do [ $event != 1 ] || while [ ! -e " + gate + " ]; do sleep 0.02; done; echo 0; done\necho $$ >> " + ended);
    starter.later(event(path, "1"));
    starter.later(event(path, "0"));
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 1 && processes().size() == 2; }));
    starter.pause(true);
    // One was idle, the other one has an event.
    std::ofstream(gate).put('\n');
    EXPECT_TRUE(eventually([&] {
        std::ifstream file(ended);
        return std::multiset<pid_t>(std::istream_iterator<pid_t>(file), {}).size() == 2;
    }));
    starter.resume();
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 2; }));
    EXPECT_EQ(owner->ends[1].second.how, How::Exited);
    expectAnswer(path, 0);
    EXPECT_EQ(processes().size(), 3u);
}

TEST_F(ResidentProgramsTest, endWithTheStarterAndAreReplaced) {
    const std::string path = program("case $event in 1) echo $PPID > " + folder.file("starter") + "; echo 1 ;; 2) kill -KILL $PPID; sleep 1000 ;; *) " + echoes + " ;; esac");
    expectAnswer(path, 1);
    EXPECT_EQ(ask(path, "2").how, How::StarterEnded);
    EXPECT_TRUE(ends(processes().back()));
    EXPECT_TRUE(eventually([&] { return ask(path, "3").value == 3; }));
    EXPECT_EQ(processes().size(), 2u);
}

TEST_F(ResidentProgramsTest, thatEndedWithTheStarterWhileItWasPausedAreReplaced) {
    // What it leaves holds its output open: nothing but the starter's end tells that it is gone.
    const std::string path = program("case $event in 1) sleep 1000 & echo $! >> " + pids + "; echo 1 ;; 2) : > " + folder.file("begun") + "; exec sleep 1000 ;; *) " + echoes + " ;; esac");
    const pid_t process = starterProcess();
    starter.later(event(path, "2"));
    EXPECT_TRUE(eventually([this] { return std::ifstream(folder.file("begun")).good(); }));
    expectAnswer(path, 1);
    ASSERT_EQ(processes().size(), 3u);
    const pid_t idle = processes()[1], left = processes()[2];
    starter.pause();
    ::kill(process, SIGKILL);
    EXPECT_TRUE(ends(idle));
    starter.resume();
    EXPECT_TRUE(eventually([this] { return owner->ends.size() == 1; }));
    EXPECT_EQ(wordsOf(owner->ends[0].second, 5000), "was killed, since kea-policy-starter ended");
    expectAnswer(path, 3);
    // By now the numbers of the old ones may be somebody else's: nobody may be killed for them.
    ::kill(starterProcess(), SIGKILL);
    EXPECT_TRUE(eventually([&] { return ask(path, "4").value == 4; }));
    EXPECT_EQ(stateOf(left), 'S');
    ::kill(left, SIGKILL);
}

TEST_F(ResidentProgramsTest, aStarterThatIsStoppedIsReplacedWhereAProgramIsLate) {
    const std::string path = program("case $event in 1) kill -STOP $PPID; echo 1 ;; 2) sleep 1000 ;; *) " + echoes + " ;; esac");
    expectAnswer(path, 1);
    EXPECT_EQ(ask(path, "2", 200).how, How::TimedOut);
    EXPECT_TRUE(eventually([&] { return ask(path, "3").value == 3; }));
}

}  // namespace
