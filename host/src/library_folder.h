// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>

namespace kea_policy {

/// The folder that libdhcp_policy.so was loaded from, without a slash at its end: the starter and the policies that come with the library
/// lie there. In a program that has our code in it, the program's folder.
std::string libraryFolder();

}  // namespace kea_policy
