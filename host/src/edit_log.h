// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "callout_view.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kea_policy {

/// Reads the edit log in *region* (docs/design.md has its form). It comes from a policy and may be anything: a sentence without
/// its subject ("wrote …") where it is refused. The values of *edits* point into the region.
std::optional<std::string> readEditLog(const std::uint8_t* region, std::uint32_t size, std::vector<EditEntry>& edits);

}  // namespace kea_policy
