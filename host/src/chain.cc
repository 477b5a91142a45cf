// SPDX-License-Identifier: MPL-2.0
#include "chain.h"

namespace kea_policy {

Verdict runChain(const PolicySet& set, const HookPointInfo& hook_point, CalloutView& view) {
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
