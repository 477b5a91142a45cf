// SPDX-License-Identifier: MPL-2.0
// On which processors a process may run.
#pragma once

#include <set>

#include <sched.h>

namespace kea_policy {

/// Of a process; of this thread for 0.
inline std::set<int> processorsOf(int process) {
    cpu_set_t set;
    CPU_ZERO(&set);
    ::sched_getaffinity(process, sizeof set, &set);
    std::set<int> processors;
    for (int one = 0; one < CPU_SETSIZE; ++one) {
        if (CPU_ISSET(one, &set)) {
            processors.insert(one);
        }
    }
    return processors;
}

/// Keeps this thread on one processor while it lives.
class OnlyOn {
public:
    explicit OnlyOn(int processor) {
        ::sched_getaffinity(0, sizeof before_, &before_);
        moveTo(processor);
    }
    ~OnlyOn() { ::sched_setaffinity(0, sizeof before_, &before_); }

    void moveTo(int processor) const {
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(processor, &one);
        ::sched_setaffinity(0, sizeof one, &one);
    }

private:
    cpu_set_t before_;
};

}  // namespace kea_policy
