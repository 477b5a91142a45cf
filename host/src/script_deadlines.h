// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "script_job.h"

#include <optional>
#include <set>
#include <utility>

namespace kea_policy {

/// The jobs that must have ended at a time while no thread waits for them, the next one first. Not safe for threads: the starter's
/// mutex guards it.
class ScriptDeadlines {
public:
    using TimePoint = ScriptJob::Clock::time_point;

    /// True where it is the next one.
    bool add(const ScriptJobPtr& job, TimePoint due) {
        job->due = due;
        const auto added = jobs_.emplace(due, job).first;
        return added == jobs_.begin();
    }
    void remove(const ScriptJobPtr& job) {
        if (!jobs_.empty()) {
            jobs_.erase({job->due, job});
        }
    }

    std::optional<TimePoint> next() const {
        return jobs_.empty() ? std::nullopt : std::optional<TimePoint>(jobs_.begin()->first);
    }
    /// Takes out one whose time is over; nullptr where there is none.
    ScriptJobPtr takeOverdue(TimePoint now) {
        if (jobs_.empty() || jobs_.begin()->first > now) {
            return nullptr;
        }
        ScriptJobPtr job = jobs_.begin()->second;
        jobs_.erase(jobs_.begin());
        return job;
    }

private:
    std::set<std::pair<TimePoint, ScriptJobPtr>> jobs_;
};

}  // namespace kea_policy
