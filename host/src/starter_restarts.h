// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "limits.h"

#include <algorithm>
#include <chrono>

namespace kea_policy {

/// When kea-policy-starter is started again. One that dies as soon as it is started, or cannot be started, rests before the next
/// attempt, longer each time; one that worked does not.
class StarterRestarts {
public:
    using Clock = std::chrono::steady_clock;

    /// It was started, and what was before does not count.
    void begin() noexcept {
        rest_ = {};
        started();
        launch_at_ = started_at_;
    }
    /// It was started again.
    void started() noexcept { started_at_ = Clock::now(); }
    /// It could not be.
    void failed() noexcept { restLonger(); }
    /// It died. True where it lived so short that it rests.
    bool died() noexcept {
        if (Clock::now() - started_at_ <= limits::starter_proved_itself) {
            restLonger();
            return true;
        }
        rest_ = {};
        launch_at_ = Clock::now();
        return false;
    }
    Clock::time_point launchAt() const noexcept { return launch_at_; }

private:
    void restLonger() noexcept {
        rest_ = std::min<Clock::duration>(std::max<Clock::duration>(rest_ * 2, limits::starter_rest_first), limits::starter_rest_longest);
        launch_at_ = Clock::now() + rest_;
    }

    Clock::time_point started_at_{};
    Clock::time_point launch_at_{};
    Clock::duration rest_{};
};

}  // namespace kea_policy
