// SPDX-License-Identifier: MPL-2.0
#include "instance_maker.h"

#include <cerrno>
#include <csignal>

namespace kea_policy {

InstanceMaker::InstanceMaker() {
    sem_init(&wanted_, /*pshared=*/0, /*value=*/0);
}

InstanceMaker::~InstanceMaker() {
    stop();
    sem_destroy(&wanted_);
}

void InstanceMaker::start(std::function<void()> work, std::function<void()> first) {
    stop();
    work_ = std::move(work);
    first_ = std::move(first);
    stopping_ = false;
    // Kea's signals are for Kea's threads. Those that a fault of wasm raises must stay open: wasmtime turns them into traps.
    sigset_t blocked, before;
    sigfillset(&blocked);
    for (const int signal : {SIGSEGV, SIGILL, SIGFPE, SIGBUS, SIGTRAP}) {
        sigdelset(&blocked, signal);
    }
    pthread_sigmask(SIG_SETMASK, &blocked, &before);
    try {
        thread_ = std::thread([this] { run(); });
    } catch (...) {
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
        throw;
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void InstanceMaker::stop() noexcept {
    if (thread_.joinable()) {
        stopping_ = true;
        wake();
        thread_.join();
    }
}

void InstanceMaker::run() {
    if (first_) {
        first_();
        first_ = nullptr;
    }
    for (;;) {
        while (sem_wait(&wanted_) != 0 && errno == EINTR) {
        }
        if (stopping_) {
            return;
        }
        try {
            work_();
        } catch (...) {
            // Out of memory: nothing was made; the next fault wakes this thread again.
        }
    }
}

}  // namespace kea_policy
