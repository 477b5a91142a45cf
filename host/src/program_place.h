// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <atomic>
#include <cstdint>

#include <sched.h>

namespace kea_policy {

/// Where a program that stays runs. One that answers at once is best on the processor of the thread that waits for it: that thread needs it no
/// more meanwhile, and no other processor has to be woken, which in a virtual machine takes longer than the answer. Whoever talks with the
/// program uses this, one thread at a time.
class ProgramPlace {
public:
    /// It runs as *process*, which Kea may move. By another thread, at any time.
    void mayMove(std::int32_t process) noexcept { process_ = process; }

    /// It is to run on the processor of this thread. False where it stays where it may: it answered too late lately, or cannot be moved.
    bool comeHere() noexcept;
    /// It answered at once.
    void wasQuick() noexcept { last_apart_ = 0; }
    /// It did not: it may run everywhere again, and is left alone for some events, the more the more often.
    void wasSlow() noexcept;
    /// It may run everywhere again.
    void letGo() noexcept;

private:
    std::atomic<std::int32_t> process_{0};
    /// Where it is held; -1 where it is not.
    int processor_ = -1;
    /// Where it might run before.
    cpu_set_t everywhere_{};
    /// Events for which it is left alone, and how many it were the last time.
    std::uint32_t apart_ = 0;
    std::uint32_t last_apart_ = 0;
};

}  // namespace kea_policy
