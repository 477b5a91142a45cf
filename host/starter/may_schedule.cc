// SPDX-License-Identifier: MPL-2.0
#include "may_schedule.h"

#include <cerrno>

#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {

bool maySchedule() {
    const pid_t child = ::fork();
    if (child == 0) {
        // Should it be killed, nobody is to find a core of it.
        ::prctl(PR_SET_DUMPABLE, 0);
        cpu_set_t ours;
        ::_exit(::sched_getaffinity(0, sizeof ours, &ours) == 0 && ::sched_setaffinity(0, sizeof ours, &ours) == 0 &&
                        ::setpriority(PRIO_PROCESS, 0, ::getpriority(PRIO_PROCESS, 0)) == 0
                    ? 0
                    : 1);
    }
    int status = 1;
    while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status == 0;
}

}  // namespace starter
}  // namespace kea_policy
