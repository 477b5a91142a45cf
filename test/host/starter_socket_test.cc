// SPDX-License-Identifier: MPL-2.0
// What the starter, build/kea-policy-starter, makes of single messages.
#include "starter_socket.h"

#include "script_starter_fixture.h"

#include <gtest/gtest.h>

#include <fstream>
#include <optional>

using namespace kea_policy;

namespace {

class StarterSocketTest : public ScriptStarterFixture, private StarterListener {
protected:
    /// How the job ended, with a starter that does nothing else.
    ScriptEnd endOf(const ScriptJob& job) {
        end.reset();
        StarterSocket socket;
        int error = 0;
        EXPECT_TRUE(socket.launch(std::string(KEA_POLICY_OUTPUT_DIR) + "/kea-policy-starter", error));
        EXPECT_TRUE(socket.send(job));
        EXPECT_TRUE(eventually([&] { return !socket.receive(*this) || end.has_value(); }));
        return end.value_or(ScriptEnd{ScriptEnd::How::StarterEnded, 0});
    }

private:
    void hello(std::int32_t, bool) override {}
    void started(std::uint32_t, std::int32_t) override {}
    void ended(std::uint32_t, ScriptEnd how) override { end = how; }
    void says(std::uint32_t, const std::string&, const std::string&) override {}
    void leftOut(std::uint32_t, std::uint64_t) override {}

    std::optional<ScriptEnd> end;
};

TEST_F(StarterSocketTest, theTimeOnTheWayIsPartOfAJobsTime) {
    const std::string ran = folder.file("ran");
    const ScriptJobPtr one = job(script(": > " + ran));
    one->deadline = Clock::now() - std::chrono::milliseconds(1);
    EXPECT_EQ(endOf(*one).how, ScriptEnd::How::TooLate);
    EXPECT_FALSE(std::ifstream(ran).good());
}

TEST_F(StarterSocketTest, aJobWithoutADeadlineHasItsTimeFromItsStart) {
    EXPECT_EQ(endOf(*job(script("exit 3"))).how, ScriptEnd::How::Exited);
}

TEST_F(StarterSocketTest, aJobIsKilledWhenItsTimeIsOverEitherWay) {
    const std::string path = script("exec sleep 1000");
    EXPECT_EQ(endOf(*job(path, "x", 50)).how, ScriptEnd::How::TimedOut);
    const ScriptJobPtr one = job(path);
    one->deadline = Clock::now() + std::chrono::milliseconds(50);
    EXPECT_TRUE(one->hasDeadline());
    const ScriptEnd::How how = endOf(*one).how;
    // On a machine that stood still it is not started.
    EXPECT_TRUE(how == ScriptEnd::How::TimedOut || how == ScriptEnd::How::TooLate);
}

}  // namespace
