// SPDX-License-Identifier: MPL-2.0
// Our end of a program that stays; the test is the program.
#include "resident_program.h"

#include "processors.h"
#include "waiting_process.h"

#include <gtest/gtest.h>

#include <csignal>
#include <string>

#include <fcntl.h>
#include <unistd.h>

using namespace kea_policy;
using Step = ResidentProgram::Step;
using Clock = ResidentProgram::Clock;

namespace {

class ResidentProgramTest : public testing::Test {
protected:
    void says(const std::string& text) { ASSERT_EQ(::write(program->output(), text.data(), text.size()), static_cast<ssize_t>(text.size())); }
    std::string reads(std::size_t bytes) {
        std::string text(bytes, '\0');
        const ssize_t got = ::read(program->input(), text.data(), bytes);
        text.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
        return text;
    }
    Step answers(const std::string& line) {
        program->begin("event");
        says(line);
        return program->go();
    }
    static Clock::time_point soon() { return Clock::now() + std::chrono::milliseconds(20); }

    int error = 0;
    ResidentProgramPtr program = ResidentProgram::make(1, 2, error);
};

TEST_F(ResidentProgramTest, getsTheEventAndAnswersWithALine) {
    const std::string event("KEA_HOOK_POINT=x\0A=\0\0", 21);
    program->begin(event);
    EXPECT_EQ(program->go(), Step::Waits);
    EXPECT_EQ(reads(100), event);
    EXPECT_FALSE(program->hasAnswered());
    says("17\n");
    EXPECT_EQ(program->talk(soon()), Step::Answered);
    EXPECT_EQ(program->status(), 17);
    EXPECT_TRUE(program->hasAnswered());
}

TEST_F(ResidentProgramTest, takesNumbersFrom0To255WithBlanksAroundAndNothingElse) {
    for (const char* line : {"0\n", "255\n", "  12\t\n", "12\r\n", "007\n"}) {
        EXPECT_EQ(answers(line), Step::Answered) << line;
    }
    EXPECT_EQ(program->status(), 7);
    for (const char* line : {"\n", "256\n", "-1\n", "1 2\n", "1.0\n", "0x1\n", "yes\n", " \r\n", "0000\n"}) {
        EXPECT_EQ(answers(line), Step::Nonsense) << line;
    }
}

TEST_F(ResidentProgramTest, mayAnswerInPieces) {
    EXPECT_EQ(answers("1"), Step::Waits);
    says("2");
    EXPECT_EQ(program->go(), Step::Waits);
    says("\n");
    EXPECT_EQ(program->go(), Step::Answered);
    EXPECT_EQ(program->status(), 12);
}

TEST_F(ResidentProgramTest, thatSaysMoreThanALineTalksNonsense) {
    EXPECT_EQ(answers("0\n0\n"), Step::Nonsense);
}

TEST_F(ResidentProgramTest, thatNeverEndsItsLineTalksNonsense) {
    EXPECT_EQ(answers(std::string(300, ' ')), Step::Waits);
    says(std::string(300, ' '));
    EXPECT_EQ(program->go(), Step::Nonsense);
}

TEST_F(ResidentProgramTest, isNotSilentWhereItSpeaksUnaskedOrIsGone) {
    EXPECT_TRUE(program->isSilent());
    says("0\n");
    EXPECT_FALSE(program->isSilent());
    EXPECT_EQ(program->talk(soon()), Step::Answered);
    EXPECT_TRUE(program->isSilent());
    program->wasSent();
    EXPECT_FALSE(program->isSilent());
    EXPECT_EQ(program->go(), Step::Closed);
}

TEST_F(ResidentProgramTest, thatDoesNotReadHoldsUpNobodyBeyondTheDeadline) {
    const std::string event(200'000, 'x');
    program->begin(event);
    says("0\n");
    EXPECT_EQ(program->talk(soon()), Step::Waits);
    // When it has read all, its answer counts: the next event begins where this one ended.
    std::string got;
    Step step = Step::Waits;
    while (step == Step::Waits && got.size() < event.size()) {
        got += reads(10'000);
        step = program->go();
    }
    EXPECT_EQ(step, Step::Answered);
    while (got.size() < event.size()) {
        got += reads(10'000);
    }
    EXPECT_EQ(got, event);
}

TEST_F(ResidentProgramTest, sharesTheProcessorOfTheThreadThatWaitsWhileItIsQuick) {
    const std::set<int> everywhere = processorsOf(0);
    if (everywhere.size() < 2) {
        GTEST_SKIP() << "There is one processor only.";
    }
    const WaitingProcess process;
    program->place.mayMove(process.id());
    const OnlyOn thread(*everywhere.begin());
    says("0\n");
    program->begin("event");
    EXPECT_EQ(program->talk(soon()), Step::Answered);
    EXPECT_EQ(processorsOf(process.id()), processorsOf(0));
    program->begin("event");
    EXPECT_EQ(program->talk(soon()), Step::Waits);
    EXPECT_EQ(processorsOf(process.id()), everywhere);
}

TEST_F(ResidentProgramTest, thatIsGoneIsNotWaitedForThoughSomethingHoldsItsOutput) {
    program->begin("event");
    program->gone = true;
    EXPECT_EQ(program->talk(Clock::now() + std::chrono::hours(1)), Step::Closed);
    says("3\n");
    EXPECT_EQ(program->talk(Clock::now() + std::chrono::hours(1)), Step::Answered);
}

TEST_F(ResidentProgramTest, writingToOneThatEndedRaisesNoSignal) {
    // As in Kea, where the starter has the program's ends: they are closed with it.
    const int theirs = ::dup(program->input());
    program->wasSent();
    ::close(theirs);
    const auto before = std::signal(SIGPIPE, SIG_DFL);
    program->begin("event");
    EXPECT_EQ(program->go(), Step::Closed);
    std::signal(SIGPIPE, before);
}

TEST_F(ResidentProgramTest, isNothingForThoseThatKeaExecutes) {
    for (const int descriptor : {program->input(), program->output()}) {
        EXPECT_EQ(::fcntl(descriptor, F_GETFD), FD_CLOEXEC);
        EXPECT_EQ(::fcntl(descriptor, F_GETFL) & O_NONBLOCK, 0);
    }
}

}  // namespace
