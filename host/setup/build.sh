#!/bin/bash
# SPDX-License-Identifier: MPL-2.0
# Builds build/libdhcp_policy.so and build/policies/NAME.wasm: build.sh [tests|benches]
# With an argument also the C++ tests or the benches. KEA_POLICY_BUILD names a build folder of one's own.
set -euo pipefail
# shellcheck source=host/setup/paths.sh
. "$(dirname "${BASH_SOURCE[0]}")/paths.sh"

targets=(all)
case "${1:-}" in
  "") ;;
  # The guard on instructions runs a bench.
  tests) targets+=(host_tests benches) ;;
  benches) targets+=(benches) ;;
  *) fail "build.sh takes 'tests', 'benches' or nothing, not '$1'." ;;
esac

# The SDK's transform, which asc loads as JavaScript; the C++ tests run a policy, too.
npm run --silent --prefix "$repository" --workspace sdk prepare

wasmtime=$(wasmtimeRoot)
checkWasmtime "$wasmtime"
cmake -G Ninja -S "$repository/host" -B "$buildFolder" -Wno-dev --log-level=NOTICE \
  -DWASMTIME_ROOT="$wasmtime" -DKEA_ROOT="${KEA_ROOT:-/usr}" -DKEA_POLICY_OUTPUT="$outputFolder" >/dev/null
cmake --build "$buildFolder" --parallel "${KEA_POLICY_JOBS:-$(nproc)}" --target "${targets[@]}"

cd "$repository"
KEA_POLICY_OUTPUT="$outputFolder" node_modules/.bin/tsx policies/build.ts
