#!/bin/bash
# SPDX-License-Identifier: MPL-2.0
# One suite of the matrix, in namespaces of its own (run.sh makes them): suite.sh SUITE
# The checkout, the wasmtime of the cache and a temporary folder are seen under the same paths inside and outside of the root
# filesystem: the end-to-end tests run outside and start only Kea inside.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=host/setup/paths.sh
. "$here/../../host/setup/paths.sh"

suite=$1
root="$cacheFolder/rootfs-$suite"
wasmtime=$(wasmtimeRoot)
output="$outputFolder/matrix/$suite"

printf '\n══ Debian %s\n' "$suite"
# Two checkouts that test at once take turns with a root filesystem.
exec 7>"$root.lock"
flock 7
"$here/rootfs.sh" "$suite" "$root"
# Headers that packages bring keep their old dates: ninja would not see that they are others.
[ "$output/host/build.ninja" -nt "$root/.kea-policy-packages" ] || rm -rf "$output/host"

temporary=$(mktemp -d "${TMPDIR:-/tmp}/matrix-XXXXXX")
trap 'rm -rf "$temporary"' EXIT
for folder in "$repository" "$wasmtime" "$temporary"; do
  mkdir -p "$root$folder"
  mount --bind "$folder" "$root$folder"
done
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"

inRoot() {
  chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 TMPDIR="$temporary" "$@" </dev/null
}
inRoot cmake -G Ninja -S "$repository/host" -B "$output/host" -Wno-dev --log-level=NOTICE \
  -DWASMTIME_ROOT="$wasmtime" -DKEA_POLICY_OUTPUT="$output" 2>&1 | grep -v '^--'
inRoot cmake --build "$output/host" --parallel "${KEA_POLICY_JOBS:-$(nproc)}" --target all host_tests
# There is no Node inside; the misbehaving policies of the C++ tests are the same for every Kea.
(cd "$repository" && node_modules/.bin/tsx test/guests/build.ts "$output/guests")
# The policy that runs scripts is looked for beside the library.
(cd "$repository" && KEA_POLICY_OUTPUT="$output" node_modules/.bin/tsx policies/build.ts)

export TMPDIR="$temporary" KEA_POLICY_TMP="$temporary"
export KEA_POLICY_ROOTFS="$root" KEA_POLICY_BUILD="$output/host" KEA_POLICY_HOOK="$output/libdhcp_policy.so"
cd "$repository"
node_modules/.bin/tsx test/run.ts
