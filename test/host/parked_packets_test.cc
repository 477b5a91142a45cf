// SPDX-License-Identifier: MPL-2.0
// What becomes of packets for which scripts run, with the real starter and without a Kea: its main thread is the test's.
#include "parked_packets.h"

#include "config_error.h"
#include "kea_log_file.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

using namespace kea_policy;
using Clock = std::chrono::steady_clock;

namespace {

/// Status 2 drops, and so does each failure.
class Owner final : public ScriptOwner {
public:
    explicit Owner(std::size_t max_queued) : queue(std::make_shared<ScriptQueue>(1, max_queued)) {}
    void ended(const ScriptJob& job) noexcept override {
        {
            const std::lock_guard<std::mutex> lock(mutex);
            ends.push_back(job.argument);
        }
        job.after(job.end->failed() || job.end->value == 2 ? Verdict::Drop : Verdict::Continue);
    }
    void says(const std::string&, const std::string&) noexcept override {}
    void leftOut(std::uint64_t) noexcept override {}

    std::vector<std::string> ended() {
        const std::lock_guard<std::mutex> lock(mutex);
        return ends;
    }

    const std::shared_ptr<ScriptQueue> queue;
    std::mutex mutex;
    std::vector<std::string> ends;
};

class ParkedPacketsTest : public testing::Test {
protected:
    ParkedPacketsTest() { starter.start("script"); }
    // In Kea neither ever goes; here the starter's thread may yet tell packets something.
    ~ParkedPacketsTest() override { starter.pause(); }

    /// A script that does what its argument says.
    ScriptJobPtr job(const std::string& argument, std::uint32_t timeout_ms = 5000) {
        auto made = std::make_shared<ScriptJob>();
        made->owner = owner;
        made->queue = owner->queue;
        made->script = number;
        made->path = path;
        made->argument = argument;
        made->environment = std::string("PATH=/usr/bin:/bin\0", 19);
        made->timeout_ms = timeout_ms;
        return made;
    }
    void park(const std::string& name, ScriptJobs scripts) {
        packets.park(std::move(scripts), [this, name, kept = packet](Verdict verdict) {
            EXPECT_EQ(std::this_thread::get_id(), main_thread);
            fates.push_back(name + " " + verdictName(verdict));
        });
    }
    /// What Kea's main thread does until so many packets have gone on.
    bool serveUntil(std::size_t count) {
        for (const auto end = Clock::now() + std::chrono::seconds(10); fates.size() < count && Clock::now() < end; ::usleep(1000)) {
            if (woken.exchange(false)) {
                packets.resumeDecided();
            }
        }
        return fates.size() == count;
    }

