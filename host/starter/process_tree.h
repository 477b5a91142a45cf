// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <set>

#include <sys/types.h>

namespace kea_policy {
namespace starter {

/// Processes that stem from one, as /proc tells: its children, theirs, and so on. Without /proc there are none.
std::set<pid_t> descendantsOf(pid_t process);

/// Has the process the pipe with this inode open?
bool hasPipe(pid_t process, ino_t pipe);

/// Kills a program that is still there with all that it started: its process group, its descendants in whatever group, and those that became
/// children of ours and still hold its output, such as daemons that a program that stays left behind. One of these that closed its output and
/// left the process group is nobody's and goes on. *programs*: all children of ours that are programs of their own.
void killProgram(pid_t program, ino_t output, const std::set<pid_t>& programs);

}  // namespace starter
}  // namespace kea_policy
