// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "starter_protocol.h"

#include <cstdint>
#include <string>

namespace kea_policy {

/// How one run of a script came out.
struct ScriptEnd {
    enum class How {
        Exited,       // value: its exit status
        Killed,       // value: the signal
        NotStarted,   // value: errno
        TimedOut,
        TooLate,      // its time was over before the starter came to it
        Left,         // a program that stays ended without an answer; value: its exit status
        Nonsense,     // one answered with something that is no status
        Resting,      // one ended before it answered anything, and is not started again yet
        NoPlace,      // its time was over before another one of max-running had ended
        Dropped,      // it waited in the queue, which was full
        Unloaded,     // it waited when Kea unloaded the library for good
        StarterEnded, // while it ran
        NoStarter,    // value: errno of what starting the starter failed with, or kStarterRests
    };
    /// The starter ended soon after it was started, and the next one waits.
    static constexpr std::int32_t kStarterRests = -1;
    How how = How::Exited;
    std::int32_t value = 0;

    bool failed() const noexcept { return how != How::Exited; }
};

/// Of a failure, a sentence without its subject: "could not be started: Permission denied". *timeout_ms*: what it had; *waited*: a good part of that
/// went by before its turn came; *stays*: the run was an event of a program that stays.
std::string wordsOf(const ScriptEnd& end, std::uint32_t timeout_ms, bool waited = false, bool stays = false);

}  // namespace kea_policy
