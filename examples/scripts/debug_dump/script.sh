#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# Shows what a script is given: its arguments and its whole environment. They go to Kea's log, or to the file that DEBUG_FILE names.
set -eu
PATH=/usr/bin:/bin

if [ -n "${DEBUG_FILE:-}" ]; then
  exec >>"$DEBUG_FILE"
fi
printf '%s called with: %s\n' "$0" "$*"
# Values hold what clients sent: newlines, and bytes that a terminal would obey. sed writes those as \n, \033 and the like, and "$" where a
# value ends.
LC_ALL=C sed --quiet --null-data 'l 0' "/proc/$$/environ" | tr '\0' '\n'
