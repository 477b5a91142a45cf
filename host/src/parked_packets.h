// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "policy_log.h"
#include "script_job.h"
#include "script_starter.h"
#include "verdict.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <unordered_map>

namespace kea_policy {

/// The packets that Kea keeps parked while scripts run for them. The scripts of a packet run one after the other, as the chain asked for
/// them; a drop ends that. Then the packet's fate is told on Kea's main thread: there it is safe from a reconfiguration, and without
/// multi-threading Kea goes on with the packet in that very call. Knows nothing of Kea: what is parked hides in a function.
class ParkedPackets {
public:
    /// Goes on with the packet or drops it; holds what Kea needs for that. Called once or never, on Kea's main thread.
    using Resume = std::function<void(Verdict)>;

    /// Those of this Kea. Never destroyed, as the library's state.
    static ParkedPackets& instance();

    /// *wake* makes Kea's main thread call resumeDecided() soon; any thread calls it, also with a lock held.
    ParkedPackets(ScriptStarter& starter, std::function<void()> wake) : starter_(starter), wake_(std::move(wake)) {}
    ParkedPackets(const ParkedPackets&) = delete;
    ParkedPackets& operator=(const ParkedPackets&) = delete;

    /// The packet is parked already; at least one script. Any thread. Where it throws, the packet is not taken.
    void park(ScriptJobs scripts, Resume resume);

    /// The packet is not parked any more: nobody is told what the scripts say.
    void runTooLate(ScriptJobs scripts, const char* hook_point);

    /// Kea's main thread: tells the fate of those packets whose scripts have ended. What Kea throws at one is logged, and the others go on.
    void resumeDecided() noexcept;

    /// Kea has forgotten its parked packets, and cannot unload the library while we hold any: lets go of all. The scripts run on to their
    /// end. *for_good*: the library is not about to be loaded again, and those that did not begin are not run. Kea's main thread, while the
    /// starter pauses.
    void letGo(bool for_good = false) noexcept;

    std::size_t waiting() const;

private:
    struct Packet {
        ScriptJobs scripts;
        /// Of those, the first that was not asked to run yet.
        std::size_t next;
        Resume resume;
        Verdict verdict;
    };

    void scriptEnded(std::uint64_t number, Verdict verdict) noexcept;
    void decide(std::uint64_t number, Verdict verdict) noexcept;

    ScriptStarter& starter_;
    const std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::uint64_t last_number_ = 0;
    std::list<Packet> waiting_;
    std::unordered_map<std::uint64_t, std::list<Packet>::iterator> numbers_;
    /// Their last script ended; they came here from the other list, which takes no memory and so cannot fail.
    std::list<Packet> decided_;
    LogLimiter too_late_{1, 1};
};

}  // namespace kea_policy
