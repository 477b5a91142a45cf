// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "outputs.h"

#include <chrono>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <poll.h>
#include <sys/types.h>

namespace kea_policy {
namespace starter {

/// Programs that stay: each gets one event after the other on its standard input, as strings with a NUL behind each and an empty one
/// behind the last, and answers each with a line, the status. They are started when they are first needed; how many of a script there
/// may be is seen to by the library, which asks no more at once.
class Residents {
public:
    Residents(MessagesOut& out, Outputs& outputs, std::set<pid_t>& programs) : out_(out), outputs_(outputs), programs_(programs) {}
    ~Residents();
    Residents(const Residents&) = delete;
    Residents& operator=(const Residents&) = delete;

    /// What the library asked for: *strings* are the path, the argument, the environment and the event.
    void ask(const Ask& ask, const char* strings, std::size_t length);
    /// Programs of that script end when they have answered.
    void forget(std::uint32_t script);
    /// A child was reaped: true where it was one of them.
    bool reaped(pid_t process, int status);

    /// Is one of them to answer?
    bool busy() const noexcept;
    bool empty() const noexcept { return all_.empty(); }

    void addTo(std::vector<pollfd>& polled) const;
    /// Reads the answers that poll() found.
    void read(const std::vector<pollfd>& polled);
    /// Kills what did not answer in time.
    void killLate(Clock::time_point now);
    void killAll();
    Clock::time_point nextDeadline() const;

private:
    struct Resident {
        std::uint32_t script;
        pid_t process;
        /// Our ends of its standard input and output.
        int to;
        int from;
        std::shared_ptr<Output> errors;
        /// What it is to answer; 0 where it is idle.
        std::uint32_t job = 0;
        Clock::time_point deadline = Clock::time_point::max();
        std::string line{};
        bool answered = false;
        bool leaving = false;
        bool killed = false;
    };
    /// A script whose programs end before they answer anything.
    struct Rest {
        std::chrono::milliseconds length{0};
        Clock::time_point until{};
    };

    Resident* idle(std::uint32_t script);
    Resident* make(const Ask& ask, const char* strings, int& error);
    void send(Resident& resident, const Ask& ask, const char* event, std::size_t length);
    void take(Resident& resident);
    void answer(Resident& resident);
    void fail(Resident& resident, How how, std::int32_t value);
    void tell(Resident& resident, How how, std::int32_t value);
    void letGo(Resident& resident);
    static void closeEnds(Resident& resident);

    MessagesOut& out_;
    Outputs& outputs_;
    std::set<pid_t>& programs_;
    std::list<Resident> all_;
    std::map<std::uint32_t, Rest> rests_;
};

}  // namespace starter
}  // namespace kea_policy
