// SPDX-License-Identifier: MPL-2.0
// A hook library that runs a program as a hook that has no help must: its callout forks Kea itself, executes the program there and waits
// until it ended. Parameters: "hook-point" and "program".
#include <hooks/hooks.h>

#include <cerrno>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

using namespace isc::hooks;

namespace {

std::string program;
std::string hook_point;

int runProgram(CalloutHandle&) {
    const pid_t child = ::fork();
    if (child == 0) {
        char* const arguments[] = {&program[0], &hook_point[0], nullptr};
        char* const environment[] = {nullptr};
        ::execve(program.c_str(), arguments, environment);
        ::_exit(127);
    }
    int status = 0;
    while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return 0;
}

}  // namespace

extern "C" {

int version() {
    return KEA_HOOKS_VERSION;
}

int multi_threading_compatible() {
    return 1;
}

int load(LibraryHandle& handle) {
    program = handle.getParameter("program")->stringValue();
    hook_point = handle.getParameter("hook-point")->stringValue();
    handle.registerCallout(hook_point, runProgram);
    return 0;
}

int unload() {
    return 0;
}

}  // extern "C"
