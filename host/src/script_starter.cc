// SPDX-License-Identifier: MPL-2.0
// The jobs of ScriptStarter: whose turn it is, and how they end.
#include "script_starter.h"

#include "limits.h"

#include <algorithm>
#include <iterator>

namespace kea_policy {

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
        tellLeftOutSoon();
    }
}

void ScriptStarter::tellLeftOutSoon() {
    if (!tell_at_) {
        tell_at_ = Clock::now() + limits::left_out_rest;
        wake();
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
