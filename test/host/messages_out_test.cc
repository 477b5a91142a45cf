// SPDX-License-Identifier: MPL-2.0
#include "messages_out.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstddef>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {
namespace {

/// From now on this process can send nothing, as where memory is short.
bool failToSend(int error) {
    sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_sendto, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | static_cast<unsigned>(error)),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog all{sizeof filter / sizeof *filter, filter};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all) == 0;
}

/// Is a word kept where sending fails so? 2 where that cannot be tried.
int keeps(int error) {
    const pid_t child = ::fork();
    if (child == 0) {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) != 0 || !failToSend(error)) {
            ::_exit(2);
        }
        MessagesOut out(ends[0]);
        out.ended(1, How::Exited, 0);
        ::_exit(out.waiting() ? 1 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(MessagesOutTest, keepsAWordThatThereIsNoRoomForNow) {
    for (const int error : {EAGAIN, ENOBUFS, ENOMEM}) {
        EXPECT_EQ(keeps(error), 1) << error;
    }
    // The library is gone.
    EXPECT_EQ(keeps(EPIPE), 0);
}

}  // namespace
}  // namespace starter
}  // namespace kea_policy
