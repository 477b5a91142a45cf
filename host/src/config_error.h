// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace kea_policy {

/// A refused configuration. what() is one full sentence that names the key (as a JSON path), the file if there is
/// one, and the mend; it reaches the operator unchanged in the answer to config-set.
class ConfigError : public std::runtime_error {
public:
    explicit ConfigError(const std::string& sentence) : std::runtime_error(sentence) {}
};

}  // namespace kea_policy
