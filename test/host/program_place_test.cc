// SPDX-License-Identifier: MPL-2.0
#include "program_place.h"

#include "limits.h"
#include "processors.h"

#include <gtest/gtest.h>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

namespace kea_policy {
namespace {

/// With a process that waits for its end.
class ProgramPlaceTest : public testing::Test {
protected:
    void SetUp() override {
        if (everywhere.size() < 2) {
            GTEST_SKIP() << "There is one processor only.";
        }
        process = ::fork();
        if (process == 0) {
            ::pause();
            ::_exit(0);
        }
        place.mayMove(process);
    }
    void TearDown() override { end(); }
    void end() {
        if (process > 0) {
            ::kill(process, SIGKILL);
            ::waitpid(process, nullptr, 0);
        }
        process = -1;
    }

    const std::set<int> everywhere = processorsOf(0);
    const int one = *everywhere.begin();
    const int other = *everywhere.rbegin();
    pid_t process = -1;
    ProgramPlace place;
};

TEST_F(ProgramPlaceTest, aProgramFollowsTheThreadsThatWaitForIt) {
    const OnlyOn thread(one);
    EXPECT_TRUE(place.comeHere());
    EXPECT_EQ(processorsOf(process), std::set<int>{one});
    thread.moveTo(other);
    EXPECT_TRUE(place.comeHere());
    EXPECT_EQ(processorsOf(process), std::set<int>{other});
    place.letGo();
    EXPECT_EQ(processorsOf(process), everywhere);
}

TEST_F(ProgramPlaceTest, oneThatIsSlowIsLeftAloneTheLongerTheMoreOften) {
    std::uint32_t expected = 1;
    for (int times = 0; times < 10; ++times) {
        ASSERT_TRUE(place.comeHere());
        place.wasSlow();
        EXPECT_EQ(processorsOf(process), everywhere);
        std::uint32_t left_alone = 0;
        while (!place.comeHere()) {
            ++left_alone;
        }
        EXPECT_EQ(left_alone, expected);
        expected = std::min(expected * 2, limits::resident_events_apart);
    }
    place.wasQuick();
    place.wasSlow();
    EXPECT_FALSE(place.comeHere());
    EXPECT_TRUE(place.comeHere());
}

TEST_F(ProgramPlaceTest, oneThatEndedIsNotLookedForAgain) {
    end();
    EXPECT_FALSE(place.comeHere());
    place.letGo();
    place.wasSlow();
}

TEST_F(ProgramPlaceTest, whatMayNotBeMovedStays) {
    place.mayMove(0);
    EXPECT_FALSE(place.comeHere());
    EXPECT_EQ(processorsOf(process), everywhere);
}

}  // namespace
}  // namespace kea_policy
