#!/bin/bash
# SPDX-License-Identifier: MPL-2.0
# Which lines of host/src and host/starter the C++ tests and those end to end run. Builds both again with gcov, in a folder of their own, runs
# the tests, prints the table and writes it into docs/coverage.md. Fails where a test does, and where that page's reasons do not fit.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=host/setup/paths.sh
. "$here/../../host/setup/paths.sh"

# Reads what gcov counted, joins what several programs counted of one header, and shows each line as a page.
gcovr=$(gcovr --version 2>/dev/null | sed -n '1s/^gcovr //p') || gcovr=
case $gcovr in
  '' | [0-4].* | 5.[01]*) fail "Coverage needs gcovr 5.2 or newer, found ${gcovr:-none}: apt-get install gcovr (nothing else needs it)." ;;
esac

"$repository/host/setup/setup.sh"
npm run --silent --prefix "$repository" --workspace sdk prepare
wasmtime=$(wasmtimeRoot)
build="$repository/build/coverage"
# Counters are shared by Kea's threads: added to atomically. The starter's vfork() has its memory in common with the child, which must not write
# counters at its execve().
cmake -G Ninja -S "$repository/host" -B "$build" -Wno-dev --log-level=NOTICE -DWASMTIME_ROOT="$wasmtime" -DKEA_ROOT="${KEA_ROOT:-/usr}" \
  -DCMAKE_CXX_FLAGS="-O0 -g --coverage -fprofile-update=atomic -fno-builtin-execve" >/dev/null
cmake --build "$build" --parallel "${KEA_POLICY_JOBS:-$(nproc)}" --target all host_tests

cd "$repository"
# The policy that runs scripts is looked for beside the library.
KEA_POLICY_OUTPUT="$build" node_modules/.bin/tsx policies/build.ts
# Each process adds its counts to these files when it ends.
find "$build" -name '*.gcda' -delete
status=0
# How much memory it takes is not this build's to tell.
KEA_POLICY_BUILD="$build" KEA_POLICY_HOOK="$build/libdhcp_policy.so" \
  node_modules/.bin/tsx test/run.ts test/e2e --testNamePattern '^(?!.*takes at most 16 MiB more)' || status=$?

# A starter ends a moment after its Kea.
starterRuns() {
  find /proc -mindepth 2 -maxdepth 2 -name exe -lname "$build/kea-policy-starter" 2>/dev/null | grep -q .
}
for _ in {1..150}; do
  starterRuns || break
  sleep 0.1
done
mkdir -p "$build/html"
gcovr --root "$repository" --object-directory "$build" --filter "$repository/host/src/" --filter "$repository/host/starter/" -j "$(nproc)" \
  --json-summary "$build/coverage.json" --html-details "$build/html/index.html" "$build"/CMakeFiles/*.dir
node_modules/.bin/tsx test/coverage/report.ts "$build/coverage.json" || status=$?
exit "$status"
