// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "script_end.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace kea_policy {

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
};

/// One run of a script, from when it is asked for until it ended.
struct ScriptJob {
    using Clock = std::chrono::steady_clock;

    /// Keeps the queue as well.
    std::shared_ptr<ScriptOwner> owner;
    ScriptQueue* queue = nullptr;
    /// What ScriptStarter::introduce() gave to the owner.
    std::uint32_t script = 0;
    std::string path;
    /// The program's argument: a hook point's name, load or unload.
    std::string argument;
    /// Strings with a NUL behind each.
    std::string environment;
    /// It is an event for a program that stays; its environment are the event's variables.
    bool resident = false;
    /// What such a program is started with.
    std::string start_environment;
    /// Jobs of one client run one after the other; empty where there is none to tell.
    std::string client;
    std::uint32_t timeout_ms = 0;
    /// Somebody waits for it until then.
    bool awaited = false;
    Clock::time_point deadline{};

    // Guarded by the starter's mutex.
    std::uint32_t number = 0;
    /// Its process and process group; 0 where it did not start yet.
    std::int32_t process = 0;
    std::optional<ScriptEnd> end;
    std::condition_variable changed;
};

using ScriptJobPtr = std::shared_ptr<ScriptJob>;

}  // namespace kea_policy
