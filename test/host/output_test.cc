// SPDX-License-Identifier: MPL-2.0
#include "output.h"

#include "limits.h"
#include "starter_messages.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class OutputTest : public testing::Test {
protected:
    OutputTest() {
        int ends[2];
        EXPECT_EQ(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
        program_ = ends[1];
        output = std::make_unique<Output>(ends[0], 7, "resident");
    }
    ~OutputTest() override { ::close(program_); }

    /// The program writes as much as the pipe takes, and it is read, as often as one may until then.
    void write(const std::string& text, Clock::time_point now) {
        for (std::size_t at = 0; at < text.size();) {
            const ssize_t written = ::write(program_, text.data() + at, text.size() - at);
            at += written > 0 ? static_cast<std::size_t>(written) : 0;
            output->read(messages.out, now);
            messages.hear();
        }
    }
    static std::string linesOf(std::size_t bytes) {
        std::string text;
        while (text.size() < bytes) {
            text += "for ever and ever\n";
        }
        return text;
    }

    StarterMessages messages;
    std::unique_ptr<Output> output;
    const Clock::time_point began = Clock::time_point(seconds(1000));

private:
    int program_ = -1;
};

TEST_F(OutputTest, handsOnLinesInPiecesOf1024Bytes) {
    write("one\n\ntwo\n" + std::string(1500, 'x') + "\nend", began);
    EXPECT_EQ(messages.lines, (std::vector<std::string>{"one", "two", std::string(1024, 'x'), std::string(476, 'x')}));
    output->finish(messages.out, began);
    messages.hear();
    EXPECT_EQ(messages.lines.back(), "end");
    EXPECT_EQ(messages.left_out, 0U);
}

TEST_F(OutputTest, handsOnNoMoreLinesThanAreLoggedAndCountsTheRest) {
    const std::string text = linesOf(18'000);
    write(text, began);
    EXPECT_EQ(messages.lines.size(), limits::script_lines_burst);
    EXPECT_EQ(output->resumesAt(), Clock::time_point()) << "so few bytes are no reason to pause";
    write("heard\n", began + seconds(1));
    EXPECT_EQ(messages.lines.back(), "heard");
    EXPECT_EQ(messages.left_out, 1000U - limits::script_lines_burst);
}

TEST_F(OutputTest, ofOneThatWritesTooMuchIsReadSlowlyThatSecondAndNoLonger) {
    for (int second = 0; second < 5; ++second) {
        const auto now = began + seconds(second);
        write(linesOf(200'000), now);
        EXPECT_LE(output->resumesAt(), now);
        write(linesOf(200'000), now + milliseconds(500));
        EXPECT_GT(output->resumesAt(), now + milliseconds(500));
    }
}

TEST_F(OutputTest, isHeardForEverHoweverMuchCameBefore) {
    write(linesOf(1'000'000), began);
    // The second in which it wrote too much ended amid a line.
    write("beginning of a line ", began);
    write("and its end\nheard\n", began + seconds(1));
    EXPECT_EQ(messages.lines.back(), "heard");
    EXPECT_EQ(messages.lines.size() + messages.left_out, linesOf(1'000'000).size() / 18 + 2);
    for (int hour = 1; hour < 100; ++hour) {
        write("line of hour " + std::to_string(hour) + "\n" + std::string(5000, 'x') + "\n", began + std::chrono::hours(hour));
        EXPECT_EQ(messages.lines[messages.lines.size() - 6], "line of hour " + std::to_string(hour));
    }
}

TEST_F(OutputTest, tellsAtItsEndWhatWasLeftOut) {
    write(linesOf(1'000'000), began);
    output->finish(messages.out, began);
    messages.hear();
    EXPECT_EQ(messages.lines.size() + messages.left_out, linesOf(1'000'000).size() / 18);
}

TEST_F(OutputTest, countsWhatTheLibraryHadNoRoomFor) {
    while (messages.out.says(8, "pkt4_receive", "before", 6)) {
    }
    write("lost\n", began);
    write("heard\n", began);
    EXPECT_EQ(messages.lines[messages.lines.size() - 2], "before");
    EXPECT_EQ(messages.lines.back(), "heard");
    EXPECT_EQ(messages.left_out, 1U);
}

}  // namespace
}  // namespace starter
}  // namespace kea_policy
