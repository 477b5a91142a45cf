// SPDX-License-Identifier: MPL-2.0
#include "spawn.h"

#include <cerrno>
#include <csignal>
#include <cstring>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {

namespace {

/// How much nicer. With it Kea answers nearly as fast as without scripts while they take all the time that is left.
constexpr int kBackground = 10;

}  // namespace

std::vector<char*> stringsOf(const char* begin, const char* end) {
    std::vector<char*> strings;
    for (const char* at = begin; at < end; at += std::strlen(at) + 1) {
        strings.push_back(const_cast<char*>(at));
    }
    strings.push_back(nullptr);
    return strings;
}

int spawn(const Program& program, pid_t& process) {
    const char* const slash = std::strrchr(program.path, '/');
    char* const arguments[] = {const_cast<char*>(slash == nullptr ? program.path : slash + 1), const_cast<char*>(program.argument), nullptr};
    const bool stays = program.input >= 0;
    sigset_t none;
    sigemptyset(&none);
    volatile int error = 0;
    // vfork(): the child has our memory until its execve() and we wait for that, which is faster than a fork() and tells us of
    // failures without a pipe. posix_spawn() does the same, but cannot set what prctl() sets.
    const pid_t child = ::vfork();
    if (child < 0) {
        return errno;
    }
    if (child == 0) {
        // Only system calls here. No signal has a handler in the starter, so none has to be set back. 0 is /dev/null already; every
        // other descriptor closes at execve(). A starter that is killed takes the programs with it: nobody else would end them.
        // What forks away, as daemons do, stays a descendant of the program while that runs, so that it can be found and killed. Not that of
        // a program that stays: few programs reap children that they did not start, and it would gather them as zombies for months.
        if (::setpgid(0, 0) == 0 && ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && (stays || ::prctl(PR_SET_CHILD_SUBREAPER, 1) == 0) &&
            ::dup2(program.output, STDOUT_FILENO) >= 0 && ::dup2(program.errors, STDERR_FILENO) >= 0 && (!stays || ::dup2(program.input, STDIN_FILENO) >= 0) &&
            ::sigprocmask(SIG_SETMASK, &none, nullptr) == 0) {
            if (program.background) {
                ::setpriority(PRIO_PROCESS, 0, ::getpriority(PRIO_PROCESS, 0) + kBackground);
            }
            ::execve(program.path, arguments, program.environment.data());
        }
        error = errno;
        ::_exit(127);
    }
    process = child;
    return error;
}

}  // namespace starter
}  // namespace kea_policy
