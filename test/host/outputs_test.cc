// SPDX-License-Identifier: MPL-2.0
#include "outputs.h"

#include "starter_messages.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <unistd.h>

namespace kea_policy {
namespace starter {
namespace {

class OutputsTest : public testing::Test {
protected:
    bool isRead(int descriptor) const {
        std::vector<pollfd> polled;
        outputs.addTo(polled, Clock::now());
        return std::any_of(polled.begin(), polled.end(), [descriptor](const pollfd& one) { return one.fd == descriptor; });
    }

    StarterMessages messages;
    Outputs outputs{messages.out};
};

TEST_F(OutputsTest, readThatOfAProgramThatRunsHoweverManyOthersLeftSomethingRunning) {
    int writing = -1;
    const auto of_one_that_runs = outputs.make(1, "resident", writing);
    ::close(writing);
    for (int others = 0; others < 600; ++others) {
        const auto of_one_that_ends = outputs.make(2, "pkt4_receive", writing);
        ASSERT_TRUE(of_one_that_ends) << others;
        ::close(writing);
    }
    EXPECT_TRUE(isRead(of_one_that_runs->descriptor()));
    std::vector<pollfd> polled;
    outputs.addTo(polled, Clock::now());
    EXPECT_EQ(polled.size(), 512U) << "what is left running does not gather descriptors for ever";
}

}  // namespace
}  // namespace starter
}  // namespace kea_policy
