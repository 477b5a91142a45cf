// SPDX-License-Identifier: MPL-2.0
#include "starter_process.h"

#include "limits.h"
#include "starter_protocol.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kea_policy {

namespace {

/// posix_spawn(), not fork(): Kea is large, and its memory is not to be copied.
int spawnWith(const std::string& program, int socket, pid_t& process) {
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_t actions;
    if (const int error = ::posix_spawnattr_init(&attributes)) {
        return error;
    }
    if (const int error = ::posix_spawn_file_actions_init(&actions)) {
        ::posix_spawnattr_destroy(&attributes);
        return error;
    }
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &all);
    int error = ::posix_spawn_file_actions_adddup2(&actions, socket, starter::kSocket);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        error = error != 0 ? error : ::posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDWR, 0);
    }
    error = error != 0 ? error : ::posix_spawn_file_actions_addclosefrom_np(&actions, starter::kSocket + 1);
    if (error == 0) {
        // The first is for lists of processes, which show by it whose it is.
        std::string kea = std::to_string(::getpid()), protocol = KEA_POLICY_STARTER_PROTOCOL;
        char* const arguments[] = {const_cast<char*>(starter::kProgramName), kea.data(), protocol.data(), nullptr};
        char* const environment[] = {nullptr};
        error = ::posix_spawn(&process, program.c_str(), &actions, &attributes, arguments, environment);
    }
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    return error;
}

/// What was started forks and ends at once. Kea's own handler of ended children may be faster: then there is nothing to wait for. One that stays
/// is no starter, or nothing lets it run: it is killed.
bool leavesKea(pid_t process) {
    const auto latest = std::chrono::steady_clock::now() + limits::starter_hello;
    for (std::chrono::microseconds rest{100};; rest = std::min<std::chrono::microseconds>(2 * rest, std::chrono::milliseconds(10))) {
        const pid_t ended = ::waitpid(process, nullptr, WNOHANG);
        if (ended == process || (ended < 0 && errno != EINTR)) {
            return true;
        }
        if (std::chrono::steady_clock::now() >= latest) {
            ::kill(process, SIGKILL);
            while (::waitpid(process, nullptr, 0) < 0 && errno == EINTR) {
            }
            return false;
        }
        std::this_thread::sleep_for(rest);
    }
}

}  // namespace

int launchStarter(const std::string& program, int& error) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
        error = errno;
        return -1;
    }
    // dup2() onto the same number would keep the flag that closes it.
    int theirs = ends[1];
    if (theirs <= starter::kSocket) {
        theirs = ::fcntl(ends[1], F_DUPFD_CLOEXEC, starter::kSocket + 1);
        ::close(ends[1]);
    }
    pid_t process = -1;
    error = theirs < 0 ? errno : spawnWith(program, theirs, process);
    ::close(theirs);
    if (error == 0 && !leavesKea(process)) {
        error = ETIMEDOUT;
    }
    if (error != 0) {
        ::close(ends[0]);
        return -1;
    }
    return ends[0];
}

}  // namespace kea_policy
