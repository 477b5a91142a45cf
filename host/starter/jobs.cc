// SPDX-License-Identifier: MPL-2.0
#include "jobs.h"

#include "process_tree.h"
#include "spawn.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <sys/wait.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {

namespace {

/// The end of time for a program that stays.
Clock::time_point deadlineOf(const Start& start) {
    if (start.deadline_ns != 0) {
        return Clock::time_point(std::chrono::nanoseconds(start.deadline_ns));
    }
    return start.timeout_ms == 0 ? Clock::time_point::max() : Clock::now() + std::chrono::milliseconds(start.timeout_ms);
}

}  // namespace

void Jobs::start(const Start& start, const char* strings, std::size_t length, int input, int output) {
    const auto deadline = deadlineOf(start);
    const bool stays = deadline == Clock::time_point::max();
    if (deadline <= Clock::now()) {
        out_.ended(start.job, How::TooLate, 0);
        return;
    }
    if (stays && (input < 0 || output < 0)) {
        // There was no room for them among our descriptors.
        out_.ended(start.job, How::NotStarted, EMFILE);
        return;
    }
    const char* const path = strings;
    const char* const argument = path + std::strlen(path) + 1;
    const char* const environment = argument + std::strlen(argument) + 1;
    int writing = -1;
    auto lines = outputs_.make(start.script, argument, writing);
    if (!lines) {
        out_.ended(start.job, How::NotStarted, errno);
        return;
    }
    Program program{path, argument, stringsOf(environment, strings + length), input, stays ? output : writing, writing, start.background && may_schedule_};
    pid_t process = -1;
    const int error = spawn(program, process);
    ::close(writing);
    if (error != 0) {
        out_.ended(start.job, How::NotStarted, error);
        return;
    }
    out_.started(start.job, process);
    programs_.insert(process);
    jobs_.push_back({start.job, process, stays, deadline, std::move(lines)});
}

void Jobs::end(const End& end) {
    const auto found = std::find_if(jobs_.begin(), jobs_.end(), [&end](const Job& job) { return job.number == end.job; });
    if (found != jobs_.end()) {
        found->deadline = std::min(found->deadline, Clock::now() + std::chrono::milliseconds(end.within_ms));
    }
}

bool Jobs::reaped(pid_t process, int status) {
    const auto found = std::find_if(jobs_.begin(), jobs_.end(), [process](const Job& job) { return job.process == process; });
    if (found == jobs_.end()) {
        return false;
    }
    // What it wrote comes before the word that it ended.
    const auto now = Clock::now();
    found->output->read(out_, now);
    found->output->finish(out_, now);
    if (!found->told) {
        if (WIFEXITED(status)) {
            out_.ended(found->number, How::Exited, WEXITSTATUS(status));
        } else {
            out_.ended(found->number, How::Killed, WTERMSIG(status));
        }
    }
    programs_.erase(process);
    jobs_.erase(found);
    return true;
}

void Jobs::killLate(Clock::time_point now) {
    for (Job& job : jobs_) {
        if (!job.told && job.deadline <= now) {
            kill(job, How::TimedOut);
        }
    }
}

void Jobs::killEvents() {
    for (Job& job : jobs_) {
        if (!job.stays) {
            kill(job, How::Killed);
        }
    }
}

bool Jobs::letGo(std::chrono::milliseconds within) {
    const auto latest = Clock::now() + within;
    bool some = false;
    for (Job& job : jobs_) {
        if (job.stays && job.deadline > latest) {
            job.deadline = latest;
            some = true;
        }
    }
    return some;
}

void Jobs::kill(Job& job, How how) {
    killProgram(job.process, job.output->inode(), programs_);
    if (!job.told) {
        job.told = true;
        out_.ended(job.number, how, SIGKILL);
    }
}

Clock::time_point Jobs::nextDeadline() const {
    auto next = Clock::time_point::max();
    for (const Job& job : jobs_) {
        if (!job.told) {
            next = std::min(next, job.deadline);
        }
    }
    return next;
}

}  // namespace starter
}  // namespace kea_policy
