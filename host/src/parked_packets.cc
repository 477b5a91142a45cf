// SPDX-License-Identifier: MPL-2.0
#include "parked_packets.h"

#include "kea_main_thread.h"
#include "log.h"

#include <exception>
#include <utility>

namespace kea_policy {

namespace {

void logFailure(const char* what) noexcept {
    try {
        LOG_ERROR(policy_logger, POLICY_CALLOUT_FAILED).arg("a parked packet").arg(what);
    } catch (...) {
        // No memory for a line of the log.
    }
}

}  // namespace

ParkedPackets& ParkedPackets::instance() {
    static ParkedPackets* only = new ParkedPackets(ScriptStarter::instance(), [] { KeaMainThread::instance().wake(); });
    return *only;
}

void ParkedPackets::park(ScriptJobs scripts, Resume resume) {
    const ScriptJobPtr first = scripts.front();
    std::uint64_t number = 0;
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        number = ++last_number_;
        for (const ScriptJobPtr& script : scripts) {
            script->after = [this, number](Verdict verdict) { scriptEnded(number, verdict); };
        }
        const auto packet = waiting_.insert(waiting_.end(), Packet{std::move(scripts), 1, std::move(resume), Verdict::Continue});
        try {
            numbers_.emplace(number, packet);
        } catch (...) {
            waiting_.erase(packet);
            throw;
        }
    }
    try {
        starter_.inTime(first);
    } catch (...) {
        const std::lock_guard<std::mutex> lock(mutex_);
        const auto found = numbers_.find(number);
        if (found != numbers_.end()) {
            waiting_.erase(found->second);
            numbers_.erase(found);
        }
        throw;
    }
}

void ParkedPackets::runTooLate(ScriptJobs scripts, const char* hook_point) {
    std::uint64_t suppressed = 0;
    if (too_late_.allow(suppressed)) {
        LOG_WARN(policy_logger, POLICY_SCRIPT_TOO_LATE).arg(hook_point);
    }
    park(std::move(scripts), [](Verdict) {});
}

void ParkedPackets::scriptEnded(std::uint64_t number, Verdict verdict) noexcept {
    try {
        ScriptJobPtr next;
        {
            const std::lock_guard<std::mutex> lock(mutex_);
            const auto found = numbers_.find(number);
            if (found == numbers_.end()) {
                return;
            }
            Packet& packet = *found->second;
            if (verdict != Verdict::Drop && packet.next < packet.scripts.size()) {
                next = packet.scripts[packet.next++];
            }
        }
        if (next) {
            starter_.inTime(next);
            return;
        }
    } catch (...) {
        // No memory for the next script: the packet goes on without it.
    }
    decide(number, verdict);
}

void ParkedPackets::decide(std::uint64_t number, Verdict verdict) noexcept {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = numbers_.find(number);
    if (found == numbers_.end()) {
        return;
    }
    found->second->verdict = verdict;
    decided_.splice(decided_.end(), waiting_, found->second);
    numbers_.erase(found);
    wake_();
}

void ParkedPackets::resumeDecided() noexcept {
    std::list<Packet> decided;
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        decided.swap(decided_);
    }
    for (Packet& packet : decided) {
        try {
            packet.resume(packet.verdict);
        } catch (const std::exception& error) {
            logFailure(error.what());
        } catch (...) {
            logFailure("an unknown exception");
        }
        // Before Kea goes on with the next one: the packet's end may call callouts.
        packet.resume = nullptr;
    }
}

void ParkedPackets::letGo(bool for_good) noexcept {
    std::list<Packet> decided, forgotten;
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        decided.swap(decided_);
        if (for_good) {
            forgotten.swap(waiting_);
            numbers_.clear();
        }
        for (Packet& packet : waiting_) {
            packet.resume = [](Verdict) {};
        }
    }
}

std::size_t ParkedPackets::waiting() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return waiting_.size();
}

}  // namespace kea_policy
