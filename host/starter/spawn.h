// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include <sys/types.h>

namespace kea_policy {
namespace starter {

/// What to start and with what.
struct Program {
    const char* path;
    const char* argument;
    /// Ends with a null pointer.
    std::vector<char*> environment;
    /// Standard input of a program that stays; -1 for /dev/null.
    int input;
    /// Standard output and standard error.
    int output;
    int errors;
    /// It gives way to whatever else wants a processor.
    bool background;
};

/// The strings between two places, each with a NUL behind it, and a null pointer.
std::vector<char*> stringsOf(const char* begin, const char* end);

/// Starts it in a process group of its own, with no signal blocked and no descriptor but 0, 1 and 2. 0 and its process in *process*, or
/// errno of what failed, execve() included; the process is then a child that ended, to be reaped.
int spawn(const Program& program, pid_t& process);

}  // namespace starter
}  // namespace kea_policy
