// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "log_limiter.h"
#include "messages_out.h"

#include <chrono>
#include <cstdint>
#include <string>

#include <sys/types.h>

namespace kea_policy {
namespace starter {

using Clock = std::chrono::steady_clock;

/// Standard output and standard error of one program: a pipe that is read line by line. It may outlive the program, where a child of
/// it goes on writing. No more lines are sent than the library logs; the rest is counted.
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

    /// When it is to tell how many lines it left out, where nothing more is written that would have it told.
    Clock::time_point tellsAt() const noexcept { return tells_at_; }

    /// Reads what is there, up to a bound, and sends the whole lines.
    void read(MessagesOut& out, Clock::time_point now);
    /// Nothing more may come: sends what came after the last end of line, and how many lines were left out.
    void finish(MessagesOut& out, Clock::time_point now);
    /// Sends how many lines were left out.
    void tellLeftOut(MessagesOut& out);

private:
    void readSome(MessagesOut& out, Clock::time_point now);
    void take(const char* data, std::size_t length, MessagesOut& out, Clock::time_point now);
    void leaveOut(const char* data, std::size_t length);
    void finishLine(MessagesOut& out, Clock::time_point now);
    void send(MessagesOut& out, std::uint64_t left_out);

    int descriptor_;
    ino_t inode_ = 0;
    std::uint32_t script_;
    std::string argument_;
    std::string line_;
    /// A part of the line that is being read was left out.
    bool in_left_out_ = false;
    LogLimiter lines_;
    /// Bytes in the second that ends then.
    std::uint64_t read_ = 0;
    Clock::time_point second_ends_{};
    Clock::time_point resumes_at_{};
    Clock::time_point tells_at_ = Clock::time_point::max();
    bool ended_ = false;
};

}  // namespace starter
}  // namespace kea_policy
