#!/bin/bash
# SPDX-License-Identifier: MPL-2.0
# A script that stays: answers 2 for one client and 0 for all others. README.md has Kea's configuration.
set -euo pipefail
declare -A event

# Reads one event into the map; fails at the end of the input.
next_event() {
  local variable
  event=()
  while IFS= read -r -d '' variable; do
    [ -n "$variable" ] || return 0
    event["${variable%%=*}"]=${variable#*=}
  done
  return 1
}

while next_event; do
  case "${event[KEA_HOOK_POINT]-} ${event[KEA_QUERY4_HWADDR]-}${event[KEA_QUERY6_HWADDR]-}" in
    pkt?_receive*de:ad:be:ef:00:01) echo 2 ;;
    *) echo 0 ;;
  esac
done
