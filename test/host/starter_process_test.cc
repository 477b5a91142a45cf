// SPDX-License-Identifier: MPL-2.0
// Starting kea-policy-starter in a process whose descriptors are as they may be in Kea.
#include "starter_process.h"

#include "no_descriptor_left.h"
#include "starter_protocol.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstddef>
#include <csignal>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kea_policy {
namespace {

const std::string program = std::string(KEA_POLICY_OUTPUT_DIR) + "/" + starter::kProgramName;

/// The first word that a starter says of itself.
starter::Hello firstWord(int socket) {
    starter::Hello word{};
    if (::recv(socket, &word, sizeof word, 0) != sizeof word) {
        word.kind = {};
    }
    return word;
}

bool saysHello(int socket) {
    return firstWord(socket).kind == starter::Kind::Hello;
}

/// From now on this process and all that it starts are killed where they say on which processors something runs; as a service may be configured.
bool forbidMoving() {
    sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_sched_setaffinity, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog all{sizeof filter / sizeof *filter, filter};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all) == 0;
}

/// Closes a descriptor while it lives.
class WithoutDescriptor {
public:
    explicit WithoutDescriptor(int number) : number_(number), kept_(::fcntl(number, F_DUPFD_CLOEXEC, 100)), flags_(::fcntl(number, F_GETFD)) {
        ::close(number);
    }
    ~WithoutDescriptor() {
        if (kept_ >= 0) {
            ::dup3(kept_, number_, (flags_ & FD_CLOEXEC) != 0 ? O_CLOEXEC : 0);
            ::close(kept_);
        }
    }

private:
    int number_, kept_, flags_;
};

TEST(StarterProcessTest, startsAndSaysHello) {
    int error = 7;
    const int socket = launchStarter(program, error);
    ASSERT_GE(socket, 0) << std::strerror(error);
    EXPECT_EQ(error, 0);
    EXPECT_TRUE(saysHello(socket));
    EXPECT_NE(::fcntl(socket, F_GETFD) & FD_CLOEXEC, 0) << "no other program of Kea's gets it";
    ::close(socket);
}

TEST(StarterProcessTest, aSocketWithALowNumberReachesItToo) {
    // Somebody closed what programs have as 0 and 3: the socket's ends get these numbers, and 3 is the starter's own.
    int error = 0, socket = -1;
    {
        const WithoutDescriptor three(starter::kSocket), input(0);
        socket = launchStarter(program, error);
        if (socket == 0) {
            socket = ::fcntl(0, F_DUPFD_CLOEXEC, 100);
            ::close(0);
        }
    }
    ASSERT_GE(socket, 0) << std::strerror(error);
    EXPECT_TRUE(saysHello(socket));
    ::close(socket);
}

TEST(StarterProcessTest, saysWhetherProgramsMayBeMoved) {
    int error = 0;
    const int free = launchStarter(program, error);
    ASSERT_GE(free, 0) << std::strerror(error);
    EXPECT_TRUE(firstWord(free).may_schedule);
    ::close(free);
    const pid_t filtered = ::fork();
    if (filtered == 0) {
        const int socket = forbidMoving() ? launchStarter(program, error) : -1;
        const starter::Hello word = firstWord(socket);
        ::_exit(word.kind == starter::Kind::Hello && !word.may_schedule ? 0 : 1);
    }
    int status = -1;
    ::waitpid(filtered, &status, 0);
    EXPECT_EQ(status, 0);
}

TEST(StarterProcessTest, saysWhyItCannotStart) {
    int error = 0;
    const int next = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(next);
    EXPECT_EQ(launchStarter(program + "-absent", error), -1);
    EXPECT_EQ(error, ENOENT);
    {
        const NoDescriptorLeft none;
        EXPECT_EQ(launchStarter(program, error), -1);
        EXPECT_EQ(error, EMFILE);
    }
    const TemporaryFolder folder;
    const std::string number = folder.file("number"), stays = folder.write("stays.sh", "#!/bin/sh\necho $$ > " + number + "\nexec sleep 1000\n");
    ::chmod(stays.c_str(), 0755);
    EXPECT_EQ(launchStarter(stays, error), -1);
    EXPECT_EQ(error, ETIMEDOUT);
    pid_t stayed = 0;
    std::ifstream(number) >> stayed;
    ASSERT_GT(stayed, 1);
    EXPECT_EQ(::kill(stayed, 0), -1) << "nothing runs on";
    const int again = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(again);
    EXPECT_EQ(again, next) << "no descriptor is left behind";
}

}  // namespace
}  // namespace kea_policy
