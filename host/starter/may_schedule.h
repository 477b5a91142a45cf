// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace kea_policy {
namespace starter {

/// May one say on which processors a program runs, and that it gives way to others? A service's filter of system calls can forbid that, and may
/// kill who tries: a child of our own tries it, before we wait for any other.
bool maySchedule();

}  // namespace starter
}  // namespace kea_policy
