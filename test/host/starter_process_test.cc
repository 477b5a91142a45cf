// SPDX-License-Identifier: MPL-2.0
// Starting kea-policy-starter in a process whose descriptors are as they may be in Kea.
#include "starter_process.h"

#include "no_descriptor_left.h"
#include "starter_protocol.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kea_policy {
namespace {

const std::string program = std::string(KEA_POLICY_OUTPUT_DIR) + "/" + starter::kProgramName;

/// The first word that a starter says of itself.
bool saysHello(int socket) {
    char message[256];
    const ssize_t got = ::recv(socket, message, sizeof message, 0);
    starter::Kind kind{};
    std::memcpy(&kind, message, sizeof kind);
    return got >= static_cast<ssize_t>(sizeof kind) && kind == starter::Kind::Hello;
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
    const int again = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(again);
    EXPECT_EQ(again, next) << "no descriptor is left behind";
}

}  // namespace
}  // namespace kea_policy
