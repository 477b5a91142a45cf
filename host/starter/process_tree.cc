// SPDX-License-Identifier: MPL-2.0
#include "process_tree.h"

#include <csignal>
#include <cstdlib>
#include <string>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
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
    const std::string folder = "/proc/" + std::to_string(process) + "/fd/";
    for (const std::string& name : namesIn(folder)) {
        struct stat status {};
        if (::stat((folder + name).c_str(), &status) == 0 && S_ISFIFO(status.st_mode) && status.st_ino == pipe) {
            return true;
        }
    }
    return false;
}

void killProgram(pid_t program, ino_t output, const std::set<pid_t>& programs) {
    // Stopped, it starts nothing more, and it is still there to get the children of those that are killed.
    ::kill(-program, SIGSTOP);
    ::kill(program, SIGSTOP);
    // While they are killed, some of them may start more: again until there is none, but not for ever.
    constexpr int most_rounds = 16;
    std::set<pid_t> killed;
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
            ::kill(one, SIGKILL);
            fresh += killed.insert(one).second ? 1 : 0;
        }
        if (fresh == 0) {
            break;
        }
    }
    ::kill(-program, SIGKILL);
    ::kill(program, SIGKILL);
}

}  // namespace starter
}  // namespace kea_policy
