#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# Ends with exit status 2 where the client's hardware address stands in the file that BLACKLIST names, one a line, else with 0.
set -eu
PATH=/usr/bin:/bin

case "$1" in
  pkt4_receive) hwaddr=$KEA_QUERY4_HWADDR ;;
  pkt6_receive) hwaddr=$KEA_QUERY6_HWADDR ;;
  *) exit 0 ;;
esac

# No address: grep would find it in every empty line.
[ -n "$hwaddr" ] || exit 0

found=0
grep --quiet --ignore-case --line-regexp --fixed-strings -e "$hwaddr" -- "$BLACKLIST" || found=$?
case "$found" in
  0) exit 2 ;; # what "exit-status" makes "drop"
  1) exit 0 ;;
  *) exit 3 ;; # The list cannot be read; grep has said why, and "exit-status" says what becomes of the client.
esac
