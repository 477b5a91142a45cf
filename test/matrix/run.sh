#!/bin/bash
# SPDX-License-Identifier: MPL-2.0
# Builds the hook library for the Kea of other Debian releases and tests it with their servers: run.sh [SUITE ...]
# Without arguments: trixie (Kea 2.6) and forky (Kea 3.0). Their root filesystems are kept in the cache folder of the set-up.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=host/setup/paths.sh
. "$here/../../host/setup/paths.sh"

suites=("$@")
[ $# -gt 0 ] || suites=(trixie forky)

[ "$(id -u)" = 0 ] || fail "The matrix makes and enters root filesystems: run it as root (sudo --preserve-env=PATH npm run test:matrix)."
for program in debootstrap unshare setpriv flock; do
  command -v "$program" >/dev/null ||
    fail "The matrix needs the program $program: apt-get install debootstrap util-linux."
done
unshare --mount --pid --fork --mount-proc true 2>/dev/null ||
  fail "The matrix needs mount and process namespaces, which this machine refuses: run it outside of the container, or in a privileged one."

"$repository/host/setup/setup.sh"
# Policies know nothing of the Kea that will run them.
(cd "$repository" && KEA_POLICY_OUTPUT="$outputFolder" node_modules/.bin/tsx policies/build.ts)

summaries=()
status=0
for suite in "${suites[@]}"; do
  log="$outputFolder/matrix/$suite.log"
  mkdir -p "$(dirname "$log")"
  # Mounts and processes of a suite are gone when its namespaces are: at its end, and also when this script is killed.
  if ! unshare --mount --pid --fork --kill-child --mount-proc --propagation private "$here/suite.sh" "$suite" 2>&1 | tee "$log"; then
    status=1
  fi
  kea=$(sed -n 's/^Building for Kea \([^ ]*\) .*/\1/p' "$log" | tail -n 1)
  counts=$(sed -n '/^[0-9]* passed, [0-9]* failed/p' "$log" | tail -n 1)
  summaries+=("Debian $suite, Kea ${kea:-unknown}: ${counts:-not tested, see above}")
done

printf '\n'
printf '%s\n' "${summaries[@]}"
exit "$status"
