// SPDX-License-Identifier: MPL-2.0
#include "output.h"

#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {

namespace {

/// Bytes that a program may write as fast as it can: the longest debug output of a packet is some ten kilobytes.
constexpr std::uint64_t kFreeBytes = 256 * 1024;
/// From then on one reading of the pipe each so long: ten megabytes a second, of which the library logs little.
constexpr std::chrono::milliseconds kPause{5};

}  // namespace

Output::Output(int descriptor, std::uint32_t script, std::string argument)
    : descriptor_(descriptor), script_(script), argument_(std::move(argument)) {
    struct stat status {};
    if (::fstat(descriptor, &status) == 0) {
        inode_ = status.st_ino;
    }
}

Output::~Output() {
    ::close(descriptor_);
}

void Output::read(MessagesOut& out, Clock::time_point now) {
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
            take(buffer, static_cast<std::size_t>(got), out);
        } else {
            resumes_at_ = now + kPause;
        }
    }
}

void Output::take(const char* data, std::size_t length, MessagesOut& out) {
    while (length > 0) {
        const void* found = std::memchr(data, '\n', length);
        const std::size_t until = found == nullptr ? length : static_cast<std::size_t>(static_cast<const char*>(found) - data);
        const std::size_t room = kLongestLine - line_.size();
        const std::size_t taken = until < room ? until : room;
        line_.append(data, taken);
        data += taken;
        length -= taken;
        if (taken < until || found != nullptr) {
            finishLine(out);
        }
        if (taken == until && found != nullptr) {
            ++data;
            --length;
        }
    }
}

void Output::finishLine(MessagesOut& out) {
    if (!line_.empty()) {
        out.says(script_, argument_, line_.data(), line_.size());
        line_.clear();
    }
}

}  // namespace starter
}  // namespace kea_policy