    TemporaryFolder folder;
    std::string path = [this] {
        const std::string file = folder.write("script.sh", "#!/bin/sh\ncase \"$1\" in drop) exit 2 ;; hang) sleep 100 ;; slow) sleep 0.2 ;; esac\n");
        ::chmod(file.c_str(), 0755);
        return file;
    }();
    std::shared_ptr<Owner> owner = std::make_shared<Owner>(2);
    ScriptStarter starter{std::string(KEA_POLICY_OUTPUT_DIR) + "/kea-policy-starter"};
    std::uint32_t number = starter.introduce(owner, owner->queue);
    const std::thread::id main_thread = std::this_thread::get_id();
    std::atomic<bool> woken{false};
    ParkedPackets packets{starter, [this] { woken = true; }};
    /// Stands for what Kea keeps with a packet.
    std::shared_ptr<int> packet = std::make_shared<int>(0);
    std::vector<std::string> fates;
};

TEST_F(ParkedPacketsTest, goOnOrAreDroppedOnTheMainThreadWhenTheirScriptsEnded) {
    park("one", {job("exit")});
    EXPECT_TRUE(serveUntil(1));
    park("two", {job("drop")});
    EXPECT_TRUE(serveUntil(2));
    EXPECT_EQ(fates, (std::vector<std::string>{"one continue", "two drop"}));
    EXPECT_EQ(packets.waiting(), 0u);
    EXPECT_EQ(packet.use_count(), 1) << "nothing of a packet is kept";
}

TEST_F(ParkedPacketsTest, goOnWhereKeaThrowsAtOneBeforeThem) {
    const KeaLogFile log(isc::log::ERROR);
    packets.park({job("exit")}, [kept = packet](Verdict) { throw std::runtime_error("the first"); });
    packets.park({job("exit")}, [kept = packet](Verdict) { throw 2; });
    park("third", {job("exit")});
    for (const auto end = Clock::now() + std::chrono::seconds(10); packets.waiting() > 0 && Clock::now() < end; ::usleep(1000)) {
    }
    packets.resumeDecided();
    EXPECT_EQ(fates, (std::vector<std::string>{"third continue"}));
    EXPECT_EQ(packet.use_count(), 1) << "nothing of a packet is kept";
    const std::vector<std::string> lines = log.lines();
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_NE(lines[0].find("POLICY_CALLOUT_FAILED"), std::string::npos) << lines[0];
    EXPECT_NE(lines[0].find("the first"), std::string::npos) << lines[0];
    EXPECT_NE(lines[1].find("an unknown exception"), std::string::npos) << lines[1];
}

TEST_F(ParkedPacketsTest, haveTheirScriptsRunOneAfterTheOtherUntilOneDropsThem) {
    park("packet", {job("slow"), job("exit"), job("drop"), job("never")});
    EXPECT_TRUE(serveUntil(1));
    EXPECT_EQ(fates.back(), "packet drop");
    EXPECT_EQ(owner->ended(), (std::vector<std::string>{"slow", "exit", "drop"}));
}

TEST_F(ParkedPacketsTest, waitForAScriptNoLongerThanItsTimeAndItsTurnTogether) {
    park("runs", {job("hang", 1000)});
    park("has no turn", {job("exit", 100)});
    EXPECT_TRUE(serveUntil(1));
    EXPECT_EQ(fates, (std::vector<std::string>{"has no turn drop"}));
    EXPECT_TRUE(serveUntil(2));
    EXPECT_EQ(fates.back(), "runs drop");
}

TEST_F(ParkedPacketsTest, areNotForgottenWhereTheQueueIsFull) {
    park("runs", {job("hang", 1000)});
    for (const char* name : {"oldest", "waits", "waits too"}) {
        park(name, {job("exit")});
    }
    EXPECT_TRUE(serveUntil(1));
    EXPECT_EQ(fates, (std::vector<std::string>{"oldest drop"}));
    EXPECT_TRUE(serveUntil(4));
    EXPECT_EQ(fates, (std::vector<std::string>{"oldest drop", "runs drop", "waits continue", "waits too continue"}));
}

TEST_F(ParkedPacketsTest, areNotForgottenWhereTheStarterIsStopped) {
    const std::string pid = folder.file("pid");
    const std::string asks = folder.write("asks.sh", "#!/bin/sh\necho $PPID > " + pid + "\n");
    ::chmod(asks.c_str(), 0755);
    const ScriptJobPtr first = job("x");
    first->path = asks;
    ASSERT_EQ(starter.run(first).value, 0);
    pid_t process = 0;
    std::ifstream(pid) >> process;
    ASSERT_GT(process, 1);
    ASSERT_EQ(::kill(process, SIGSTOP), 0);
    park("packet", {job("exit", 200)});
    EXPECT_TRUE(serveUntil(1));
    EXPECT_EQ(fates, (std::vector<std::string>{"packet drop"}));
    ::kill(process, SIGCONT);
    // Another starter is started, after a rest, and serves later ones.
    for (std::size_t count = 2; fates.back() != "next continue" && count < 200; ++count, ::usleep(20000)) {
        park("next", {job("exit")});
        ASSERT_TRUE(serveUntil(count));
    }
    EXPECT_EQ(fates.back(), "next continue");
}

TEST_F(ParkedPacketsTest, areNotForgottenWhereThereIsNoStarter) {
    ScriptStarter none("/nowhere/kea-policy-starter");
    EXPECT_THROW(none.start("script"), ConfigError);
    ParkedPackets without(none, [this] { woken = true; });
    Verdict told = Verdict::Continue;
    without.park({job("exit")}, [&told](Verdict verdict) { told = verdict; });
    EXPECT_TRUE(woken);
    without.resumeDecided();
    EXPECT_EQ(told, Verdict::Drop);
}

TEST_F(ParkedPacketsTest, areForgottenWithTheirFurtherScriptsWhereTheLibraryIsUnloadedForGood) {
    park("packet", {job("slow"), job("exit")});
    starter.pause(true);
    packets.letGo(true);
    EXPECT_EQ(packets.waiting(), 0u);
    EXPECT_EQ(packet.use_count(), 1);
    starter.resume();
    for (const auto end = Clock::now() + std::chrono::seconds(10); owner->ended().empty() && Clock::now() < end; ::usleep(1000)) {
    }
    ::usleep(100'000);
    EXPECT_EQ(owner->ended(), std::vector<std::string>{"slow"});
}

TEST_F(ParkedPacketsTest, areLetGoWhereKeaForgotThemAndTheirScriptsRunOn) {
    park("packet", {job("slow"), job("exit")});
    starter.pause();
    packets.letGo();
    EXPECT_EQ(packet.use_count(), 1);
    starter.resume();
    for (const auto end = Clock::now() + std::chrono::seconds(10); packets.waiting() != 0 && Clock::now() < end; ::usleep(1000)) {
    }
    packets.resumeDecided();
    EXPECT_EQ(owner->ended(), (std::vector<std::string>{"slow", "exit"}));
    EXPECT_TRUE(fates.empty());
}

}  // namespace
