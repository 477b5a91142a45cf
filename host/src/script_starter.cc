// SPDX-License-Identifier: MPL-2.0
#include "script_starter.h"

#include "config_error.h"
#include "library_folder.h"
#include "limits.h"
#include "log.h"
#include "starter_process.h"
#include "starter_protocol.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kea_policy {

static_assert(static_cast<int>(ScriptEnd::How::Resting) == static_cast<int>(starter::How::Resting), "the starter's words, in its order");

ScriptStarter& ScriptStarter::instance() {
    static ScriptStarter* only = new ScriptStarter(libraryFolder() + "/" + starter::kProgramName);
    return *only;
}

ScriptStarter::~ScriptStarter() {
    pause();
    if (socket_ >= 0) {
        ::close(socket_);
    }
    if (wake_ >= 0) {
        ::close(wake_);
    }
}

void ScriptStarter::start(const std::string& key_path) {
    resume();
    if (!thread_.joinable()) {
        used_ = true;
        socket_ = launchStarter(program_, start_error_);
        if (socket_ >= 0) {
            startThread();
        }
    }
    if (ask([this] { return isDown(); })) {
        throw ConfigError(key_path + ": scripts are started by " + program_ + ", which cannot be started (" +
                          std::generic_category().message(start_error_) + "): put it there, as it comes with libdhcp_policy.so, and let the "
                          "user that Kea runs as execute it (AppArmor may deny that)");
    }
}

void ScriptStarter::resume() {
    if (!used_ || thread_.joinable()) {
        return;
    }
    if (socket_ >= 0 && !sendBare(static_cast<std::uint32_t>(starter::Kind::Resume))) {
        // It heard nothing for so long that it ended.
        ::close(socket_);
        socket_ = -1;
        starter_process_ = 0;
    }
    if (socket_ < 0) {
        socket_ = launchStarter(program_, start_error_);
    }
    startThread();
}

void ScriptStarter::startThread() {
    if (wake_ < 0) {
        wake_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    }
    message_.resize(starter::kLongestMessage);
    stopping_ = false;
    started_at_ = Clock::now();
    back_off_ = {};
    launch_at_ = started_at_;
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

void ScriptStarter::pause() noexcept {
    if (!thread_.joinable()) {
        return;
    }
    stopping_ = true;
    wake();
    thread_.join();
    if (socket_ >= 0) {
        sendBare(static_cast<std::uint32_t>(starter::Kind::Pause));
    }
}

void ScriptStarter::wake() noexcept {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(wake_, &one, sizeof one);
}

std::uint32_t ScriptStarter::introduce(const std::shared_ptr<ScriptOwner>& owner, ScriptQueue& queue) {
    const std::lock_guard<std::mutex> lock(mutex_);
    known_[++last_number_] = {owner, &queue};
    return last_number_;
}

void ScriptStarter::forget(std::uint32_t script) {
    {
        // An owner may go with the last of its jobs, while the other mutex is held.
        const std::lock_guard<std::mutex> lock(forgotten_mutex_);
        forgotten_.push_back(script);
    }
    wake();
}

void ScriptStarter::sendForgotten() {
    std::vector<std::uint32_t> scripts;
    {
        const std::lock_guard<std::mutex> lock(forgotten_mutex_);
        scripts.swap(forgotten_);
    }
    const std::lock_guard<std::mutex> lock(mutex_);
    for (const std::uint32_t script : scripts) {
        known_.erase(script);
        const starter::Forget forget{starter::Kind::Forget, script};
        ::send(socket_, &forget, sizeof forget, MSG_DONTWAIT | MSG_NOSIGNAL);
    }
}

ScriptEnd ScriptStarter::run(const ScriptJobPtr& job) {
    std::unique_lock<std::mutex> lock(mutex_);
    if (isDown()) {
        return {ScriptEnd::How::NoStarter, start_error_};
    }
    job->awaited = true;
    job->deadline = Clock::now() + std::chrono::milliseconds(job->timeout_ms);
    job->queue->add(job);
    dispatch(*job->queue);
    const auto hasEnded = [&job] { return job->end.has_value(); };
    if (job->changed.wait_until(lock, job->deadline, hasEnded)) {
        return *job->end;
    }
    if (job->queue->remove(*job)) {
        return {ScriptEnd::How::NoPlace, 0};
    }
    if (job->changed.wait_until(lock, job->deadline + limits::script_grace, hasEnded)) {
        return *job->end;
    }
    // The starter itself does not answer: something stopped it. It is killed, its programs with it, and another one started.
    if (socket_ >= 0) {
        if (starter_process_ > 1) {
            ::kill(starter_process_, SIGKILL);
        }
        ::shutdown(socket_, SHUT_RDWR);
    }
    return {ScriptEnd::How::TimedOut, 0};
}

void ScriptStarter::later(const ScriptJobPtr& job) {
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        if (isDown()) {
            end(job, {ScriptEnd::How::NoStarter, start_error_});
        } else {
            job->queue->add(job);
            dispatch(*job->queue);
            if (const ScriptJobPtr oldest = job->queue->overflow()) {
                end(oldest, {ScriptEnd::How::Dropped, 0});
            }
        }
    }
    tellOwners();
}

