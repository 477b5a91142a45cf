// SPDX-License-Identifier: MPL-2.0
// The thread of ScriptStarter: hears what the starter says, hands over what the socket did not take, and starts it again where it died.
#include "script_starter.h"

#include "limits.h"
#include "log.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>
#include <system_error>
#include <utility>

#include <poll.h>
#include <unistd.h>

namespace kea_policy {

void ScriptStarter::runThread() {
    while (!stopping_) {
        try {
            forgetForgotten();
            takeFreshTalks();
            tellOwners();
            bool unsent = false;
            int socket = -1;
            {
                const std::lock_guard<std::mutex> lock(mutex_);
                unsent = !outbox_.empty();
                socket = socket_.descriptor();
            }
            polled_.assign({{wake_, POLLIN, 0}, {socket, static_cast<short>(POLLIN | (unsent ? POLLOUT : 0)), 0}});
            addTalks(polled_);
            ::poll(polled_.data(), polled_.size(), timeToWait(socket));
            if (polled_[0].revents != 0) {
                std::uint64_t ignored;
                [[maybe_unused]] const auto got = ::read(wake_, &ignored, sizeof ignored);
            }
            if (socket < 0) {
                launchAgain();
            } else if (polled_[1].revents != 0) {
                if ((polled_[1].revents & POLLIN) != 0) {
                    heard_at_ = Clock::now();
                }
                flushOutbox();
                if (!socket_.receive(*this)) {
                    lost();
                }
            }
            hearTalks(polled_.data() + 2);
            giveUpOverdue();
            killIfStopped();
            tellOwners();
            if (ask([this] { return tell_at_ && Clock::now() >= *tell_at_; })) {
                haveLeftOutTold();
            }
        } catch (...) {
            // Out of memory: what was not told is told the next time.
        }
    }
}

int ScriptStarter::timeToWait(int socket) {
    std::optional<Clock::time_point> next;
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        next = deadlines_.next();
        if (tell_at_) {
            next = next ? std::min(*next, *tell_at_) : *tell_at_;
        }
    }
    if (socket < 0) {
        next = next ? std::min(*next, restarts_.launchAt()) : restarts_.launchAt();
    }
    if (!next) {
        return -1;
    }
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*next - Clock::now()).count();
    return left < 0 ? 0 : static_cast<int>(left) + 1;
}

void ScriptStarter::giveUpOverdue() {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto now = Clock::now();
    while (const ScriptJobPtr job = deadlines_.takeOverdue(now)) {
        if (const auto how = takeBack(*job)) {
            end(job, *how);
            continue;
        }
        if (job->program && !job->program->failed) {
            settle(job, ResidentProgram::Step::Waits);
        }
        if (job->end) {
            continue;
        }
        if (job->due == job->deadline) {
            // It runs, and the starter's word that it was killed is on its way.
            deadlines_.add(job, now + limits::script_grace);
        } else {
            // As in run().
            doubtful_ = true;
            end(job, {ScriptEnd::How::TimedOut, 0});
        }
    }
}

void ScriptStarter::killIfStopped() {
    const std::lock_guard<std::mutex> lock(mutex_);
    // One that has much to do says something all the while. Else something stopped it: it is killed, its programs with it, and another one started.
    const Clock::duration patience = socket_.saidHello() ? Clock::duration(limits::script_grace) : Clock::duration(limits::starter_hello);
    if (std::exchange(doubtful_, false) && Clock::now() - heard_at_ >= patience) {
        socket_.kill();
    }
}

void ScriptStarter::haveLeftOutTold() {
    std::vector<std::shared_ptr<ScriptOwner>> owners;
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        tell_at_.reset();
        for (const auto& [script, known] : known_) {
            if (std::shared_ptr<ScriptOwner> owner = known.owner.lock()) {
                owners.push_back(std::move(owner));
            }
        }
    }
    for (const auto& owner : owners) {
        owner->tellLeftOut();
    }
}

