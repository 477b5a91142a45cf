// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "output.h"

#include <memory>
#include <string>
#include <vector>

#include <poll.h>

namespace kea_policy {
namespace starter {

/// The outputs of all programs, also of those that ended and left something running.
class Outputs {
public:
    explicit Outputs(MessagesOut& out) : out_(out) {}

    /// Makes one, which the caller keeps while its program runs; *writing* is the end for the program, to be closed when it was started.
    /// Nullptr and errno where that fails.
    std::shared_ptr<Output> make(std::uint32_t script, const std::string& argument, int& writing);

    /// Adds them to what poll() waits for.
    void addTo(std::vector<pollfd>& polled, Clock::time_point now) const;
    /// Reads those that poll() found something in, and forgets those that ended.
    void read(const std::vector<pollfd>& polled, Clock::time_point now);
    /// When one is to be read again.
    Clock::time_point nextDeadline(Clock::time_point now) const;

private:
    MessagesOut& out_;
    std::vector<std::shared_ptr<Output>> all_;
};

}  // namespace starter
}  // namespace kea_policy