void ScriptStarter::end(const ScriptJobPtr& job, ScriptEnd how) {
    job->end = how;
    if (job->awaited) {
        job->changed.notify_one();
    } else {
        to_tell_.push_back(job);
    }
}

void ScriptStarter::tellOwners() {
    std::vector<ScriptJobPtr> jobs;
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        jobs.swap(to_tell_);
    }
    for (const ScriptJobPtr& job : jobs) {
        job->owner->ended(*job);
    }
}

void ScriptStarter::dispatch(ScriptQueue& queue) {
    while (socket_ >= 0) {
        const ScriptJobPtr job = queue.next();
        if (!job) {
            return;
        }
        send(job);
    }
}

void ScriptStarter::dispatchAll() {
    for (auto known = known_.begin(); known != known_.end();) {
        // Also holds its queue while it is looked at.
        const auto owner = known->second.owner.lock();
        if (owner) {
            dispatch(*known->second.queue);
        }
        known = owner ? std::next(known) : known_.erase(known);
    }
}

void ScriptStarter::send(const ScriptJobPtr& job) {
    job->number = ++last_number_;
    running_[job->number] = job;
    if (!unsent_.empty() || !sendMessage(*job)) {
        unsent_.push_back(job);
        wake();
    }
}

/// False where the socket is full for the moment. Other errors are the starter's end, which reading finds out.
bool ScriptStarter::sendMessage(const ScriptJob& job) {
    std::uint32_t timeout = job.timeout_ms;
    if (job.awaited) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(job.deadline - Clock::now()).count();
        timeout = left < 1 ? 1 : static_cast<std::uint32_t>(left);
    }
    starter::Start start{starter::Kind::Start, job.number, job.script, timeout};
    starter::Ask ask{starter::Kind::Ask, job.number, job.script, timeout, static_cast<std::uint32_t>(job.start_environment.size())};
    const auto text = [](const std::string& string, std::size_t bytes) { return iovec{const_cast<char*>(string.c_str()), bytes}; };
    iovec parts[] = {
        job.resident ? iovec{&ask, sizeof ask} : iovec{&start, sizeof start},
        text(job.path, job.path.size() + 1),
        text(job.argument, job.argument.size() + 1),
        text(job.start_environment, job.start_environment.size()),
        text(job.environment, job.environment.size()),
    };
    msghdr message{};
    message.msg_iov = parts;
    message.msg_iovlen = 5;
    return ::sendmsg(socket_, &message, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0 || (errno != EAGAIN && errno != ENOBUFS && errno != ENOMEM);
}

bool ScriptStarter::sendBare(std::uint32_t kind) {
    const starter::Bare bare{static_cast<starter::Kind>(kind)};
    return ::send(socket_, &bare, sizeof bare, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0 || errno == EAGAIN;
}

// --- The thread -----------------------------------------------------------------------------------------------------

void ScriptStarter::runThread() {
    while (!stopping_) {
        sendForgotten();
        bool unsent = false;
        int socket = -1;
        {
            const std::lock_guard<std::mutex> lock(mutex_);
            unsent = !unsent_.empty();
            socket = socket_;
        }
        int timeout = -1;
        if (socket < 0) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(launch_at_ - Clock::now()).count();
            timeout = left < 0 ? 0 : static_cast<int>(left) + 1;
        }
        pollfd polled[] = {{wake_, POLLIN, 0}, {socket, static_cast<short>(POLLIN | (unsent ? POLLOUT : 0)), 0}};
        ::poll(polled, 2, timeout);
        try {
            if (polled[0].revents != 0) {
                std::uint64_t ignored;
                [[maybe_unused]] const auto got = ::read(wake_, &ignored, sizeof ignored);
            }
            if (socket < 0) {
                launchAgain();
            } else if (polled[1].revents != 0) {
                receive();
            }
            tellOwners();
        } catch (...) {
            // Out of memory: what was not told is told the next time.
        }
    }
}

