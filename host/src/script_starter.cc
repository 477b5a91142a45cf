// SPDX-License-Identifier: MPL-2.0
#include "script_starter.h"

#include "config_error.h"
#include "library_folder.h"
#include "limits.h"
#include "log.h"

#include <algorithm>
#include <csignal>
#include <iterator>
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

std::uint32_t ScriptStarter::introduce(const std::shared_ptr<ScriptOwner>& owner, const std::shared_ptr<ScriptQueue>& queue) {
    const std::lock_guard<std::mutex> lock(mutex_);
    known_[++last_number_] = {owner, queue};
    return last_number_;
}

std::shared_ptr<ScriptQueue> ScriptStarter::queueOf(const std::string& name, std::size_t max_running, std::size_t max_queued) {
    const std::lock_guard<std::mutex> lock(mutex_);
    for (auto one = queues_.begin(); one != queues_.end();) {
        one = one->second.expired() ? queues_.erase(one) : std::next(one);
    }
    std::weak_ptr<ScriptQueue>& known = queues_[name];
    std::shared_ptr<ScriptQueue> queue = known.lock();
    if (!queue) {
        queue = std::make_shared<ScriptQueue>(max_running, max_queued);
        known = queue;
    }
    return queue;
}

void ScriptStarter::limit(ScriptQueue& queue, std::size_t max_running, std::size_t max_queued) {
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        queue.limit(max_running, max_queued);
        dispatch(queue);
        leaveOutOverflow(queue);
    }
    tellOwners();
}

void ScriptStarter::forget(std::uint32_t script) {
    {
        // An owner may go with the last of its jobs, while the other mutex is held.
        const std::lock_guard<std::mutex> lock(forgotten_mutex_);
        forgotten_.push_back(script);
    }
    wake();
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
    const auto hasTurn = [&job] { return job->end.has_value() || job->program != nullptr; };
    if (!job->changed.wait_until(lock, job->deadline, hasTurn)) {
        if (const auto end = takeBack(*job)) {
            return *end;
        }
    }
    if (job->program) {
        ResidentProgram& program = *job->program;
        lock.unlock();
        const ResidentProgram::Step step = program.talk(job->deadline);
        lock.lock();
        settle(job, step);
        if (!to_tell_.empty()) {
            wake();
        }
    }
    // From now on: where the machine stood still, the starter is as late as we are.
    const auto latest = std::max(job->deadline, Clock::now()) + limits::script_grace;
    if (job->changed.wait_until(lock, latest, [&job] { return job->end.has_value(); })) {
        return *job->end;
    }
    doubtful_ = true;
    wake();
    return {ScriptEnd::How::TimedOut, 0};
}

void ScriptStarter::later(const ScriptJobPtr& job) {
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        if (isDown()) {
            end(job, {ScriptEnd::How::NoStarter, start_error_});
        } else {
            job->queue->add(job);
            if (job->hasDeadline() && deadlines_.add(job, job->deadline)) {
                wake();
            }
            dispatch(*job->queue);
            leaveOutOverflow(*job->queue);
        }
    }
    tellOwners();
}

void ScriptStarter::inTime(const ScriptJobPtr& job) {
    job->deadline = Clock::now() + std::chrono::milliseconds(job->timeout_ms);
    later(job);
}

void ScriptStarter::end(const ScriptJobPtr& job, ScriptEnd how) {
    if (job->end) {
        // It was given up before.
        return;
    }
    deadlines_.remove(job);
    job->end = how;
    if (job->awaited) {
        job->changed.notify_one();
    } else {
        to_tell_.push_back(job);
    }
}

std::optional<ScriptEnd> ScriptStarter::takeBack(const ScriptJob& job) {
    if (job.queue->remove(job)) {
        return ScriptEnd{ScriptEnd::How::NoPlace, 0};
    }
    if (!outbox_.takeBack(job.number)) {
        return std::nullopt;
    }
    running_.erase(job.number);
    job.queue->done(job);
    dispatch(*job.queue);
    return ScriptEnd{ScriptEnd::How::TooLate, 0};
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
    while (socket_.isOpen()) {
        const ScriptJobPtr job = queue.next();
        if (!job) {
            return;
        }
        send(job);
    }
}

void ScriptStarter::leaveOutOverflow(ScriptQueue& queue) {
    while (const ScriptJobPtr oldest = queue.overflow()) {
        end(oldest, {ScriptEnd::How::Dropped, 0});
        if (!tell_at_) {
            tell_at_ = Clock::now() + limits::left_out_rest;
            wake();
        }
    }
}

void ScriptStarter::dispatchAll() {
    for (auto known = known_.begin(); known != known_.end();) {
        dispatch(*known->second.queue);
        known = known->second.owner.expired() ? known_.erase(known) : std::next(known);
    }
}

void ScriptStarter::send(const ScriptJobPtr& job) {
    job->turn = Clock::now();
    if (job->resident) {
        assign(job);
        return;
    }
    job->number = ++last_number_;
    running_[job->number] = job;
    outbox_.start(job);
}

}  // namespace kea_policy
