// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "starter_socket.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <utility>

namespace kea_policy {

/// What kea-policy-starter is to do, in its order: nobody waits for the socket, so what it does not take at once is kept. Not safe for
/// threads: the starter's mutex guards it.
class StarterOutbox {
public:
    /// *kept*: called when something is kept, so that somebody calls flush() when the socket takes more.
    StarterOutbox(StarterSocket& socket, std::function<void()> kept) : socket_(socket), kept_(std::move(kept)) {}

    void start(const ScriptJobPtr& job) {
        send([this, job] { return socket_.send(*job); }, job->number);
    }
    /// Starts the job's program that stays.
    void start(const ScriptJobPtr& job, const ResidentProgramPtr& program) {
        send([this, job, program] { return socket_.send(*job, *program); });
    }
    void end(std::uint32_t program, std::chrono::milliseconds within) {
        send([this, program, within] { return socket_.sendEnd(program, within); });
    }

    /// The starter is not to start this job any more. False where it may have been told to already.
    bool takeBack(std::uint32_t job) {
        const auto found = std::find_if(waiting_.begin(), waiting_.end(), [job](const Kept& one) { return one.job == job; });
        if (job == kNoJob || found == waiting_.end()) {
            return false;
        }
        waiting_.erase(found);
        return true;
    }

    bool empty() const noexcept { return waiting_.empty(); }
    void flush() {
        while (!waiting_.empty() && waiting_.front().attempt()) {
            waiting_.pop_front();
        }
    }
    /// The starter died.
    void clear() noexcept { waiting_.clear(); }

private:
    /// False where the socket is full for the moment.
    using Attempt = std::function<bool()>;
    /// No job has this number.
    static constexpr std::uint32_t kNoJob = 0;
    struct Kept {
        /// What it starts.
        std::uint32_t job;
        Attempt attempt;
    };

    void send(Attempt attempt, std::uint32_t job = kNoJob) {
        if (waiting_.empty() && attempt()) {
            return;
        }
        waiting_.push_back({job, std::move(attempt)});
        kept_();
    }

    StarterSocket& socket_;
    const std::function<void()> kept_;
    std::deque<Kept> waiting_;
};

}  // namespace kea_policy
