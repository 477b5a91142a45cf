// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <algorithm>
#include <cstdio>
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

/// As a member of an object of JSON.
inline void printFigure(const char* name, const std::vector<double>& runs, const char* behind) {
    const Figure figure(runs);
    std::printf("\"%s\": {\"median\": %.1f, \"least\": %.1f, \"most\": %.1f}%s", name, figure.median, figure.least, figure.most, behind);
}

}  // namespace kea_policy_bench
