// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "policy_set.h"

#include <cstdint>
#include <map>
#include <string>

namespace kea_policy {

/// Brings what the slots counted into Kea's statistics. Called when somebody asks for statistics and before a set of policies goes,
/// never on the packet path: StatsMgr locks. Main thread.
class Statistics {
public:
    /// Names begin with `policy[NAME].HOOK-POINT.`; docs/operating.md lists them. Only hook points of the server's family.
    void flush(const PolicySet& set, int family);
    /// A new set begins to count at zero; Kea's statistics go on from what they are.
    void forget() { flushed_.clear(); }

private:
    void flushScript(const std::string& policy, const ScriptRunner::Totals& totals);
    void add(const std::string& name, std::uint64_t total);

    std::map<std::string, std::uint64_t> flushed_;
};

}  // namespace kea_policy
