// SPDX-License-Identifier: MPL-2.0
#include "statistics.h"

#include "policy_statistics.h"

#include <stats/stats_mgr.h>

namespace kea_policy {

void Statistics::add(const std::string& name, std::uint64_t total) {
    std::uint64_t& flushed = flushed_[name];
    // Also with 0, so that every name is there from the first question on.
    isc::stats::StatsMgr::instance().addValue(name, static_cast<std::int64_t>(total - flushed));
    flushed = total;
}

void Statistics::flushScript(const std::string& policy, const ScriptRunner::Totals& totals) {
    const std::string prefix = "policy[" + policy + "].script.";
    add(prefix + "calls", totals.calls);
    add(prefix + "failed", totals.failed);
    add(prefix + "nonzero", totals.nonzero);
    add(prefix + "timed-out", totals.timed_out);
    add(prefix + "dropped", totals.dropped);
    add(prefix + "packets-dropped", totals.packets_dropped);
    // How many there are now, not how many there were.
    isc::stats::StatsMgr::instance().setValue(prefix + "waiting", static_cast<std::int64_t>(totals.waiting));
    isc::stats::StatsMgr::instance().setValue(prefix + "running", static_cast<std::int64_t>(totals.running));
}

void Statistics::flush(const PolicySet& set, int family) {
    for (const auto& policy : set.policies()) {
        for (const HookPointInfo* hook_point : policy->hookPoints()) {
            if (!isOf(*hook_point, family)) {
                continue;
            }
            const std::string prefix = statisticPrefix(*policy, *hook_point);
            forEachTotal(policy->totals(*hook_point), [&](const std::string& name, std::uint64_t total) { add(prefix + name, total); });
        }
    }
    for (const auto& policy : set.policies()) {
        if (const ScriptRunner* script = policy->script()) {
            flushScript(policy->config().name, script->totals());
        }
    }
    add("pkt" + std::to_string(family) + "-receive-drop", set.dropped());
}

}  // namespace kea_policy
