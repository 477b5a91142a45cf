// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "outputs.h"

#include <cstdint>
#include <list>
#include <memory>
#include <set>

#include <sys/types.h>

namespace kea_policy {
namespace starter {

/// The programs that were started for one event each.
class Jobs {
public:
    /// *programs*: the processes of all programs of ours that live.
    Jobs(MessagesOut& out, Outputs& outputs, std::set<pid_t>& programs) : out_(out), outputs_(outputs), programs_(programs) {}

    /// What the library asked for: *strings* are the path, the argument and the environment.
    void start(const Start& start, const char* strings, std::size_t length);
    /// A child was reaped: true where it was one of them.
    bool reaped(pid_t process, int status);

    bool empty() const noexcept { return jobs_.empty(); }

    /// Kills what ran out of time.
    void killLate(Clock::time_point now);
    /// Kills all that still runs; what a program that ended by itself left running stays.
    void killAll();
    /// When the next one runs out of time.
    Clock::time_point nextDeadline() const;

private:
    struct Job {
        std::uint32_t number;
        pid_t process;
        Clock::time_point deadline;
        std::shared_ptr<Output> output;
        /// The library has been told how it ended; the process is still to be reaped.
        bool told = false;
    };

    void kill(Job& job, How how);

    MessagesOut& out_;
    Outputs& outputs_;
    std::set<pid_t>& programs_;
    std::list<Job> jobs_;
};

}  // namespace starter
}  // namespace kea_policy