void ScriptStarter::receive() {
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        const auto kept = std::find_if(unsent_.begin(), unsent_.end(), [this](const ScriptJobPtr& job) { return !sendMessage(*job); });
        unsent_.erase(unsent_.begin(), kept);
    }
    // Not for ever: a stop is to be heard.
    for (int messages = 0; messages < 100; ++messages) {
        const ssize_t got = ::recv(socket_, message_.data(), message_.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
            return;
        }
        if (got < static_cast<ssize_t>(sizeof(starter::Bare))) {
            lost();
            return;
        }
        take(message_.data(), static_cast<std::size_t>(got));
    }
}

void ScriptStarter::take(const char* message, std::size_t length) {
    starter::Bare bare;
    std::memcpy(&bare, message, sizeof bare);
    if (bare.kind == starter::Kind::Hello && length >= sizeof(starter::Hello)) {
        starter::Hello hello;
        std::memcpy(&hello, message, sizeof hello);
        {
            const std::lock_guard<std::mutex> lock(mutex_);
            starter_process_ = hello.pid;
        }
        LOG_INFO(policy_logger, POLICY_STARTER_STARTED).arg(hello.pid);
    } else if (bare.kind == starter::Kind::Started && length >= sizeof(starter::Started)) {
        starter::Started word;
        std::memcpy(&word, message, sizeof word);
        started(word.job, word.process);
    } else if (bare.kind == starter::Kind::Ended && length >= sizeof(starter::Ended)) {
        starter::Ended word;
        std::memcpy(&word, message, sizeof word);
        ended(word.job, {static_cast<ScriptEnd::How>(word.how), word.value});
    } else if (bare.kind == starter::Kind::Says && length > sizeof(starter::Says)) {
        starter::Says word;
        std::memcpy(&word, message, sizeof word);
        const std::string text(message + sizeof word, length - sizeof word);
        const std::size_t end = text.find('\0');
        if (end != std::string::npos) {
            says(word.script, text.substr(0, end), text.substr(end + 1));
        }
    }
}

void ScriptStarter::started(std::uint32_t number, std::int32_t process) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = running_.find(number);
    if (found != running_.end()) {
        found->second->process = process;
    }
}

void ScriptStarter::ended(std::uint32_t number, ScriptEnd how) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = running_.find(number);
    if (found == running_.end()) {
        return;
    }
    const ScriptJobPtr job = std::move(found->second);
    running_.erase(found);
    job->queue->done(*job);
    end(job, how);
    dispatch(*job->queue);
}

void ScriptStarter::says(std::uint32_t script, const std::string& argument, const std::string& line) {
    std::shared_ptr<ScriptOwner> owner;
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        const auto known = known_.find(script);
        if (known != known_.end()) {
            owner = known->second.owner.lock();
        }
    }
    if (owner) {
        owner->says(argument, line);
    }
}

void ScriptStarter::lost() {
    std::size_t under_way = 0;
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        ::close(socket_);
        socket_ = -1;
        starter_process_ = 0;
        under_way = running_.size();
        for (const auto& [number, job] : running_) {
            if (job->process > 1) {
                // The program itself died with the starter; what it started did not.
                ::kill(-job->process, SIGKILL);
            }
            job->queue->done(*job);
            end(job, {ScriptEnd::How::StarterEnded, 0});
        }
        running_.clear();
        unsent_.clear();
        // One that dies as soon as it is started rests before the next attempt; one that worked does not.
        const auto now = Clock::now();
        if (now - started_at_ > limits::starter_proved_itself) {
            back_off_ = {};
        } else {
            start_error_ = EAGAIN;
            back_off_ = std::min<Clock::duration>(std::max<Clock::duration>(back_off_ * 2, limits::starter_rest_first),
                                                  limits::starter_rest_longest);
        }
        launch_at_ = now + back_off_;
    }
    LOG_WARN(policy_logger, POLICY_STARTER_ENDED).arg(under_way);
}

void ScriptStarter::launchAgain() {
    if (Clock::now() < launch_at_) {
        return;
    }
    int error = 0;
    const int socket = launchStarter(program_, error);
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        socket_ = socket;
        start_error_ = error;
        started_at_ = Clock::now();
        if (socket < 0) {
            back_off_ = std::min<Clock::duration>(std::max<Clock::duration>(back_off_ * 2, limits::starter_rest_first),
                                                  limits::starter_rest_longest);
            launch_at_ = started_at_ + back_off_;
        } else {
            dispatchAll();
        }
    }
    if (socket < 0) {
        LOG_ERROR(policy_logger, POLICY_STARTER_FAILED).arg(program_).arg(std::generic_category().message(error));
    }
}

}  // namespace kea_policy
