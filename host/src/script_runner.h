// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "callout_view.h"
#include "hook_points.h"
#include "policy_log.h"
#include "script_config.h"
#include "script_starter.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace kea_policy {

/// One policy's script: makes jobs of what the policy asks for, verdicts of how they come out, and says in the log when that changes.
class ScriptRunner final : public ScriptOwner, public std::enable_shared_from_this<ScriptRunner> {
public:
    using OnError = std::array<Verdict, kHookPointCount>;

    /// Checks the script's path and starts the starter, where it does not run. Throws ConfigError.
    static std::shared_ptr<ScriptRunner> make(const std::string& policy_name, const ScriptConfig& config, const OnError& on_error,
                                              ScriptStarter& starter);

    /// Packet path, any thread: runs the script and answers what follows; Continue where it does not wait, or where Kea parks the packet and
    /// the script runs when the chain has ended. *environment*: strings
    /// with a NUL behind each.
    Verdict run(const HookPointInfo& hook_point, CalloutView& view, std::string_view environment);
    /// Is the script to be run for "load" or "unload"?
    bool wants(std::string_view event) const noexcept { return event == "load" ? config_.at_load : config_.at_unload; }
    /// Runs it for one of them, and waits for it. Kea's main thread.
    void runEvent(const char* event);

    /// Its configuration is in force: its max-running and max-queued hold from now on, also for what waits since the one before. Kea's main thread.
    void comeIntoForce();

    const ScriptConfig& config() const noexcept { return config_; }

    /// What the statistics tell.
    struct Totals {
        std::uint64_t calls, failed, nonzero, timed_out, dropped, packets_dropped, waiting, running;
    };
    Totals totals() const;

    void ended(const ScriptJob& job) noexcept override;
    void says(const std::string& argument, const std::string& line) noexcept override;
    void leftOut(std::uint64_t lines) noexcept override;
    void tellLeftOut() noexcept override;

    ScriptRunner(const std::string& policy_name, const ScriptConfig& config, const OnError& on_error, ScriptStarter& starter);
    ~ScriptRunner() override;

private:
    ScriptJobPtr job(const char* argument, const HookPointInfo* hook_point, std::string_view environment, std::string client);
    /// What the program gets for an event: in its environment, or on its input where it stays.
    std::string block(const char* argument, std::string_view environment) const;
    /// Adds the variables of the configuration that are not set there.
    void addConfigured(std::string& whole) const;
    /// What follows from a run's end; Continue where Kea does not take it there.
    Verdict verdictOf(const ScriptEnd& end, const HookPointInfo& hook_point) const noexcept;
    void note(const ScriptJob& job, const ScriptEnd& end) noexcept;
    void noteDropped();
    void tellOfLines(std::uint64_t left_out);
    void tellDropped();

    const std::string policy_name_;
    const ScriptConfig config_;
    const OnError on_error_;
    ScriptStarter& starter_;
    /// That of the policy's name: runs that the configuration before asked for wait there as well.
    const std::shared_ptr<ScriptQueue> queue_;
    std::uint32_t number_ = 0;
    /// Of a program that stays.
    std::string start_environment_;

    LogLimiter lines_;
    LogLimiter changes_;
    LogLimiter drops_;
    std::atomic<std::uint64_t> calls_{0}, failed_{0}, nonzero_{0}, timed_out_{0}, dropped_{0}, unloaded_{0}, packets_dropped_{0};
    /// How many of the two the log told of.
    std::atomic<std::uint64_t> told_dropped_{0}, told_unloaded_{0};
    /// Guards what is said of the script; never taken while it works and worked.
    std::mutex state_mutex_;
    std::atomic<bool> failing_{false};
    /// The failure that the log told of last; empty: none, or that it works again.
    std::string told_;
};

}  // namespace kea_policy
