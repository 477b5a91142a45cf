// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <algorithm>
#include <vector>

namespace kea_policy_bench {

inline double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// One figure of several runs: their median, and how far they lie apart.
struct Figure {
    double median = 0, least = 0, most = 0;

    explicit Figure(const std::vector<double>& runs)
        : median(kea_policy_bench::median(runs)), least(*std::min_element(runs.begin(), runs.end())),
          most(*std::max_element(runs.begin(), runs.end())) {}
};

}  // namespace kea_policy_bench
