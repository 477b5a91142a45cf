// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "program_place.h"
#include "script_end.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <poll.h>

namespace kea_policy {

struct ScriptJob;

/// A program that stays, by our ends of its pipes: it gets one event after the other on its standard input, as strings with a NUL behind each and
/// an empty one behind the last, and answers each with a line, the status. Whoever has claimed it talks with it, one thread at a time and without a
/// lock: a packet thread with talk(), which waits; the script thread with go(), which never does.
class ResidentProgram {
public:
    using Clock = std::chrono::steady_clock;

    /// How far an event has come.
    enum class Step {
        Waits,     // the program is to read or to answer
        Answered,  // with status()
        Nonsense,  // with something that is no status, or with more than one line
        Closed,    // its output is closed: it ended, or is of no use
    };

    /// Makes the pipes for a program that the starter will call *number*. Nullptr, and errno in *error*, where that fails.
    static std::shared_ptr<ResidentProgram> make(std::uint32_t number, std::uint32_t script, int& error);
    ~ResidentProgram() { close(); }
    ResidentProgram(const ResidentProgram&) = delete;
    ResidentProgram& operator=(const ResidentProgram&) = delete;

    /// The ends for the program, until the starter was sent them.
    int input() const noexcept { return input_; }
    int output() const noexcept { return output_; }
    void wasSent() noexcept;

    /// An idle one has nothing to say. False where it did, or where its output is closed.
    bool isSilent() const noexcept;

    /// Begins an event, which must stay until talk() or go() tells how it came out.
    void begin(std::string_view event) noexcept { unsent_ = event; }
    /// Writes what its input takes and reads what it said.
    Step go() noexcept;
    /// The same until the event has come out or its time is over: then it is Waits. On this thread's processor, while the program is quick.
    Step talk(Clock::time_point deadline) noexcept;
    /// What poll() is to wait for before go() goes on: its output and, or with -1, its input.
    void addTo(pollfd* two) const noexcept;

    /// What it answered last.
    int status() const noexcept { return status_; }
    /// Did it ever answer?
    bool hasAnswered() const noexcept { return has_answered_; }
    /// Its input ends behind the event that it has, unless that is still to be written.
    void endInput() noexcept;
    /// Its input ends, and nobody can talk with it any more. Not while somebody does.
    void close() noexcept;
    bool isOpen() const noexcept { return to_ >= 0; }

    const std::uint32_t number;
    const std::uint32_t script;
    /// It has ended, the starter says. Set while it may be talked with.
    std::atomic<bool> gone{false};
    ProgramPlace place;

    // Guarded by the starter's mutex.
    /// Its process and process group; 0 where it did not start yet.
    std::int32_t process = 0;
    /// Its script is not there any more.
    bool leaving = false;
    /// How it ended, as the starter told.
    std::optional<ScriptEnd> end;
    /// Whose event it has; nullptr where it is idle.
    std::shared_ptr<ScriptJob> job;
    /// What that event failed with, where only the starter's word of the program's end is missing.
    std::optional<Step> failed;

private:
    ResidentProgram(std::uint32_t its_number, std::uint32_t its_script) : number(its_number), script(its_script) {}

    Step stepOf() noexcept;

    // Our ends do not block; the program's do.
    int to_ = -1;
    int from_ = -1;
    /// The other end of to_, which stays open here as well: so writing never raises SIGPIPE, which would be Kea's.
    int input_ = -1;
    int output_ = -1;
    std::string_view unsent_;
    std::string line_;
    int status_ = 0;
    bool has_answered_ = false;
};

using ResidentProgramPtr = std::shared_ptr<ResidentProgram>;

}  // namespace kea_policy
