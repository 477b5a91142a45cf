// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "starter_protocol.h"

#include <cstddef>
#include <deque>
#include <string>

namespace kea_policy {
namespace starter {

/// Messages to the library. The starter never waits for it: what the socket does not take at once is kept. Lines of output are given up
/// where too many are kept; how a program ended is not.
class MessagesOut {
public:
    explicit MessagesOut(int socket) : socket_(socket) {}

    void started(std::uint32_t job, std::int32_t process);
    void ended(std::uint32_t job, How how, std::int32_t value);
    /// False where it is given up.
    bool says(std::uint32_t script, const std::string& argument, const char* line, std::size_t length);
    bool leftOut(std::uint32_t script, std::uint64_t lines);
    void hello(bool may_schedule);

    /// Is there something that poll() should wait to send?
    bool waiting() const noexcept { return !kept_.empty(); }
    /// Sends what the socket takes now.
    void flush();

private:
    static constexpr std::size_t kMostLinesKept = 1000;

    bool takesLines() const noexcept { return kept_.size() < kMostLinesKept; }
    bool sendNow(const std::string& message);
    void send(std::string message);

    int socket_;
    std::deque<std::string> kept_;
};

}  // namespace starter
}  // namespace kea_policy
