// SPDX-License-Identifier: MPL-2.0
#include "resident_program.h"

#include "limits.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <sys/select.h>
#include <unistd.h>

namespace kea_policy {

namespace {

/// "12" and an end of line, perhaps with blanks around; -1 where it is no status.
int statusIn(const std::string& line) {
    const std::size_t from = line.find_first_not_of(" \t");
    const std::size_t to = line.find_last_not_of(" \t\r\n");
    if (from == std::string::npos || to == std::string::npos || to - from > 2 || line.find_first_not_of("0123456789", from) <= to) {
        return -1;
    }
    const int status = std::atoi(line.c_str() + from);
    return status <= 255 ? status : -1;
}

/// Kea waits with select(), which takes descriptors below FD_SETSIZE only: those are left to it where the process may have others.
void moveUp(int& descriptor) {
    const int higher = ::fcntl(descriptor, F_DUPFD_CLOEXEC, FD_SETSIZE);
    if (higher >= 0) {
        ::close(descriptor);
        descriptor = higher;
    }
}

bool makePipe(int& reads, int& writes) {
    int ends[2];
    // Kea's own children, which it forks and executes, get none of them.
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return false;
    }
    reads = ends[0];
    writes = ends[1];
    moveUp(reads);
    moveUp(writes);
    return true;
}

void closeEnd(int& descriptor) {
    if (descriptor >= 0) {
        ::close(descriptor);
        descriptor = -1;
    }
}

}  // namespace

std::shared_ptr<ResidentProgram> ResidentProgram::make(std::uint32_t number, std::uint32_t script, int& error) {
    const std::shared_ptr<ResidentProgram> made(new ResidentProgram(number, script));
    if (!makePipe(made->input_, made->to_) || !makePipe(made->from_, made->output_)) {
        error = errno;
        return nullptr;
    }
    ::fcntl(made->to_, F_SETFL, O_NONBLOCK);
    ::fcntl(made->from_, F_SETFL, O_NONBLOCK);
    return made;
}

void ResidentProgram::wasSent() noexcept {
    closeEnd(output_);
}

void ResidentProgram::endInput() noexcept {
    // Half of an event must not be taken for a whole one.
    if (unsent_.empty()) {
        closeEnd(to_);
        closeEnd(input_);
    }
}

void ResidentProgram::close() noexcept {
    for (int* end : {&to_, &from_, &input_, &output_}) {
        closeEnd(*end);
    }
}

bool ResidentProgram::isSilent() const noexcept {
    pollfd output{from_, POLLIN, 0};
    return !gone && ::poll(&output, 1, 0) == 0;
}

void ResidentProgram::addTo(pollfd* two) const noexcept {
    two[0] = {from_, POLLIN, 0};
    two[1] = {unsent_.empty() ? -1 : to_, POLLOUT, 0};
}

ResidentProgram::Step ResidentProgram::go() noexcept {
    while (!unsent_.empty()) {
        const ssize_t written = ::write(to_, unsent_.data(), unsent_.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            break;
        }
        unsent_.remove_prefix(static_cast<std::size_t>(written));
    }
    char buffer[limits::resident_answer_bytes];
    const ssize_t got = ::read(from_, buffer, sizeof buffer);
    if (got > 0) {
        try {
            line_.append(buffer, static_cast<std::size_t>(got));
        } catch (...) {
            return Step::Nonsense;
        }
    } else if (got == 0) {
        return Step::Closed;
    }
    return line_.empty() ? Step::Waits : stepOf();
}

ResidentProgram::Step ResidentProgram::stepOf() noexcept {
    const std::size_t end = line_.find('\n');
    // Nothing may follow the line.
    if (end == std::string::npos ? line_.size() >= limits::resident_answer_bytes : end + 1 != line_.size()) {
        return Step::Nonsense;
    }
    // One that answers early is to read the rest all the same: else that would be the beginning of the next event.
    if (end == std::string::npos || !unsent_.empty()) {
        return Step::Waits;
    }
    status_ = statusIn(line_);
    line_.clear();
    if (status_ < 0) {
        return Step::Nonsense;
    }
    has_answered_ = true;
    return Step::Answered;
}

ResidentProgram::Step ResidentProgram::talk(Clock::time_point deadline) noexcept {
    bool here = place.comeHere();
    // A quick one answers while we write: it gets the processor at once.
    Step step = go();
    while (step == Step::Waits) {
        const bool has_ended = gone;
        const auto now = Clock::now();
        if (has_ended || now >= deadline) {
            step = go();
            return step == Step::Waits && has_ended ? Step::Closed : step;
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(std::min<Clock::duration>(deadline - now, here ? limits::resident_quick : limits::resident_look));
        pollfd two[2];
        addTo(two);
        ::poll(two, 2, static_cast<int>(left.count()));
        step = go();
        if (here && step == Step::Waits) {
            place.wasSlow();
            here = false;
        }
    }
    if (here) {
        place.wasQuick();
    }
    return step;
}

}  // namespace kea_policy
