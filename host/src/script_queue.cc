// SPDX-License-Identifier: MPL-2.0
#include "script_queue.h"

#include <algorithm>

namespace kea_policy {

ScriptJobPtr ScriptQueue::next() {
    const bool one_goes_first = !waiting_.empty() && waiting_.front()->goes_first;
    if (running_ >= max_running_ && !one_goes_first) {
        return nullptr;
    }
    // A few clients are busy at most, so the search ends soon. A later job of a busy client cannot overtake: it is busy for that one too.
    const auto found = std::find_if(waiting_.begin(), waiting_.end(),
                                    [this](const ScriptJobPtr& job) { return !isBusy(job->client); });
    if (found == waiting_.end()) {
        return nullptr;
    }
    ScriptJobPtr job = std::move(*found);
    waiting_.erase(found);
    ++running_;
    if (!job->client.empty()) {
        busy_clients_.push_back(job->client);
    }
    return job;
}

bool ScriptQueue::isBusy(const std::string& client) const {
    return std::find(busy_clients_.begin(), busy_clients_.end(), client) != busy_clients_.end();
}

ScriptJobPtr ScriptQueue::overflow() {
    return waiting_.size() <= max_queued_ ? nullptr : oldest();
}

ScriptJobPtr ScriptQueue::oldest() {
    if (waiting_.empty()) {
        return nullptr;
    }
    ScriptJobPtr job = std::move(waiting_.front());
    waiting_.pop_front();
    return job;
}

void ScriptQueue::done(const ScriptJob& job) {
    --running_;
    const auto found = std::find(busy_clients_.begin(), busy_clients_.end(), job.client);
    if (found != busy_clients_.end()) {
        *found = std::move(busy_clients_.back());
        busy_clients_.pop_back();
    }
}

bool ScriptQueue::remove(const ScriptJob& job) {
    const auto found = std::find_if(waiting_.begin(), waiting_.end(), [&job](const ScriptJobPtr& one) { return one.get() == &job; });
    if (found == waiting_.end()) {
        return false;
    }
    waiting_.erase(found);
    return true;
}

}  // namespace kea_policy
