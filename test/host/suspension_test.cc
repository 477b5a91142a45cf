// SPDX-License-Identifier: MPL-2.0
#include "suspension.h"

#include "limits.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace kea_policy {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

/// Fails as often as it takes to be suspended; the length of the rest.
milliseconds suspend(Suspension& suspension, Suspension::Clock::time_point now) {
    for (std::uint32_t i = 1; i < limits::faults_until_suspension; ++i) {
        EXPECT_EQ(suspension.fault(now), 0ms) << i;
        EXPECT_FALSE(suspension.active());
    }
    return suspension.fault(now);
}

TEST(SuspensionTest, neverFailedIsNotActive) {
    Suspension suspension;
    EXPECT_FALSE(suspension.active());
    EXPECT_FALSE(suspension.success());
    EXPECT_EQ(suspension.faultsInRow(), 0U);
}

TEST(SuspensionTest, tenFaultsInARowSuspend) {
    Suspension suspension;
    EXPECT_EQ(suspend(suspension, Suspension::Clock::now()), limits::suspension_first);
    EXPECT_TRUE(suspension.active());
    EXPECT_EQ(suspension.faultsInRow(), 10U);
}

TEST(SuspensionTest, oneSuccessBeginsTheRowAnew) {
    Suspension suspension;
    const auto now = Suspension::Clock::now();
    for (int i = 0; i < 9; ++i) {
        suspension.fault(now);
    }
    EXPECT_FALSE(suspension.success()) << "it was not suspended, so nothing ended";
    EXPECT_EQ(suspend(suspension, now), limits::suspension_first);
}

TEST(SuspensionTest, restEndsByItself) {
    Suspension suspension;
    const auto now = Suspension::Clock::now();
    suspend(suspension, now - limits::suspension_first);
    EXPECT_FALSE(suspension.active()) << "the rest began so long ago that it is over";
    EXPECT_TRUE(suspension.success());
    EXPECT_FALSE(suspension.success()) << "told once";
    EXPECT_FALSE(suspension.active());
    EXPECT_EQ(suspend(suspension, now), limits::suspension_first) << "after a success the rests begin short again";
}

TEST(SuspensionTest, eachFaultAfterARestDoublesTheNext) {
    Suspension suspension;
    auto now = Suspension::Clock::now() - 1h;
    auto rest = suspend(suspension, now);
    for (const milliseconds expected : {2s, 4s, 8s, 16s, 32s, 60s, 60s, 60s}) {
        now += rest;
        rest = suspension.fault(now);
        EXPECT_EQ(rest, expected);
    }
    // However often it failed.
    for (int i = 0; i < 100; ++i) {
        now += rest;
        rest = suspension.fault(now);
        ASSERT_EQ(rest, limits::suspension_longest);
    }
}

TEST(SuspensionTest, faultsDuringARestDoNotLengthenIt) {
    Suspension suspension;
    auto now = Suspension::Clock::now() - 1h;
    suspend(suspension, now);
    EXPECT_EQ(suspension.fault(now + 500ms), 0ms);
    EXPECT_EQ(suspension.fault(now + 999ms), 0ms);
}

TEST(SuspensionTest, callsThatWereUnderWayWhenTheRestBeganDoNotCount) {
    // Thirty threads fail at once: that is one broken moment, and the rest after the next fault is the second, not the longest.
    Suspension suspension;
    auto now = Suspension::Clock::now() - 1h;
    suspend(suspension, now);
    for (int i = 0; i < 20; ++i) {
        suspension.fault(now + 1ms);
    }
    EXPECT_EQ(suspension.fault(now + limits::suspension_first), 2 * limits::suspension_first);
}

TEST(SuspensionTest, manyThreadsBeginOneRest) {
    for (int round = 0; round < 200; ++round) {
        Suspension suspension;
        std::atomic<int> rests{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int fault = 0; fault < 10; ++fault) {
                    rests += suspension.fault() != 0ms ? 1 : 0;
                    suspension.active();
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        ASSERT_EQ(rests, 1);
        ASSERT_TRUE(suspension.active());
    }
}

}  // namespace
}  // namespace kea_policy
