// SPDX-License-Identifier: MPL-2.0
// A process of our own that does nothing until it is ended.
#pragma once

#include <csignal>

#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kea_policy {

class WaitingProcess {
public:
    WaitingProcess() : process_(::fork()) {
        if (process_ == 0) {
            ::pause();
            ::_exit(0);
        }
    }
    ~WaitingProcess() { end(); }
    WaitingProcess(const WaitingProcess&) = delete;
    WaitingProcess& operator=(const WaitingProcess&) = delete;

    pid_t id() const { return process_; }
    /// Nothing is left of it.
    void end() {
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            ::waitpid(process_, nullptr, 0);
            process_ = -1;
        }
    }

private:
    pid_t process_;
};

}  // namespace kea_policy
