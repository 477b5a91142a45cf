// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "policy.h"

#include <string>

namespace kea_policy {

/// Calls *take*(name, total) for each thing that is counted for a policy at a hook point, in the order in which operators read them.
template <typename Take>
void forEachTotal(const Policy::Totals& totals, Take take) {
    take("calls", totals.calls);
    for (const Verdict verdict : {Verdict::Continue, Verdict::Skip, Verdict::Drop}) {
        take(verdictName(verdict), totals.verdicts[static_cast<std::size_t>(verdict)]);
    }
    for (std::size_t kind = 0; kind < kFaultKinds; ++kind) {
        take(std::string("fault.") + faultName(static_cast<FaultKind>(kind)), totals.faults[kind]);
    }
    take("timed-calls", totals.timed_calls);
    take("timed-nanoseconds", totals.timed_nanoseconds);
}

/// What the names of a policy's statistics at a hook point begin with.
inline std::string statisticPrefix(const Policy& policy, const HookPointInfo& hook_point) {
    return "policy[" + policy.config().name + "]." + hook_point.name + ".";
}

}  // namespace kea_policy
