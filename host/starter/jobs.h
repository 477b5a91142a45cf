// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "messages_out.h"
#include "output.h"

#include <cstdint>
#include <list>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <poll.h>
#include <sys/types.h>

namespace kea_policy {
namespace starter {

/// The programs that were started, and what they write.
class Jobs {
public:
    explicit Jobs(MessagesOut& out) : out_(out) {}

    /// What the library asked for: *strings* are the path, the argument and the environment.
    void start(const Start& start, const char* strings, std::size_t length);

    bool empty() const noexcept { return jobs_.empty(); }

    /// Reaps every child that ended, programs of ours and what they left behind.
    void reap();
    /// Kills what ran out of time.
    void killLate(Clock::time_point now);
    /// Kills all that still runs; what a program that ended by itself left running stays.
    void killAll();

    /// Adds the outputs to what poll() waits for.
    void addTo(std::vector<pollfd>& polled, Clock::time_point now) const;
    /// Reads the outputs that poll() found something in.
    void readOutputs(const std::vector<pollfd>& polled, Clock::time_point now);
    /// When something is to be done even if nothing happens.
    Clock::time_point nextDeadline() const;

private:
    struct Job {
        std::uint32_t number;
        pid_t process;
        Clock::time_point deadline;
        /// The library has been told how it ended; the process is still to be reaped.
        bool told = false;
        std::shared_ptr<Output> output;
    };

    void kill(Job& job, How how);
    void ended(Job& job, int status);
    void forgetOutputs();

    MessagesOut& out_;
    std::list<Job> jobs_;
    std::vector<std::shared_ptr<Output>> outputs_;
};

}  // namespace starter
}  // namespace kea_policy
