// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "policy_set.h"
#include "statistics.h"

#include <cc/data.h>

#include <atomic>
#include <memory>
#include <string>

namespace kea_policy {

/// The hook library's state. It outlives Kea's unload() and load() (the library stays mapped), so that a refused configuration leaves
/// the last good set of policies in force. Everything but active() belongs to Kea's main thread while no packet is processed.
class Library {
public:
    /// Made at the first call; never destroyed, since Kea's threads may outlast static destructors.
    static Library& instance();

    /// Kea's load(): makes the configured set of policies, or remembers why not. The set before decides until configured(): Kea may
    /// yet refuse the configuration for a reason of its own, and tells nobody.
    /// Never throws: a load() that fails leaves a running Kea that answers nobody.
    /// False where Kea loaded it already: callouts of a second copy would ask every policy twice.
    bool load(const isc::data::ConstElementPtr& parameters, int family) noexcept;

    /// Kea's unload(). The set stays: it may be the last good one. Its policies' unload() is called where no configuration that has
    /// this library follows; where one does, they end when its set takes over.
    void unload() noexcept;

    /// Kea's *_srv_configured: the set that load() made becomes the active one, with as many slots as threads will process packets.
    void configured(std::size_t threads);
    /// Kea's *_srv_configured where the configuration is refused: the set before decides again.
    void goOn();
    /// Does the set that decides now, or the one that will after configured(), have a policy there?
    bool handles(const HookPointInfo& hook_point) const;

    /// Why the configuration is refused; empty where it is not.
    const std::string& refusal() const noexcept { return refusal_; }

    /// Who decides now; nullptr where no configuration was ever accepted. Packet path, any thread.
    static PolicySet* active() noexcept { return active_.load(std::memory_order_acquire); }
    int family() const noexcept { return family_; }

    void flushStatistics();

private:
    std::unique_ptr<PolicySet> makeSet(const isc::data::ConstElementPtr& parameters);
    void refuse(const std::string& sentence);

    std::unique_ptr<PolicySet> set_;
    std::unique_ptr<PolicySet> pending_;
    /// Not with the rest, so that a callout finds it without asking whether that was made.
    static inline std::atomic<PolicySet*> active_{nullptr};
    std::string refusal_;
    Statistics statistics_;
    int family_ = 4;
    /// How often Kea loaded the library since it last unloaded it.
    int loads_ = 0;
    /// Number of the configuration that ran when Kea unloaded the library.
    std::uint32_t unloaded_in_ = 0;
};

}  // namespace kea_policy
