// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config.h"
#include "instance_maker.h"
#include "policy.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace kea_policy {

/// What one configuration loads to: its policies, in their order, and who of them decides where.
class PolicySet {
public:
    /// Throws ConfigError. *family* is the server's, 4 or 6.
    PolicySet(const Config& config, int family);
    ~PolicySet();

    /// The policies that export the hook point, in the order of the configuration.
    const std::vector<Policy*>& at(const HookPointInfo& hook_point) const noexcept {
        return chains_[hookPointIndex(hook_point.id)];
    }
    const std::vector<std::unique_ptr<Policy>>& policies() const noexcept { return policies_; }
    /// "blocklist, log": for log lines.
    std::string names() const;

    /// While no packet is processed: makes the policies ready for that many threads at once, and for one beside them where they are asked there.
    void resize(std::size_t threads);
    /// Starts and ends the thread that makes instances off the packet path. It first ends and deletes the set *before*, which takes
    /// a while: Kea answers nobody until it is configured.
    void start(std::unique_ptr<PolicySet> before = nullptr);
    void stop() noexcept;

    /// It decides from now on: what its scripts may do at once holds. Main thread.
    void comeIntoForce();
    /// The log tells of all that policies and scripts left out of it so far.
    void tellLeftOut() noexcept;
    /// Runs the scripts that are to be run for "load" or "unload", and waits for each. Main thread.
    void runEvent(const char* event);
    bool hasScripts() const noexcept;

    /// The end of all its policies: calls each one's unload(). At the second call nothing happens.
    void unload() noexcept;

    /// Packets that Kea drops because of a verdict at a hook point.
    void countDropped() noexcept { dropped_.fetch_add(1, std::memory_order_relaxed); }
    std::uint64_t dropped() const noexcept { return dropped_.load(std::memory_order_relaxed); }

private:
    std::vector<std::unique_ptr<Policy>> policies_;
    std::array<std::vector<Policy*>, kHookPointCount> chains_;
    InstanceMaker maker_;
    std::atomic<std::uint64_t> dropped_{0};
};

}  // namespace kea_policy
