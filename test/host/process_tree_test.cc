// SPDX-License-Identifier: MPL-2.0
#include "process_tree.h"

#include "waiting_process.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {
namespace {

TEST(ProcessTreeTest, knowsWhoHasAPipeOpen) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    struct stat pipe {};
    ::fstat(ends[1], &pipe);
    const WaitingProcess process;
    EXPECT_TRUE(hasPipe(process.id(), pipe.st_ino));
    EXPECT_TRUE(hasPipe(::getpid(), pipe.st_ino));
    ::close(ends[0]);
    EXPECT_TRUE(hasPipe(::getpid(), pipe.st_ino)) << "by its other end";
    ::close(ends[1]);
    EXPECT_FALSE(hasPipe(::getpid(), pipe.st_ino));
    EXPECT_TRUE(hasPipe(process.id(), pipe.st_ino));
    // A file may have the same number.
    const int file = ::open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    ::fstat(file, &pipe);
    EXPECT_FALSE(hasPipe(::getpid(), pipe.st_ino));
    ::close(file);
    EXPECT_EQ(descendantsOf(::getpid()).count(process.id()), 1U);
}

}  // namespace
}  // namespace starter
}  // namespace kea_policy
