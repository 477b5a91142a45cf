// SPDX-License-Identifier: MPL-2.0
#include "output.h"

#include "limits.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {

namespace {

/// Bytes that a program may write in a second as fast as it can: the longest debug output of a packet is some ten kilobytes.
constexpr std::uint64_t kFreeBytes = 256 * 1024;
/// From then on one reading of the pipe each so long, of which the lines are only counted: ten megabytes a second.
constexpr std::chrono::milliseconds kPause{5};

}  // namespace

Output::Output(int descriptor, std::uint32_t script, std::string argument)
    : descriptor_(descriptor), script_(script), argument_(std::move(argument)), lines_(limits::script_lines_burst, limits::script_lines_per_second) {
    struct stat status {};
    if (::fstat(descriptor, &status) == 0) {
        inode_ = status.st_ino;
    }
}

Output::~Output() {
    ::close(descriptor_);
}

void Output::read(MessagesOut& out, Clock::time_point now) {
    if (now >= second_ends_) {
        second_ends_ = now + std::chrono::seconds(1);
        read_ = 0;
    }
    readSome(out, now);
    if (lines_.hasSuppressed() && tells_at_ == Clock::time_point::max()) {
        tells_at_ = now + limits::left_out_rest;
    }
}

void Output::readSome(MessagesOut& out, Clock::time_point now) {
    char buffer[16 * 1024];
    for (int round = 0; round < 4; ++round) {
        const ssize_t got = ::read(descriptor_, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            ended_ = got == 0 || errno != EAGAIN;
            return;
        }
        read_ += static_cast<std::uint64_t>(got);
        if (read_ <= kFreeBytes) {
            take(buffer, static_cast<std::size_t>(got), out, now);
        } else {
            leaveOut(buffer, static_cast<std::size_t>(got));
            resumes_at_ = now + kPause;
        }
    }
}

void Output::take(const char* data, std::size_t length, MessagesOut& out, Clock::time_point now) {
    if (in_left_out_) {
        const void* found = std::memchr(data, '\n', length);
        const std::size_t rest = found == nullptr ? length : static_cast<std::size_t>(static_cast<const char*>(found) - data) + 1;
        leaveOut(data, rest);
        data += rest;
        length -= rest;
    }
    while (length > 0) {
        const void* found = std::memchr(data, '\n', length);
        const std::size_t until = found == nullptr ? length : static_cast<std::size_t>(static_cast<const char*>(found) - data);
        const std::size_t room = kLongestLine - line_.size();
        const std::size_t taken = until < room ? until : room;
        line_.append(data, taken);
        data += taken;
        length -= taken;
        if (taken < until || found != nullptr) {
            finishLine(out, now);
        }
        if (taken == until && found != nullptr) {
            ++data;
            --length;
        }
    }
}

void Output::leaveOut(const char* data, std::size_t length) {
    // What was read of a line already goes with the rest of it.
    line_.clear();
    lines_.leaveOut(static_cast<std::uint64_t>(std::count(data, data + length, '\n')));
    in_left_out_ = data[length - 1] != '\n';
}

void Output::finishLine(MessagesOut& out, Clock::time_point now) {
    std::uint64_t left_out = 0;
    if (!line_.empty() && lines_.allow(LogLimiter::secondsOf(now), left_out)) {
        send(out, left_out);
        if (!out.says(script_, argument_, line_.data(), line_.size())) {
            lines_.leaveOut(1);
        }
    }
    line_.clear();
}

void Output::finish(MessagesOut& out, Clock::time_point now) {
    finishLine(out, now);
    tellLeftOut(out);
}

void Output::tellLeftOut(MessagesOut& out) {
    tells_at_ = Clock::time_point::max();
    send(out, lines_.takeSuppressed());
}

void Output::send(MessagesOut& out, std::uint64_t left_out) {
    if (left_out != 0 && !out.leftOut(script_, left_out)) {
        // With the next line, then.
        lines_.leaveOut(left_out);
    }
}

}  // namespace starter
}  // namespace kea_policy
