// SPDX-License-Identifier: MPL-2.0
#include "regular_file.h"

#include "config_error.h"
#include "in_quotes.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kea_policy {

namespace {

const char* mendFor(int error) {
    switch (error) {
    case ENOENT:
    case ENOTDIR: return "put the file there or correct the path";
    case EACCES:
    case EPERM:
        return "let the user that Kea runs as read the file and enter its folders, and look whether AppArmor denies it";
    case ELOOP: return "correct the symbolic links, which lead in a circle";
    case ENAMETOOLONG: return "shorten the path";
    case EMFILE:
    case ENFILE: return "raise the limit of open files for Kea";
    default: return "mend the file or its disk, or name another file";
    }
}

}  // namespace

RegularFile::RegularFile(const std::string& path, const std::string& config_path, std::uint64_t longest)
    : path_(path), config_path_(config_path), longest_(longest) {
    // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever; regular files do not heed it.
    descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor_ < 0) {
        refuseErrno(errno);
    }
    struct stat status {};
    const int error = ::fstat(descriptor_, &status) == 0 ? 0 : errno;
    if (error == 0 && S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) <= longest) {
        size_ = static_cast<std::uint64_t>(status.st_size);
        return;
    }
    ::close(descriptor_);  // a constructor that throws gets no destructor
    if (error != 0) {
        refuseErrno(error);
    }
    if (S_ISDIR(status.st_mode)) {
        refuse("which is a directory: name a file in it");
    }
    if (!S_ISREG(status.st_mode)) {
        refuse("which is a pipe, a socket or a device: name a regular file");
    }
    size_ = static_cast<std::uint64_t>(status.st_size);
    refuseSize();
}

RegularFile::~RegularFile() {
    ::close(descriptor_);
}

std::size_t RegularFile::read(void* to, std::size_t most) {
    ssize_t got;
    do {
        got = ::read(descriptor_, to, most);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        refuseErrno(errno);
    }
    done_ += static_cast<std::uint64_t>(got);
    if (done_ > longest_) {
        size_ = done_;
        refuseSize();
    }
    return static_cast<std::size_t>(got);
}

void RegularFile::refuse(const std::string& found_and_mend) const {
    throw ConfigError(config_path_ + " names the file " + inQuotes(path_, longest_path) + ", " + found_and_mend + ".");
}

void RegularFile::refuseErrno(int error) const {
    // generic_category's message() is strerror without its shared buffer.
    refuse("which cannot be read (" + std::generic_category().message(error) + "): " + mendFor(error));
}

void RegularFile::refuseSize() const {
    refuse("which has " + std::to_string(size_) + " bytes where at most " + std::to_string(longest_) +
           " are read: name the right file or make it smaller");
}

}  // namespace kea_policy
