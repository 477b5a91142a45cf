// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config_error.h"

#include <gtest/gtest.h>

#include <string>

namespace kea_policy {

/// The sentence of the ConfigError that the action throws; a failure of the test and "" if it throws none.
template <typename Action>
std::string configErrorOf(Action action) {
    try {
        action();
    } catch (const ConfigError& error) {
        return error.what();
    }
    ADD_FAILURE() << "no ConfigError was thrown";
    return "";
}

/// Is it one line that ends as a sentence does, without the double blank of a forgotten value?
inline bool isSentence(const std::string& text) {
    return !text.empty() && (text.back() == '.' || text.back() == '?') && text.find('\n') == std::string::npos &&
           text.find("  ") == std::string::npos;
}

}  // namespace kea_policy
