// SPDX-License-Identifier: MPL-2.0
#include "script_end.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>
#include <set>

namespace kea_policy {
namespace {

using How = ScriptEnd::How;

TEST(ScriptEndTest, eachEndHasItsWords) {
    EXPECT_EQ(wordsOf({How::Exited, 3}, 1000), "ended with status 3");
    EXPECT_EQ(wordsOf({How::Killed, SIGSEGV}, 1000), "was killed by SIGSEGV");
    EXPECT_EQ(wordsOf({How::Killed, 60}, 1000), "was killed by signal 60") << "a signal without a name";
    EXPECT_EQ(wordsOf({How::NotStarted, EACCES}, 1000), "could not be started: Permission denied");
    EXPECT_EQ(wordsOf({How::NotStarted, ENOENT}, 1000), "could not be started: No such file or directory (it, or the interpreter in its first line)");
    EXPECT_EQ(wordsOf({How::NotStarted, ENOEXEC}, 1000),
              "could not be started: Exec format error (its first line must name its interpreter, as in #!/bin/sh)");
    EXPECT_EQ(wordsOf({How::TimedOut, 0}, 1500), "did not end within 1500 ms and was killed with all that it started");
    EXPECT_EQ(wordsOf({How::TooLate, 0}, 1500), "was not started within 1500 ms, since the machine was too busy");
    EXPECT_EQ(wordsOf({How::TimedOut, 0}, 1500, true), "did not end within 1500 ms, part of which it waited for its turn (max-running), and was killed with all that it started");
    EXPECT_EQ(wordsOf({How::TimedOut, 0}, 1500, false, true), "did not answer within 1500 ms and was killed");
    EXPECT_EQ(wordsOf({How::TimedOut, 0}, 1500, true, true), "did not answer within 1500 ms, part of which it waited for its turn (max-running), and was killed");
    EXPECT_EQ(wordsOf({How::NoPlace, 0}, 1500), "was not started within 1500 ms, since max-running others, or one for the same client, were running");
    EXPECT_EQ(wordsOf({How::NoStarter, ENOENT}, 1000), "could not be started, since kea-policy-starter could not be: No such file or directory");
    EXPECT_EQ(wordsOf({How::NoStarter, ScriptEnd::kStarterRests}, 1000),
              "could not be started, since kea-policy-starter ended soon after Kea was configured or it was started, and rests");
}

TEST(ScriptEndTest, noTwoEndsReadTheSame) {
    std::set<std::string> words;
    const How all[] = {How::Exited,  How::Killed,  How::NotStarted, How::TimedOut,     How::TooLate,   How::Left,     How::Nonsense,
                       How::Resting, How::NoPlace, How::Dropped,    How::StarterEnded, How::NoStarter, How::Unloaded};
    for (const How how : all) {
        words.insert(wordsOf({how, EAGAIN}, 1000));
        EXPECT_EQ((ScriptEnd{how, 0}.failed()), how != How::Exited);
    }
    EXPECT_EQ(words.size(), std::size(all));
}

}  // namespace
}  // namespace kea_policy
