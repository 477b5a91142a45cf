// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>

namespace kea_policy {

/// Has work done on the thread that receives Kea's packets. That thread waits for packets up to a second at a time, and for descriptors
/// that it was told of: one of ours wakes it. Such descriptors come before packets, so a busy server gets to it as well.
class KeaMainThread {
public:
    /// Calls ParkedPackets::resumeDecided(). Never destroyed, as the library's state.
    static KeaMainThread& instance();

    /// *work* throws nothing.
    explicit KeaMainThread(std::function<void()> work) : work_(std::move(work)) {}
    ~KeaMainThread();
    KeaMainThread(const KeaMainThread&) = delete;
    KeaMainThread& operator=(const KeaMainThread&) = delete;

    /// Begins: on the main thread, at the library's load(). Does nothing where it has begun.
    void listen();
    /// Ends: at the library's unload().
    void stop() noexcept;
    /// Has the work done soon, or when it listens again. Any thread.
    void wake() noexcept;

private:
    void hear() noexcept;

    const std::function<void()> work_;
    int descriptor_ = -1;
};

}  // namespace kea_policy
