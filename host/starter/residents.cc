// SPDX-License-Identifier: MPL-2.0
#include "residents.h"

#include "process_tree.h"
#include "spawn.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {

namespace {

/// Of a program that ends before it answers anything: the first rest before it is started again, which doubles, and the longest.
constexpr std::chrono::milliseconds kFirstRest{100};
constexpr std::chrono::milliseconds kLongestRest{10'000};
/// What a program has to end after its input did.
constexpr std::chrono::milliseconds kTimeToLeave{1000};
/// A pipe of Linux takes so much by itself; more must be asked for.
constexpr std::size_t kPipeBytes = 60 * 1024;

/// "12" and an end of line, which was cut already, perhaps with blanks around; -1 where it is no status.
int statusOf(const std::string& line) {
    const std::size_t from = line.find_first_not_of(" \t");
    const std::size_t to = line.find_last_not_of(" \t\r");
    if (from == std::string::npos || to - from > 2 || line.find_first_not_of("0123456789", from) <= to) {
        return -1;
    }
    const int status = std::atoi(line.c_str() + from);
    return status <= 255 ? status : -1;
}

/// A pipe with our end not blocking.
bool makePipe(int& ours, int& theirs, bool we_write) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return false;
    }
    ours = ends[we_write ? 1 : 0];
    theirs = ends[we_write ? 0 : 1];
    ::fcntl(ours, F_SETFL, O_NONBLOCK);
    return true;
}

}  // namespace

Residents::~Residents() {
    for (Resident& resident : all_) {
        closeEnds(resident);
    }
}

void Residents::ask(const Ask& ask, const char* strings, std::size_t length) {
    int error = 0;
    Resident* resident = idle(ask.script);
    if (resident == nullptr) {
        const auto rest = rests_.find(ask.script);
        if (rest != rests_.end() && Clock::now() < rest->second.until) {
            out_.ended(ask.job, How::Resting, 0);
            return;
        }
        resident = make(ask, strings, error);
    }
    if (resident == nullptr) {
        out_.ended(ask.job, How::NotStarted, error);
        return;
    }
    const char* const argument = strings + std::strlen(strings) + 1;
    const char* const event = argument + std::strlen(argument) + 1 + ask.environment_bytes;
    send(*resident, ask, event, static_cast<std::size_t>(strings + length - event));
}

Residents::Resident* Residents::idle(std::uint32_t script) {
    const auto found = std::find_if(all_.begin(), all_.end(), [script](const Resident& one) {
        return one.script == script && one.job == 0 && !one.leaving && !one.killed;
    });
    return found == all_.end() ? nullptr : &*found;
}

Residents::Resident* Residents::make(const Ask& ask, const char* strings, int& error) {
    const char* const argument = strings + std::strlen(strings) + 1;
    const char* const environment = argument + std::strlen(argument) + 1;
    int to = -1, their_input = -1, from = -1, their_output = -1, their_errors = -1;
    std::shared_ptr<Output> errors;
    pid_t process = -1;
    if (makePipe(to, their_input, true) && makePipe(from, their_output, false) && (errors = outputs_.make(ask.script, "resident", their_errors))) {
        const Program program{strings, "resident", stringsOf(environment, environment + ask.environment_bytes), their_input, their_output, their_errors};
        error = spawn(program, process);
    } else {
        error = errno;
    }
    for (const int theirs : {their_input, their_output, their_errors}) {
        if (theirs >= 0) {
            ::close(theirs);
        }
    }
    if (error != 0) {
        for (const int ours : {to, from}) {
            if (ours >= 0) {
                ::close(ours);
            }
        }
        return nullptr;
    }
    programs_.insert(process);
    all_.push_back({ask.script, process, to, from, std::move(errors)});
    return &all_.back();
}

void Residents::send(Resident& resident, const Ask& ask, const char* event, std::size_t length) {
    resident.job = ask.job;
    resident.deadline = Clock::now() + std::chrono::milliseconds(ask.timeout_ms);
    out_.started(ask.job, resident.process);
    std::string whole(event, length);
    whole += '\0';
    if (whole.size() > kPipeBytes) {
        ::fcntl(resident.to, F_SETPIPE_SZ, static_cast<int>(2 * kLongestEnvironment));
    }
    const ssize_t written = ::write(resident.to, whole.data(), whole.size());
    // An idle program has read everything before, so the pipe takes an event whole, unless the program is gone.
    if (written != static_cast<ssize_t>(whole.size()) && !(written < 0 && errno == EPIPE)) {
        fail(resident, How::NotStarted, E2BIG);
    }
}

