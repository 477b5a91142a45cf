// SPDX-License-Identifier: MPL-2.0
// The life of ScriptStarter with Kea's library: it is made ready, paused while Kea has the library unloaded, and taken up again.
#include "script_starter.h"

#include "config_error.h"
#include "library_folder.h"
#include "limits.h"
#include "log.h"

#include <algorithm>
#include <csignal>
#include <system_error>

#include <sys/eventfd.h>
#include <unistd.h>

namespace kea_policy {

ScriptStarter& ScriptStarter::instance() {
    static ScriptStarter* only = new ScriptStarter(libraryFolder() + "/" + starter::kProgramName);
    return *only;
}

ScriptStarter::~ScriptStarter() {
    pause();
    if (wake_ >= 0) {
        ::close(wake_);
    }
}

void ScriptStarter::start(const std::string& key_path) {
    resume();
    if (!thread_.joinable()) {
        used_ = true;
        if (launch()) {
            startThread();
        }
    }
    std::unique_lock<std::mutex> lock(mutex_);
    const bool ready_or_down =
        ready_or_down_.wait_until(lock, launched_at_ + limits::starter_hello, [this] { return socket_.saidHello() || isDown(); });
    const int error = start_error_;
    if (!isDown()) {
        lock.unlock();
        if (!ready_or_down) {
            LOG_WARN(policy_logger, POLICY_STARTER_LATE).arg(program_);
        }
        return;
    }
    const bool in_use = isInUse();
    lock.unlock();
    if (!in_use) {
        pause();
    }
    if (error == ScriptEnd::kStarterRests) {
        throw ConfigError(key_path + ": scripts are started by " + program_ + ", which ends at once: put the one there that was built together with "
                          "libdhcp_policy.so, restart Kea where both were replaced while it ran, or see in the system's log what ends it, such as AppArmor");
    }
    throw ConfigError(key_path + ": scripts are started by " + program_ + ", which cannot be started (" + std::generic_category().message(error) +
                      "): put it there, as it comes with libdhcp_policy.so, and let the user that Kea runs as execute it (AppArmor may deny that)");
}

void ScriptStarter::resume() {
    if (!used_ || thread_.joinable()) {
        return;
    }
    if (socket_.isOpen() && !socket_.send(starter::Kind::Resume)) {
        // It heard nothing for so long that it ended, or somebody ended it. What it said last is still to be heard; nothing is sent meanwhile.
        StarterSocket last;
        last = std::move(socket_);
        while (last.receive(*this)) {
        }
        const std::size_t under_way = ask([this] { return bury(); });
        if (under_way != 0) {
            LOG_WARN(policy_logger, POLICY_STARTER_ENDED).arg(under_way);
        }
    }
    if (!socket_.isOpen()) {
        if (!ask([this] { return isInUse(); })) {
            return;
        }
        if (launch()) {
            const std::lock_guard<std::mutex> lock(mutex_);
            dispatchAll();
        }
    }
    startThread();
}

bool ScriptStarter::launch() {
    launched_at_ = Clock::now();
    return socket_.launch(program_, start_error_);
}

bool ScriptStarter::isInUse() const {
    return std::any_of(known_.begin(), known_.end(), [](const auto& known) { return !known.second.owner.expired(); });
}

void ScriptStarter::startThread() {
    if (wake_ < 0) {
        wake_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    }
    stopping_ = false;
    heard_at_ = Clock::now();
    restarts_.begin();
    // Kea's signals are for Kea's threads.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    try {
        thread_ = std::thread([this] { runThread(); });
    } catch (...) {
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
        throw;
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void ScriptStarter::pause(bool for_long) noexcept {
    if (!thread_.joinable()) {
        return;
    }
    stopping_ = true;
    wake();
    thread_.join();
    if (for_long) {
        try {
            const std::lock_guard<std::mutex> lock(mutex_);
            residents_.letGo();
        } catch (...) {
            // No memory for a list of them: the starter ends them.
        }
    }
    if (socket_.isOpen()) {
        socket_.send(starter::Kind::Pause);
    }
}

void ScriptStarter::leaveOutWaiting() {
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        for (const auto& [script, known] : known_) {
            while (const ScriptJobPtr oldest = known.queue->oldest()) {
                end(oldest, {ScriptEnd::How::Unloaded, 0});
            }
        }
    }
    tellOwners();
    // Also those whose policy is in force no more.
    haveLeftOutTold();
}

void ScriptStarter::wake() noexcept {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(wake_, &one, sizeof one);
}

}  // namespace kea_policy
