// SPDX-License-Identifier: MPL-2.0
// The real starter, build/kea-policy-starter, with scripts that tests write.
#pragma once

#include "script_starter.h"

#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

namespace kea_policy {

/// As /proc shows it: 'S' where it waits for something, 'Z' where it has ended and nobody has asked how; 0 where there is none. A name without blanks.
inline char stateOf(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string number, name;
    char state = 0;
    file >> number >> name >> state;
    return state;
}

class NotingOwner final : public ScriptOwner {
public:
    NotingOwner(std::size_t max_running, std::size_t max_queued) : queue(std::make_shared<ScriptQueue>(max_running, max_queued)) {}
    void ended(const ScriptJob& job) noexcept override {
        const std::lock_guard<std::mutex> lock(mutex);
        ends.push_back({job.argument, *job.end});
    }
    void says(const std::string& argument, const std::string& line) noexcept override {
        const std::lock_guard<std::mutex> lock(mutex);
        lines.push_back(argument + ": " + line);
    }
    void leftOut(std::uint64_t count) noexcept override {
        const std::lock_guard<std::mutex> lock(mutex);
        left_out += count;
    }
    void tellLeftOut() noexcept override { ++asked_to_tell; }

    const std::shared_ptr<ScriptQueue> queue;
    std::mutex mutex;
    std::vector<std::pair<std::string, ScriptEnd>> ends;
    std::vector<std::string> lines;
    std::uint64_t left_out = 0;
    std::atomic<int> asked_to_tell{0};
};

class ScriptStarterFixture : public testing::Test {
protected:
    using Clock = std::chrono::steady_clock;

    ScriptStarterFixture() { starter.start("script"); }

    std::string script(const std::string& content) {
        const std::string path = folder.write("script" + std::to_string(++scripts) + ".sh", "#!/bin/sh\n" + content);
        ::chmod(path.c_str(), 0755);
        return path;
    }

    ScriptJobPtr job(const std::string& path, const std::string& argument = "pkt4_receive", std::uint32_t timeout_ms = 5000) {
        auto made = std::make_shared<ScriptJob>();
        made->owner = owner;
        made->queue = owner->queue;
        made->script = number;
        made->path = path;
        made->argument = argument;
        made->environment = environment;
        made->timeout_ms = timeout_ms;
        return made;
    }

    /// The starter's process, as a script sees it.
    pid_t starterProcess() {
        const std::string file = folder.file("starter");
        EXPECT_EQ(starter.run(job(script("echo $PPID > " + file))).value, 0);
        pid_t process = 0;
        std::ifstream(file) >> process;
        EXPECT_GT(process, 1);
        return process;
    }

    template <typename Condition>
    bool eventually(Condition condition) {
        for (const auto end = Clock::now() + std::chrono::seconds(10); Clock::now() < end; ::usleep(2000)) {
            const std::lock_guard<std::mutex> lock(owner->mutex);
            if (condition()) {
                return true;
            }
        }
        return false;
    }

    TemporaryFolder folder;
    int scripts = 0;
    std::shared_ptr<NotingOwner> owner = std::make_shared<NotingOwner>(2, 3);
    std::string environment = std::string("NAME=value\0EMPTY=\0", 18);
    const std::string real = std::string(KEA_POLICY_OUTPUT_DIR) + "/kea-policy-starter";
    ScriptStarter starter{real};
    std::uint32_t number = starter.introduce(owner, owner->queue);
};

}  // namespace kea_policy