void Residents::forget(std::uint32_t script) {
    rests_.erase(script);
    for (Resident& resident : all_) {
        if (resident.script == script) {
            resident.leaving = true;
            if (resident.job == 0) {
                letGo(resident);
            }
        }
    }
}

/// Its input ends, and so it should; it is killed where it does not.
void Residents::letGo(Resident& resident) {
    closeEnds(resident);
    resident.deadline = Clock::now() + kTimeToLeave;
}

void Residents::closeEnds(Resident& resident) {
    for (int* descriptor : {&resident.to, &resident.from}) {
        if (*descriptor >= 0) {
            ::close(*descriptor);
            *descriptor = -1;
        }
    }
}

bool Residents::reaped(pid_t process, int status) {
    const auto found = std::find_if(all_.begin(), all_.end(), [process](const Resident& one) { return one.process == process; });
    if (found == all_.end()) {
        return false;
    }
    if (found->job != 0 && found->from >= 0) {
        // It may have answered and ended.
        take(*found);
    }
    found->errors->read(out_, Clock::now());
    found->errors->finishLine(out_);
    if (found->job != 0) {
        WIFEXITED(status) ? tell(*found, How::Left, WEXITSTATUS(status)) : tell(*found, How::Killed, WTERMSIG(status));
    }
    if (found->answered) {
        rests_.erase(found->script);
    } else if (!found->leaving) {
        Rest& rest = rests_[found->script];
        rest.length = std::min(std::max(rest.length * 2, kFirstRest), kLongestRest);
        rest.until = Clock::now() + rest.length;
    }
    closeEnds(*found);
    programs_.erase(process);
    all_.erase(found);
    return true;
}

bool Residents::busy() const noexcept {
    return std::any_of(all_.begin(), all_.end(), [](const Resident& one) { return one.job != 0; });
}

void Residents::addTo(std::vector<pollfd>& polled) const {
    for (const Resident& resident : all_) {
        polled.push_back({resident.from, POLLIN, 0});
    }
}

void Residents::read(const std::vector<pollfd>& polled) {
    for (const pollfd& one : polled) {
        if (one.fd < 0 || one.revents == 0) {
            continue;
        }
        for (Resident& resident : all_) {
            if (resident.from == one.fd) {
                take(resident);
                break;
            }
        }
    }
}

void Residents::take(Resident& resident) {
    char buffer[512];
    const ssize_t got = ::read(resident.from, buffer, sizeof buffer);
    if (got == 0) {
        // It closed its output, or ended: then it is to be reaped. Without an output it is of no use.
        ::close(resident.from);
        resident.from = -1;
        killProgram(resident.process, resident.errors->inode(), programs_);
        resident.killed = true;
        return;
    }
    if (got < 0) {
        return;
    }
    resident.line.append(buffer, static_cast<std::size_t>(got));
    const std::size_t end = resident.line.find('\n');
    // Nothing may follow the line, and nobody asked an idle program.
    if (resident.job == 0 || (end != std::string::npos && end + 1 != resident.line.size()) || resident.line.size() > sizeof buffer) {
        fail(resident, How::Nonsense, 0);
    } else if (end != std::string::npos) {
        resident.line.pop_back();
        answer(resident);
    }
}

void Residents::answer(Resident& resident) {
    const int status = statusOf(resident.line);
    resident.line.clear();
    if (status < 0) {
        fail(resident, How::Nonsense, 0);
        return;
    }
    resident.answered = true;
    tell(resident, How::Exited, status);
    if (resident.leaving) {
        letGo(resident);
    }
}

void Residents::fail(Resident& resident, How how, std::int32_t value) {
    killProgram(resident.process, resident.errors->inode(), programs_);
    resident.killed = true;
    tell(resident, how, value);
}

void Residents::tell(Resident& resident, How how, std::int32_t value) {
    if (resident.job != 0) {
        out_.ended(resident.job, how, value);
    }
    resident.job = 0;
    resident.deadline = Clock::time_point::max();
}

void Residents::killLate(Clock::time_point now) {
    for (Resident& resident : all_) {
        if (resident.deadline <= now) {
            fail(resident, How::TimedOut, 0);
        }
    }
}

void Residents::killAll() {
    for (Resident& resident : all_) {
        fail(resident, How::Killed, SIGKILL);
    }
}

Clock::time_point Residents::nextDeadline() const {
    auto next = Clock::time_point::max();
    for (const Resident& resident : all_) {
        next = std::min(next, resident.deadline);
    }
    return next;
}

}  // namespace starter
}  // namespace kea_policy
