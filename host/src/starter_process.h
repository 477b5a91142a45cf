// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

namespace kea_policy {

/// Starts kea-policy-starter with a socket to us: its descriptor, or -1 and errno in *error*. The starter is nobody's child of Kea, has an
/// empty environment and none of Kea's descriptors. Where it does not leave Kea in limits::starter_hello: ETIMEDOUT.
int launchStarter(const std::string& program, int& error);

}  // namespace kea_policy
