// SPDX-License-Identifier: MPL-2.0
// kea-policy-starter: starts programs for libdhcp_policy.so. It is small, so that starting is cheap, and apart from Kea, so that programs
// get none of Kea's descriptors and signal settings and Kea's handler of ended children none of ours. It speaks starter_protocol.h with
// the library, which started it; when the library's end of the socket is gone, it ends what still runs and then itself.
#include "jobs.h"
#include "limits.h"
#include "may_schedule.h"
#include "messages_out.h"
#include "outputs.h"
#include "received.h"
#include "starter_protocol.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace kea_policy::starter;

namespace {

/// How long it stays without a word while Kea has the library unloaded.
constexpr std::chrono::seconds kPatience{10};
/// Messages of the library that it takes before it looks after its programs again.
constexpr int kMessagesAtOnce = 4;
/// How long it waits for what it killed in the end.
constexpr std::chrono::seconds kLastReaping{1};

/// Not Kea's child from here on: Kea reaps only those that it knows, and never one that it did not start.
void leaveKea() {
    const pid_t child = ::fork();
    if (child != 0) {
        ::_exit(child < 0 ? 1 : 0);
    }
    ::setsid();
    // What programs leave behind becomes our child, and is reaped.
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    ::fcntl(kSocket, F_SETFD, FD_CLOEXEC);
}

/// SIGCHLD comes as something to read. Those that end a service are for Kea, which then tells us by its end of the socket.
int takeSignals() {
    sigset_t blocked;
    sigemptyset(&blocked);
    for (const int signal : {SIGCHLD, SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGPIPE, SIGUSR1, SIGUSR2}) {
        sigaddset(&blocked, signal);
    }
    ::sigprocmask(SIG_BLOCK, &blocked, nullptr);
    sigset_t children;
    sigemptyset(&children);
    sigaddset(&children, SIGCHLD);
    return ::signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK);
}

int millisecondsUntil(Clock::time_point when, Clock::time_point now) {
    if (when == Clock::time_point::max()) {
        return -1;
    }
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(when - now).count() + 1;
    return left < 0 ? 0 : static_cast<int>(left);
}

class Starter {
public:
    Starter()
        : out_(kSocket), outputs_(out_), jobs_(out_, outputs_, programs_, may_schedule_), signals_(takeSignals()), message_(kLongestMessage, '\0') {}

    void run() {
        out_.hello(may_schedule_);
        while (!libraryGone_ && !mayLeave()) {
            wait();
        }
        // Their input has ended with Kea; they die with this process at the latest.
        jobs_.letGo(kea_policy::limits::resident_leave);
        jobs_.killEvents();
        leaving_ = true;
        leaves_at_ = Clock::now() + kea_policy::limits::resident_leave + kLastReaping;
        while (!jobs_.empty() && Clock::now() < leaves_at_) {
            wait();
        }
    }

private:
    bool isIdle() const { return paused_ && !jobs_.busy(); }

    /// Nothing is left to do, and nobody asks for more. While programs that stay end, the library may still come back.
    bool mayLeave() { return isIdle() && Clock::now() >= leaves_at_ && !jobs_.letGo(kea_policy::limits::resident_leave); }

    /// Every child that ended: programs of ours and what they left behind.
    void reap() {
        int status = 0;
        for (pid_t process; (process = ::waitpid(-1, &status, WNOHANG)) > 0;) {
            jobs_.reaped(process, status);
        }
    }

    void wait() {
        const auto now = Clock::now();
        polled_.clear();
        polled_.push_back({leaving_ ? -1 : kSocket, static_cast<short>(POLLIN | (out_.waiting() ? POLLOUT : 0)), 0});
        polled_.push_back({signals_, POLLIN, 0});
        outputs_.addTo(polled_, now);
        auto next = std::min(jobs_.nextDeadline(), outputs_.nextDeadline(now));
        if (leaving_ || isIdle()) {
            next = std::min(next, leaves_at_);
        }
        if (::poll(polled_.data(), polled_.size(), millisecondsUntil(next, now)) < 0) {
            return;  // EINTR, or no memory for a moment
        }
        const auto woken = Clock::now();
        outputs_.read(polled_, woken);
        if (polled_[1].revents != 0) {
            signalfd_siginfo ignored;
            while (::read(signals_, &ignored, sizeof ignored) > 0) {
            }
            reap();
        }
        jobs_.killLate(woken);
        if (polled_[0].revents != 0) {
            out_.flush();
            receive();
        }
    }

    /// Not all at once: to start programs takes time, and some that run may have no more meanwhile.
    void receive() {
        for (int messages = 0; messages < kMessagesAtOnce; ++messages) {
            const Received got = receiveFrom(kSocket, &message_[0], message_.size());
            if (got.length < 0 && (errno == EAGAIN || errno == EINTR)) {
                return;
            }
            if (got.length < static_cast<ssize_t>(sizeof(Bare))) {
                libraryGone_ = true;
                return;
            }
            take(static_cast<std::size_t>(got.length), got);
        }
    }

    void take(std::size_t length, const Received& got) {
        Bare bare;
        std::memcpy(&bare, message_.data(), sizeof bare);
        paused_ = bare.kind == Kind::Pause;
        leaves_at_ = Clock::now() + kPatience;
        if (bare.kind == Kind::Start && length > sizeof(Start)) {
            const auto start = head<Start>();
            jobs_.start(start, message_.data() + sizeof start, length - sizeof start, got.descriptors[0], got.descriptors[1]);
        } else if (bare.kind == Kind::End && length >= sizeof(End)) {
            jobs_.end(head<End>());
        }
    }

    template <typename Message>
    Message head() const {
        Message message;
        std::memcpy(&message, message_.data(), sizeof message);
        return message;
    }

    const bool may_schedule_ = maySchedule();
    MessagesOut out_;
    Outputs outputs_;
    std::set<pid_t> programs_;
    Jobs jobs_;
    int signals_;
    std::string message_;
    std::vector<pollfd> polled_;
    bool libraryGone_ = false;
    bool leaving_ = false;
    bool paused_ = false;
    Clock::time_point leaves_at_{};
};

}  // namespace

int main(int count, char** arguments) {
    int type = 0;
    socklen_t length = sizeof type;
    if (::getsockopt(kSocket, SOL_SOCKET, SO_TYPE, &type, &length) != 0 || type != SOCK_SEQPACKET) {
        std::fputs("kea-policy-starter is started by libdhcp_policy.so, not by hand.\n", stderr);
        return 2;
    }
    if (count != 3 || std::strcmp(arguments[2], KEA_POLICY_STARTER_PROTOCOL) != 0) {
        return 1;
    }
    leaveKea();
    Starter().run();
    return 0;
}
