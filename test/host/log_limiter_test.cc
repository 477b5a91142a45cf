// SPDX-License-Identifier: MPL-2.0
#include "log_limiter.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace kea_policy {
namespace {

std::uint64_t allowed(LogLimiter& limiter, std::int64_t now, int tries) {
    std::uint64_t suppressed = 0, count = 0;
    for (int i = 0; i < tries; ++i) {
        count += limiter.allow(now, suppressed) ? 1 : 0;
    }
    return count;
}

TEST(LogLimiterTest, allowsABurstThenSoManyASecond) {
    LogLimiter limiter(20, 10);
    EXPECT_EQ(allowed(limiter, 1000, 100), 20U);
    EXPECT_EQ(allowed(limiter, 1000, 100), 0U);
    EXPECT_EQ(allowed(limiter, 1001, 100), 10U);
    EXPECT_EQ(allowed(limiter, 1004, 100), 20U) << "not more than the burst, however long it was quiet";
    EXPECT_EQ(allowed(limiter, 1'000'000'000, 100), 20U);
}

TEST(LogLimiterTest, clockThatStandsOrGoesBackGivesNothing) {
    LogLimiter limiter(2, 1);
    EXPECT_EQ(allowed(limiter, 1000, 5), 2U);
    EXPECT_EQ(allowed(limiter, 999, 5), 0U);
    EXPECT_EQ(allowed(limiter, 0, 5), 0U);
    EXPECT_EQ(allowed(limiter, 1001, 5), 1U);
}

TEST(LogLimiterTest, firstSecondsOfTheClockCountToo) {
    LogLimiter limiter(2, 1);
    EXPECT_EQ(allowed(limiter, 0, 5), 2U);
    EXPECT_EQ(allowed(limiter, 1, 5), 1U);
}

TEST(LogLimiterTest, tellsHowManyWereLeftOutOnce) {
    LogLimiter limiter(2, 1);
    std::uint64_t suppressed = 99;
    ASSERT_TRUE(limiter.allow(10, suppressed));
    EXPECT_EQ(suppressed, 0U);
    ASSERT_TRUE(limiter.allow(10, suppressed));
    for (int i = 0; i < 7; ++i) {
        ASSERT_FALSE(limiter.allow(10, suppressed));
    }
    ASSERT_TRUE(limiter.allow(11, suppressed));
    EXPECT_EQ(suppressed, 7U);
    ASSERT_TRUE(limiter.allow(12, suppressed));
    EXPECT_EQ(suppressed, 0U);
}

TEST(LogLimiterTest, manyThreadsGetAboutTheBurst) {
    LogLimiter limiter(20, 10);
    std::atomic<std::uint64_t> count{0}, told{0}, last{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            std::uint64_t suppressed = 0;
            for (int n = 0; n < 20'000; ++n) {
                if (limiter.allow(1000, suppressed)) {
                    ++count;
                    told += suppressed;
                }
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_GE(count, 20U);
    EXPECT_LE(count, 24U) << "approximate where threads meet, but not by more than their number";
    std::uint64_t suppressed = 0;
    ASSERT_TRUE(limiter.allow(1001, suppressed));
    EXPECT_EQ(count + told + suppressed, 80'000U) << "each line is either written or counted";
}

TEST(LogLimiterTest, whatOthersLeftOutIsToldWithTheNextLine) {
    LogLimiter limiter(1, 1);
    limiter.leaveOut(40);
    std::uint64_t suppressed = 0;
    ASSERT_TRUE(limiter.allow(10, suppressed));
    EXPECT_EQ(suppressed, 40U);
    ASSERT_FALSE(limiter.allow(10, suppressed));
    EXPECT_EQ(limiter.takeSuppressed(), 1U);
    EXPECT_EQ(limiter.takeSuppressed(), 0U);
}

}  // namespace
}  // namespace kea_policy
