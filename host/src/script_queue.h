// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "script_job.h"

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

namespace kea_policy {

/// The jobs of one policy's script, those that were asked for before a reload among them: which may start, and which must wait. At most so many
/// run at once; those of one client run one after the other, in the order in which they came. One that goes first starts at once, beside all of
/// them. Not safe for threads: the starter's mutex guards it.
class ScriptQueue {
public:
    ScriptQueue(std::size_t max_running, std::size_t max_queued) : max_running_(max_running), max_queued_(max_queued) {}

    /// From now on; it ends nothing that runs.
    void limit(std::size_t max_running, std::size_t max_queued) {
        max_running_ = max_running;
        max_queued_ = max_queued;
    }

    void add(ScriptJobPtr job) { waiting_.insert(job->goes_first ? waiting_.begin() : waiting_.end(), std::move(job)); }
    /// Takes out the next job that may start, which counts as running from now on; nullptr where there is none.
    ScriptJobPtr next();
    /// Takes out the oldest job that waits where more than max-queued do; nullptr where not.
    ScriptJobPtr overflow();
    /// Takes out the oldest job that waits; nullptr where none does.
    ScriptJobPtr oldest();
    /// One that next() gave has ended.
    void done(const ScriptJob& job);
    /// Takes out a job that still waits. False where it does not.
    bool remove(const ScriptJob& job);

    std::size_t waiting() const noexcept { return waiting_.size(); }
    std::size_t running() const noexcept { return running_; }

private:
    bool isBusy(const std::string& client) const;

    std::size_t max_running_;
    std::size_t max_queued_;
    std::deque<ScriptJobPtr> waiting_;
    /// A few at most: quicker to look through than to hash.
    std::vector<std::string> busy_clients_;
    std::size_t running_ = 0;
};

}  // namespace kea_policy
