// SPDX-License-Identifier: MPL-2.0
#include "library_folder.h"

#include <cstdlib>
#include <memory>

#include <dlfcn.h>

namespace kea_policy {

std::string libraryFolder() {
    Dl_info info{};
    if (::dladdr(reinterpret_cast<const void*>(&libraryFolder), &info) == 0) {
        return ".";
    }
    // Through a symbolic link, such as one in Kea's hooks directory, to where the files are.
    const std::unique_ptr<char, decltype(&std::free)> whole(::realpath(info.dli_fname, nullptr), &std::free);
    const std::string path = whole ? whole.get() : info.dli_fname;
    return path.substr(0, path.rfind('/'));
}

}  // namespace kea_policy
