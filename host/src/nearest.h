// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kea_policy {

/// Letters to insert, delete or replace to make one word of the other (Levenshtein).
inline std::size_t editDistance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < from.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < to.size(); ++j) {
            const std::size_t replaced = diagonal + (from[i] == to[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
        }
    }
    return row.back();
}

/// The word meant by a misspelt one, if any is near enough to be a help: the only one that it is the begin of, or one of which at most half
/// of its letters differ. Words longer than any name are not compared, since the work grows with the product of the lengths.
template <typename Words>
std::optional<std::string> nearestWord(std::string_view misspelt, const Words& words) {
    constexpr std::size_t longest = 128;
    std::optional<std::string> nearest;
    std::size_t least = misspelt.size() / 2 + 1;
    if (misspelt.size() > longest) {
        return nearest;
    }
    if (misspelt.size() >= 3) {
        const auto isMeant = [misspelt](std::string_view word) { return word.compare(0, misspelt.size(), misspelt) == 0; };
        const auto first = std::find_if(std::begin(words), std::end(words), isMeant);
        if (first != std::end(words) && std::find_if(std::next(first), std::end(words), isMeant) == std::end(words)) {
            return std::string(*first);
        }
    }
    for (const auto& word : words) {
        const std::size_t distance = editDistance(misspelt, word);
        if (distance < least) {
            least = distance;
            nearest = std::string(word);
        }
    }
    return nearest;
}

}  // namespace kea_policy
