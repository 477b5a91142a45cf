// SPDX-License-Identifier: MPL-2.0
#include "program_place.h"

#include "limits.h"

#include <algorithm>

namespace kea_policy {

bool ProgramPlace::comeHere() noexcept {
    if (apart_ > 0) {
        --apart_;
        return false;
    }
    // It has not been reaped, or has been a moment ago: its number is not another one's yet.
    const std::int32_t process = process_;
    if (process <= 0) {
        return false;
    }
    const int here = ::sched_getcpu();
    if (here == processor_) {
        return true;
    }
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(here, &only);
    // More processors than the set holds, a program that became another user's, one that was moved: it stays where the system wants it.
    if (processor_ < 0 && ::sched_getaffinity(process, sizeof everywhere_, &everywhere_) != 0) {
        process_ = 0;
        return false;
    }
    if (!CPU_ISSET(here, &everywhere_)) {
        // It keeps away from here on its own account.
        letGo();
        return false;
    }
    if (::sched_setaffinity(process, sizeof only, &only) != 0) {
        letGo();
        process_ = 0;
        return false;
    }
    processor_ = here;
    return true;
}

void ProgramPlace::wasSlow() noexcept {
    letGo();
    last_apart_ = std::clamp(last_apart_ * 2, 1U, limits::resident_events_apart);
    apart_ = last_apart_;
}

void ProgramPlace::letGo() noexcept {
    if (processor_ >= 0) {
        ::sched_setaffinity(process_, sizeof everywhere_, &everywhere_);
        processor_ = -1;
    }
}

}  // namespace kea_policy
