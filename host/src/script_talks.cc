// SPDX-License-Identifier: MPL-2.0
// The events of programs that stay, in ScriptStarter: a thread that waits for its event talks with the program itself; the script thread talks for
// those that no thread waits for.
#include "script_starter.h"

#include "limits.h"

#include <algorithm>
#include <csignal>

namespace kea_policy {

namespace {

/// What an event that its program did not answer came to, when the starter has told how the program ended.
ScriptEnd endOf(ResidentProgram::Step failed, const ScriptEnd& program) {
    if (failed == ResidentProgram::Step::Waits) {
        return {ScriptEnd::How::TimedOut, 0};
    }
    if (failed == ResidentProgram::Step::Nonsense) {
        return {ScriptEnd::How::Nonsense, 0};
    }
    switch (program.how) {
    case ScriptEnd::How::Exited: return {ScriptEnd::How::Left, program.value};
    // It had only closed its output.
    case ScriptEnd::How::TimedOut: return {ScriptEnd::How::Killed, SIGKILL};
    default: return program;
    }
}

/// Is it still to be written or answered? Of a job that no thread waits for, only the script thread changes that.
bool isUnderWay(const ScriptJob& job) {
    return job.program && !job.program->failed;
}

}  // namespace

void ScriptStarter::assign(const ScriptJobPtr& job) {
    ScriptEnd why;
    if (!residents_.claim(job, last_number_ + 1, why)) {
        job->queue->done(*job);
        end(job, why);
        return;
    }
    ++last_number_;
    job->program->begin(job->environment);
    if (job->awaited) {
        job->changed.notify_one();
        return;
    }
    // No thread waits that it could share a processor with.
    job->program->place.letGo();
    if (!job->hasDeadline()) {
        job->deadline = Clock::now() + std::chrono::milliseconds(job->timeout_ms);
        deadlines_.add(job, job->deadline);
    }
    fresh_talks_.push_back(job);
    wake();
}

void ScriptStarter::settle(const ScriptJobPtr& job, ResidentProgram::Step step) {
    ResidentProgram& program = *job->program;
    if (step == ResidentProgram::Step::Answered) {
        conclude(job, {ScriptEnd::How::Exited, program.status()});
        return;
    }
    residents_.dismiss(program, step == ResidentProgram::Step::Closed ? limits::resident_end : std::chrono::milliseconds(0));
    program.failed = step;
    // Else the starter's word is waited for: it says how the program ended, and after it nothing of the program is left.
    if (program.end) {
        conclude(job, endOf(step, *program.end));
    }
}

void ScriptStarter::programEnded(ResidentProgram& program) {
    const ScriptJobPtr job = program.job;
    if (!job) {
        return;
    }
    if (program.failed) {
        conclude(job, endOf(*program.failed, *program.end));
    } else if (!job->awaited) {
        // It may have answered and ended.
        const ResidentProgram::Step step = program.go();
        settle(job, step == ResidentProgram::Step::Waits ? ResidentProgram::Step::Closed : step);
    }
    // Else the thread that talks with it finds out.
}

void ScriptStarter::conclude(const ScriptJobPtr& job, ScriptEnd how) {
    residents_.giveBack(*job);
    job->queue->done(*job);
    end(job, how);
    dispatch(*job->queue);
}

// --- The thread -----------------------------------------------------------------------------------------------------

void ScriptStarter::takeFreshTalks() {
    std::vector<ScriptJobPtr> fresh;
    {
        const std::lock_guard<std::mutex> lock(mutex_);
        fresh.swap(fresh_talks_);
    }
    talks_.insert(talks_.end(), fresh.begin(), fresh.end());
    for (const ScriptJobPtr& job : fresh) {
        hear(job);
    }
    talks_.erase(std::remove_if(talks_.begin(), talks_.end(), [](const ScriptJobPtr& job) { return !isUnderWay(*job); }), talks_.end());
}

void ScriptStarter::addTalks(std::vector<pollfd>& polled) const {
    for (const ScriptJobPtr& job : talks_) {
        polled.resize(polled.size() + 2);
        job->program->addTo(&polled[polled.size() - 2]);
    }
}

void ScriptStarter::hearTalks(const pollfd* polled) {
    for (const ScriptJobPtr& job : talks_) {
        if (polled[0].revents != 0 || polled[1].revents != 0) {
            hear(job);
        }
        polled += 2;
    }
}

void ScriptStarter::hear(const ScriptJobPtr& job) {
    // What the starter said may have settled it meanwhile.
    if (!isUnderWay(*job)) {
        return;
    }
    const ResidentProgram::Step step = job->program->go();
    if (step != ResidentProgram::Step::Waits) {
        const std::lock_guard<std::mutex> lock(mutex_);
        settle(job, step);
    }
}

}  // namespace kea_policy
