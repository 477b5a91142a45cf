// SPDX-License-Identifier: MPL-2.0
#include "jobs.h"

#include "process_tree.h"
#include "spawn.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {

namespace {

/// Outputs that are read although their program ended: of what it left running. The oldest is closed where there are more.
constexpr std::size_t kMostOutputs = 256;

}  // namespace

void Jobs::start(const Start& start, const char* strings, std::size_t length) {
    const char* const end = strings + length;
    const char* path = strings;
    const char* argument = path + std::strlen(path) + 1;
    Program program{path, argument, {}, -1};
    for (const char* at = argument + std::strlen(argument) + 1; at < end; at += std::strlen(at) + 1) {
        program.environment.push_back(const_cast<char*>(at));
    }
    program.environment.push_back(nullptr);

    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        out_.ended(start.job, How::NotStarted, errno);
        return;
    }
    // Only our end: programs expect that writing waits.
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    auto output = std::make_shared<Output>(ends[0], start.script, argument);
    program.output = ends[1];
    pid_t process = -1;
    const int error = spawn(program, process);
    ::close(ends[1]);
    if (error != 0) {
        out_.ended(start.job, How::NotStarted, error);
        return;
    }
    out_.started(start.job, process);
    if (outputs_.size() >= kMostOutputs) {
        outputs_.erase(outputs_.begin());
    }
    outputs_.push_back(output);
    jobs_.push_back({start.job, process, Clock::now() + std::chrono::milliseconds(start.timeout_ms), false, std::move(output)});
}

void Jobs::reap() {
    int status = 0;
    for (pid_t process; (process = ::waitpid(-1, &status, WNOHANG)) > 0;) {
        const auto found = std::find_if(jobs_.begin(), jobs_.end(), [process](const Job& job) { return job.process == process; });
        if (found != jobs_.end()) {
            ended(*found, status);
            jobs_.erase(found);
        }
    }
    forgetOutputs();
}

void Jobs::ended(Job& job, int status) {
    // What it wrote comes before the word that it ended.
    job.output->read(out_, Clock::now());
    job.output->finishLine(out_);
    if (!job.told) {
        if (WIFEXITED(status)) {
            out_.ended(job.number, How::Exited, WEXITSTATUS(status));
        } else {
            out_.ended(job.number, How::Killed, WTERMSIG(status));
        }
    }
}

void Jobs::killLate(Clock::time_point now) {
    for (Job& job : jobs_) {
        if (!job.told && job.deadline <= now) {
            kill(job, How::TimedOut);
        }
    }
}

void Jobs::killAll() {
    for (Job& job : jobs_) {
        kill(job, How::Killed);
    }
}

void Jobs::kill(Job& job, How how) {
    std::set<pid_t> others;
    for (const Job& other : jobs_) {
        if (&other != &job) {
            others.insert(other.process);
        }
    }
    killProgram(job.process, job.output->inode(), others);
    if (!job.told) {
        job.told = true;
        out_.ended(job.number, how, SIGKILL);
    }
}

void Jobs::addTo(std::vector<pollfd>& polled, Clock::time_point now) const {
    for (const auto& output : outputs_) {
        polled.push_back({output->resumesAt() <= now ? output->descriptor() : -1, POLLIN, 0});
    }
}

void Jobs::readOutputs(const std::vector<pollfd>& polled, Clock::time_point now) {
    for (const pollfd& one : polled) {
        if (one.fd < 0 || one.revents == 0) {
            continue;
        }
        for (const auto& output : outputs_) {
            if (output->descriptor() == one.fd) {
                output->read(out_, now);
            }
        }
    }
    forgetOutputs();
}

void Jobs::forgetOutputs() {
    for (const auto& output : outputs_) {
        if (output->ended()) {
            output->finishLine(out_);
        }
    }
    outputs_.erase(std::remove_if(outputs_.begin(), outputs_.end(), [](const auto& output) { return output->ended(); }), outputs_.end());
}

Clock::time_point Jobs::nextDeadline() const {
    auto next = Clock::time_point::max();
    for (const Job& job : jobs_) {
        if (!job.told) {
            next = std::min(next, job.deadline);
        }
    }
    const auto now = Clock::now();
    for (const auto& output : outputs_) {
        if (output->resumesAt() > now) {
            next = std::min(next, output->resumesAt());
        }
    }
    return next;
}

}  // namespace starter
}  // namespace kea_policy
