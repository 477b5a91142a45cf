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

/// The programs that run: those that were started for one event each, and those that stay.
class Jobs {
public:
    /// *programs*: the processes of all programs of ours that live. *may_schedule*: may some be given less of the processors?
    Jobs(MessagesOut& out, Outputs& outputs, std::set<pid_t>& programs, bool may_schedule)
        : out_(out), outputs_(outputs), programs_(programs), may_schedule_(may_schedule) {}

    /// What the library asked for: *strings* are the path, the argument and the environment. *input* and *output* are those of a program that
    /// stays, whose answers are the library's to read, else -1.
    void start(const Start& start, const char* strings, std::size_t length, int input, int output);
    /// Ends one within so long.
    void end(const End& end);
    /// A child was reaped: true where it was one of them.
    bool reaped(pid_t process, int status);

    bool empty() const noexcept { return jobs_.empty(); }
    /// Is one of them to end? A program that stays is not.
    bool busy() const { return nextDeadline() != Clock::time_point::max(); }

    /// Kills what ran out of time.
    void killLate(Clock::time_point now);
    /// Kills those that were started for one event; what a program that ended by itself left running stays.
    void killEvents();
    /// Nobody sends events to those that stay any more: they are to end within so long. False where there are none that have longer.
    bool letGo(std::chrono::milliseconds within);
    /// When the next one runs out of time.
    Clock::time_point nextDeadline() const;

private:
    struct Job {
        std::uint32_t number;
        pid_t process;
        bool stays;
        /// The end of time for a program that stays, until it is to end.
        Clock::time_point deadline;
        std::shared_ptr<Output> output;
        /// The library has been told how it ended; the process is still to be reaped.
        bool told = false;
    };

    void kill(Job& job, How how);

    MessagesOut& out_;
    Outputs& outputs_;
    std::set<pid_t>& programs_;
    const bool may_schedule_;
    std::list<Job> jobs_;
};

}  // namespace starter
}  // namespace kea_policy
