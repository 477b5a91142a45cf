// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace kea_policy {

/// A file named in the configuration, open for reading. Only a regular file of bounded size opens: a pipe or a device
/// would make Kea wait or read for ever. All errors are ConfigErrors that name the key, the file and the mend.
class RegularFile {
public:
    /// config_path: the key that names the file. longest: bytes the file may have, also if it grows while it is read.
    RegularFile(const std::string& path, const std::string& config_path, std::uint64_t longest);
    ~RegularFile();
    RegularFile(const RegularFile&) = delete;
    RegularFile& operator=(const RegularFile&) = delete;

    /// Bytes of the file when it was opened.
    std::uint64_t size() const noexcept { return size_; }

    /// Reads up to `most` bytes; 0 at the end of the file.
    std::size_t read(void* to, std::size_t most);

private:
    [[noreturn]] void refuse(const std::string& found_and_mend) const;
    [[noreturn]] void refuseErrno(int error) const;
    [[noreturn]] void refuseSize() const;

    std::string path_;
    std::string config_path_;
    std::uint64_t longest_;
    std::uint64_t size_ = 0;
    std::uint64_t done_ = 0;
    int descriptor_ = -1;
};

}  // namespace kea_policy
