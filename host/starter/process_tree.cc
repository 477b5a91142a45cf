// SPDX-License-Identifier: MPL-2.0
#include "process_tree.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <string>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {

namespace {

std::vector<std::string> namesIn(const std::string& folder) {
    std::vector<std::string> names;
    if (DIR* opened = ::opendir(folder.c_str())) {
        while (const dirent* entry = ::readdir(opened)) {
            if (entry->d_name[0] != '.') {
                names.emplace_back(entry->d_name);
            }
        }
        ::closedir(opened);
    }
    return names;
}

std::string contentOf(const std::string& path) {
    std::string content;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        char buffer[4096];
        for (ssize_t got; (got = ::read(descriptor, buffer, sizeof buffer)) > 0;) {
            content.append(buffer, static_cast<std::size_t>(got));
        }
        ::close(descriptor);
    }
    return content;
}

std::vector<pid_t> childrenOf(pid_t process) {
    std::vector<pid_t> children;
    const std::string tasks = "/proc/" + std::to_string(process) + "/task";
    // Each thread has children of its own.
    for (const std::string& task : namesIn(tasks)) {
        const std::string list = contentOf(tasks + "/" + task + "/children");
        const char* at = list.c_str();
        for (;;) {
            char* end = nullptr;
            const long child = std::strtol(at, &end, 10);
            if (end == at) {
                break;
            }
            children.push_back(static_cast<pid_t>(child));
            at = end;
        }
    }
    return children;
}

void addDescendants(pid_t process, std::set<pid_t>& found) {
    for (const pid_t child : childrenOf(process)) {
        if (found.insert(child).second) {
            addDescendants(child, found);
        }
    }
}

}  // namespace

std::set<pid_t> descendantsOf(pid_t process) {
    std::set<pid_t> found;
    addDescendants(process, found);
    return found;
}

bool hasPipe(pid_t process, ino_t pipe) {
    const std::string folder = "/proc/" + std::to_string(process) + "/fd/", wanted = "pipe:[" + std::to_string(pipe) + "]";
    const auto names = namesIn(folder);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        // Not stat(): it asks a file's own file system, and that of a server that is gone does not answer.
        char target[64];
        const ssize_t length = ::readlink((folder + name).c_str(), target, sizeof target);
        return length > 0 && wanted.compare(0, std::string::npos, target, static_cast<std::size_t>(length)) == 0;
    });
}

void killProgram(pid_t program, ino_t output, const std::set<pid_t>& programs) {
    // Stopped, they start nothing more, and stay below those that started them, where they are found.
    ::kill(-program, SIGSTOP);
    ::kill(program, SIGSTOP);
    // Before it is stopped, one of them may start more: again until there is none, but not for ever.
    constexpr int most_rounds = 16;
    std::set<pid_t> stopped;
    for (int round = 0; round < most_rounds; ++round) {
        std::set<pid_t> found = descendantsOf(program);
        for (const pid_t child : childrenOf(::getpid())) {
            if (programs.count(child) == 0 && hasPipe(child, output)) {
                found.insert(child);
                addDescendants(child, found);
            }
        }
        std::size_t fresh = 0;
        for (const pid_t one : found) {
            if (stopped.insert(one).second) {
                ::kill(one, SIGSTOP);
                ++fresh;
            }
        }
        if (fresh == 0) {
            break;
        }
    }
    for (const pid_t one : stopped) {
        ::kill(one, SIGKILL);
    }
    ::kill(-program, SIGKILL);
    ::kill(program, SIGKILL);
}

}  // namespace starter
}  // namespace kea_policy
