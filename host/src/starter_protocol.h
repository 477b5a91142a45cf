// SPDX-License-Identifier: MPL-2.0
// What the library and kea-policy-starter say to each other: messages of a SOCK_SEQPACKET socket, each one structure of those below and
// what follows it. Both lie beside each other, so numbers are in the machine's own order, and both are built together, so there are no versions:
// the starter's second argument is a hash of this file as the library was built with it, and one that was built with another ends without a word.
// Knows neither Kea nor wasmtime.
#pragma once

#include <cerrno>
#include <cstddef>
#include <cstdint>

namespace kea_policy {
namespace starter {

/// Name of the program, beside the library.
constexpr const char* kProgramName = "kea-policy-starter";
/// The starter's descriptor of the socket.
constexpr int kSocket = 3;

/// Linux takes no longer string of an environment; the whole block is held to it, so that one message carries it.
constexpr std::size_t kLongestEnvironment = 128 * 1024;
/// The configured variables come behind those.
constexpr std::size_t kLongestConfigured = 16 * 1024;
/// Path, argument and head come on top of that.
constexpr std::size_t kLongestMessage = kLongestEnvironment + kLongestConfigured + 8 * 1024;
/// Bytes of a line of output; a longer one goes on in the next message.
constexpr std::size_t kLongestLine = 1024;

enum class Kind : std::uint32_t {
    // To the starter.
    Start = 1,
    End,
    Pause,
    Resume,
    // From the starter.
    Hello,
    Started,
    Ended,
    Says,
    LeftOut,
};

/// Did a message not go since there is no room for it at the moment? Any other error is the other end's, which receiving finds out.
inline bool isFull(int error) {
    return error == EAGAIN || error == ENOBUFS || error == ENOMEM;
}

/// Start a program. Behind it: path, NUL, argument, NUL, then the environment's strings, a NUL behind each. With two descriptors it gets them as
/// its standard input and output.
struct Start {
    Kind kind;
    std::uint32_t job;
    /// Whose lines its output becomes.
    std::uint32_t script;
    /// What it has from when it is started; 0 where it has a deadline, or stays.
    std::uint32_t timeout_ms;
    /// When it must have ended, in nanoseconds of CLOCK_MONOTONIC; 0 where it has none. Time on the way counts.
    std::int64_t deadline_ns;
    /// Nobody waits for it: it gives way to those who serve clients.
    bool background;
};

/// End that program within so long: it has ended by itself then, or is killed with all that it started.
struct End {
    Kind kind;
    std::uint32_t job;
    std::uint32_t within_ms;
};

/// Pause: Kea unloads the library, perhaps to load it again at once. What runs goes on; a starter that hears nothing for a while and has
/// nothing to do ends. Resume: it was loaded again.
struct Bare {
    Kind kind;
};

/// The starter is ready.
struct Hello {
    Kind kind;
    std::int32_t pid;
    /// May one say where a program runs, and when? Where not, the library had better not try.
    bool may_schedule;
};

/// The program runs in a process group that bears its number: should the starter die, somebody must end it.
struct Started {
    Kind kind;
    std::uint32_t job;
    std::int32_t process;
};

enum class How : std::uint32_t {
    /// value: the exit status.
    Exited,
    /// value: the signal.
    Killed,
    /// value: errno.
    NotStarted,
    /// Killed by the starter with all of its process group.
    TimedOut,
    /// Not started: its deadline was over when the starter came to it.
    TooLate,
};

struct Ended {
    Kind kind;
    std::uint32_t job;
    How how;
    std::int32_t value;
};

/// A line of output. Behind it: argument, NUL, the line without its end.
struct Says {
    Kind kind;
    std::uint32_t script;
};

/// So many lines of output were left out: no more of them are sent than the library would log.
struct LeftOut {
    Kind kind;
    std::uint32_t script;
    std::uint64_t lines;
};

}  // namespace starter
}  // namespace kea_policy
