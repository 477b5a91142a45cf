// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "messages_out.h"

#include <chrono>
#include <cstdint>
#include <string>

#include <sys/types.h>

namespace kea_policy {
namespace starter {

using Clock = std::chrono::steady_clock;

/// Standard output and standard error of one program: a pipe that is read line by line. It may outlive the program, where a child of
/// it goes on writing.
class Output {
public:
    /// Takes the reading end, which does not block.
    Output(int descriptor, std::uint32_t script, std::string argument);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    int descriptor() const noexcept { return descriptor_; }
    ino_t inode() const noexcept { return inode_; }
    /// Nobody can write into it any more.
    bool ended() const noexcept { return ended_; }
    /// When it is to be read again: a program that writes for ever must not keep the starter busy.
    Clock::time_point resumesAt() const noexcept { return resumes_at_; }

    /// Reads what is there, up to a bound, and sends the whole lines.
    void read(MessagesOut& out, Clock::time_point now);
    /// Sends what came after the last end of line.
    void finishLine(MessagesOut& out);

private:
    void take(const char* data, std::size_t length, MessagesOut& out);

    int descriptor_;
    ino_t inode_ = 0;
    std::uint32_t script_;
    std::string argument_;
    std::string line_;
    std::uint64_t read_ = 0;
    Clock::time_point resumes_at_{};
    bool ended_ = false;
};

}  // namespace starter
}  // namespace kea_policy
