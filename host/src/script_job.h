// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "resident_program.h"
#include "script_end.h"
#include "verdict.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kea_policy {

struct HookPointInfo;
struct ScriptJob;
class ScriptQueue;

/// Whose jobs they are: told how they came out, on the starter's thread or on one that runs a script, without a lock held.
class ScriptOwner {
public:
    virtual ~ScriptOwner() = default;
    /// Of a job that nobody waits for.
    virtual void ended(const ScriptJob& job) noexcept = 0;
    /// A line that a program wrote.
    virtual void says(const std::string& argument, const std::string& line) noexcept = 0;
    /// So many lines were left out, since programs wrote too many at once.
    virtual void leftOut(std::uint64_t lines) noexcept = 0;
    /// Some time went by since there was something to leave out: time to tell of what was, if that was not told yet.
    virtual void tellLeftOut() noexcept {}
};

/// One run of a script, from when it is asked for until it ended.
struct ScriptJob {
    using Clock = std::chrono::steady_clock;

    std::shared_ptr<ScriptOwner> owner;
    /// Where it waits for its turn; never a null pointer.
    std::shared_ptr<ScriptQueue> queue;
    /// What ScriptStarter::introduce() gave to the owner.
    std::uint32_t script = 0;
    std::string path;
    /// The program's argument: a hook point's name, load or unload.
    std::string argument;
    /// Strings with a NUL behind each.
    std::string environment;
    /// It is an event for a program that stays; its environment are the event's variables and an empty string behind the last.
    bool resident = false;
    /// What such a program is started with.
    std::string start_environment;
    /// Jobs of one client run one after the other; empty where there is none to tell.
    std::string client;
    std::uint32_t timeout_ms = 0;
    /// Neither a client nor Kea waits for the program that it starts: that gives way to those who serve clients.
    bool background = false;
    /// Nobody is served until it has ended: it goes before all others, and waits for none to end.
    bool goes_first = false;
    /// A thread waits for it.
    bool awaited = false;
    /// It must have ended by then, its waiting for a turn included. Without one it has its time from when it starts.
    Clock::time_point deadline{};
    bool hasDeadline() const noexcept { return deadline != Clock::time_point(); }
    /// Did a good part of its time go by before its turn came?
    bool waitedLong() const noexcept {
        const std::chrono::milliseconds time(timeout_ms);
        return hasDeadline() && turn != Clock::time_point() && turn - (deadline - time) >= time / 10;
    }
    /// Told what follows from its end, where a packet is parked for it. Called after its owner was told.
    std::function<void(Verdict)> after;
    /// Where it was asked for; nullptr for load and unload.
    const HookPointInfo* hook_point = nullptr;

    // Guarded by the starter's mutex.
    std::uint32_t number = 0;
    /// When its turn came.
    Clock::time_point turn{};
    /// Its process and process group; 0 where it did not start yet.
    std::int32_t process = 0;
    /// Of an event: who answers it, from when it has one until it ended.
    ResidentProgramPtr program;
    std::optional<ScriptEnd> end;
    /// When ScriptDeadlines has it looked after.
    Clock::time_point due{};
    std::condition_variable changed;
};

using ScriptJobPtr = std::shared_ptr<ScriptJob>;
using ScriptJobs = std::vector<ScriptJobPtr>;

}  // namespace kea_policy
