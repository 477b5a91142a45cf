// SPDX-License-Identifier: MPL-2.0
#include "program_place.h"

#include "limits.h"
#include "processors.h"
#include "waiting_process.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace kea_policy {
namespace {

class ProgramPlaceTest : public testing::Test {
protected:
    void SetUp() override {
        if (everywhere.size() < 2) {
            GTEST_SKIP() << "There is one processor only.";
        }
        place.mayMove(process.id());
    }

    const std::set<int> everywhere = processorsOf(0);
    const int one = *everywhere.begin();
    const int other = *everywhere.rbegin();
    WaitingProcess process;
    ProgramPlace place;
};

TEST_F(ProgramPlaceTest, aProgramFollowsTheThreadsThatWaitForIt) {
    const OnlyOn thread(one);
    EXPECT_TRUE(place.comeHere());
    EXPECT_EQ(processorsOf(process.id()), std::set<int>{one});
    thread.moveTo(other);
    EXPECT_TRUE(place.comeHere());
    EXPECT_EQ(processorsOf(process.id()), std::set<int>{other});
    place.letGo();
    EXPECT_EQ(processorsOf(process.id()), everywhere);
}

TEST_F(ProgramPlaceTest, oneThatIsSlowIsLeftAloneTheLongerTheMoreOften) {
    std::uint32_t expected = 1;
    for (int times = 0; times < 10; ++times) {
        ASSERT_TRUE(place.comeHere());
        place.wasSlow();
        EXPECT_EQ(processorsOf(process.id()), everywhere);
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

TEST_F(ProgramPlaceTest, oneThatEndedIsNotLookedForAgainNorAnyoneInItsPlace) {
    const OnlyOn thread(one);
    ASSERT_TRUE(place.comeHere());
    process.end();
    thread.moveTo(other);
    EXPECT_FALSE(place.comeHere());
    place.letGo();
    place.wasSlow();
    EXPECT_EQ(processorsOf(0), std::set<int>{other});
}

TEST_F(ProgramPlaceTest, oneThatKeepsAwayFromAProcessorIsNotTakenThere) {
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(one, &only);
    ASSERT_EQ(::sched_setaffinity(process.id(), sizeof only, &only), 0);
    const OnlyOn thread(other);
    EXPECT_FALSE(place.comeHere());
    EXPECT_EQ(processorsOf(process.id()), std::set<int>{one});
    thread.moveTo(one);
    EXPECT_TRUE(place.comeHere());
    thread.moveTo(other);
    EXPECT_FALSE(place.comeHere());
    EXPECT_EQ(processorsOf(process.id()), std::set<int>{one});
}

TEST_F(ProgramPlaceTest, whatMayNotBeMovedStays) {
    place.mayMove(0);
    EXPECT_FALSE(place.comeHere());
    EXPECT_EQ(processorsOf(process.id()), everywhere);
}

}  // namespace
}  // namespace kea_policy
