# shellcheck shell=bash
# shellcheck disable=SC2034  # used by who sources this
# SPDX-License-Identifier: MPL-2.0
# Sourced by the scripts of this repository: where things are, and what a wasmtime folder must hold.

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
cacheFolder="${XDG_CACHE_HOME:-$HOME/.cache}/kea-policy"
# The build tree and what is built; a build tree of one's own (KEA_POLICY_BUILD) keeps both together.
buildFolder="${KEA_POLICY_BUILD:-$repository/build/host}"
outputFolder="${KEA_POLICY_OUTPUT:-${KEA_POLICY_BUILD:-$repository/build}}"

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# The version of wasmtime that the sources are written for stands in one place.
wantedWasmtime() {
  sed -n 's/^version = "\(.*\)"$/\1/p' "$repository/host/wasmtime/Cargo.toml" | head -n 1
}

# The folder with wasmtime's lib/ and include/: the user's own, or the one in the cache that fits these sources and this compiler.
wasmtimeRoot() {
  if [ -n "${WASMTIME_ROOT:-}" ]; then
    printf '%s\n' "$WASMTIME_ROOT"
    return
  fi
  local hash
  hash=$(cd "$repository/host/wasmtime" && { cat Cargo.lock Cargo.toml build.rs src/lib.rs && rustc --version; } | sha256sum | cut -c 1-12)
  printf '%s\n' "$cacheFolder/wasmtime-$(wantedWasmtime)-$hash"
}

# Refuses a folder that holds no wasmtime, or another one than the sources are written for.
checkWasmtime() {
  local root=$1 found
  if [ ! -f "$root/lib/libkea_policy_wasmtime.a" ] || [ ! -f "$root/include/wasmtime.h" ]; then
    if [ -n "${WASMTIME_ROOT:-}" ]; then
      fail "WASMTIME_ROOT ($root) must hold lib/libkea_policy_wasmtime.a and include/wasmtime.h: build host/wasmtime with cargo, or unset WASMTIME_ROOT to have it built."
    fi
    fail "wasmtime is not built yet: run 'npm run setup'."
  fi
  found=$(sed -n 's/^#define WASMTIME_VERSION "\(.*\)"$/\1/p' "$root/include/wasmtime.h")
  if [ "$found" != "$(wantedWasmtime)" ]; then
    fail "$root/include/wasmtime.h is wasmtime ${found:-of an unknown version}, but these sources need $(wantedWasmtime): take that version, or unset WASMTIME_ROOT to have it built."
  fi
}