void ScriptStarter::forgetForgotten() {
    std::vector<std::uint32_t> scripts;
    {
        const std::lock_guard<std::mutex> lock(forgotten_mutex_);
        scripts.swap(forgotten_);
    }
    const std::lock_guard<std::mutex> lock(mutex_);
    for (const std::uint32_t script : scripts) {
        known_.erase(script);
        residents_.forget(script);
    }
}

void ScriptStarter::flushOutbox() {
    const std::lock_guard<std::mutex> lock(mutex_);
    outbox_.flush();
}

void ScriptStarter::hello(std::int32_t process, bool may_schedule) {
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        socket_.setProcess(process);
        residents_.setMoves(may_schedule);
    }
    ready_or_down_.notify_all();
    LOG_INFO(policy_logger, POLICY_STARTER_STARTED).arg(process);
}

void ScriptStarter::started(std::uint32_t number, std::int32_t process) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = running_.find(number);
    if (found != running_.end()) {
        found->second->process = process;
    } else {
        residents_.started(number, process);
    }
}

void ScriptStarter::ended(std::uint32_t number, ScriptEnd how) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = running_.find(number);
    if (found == running_.end()) {
        if (const ResidentProgramPtr program = residents_.ended(number, how)) {
            programEnded(*program);
        }
        return;
    }
    const ScriptJobPtr job = std::move(found->second);
    running_.erase(found);
    job->queue->done(*job);
    end(job, how);
    dispatch(*job->queue);
}

void ScriptStarter::says(std::uint32_t script, const std::string& argument, const std::string& line) {
    if (const auto owner = ownerOf(script)) {
        owner->says(argument, line);
    }
}

void ScriptStarter::leftOut(std::uint32_t script, std::uint64_t lines) {
    if (const auto owner = ownerOf(script)) {
        owner->leftOut(lines);
    }
}

std::shared_ptr<ScriptOwner> ScriptStarter::ownerOf(std::uint32_t script) {
    const std::lock_guard<std::mutex> lock(mutex_);
    // It may leave out what it is told now.
    tellLeftOutSoon();
    const auto known = known_.find(script);
    return known == known_.end() ? nullptr : known->second.owner.lock();
}

void ScriptStarter::lost() {
    std::size_t under_way = 0;
    bool silent = false;
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        silent = !socket_.saidHello();
        socket_.close();
        // The programs themselves died with the starter; what they started did not. It was just now: nobody else has their numbers yet.
        for (const auto& [number, job] : running_) {
            if (job->process > 1) {
                ::kill(-job->process, SIGKILL);
            }
        }
        residents_.killGroups();
        under_way = bury();
        if (restarts_.died()) {
            start_error_ = ScriptEnd::kStarterRests;
        }
    }
    ready_or_down_.notify_all();
    if (silent) {
        LOG_ERROR(policy_logger, POLICY_STARTER_SILENT).arg(program_);
    } else {
        LOG_WARN(policy_logger, POLICY_STARTER_ENDED).arg(under_way);
    }
}

std::size_t ScriptStarter::bury() {
    for (const auto& [number, job] : running_) {
        job->queue->done(*job);
        end(job, {ScriptEnd::How::StarterEnded, 0});
    }
    const std::vector<ResidentProgramPtr> busy = residents_.lost();
    for (const ResidentProgramPtr& program : busy) {
        programEnded(*program);
    }
    const std::size_t under_way = running_.size() + busy.size();
    running_.clear();
    outbox_.clear();
    return under_way;
}

void ScriptStarter::launchAgain() {
    if (Clock::now() < restarts_.launchAt()) {
        return;
    }
    StarterSocket launched;
    int error = 0;
    const bool success = launched.launch(program_, error);
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        socket_ = std::move(launched);
        launched_at_ = Clock::now();
        start_error_ = error;
        if (success) {
            restarts_.started();
            heard_at_ = Clock::now();
            dispatchAll();
        } else {
            restarts_.failed();
        }
    }
    if (!success) {
        ready_or_down_.notify_all();
        LOG_ERROR(policy_logger, POLICY_STARTER_FAILED).arg(program_).arg(std::generic_category().message(error));
    }
}

}  // namespace kea_policy
