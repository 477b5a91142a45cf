// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "policy_set.h"

namespace kea_policy {

/// Asks the policies of a hook point in the order of the configuration. Drop ends the chain; Skip is kept and the later policies
/// are still asked; a policy's fault counts as its on-error and hides nobody's verdict.
[[gnu::always_inline]] inline Verdict runChain(const PolicySet& set, const HookPointInfo& hook_point, CalloutView& view) {
    Verdict verdict = Verdict::Continue;
    for (Policy* policy : set.at(hook_point)) {
        const Verdict one = policy->ask(hook_point, view);
        if (one == Verdict::Drop) {
            return one;
        }
        if (one == Verdict::Skip) {
            verdict = one;
        }
    }
    return verdict;
}

}  // namespace kea_policy
