// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <semaphore.h>

#include <atomic>
#include <functional>
#include <thread>

namespace kea_policy {

/// The thread that makes and deletes instances, so that the packet path does neither. It sleeps until it is woken.
class InstanceMaker {
public:
    InstanceMaker();
    ~InstanceMaker();
    InstanceMaker(const InstanceMaker&) = delete;
    InstanceMaker& operator=(const InstanceMaker&) = delete;

    /// The thread does *first* once and *work* whenever it is woken.
    void start(std::function<void()> work, std::function<void()> first = {});
    /// Joins the thread: Kea may unload after it. Does nothing where it does not run.
    void stop() noexcept;

    /// Packet path, any thread: neither blocks nor allocates.
    void wake() noexcept { sem_post(&wanted_); }

private:
    void run();

    sem_t wanted_;
    std::atomic<bool> stopping_{false};
    std::function<void()> work_;
    std::function<void()> first_;
    std::thread thread_;
};

}  // namespace kea_policy
