// SPDX-License-Identifier: MPL-2.0
// Files that an operator names and that cannot be read: each is refused with the system's reason and the mend.
#include "regular_file.h"

#include "config_error_of.h"
#include "no_descriptor_left.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <sys/fsuid.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

namespace kea_policy {
namespace {

constexpr std::uint64_t kLongest = 1000;

std::string refusalOf(const std::string& path) {
    const std::string sentence = configErrorOf([&] { RegularFile(path, "policies[0].wasm", kLongest); });
    EXPECT_TRUE(isSentence(sentence)) << sentence;
    EXPECT_EQ(sentence.find("policies[0].wasm names the file \""), 0U) << sentence;
    return sentence.substr(sentence.rfind("\", which ") + 9);
}

/// While it lives, files are opened as somebody who owns none. Only this thread's access to files is so.
struct AsNobody {
    AsNobody() { ::setfsuid(65534); }
    ~AsNobody() { ::setfsuid(::geteuid()); }
};

TEST(RegularFileTest, readsToTheEnd) {
    const TemporaryFolder folder;
    RegularFile file(folder.write("list", "twelve bytes"), "lists.denied.file", 12);
    EXPECT_EQ(file.size(), 12U);
    char bytes[10];
    EXPECT_EQ(file.read(bytes, sizeof bytes), 10U);
    EXPECT_EQ(std::string(bytes, 10), "twelve byt");
    EXPECT_EQ(file.read(bytes, sizeof bytes), 2U);
    EXPECT_EQ(file.read(bytes, sizeof bytes), 0U);
}

TEST(RegularFileTest, eachErrorHasItsMend) {
    const TemporaryFolder folder;
    EXPECT_EQ(refusalOf(folder.file("absent")), "cannot be read (No such file or directory): put the file there or correct the path.");
    EXPECT_EQ(refusalOf(folder.write("file", "") + "/below"), "cannot be read (Not a directory): put the file there or correct the path.");
    ASSERT_EQ(::symlink("circle", folder.file("circle").c_str()), 0);
    EXPECT_EQ(refusalOf(folder.file("circle")), "cannot be read (Too many levels of symbolic links): correct the symbolic links, which lead in a circle.");
    EXPECT_EQ(refusalOf(folder.file(std::string(256, 'n'))), "cannot be read (File name too long): shorten the path.");
    const std::string secret = folder.write("secret", "x");
    ASSERT_EQ(::chmod(secret.c_str(), 0), 0);
    ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
    {
        const AsNobody nobody;
        EXPECT_EQ(refusalOf(secret), "cannot be read (Permission denied): let the user that Kea runs as read the file and enter its folders, "
                                     "and look whether AppArmor denies it.");
    }
    const NoDescriptorLeft none;
    EXPECT_EQ(refusalOf(secret), "cannot be read (Too many open files): raise the limit of open files for Kea.");
}

TEST(RegularFileTest, onlyRegularFilesOpen) {
    const TemporaryFolder folder;
    EXPECT_EQ(refusalOf(folder.path()), "is a directory: name a file in it.");
    ASSERT_EQ(::mkfifo(folder.file("pipe").c_str(), 0600), 0);
    EXPECT_EQ(refusalOf(folder.file("pipe")), "is a pipe, a socket or a device: name a regular file.");
    EXPECT_EQ(refusalOf("/dev/zero"), "is a pipe, a socket or a device: name a regular file.");
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, folder.file("socket").c_str(), sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(refusalOf(folder.file("socket")), "cannot be read (No such device or address): mend the file or its disk, or name another file.");
    ::close(socket);
}

TEST(RegularFileTest, aFileThatIsTooLongOrGrowsIsRefused) {
    const TemporaryFolder folder;
    EXPECT_EQ(refusalOf(folder.write("long", std::string(1001, 'x'))), "has 1001 bytes where at most 1000 are read: name the right file or make it smaller.");
    const std::string path = folder.write("grows", std::string(999, 'x'));
    RegularFile file(path, "key", kLongest);
    folder.write("grows", std::string(2000, 'x'));
    char bytes[4096];
    EXPECT_EQ(configErrorOf([&] { file.read(bytes, sizeof bytes); }),
              "key names the file \"" + path + "\", which has 2000 bytes where at most 1000 are read: name the right file or make it smaller.");
}

TEST(RegularFileTest, anErrorWhileItIsReadIsTold) {
    // The memory of this process, of which nothing is at address 0.
    RegularFile file("/proc/self/mem", "key", kLongest);
    char byte;
    EXPECT_EQ(configErrorOf([&] { file.read(&byte, 1); }),
              "key names the file \"/proc/self/mem\", which cannot be read (Input/output error): mend the file or its disk, or name another file.");
}

}  // namespace
}  // namespace kea_policy
