// SPDX-License-Identifier: MPL-2.0
#include "script_end.h"

#include <cerrno>
#include <cstring>
#include <system_error>

namespace kea_policy {

namespace {

std::string errorWords(int error) {
    // generic_category's message() is strerror without its shared buffer.
    const std::string words = std::generic_category().message(error);
    return error == ENOEXEC ? words + " (its first line must name its interpreter, as in #!/bin/sh)" : words;
}

std::string signalName(int signal) {
    const char* name = ::sigabbrev_np(signal);
    return name == nullptr ? "signal " + std::to_string(signal) : std::string("SIG") + name;
}

}  // namespace

std::string wordsOf(const ScriptEnd& end, std::uint32_t timeout_ms, bool waited, bool stays) {
    const std::string time = std::to_string(timeout_ms) + " ms";
    switch (end.how) {
    case ScriptEnd::How::Exited: return "ended with status " + std::to_string(end.value);
    case ScriptEnd::How::Killed: return "was killed by " + signalName(end.value);
    case ScriptEnd::How::NotStarted: return "could not be started: " + errorWords(end.value) + (end.value == ENOENT ? " (it, or the interpreter in its first line)" : "");
    case ScriptEnd::How::TimedOut:
        return (stays ? "did not answer within " : "did not end within ") + time +
               (waited ? ", part of which it waited for its turn (max-running), and was killed" : " and was killed") + (stays ? "" : " with all that it started");
    case ScriptEnd::How::TooLate: return "was not started within " + time + ", since the machine was too busy";
    case ScriptEnd::How::Left: return "ended with status " + std::to_string(end.value) + " where it was to answer";
    case ScriptEnd::How::Nonsense: return "answered with something else than a line with a number from 0 to 255, and was killed";
    case ScriptEnd::How::Resting: return "is not started again yet, since it ended before it answered anything";
    case ScriptEnd::How::NoPlace: return "was not started within " + time + ", since max-running others, or one for the same client, were running";
    case ScriptEnd::How::Dropped: return "was not started, since max-queued others were waiting";
    case ScriptEnd::How::Unloaded: return "was not started, since Kea unloaded the library";
    case ScriptEnd::How::StarterEnded: return "was killed, since kea-policy-starter ended";
    case ScriptEnd::How::NoStarter:
        if (end.value == ScriptEnd::kStarterRests) {
            return "could not be started, since kea-policy-starter ended soon after Kea was configured or it was started, and rests";
        }
        return "could not be started, since kea-policy-starter could not be: " + errorWords(end.value);
    }
    return "failed";
}

}  // namespace kea_policy
