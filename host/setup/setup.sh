#!/bin/bash
# SPDX-License-Identifier: MPL-2.0
# Brings a checkout to where it can be built and tested. Run it as often as you like: it does only what is missing.
#   WASMTIME_ROOT   a prebuilt wasmtime C API (lib/libkea_policy_wasmtime.a, include/) to use; no Rust is needed then
#   KEA_ROOT        prefix of another Kea than Debian's
#   XDG_CACHE_HOME  where the built wasmtime is kept for all checkouts (default ~/.cache)
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=host/setup/paths.sh
. "$here/paths.sh"

oldestNode=20.19
oldestRust=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' "$repository/host/wasmtime/Cargo.toml")

# True where version $1 is at least $2.
atLeast() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

checkNode() {
  local found
  found=$(node --version 2>/dev/null | tr -d v) || found=
  if [ -z "$found" ] || ! atLeast "$found" "$oldestNode" || ! command -v npm >/dev/null; then
    fail "Node.js $oldestNode or newer with npm is needed, found ${found:-none}: install it from https://nodejs.org/en/download (Debian 12's own package is too old)."
  fi
}

checkRust() {
  local found
  found=$(rustc --version 2>/dev/null | cut -d ' ' -f 2) || found=
  if [ -z "$found" ] || ! atLeast "$found" "$oldestRust" || ! command -v cargo >/dev/null; then
    fail "Rust $oldestRust or newer is needed to build wasmtime, found ${found:-none}: install it from https://rustup.rs (an older one: 'rustup update stable'), or set WASMTIME_ROOT to a prebuilt wasmtime $(wantedWasmtime)."
  fi
}

installPackages() {
  local absent
  # shellcheck source=host/setup/debian_packages.sh
  . "$here/debian_packages.sh"
  absent=$(missingPackages)
  if [ -z "$absent" ]; then
    return
  fi
  if isDebian12; then
    installDebianPackages "$absent"
  else
    checkToolsWithoutDebian
  fi
}

installNodeModules() {
  local lock stamp
  lock=$(sha256sum <"$repository/package-lock.json")
  # npm ci empties node_modules, and the stamp with it.
  stamp="$repository/node_modules/.kea-policy-lock"
  if [ "$(cat "$stamp" 2>/dev/null)" = "$lock" ]; then
    return
  fi
  echo "Installing the Node packages of package-lock.json (half a minute) ..."
  (cd "$repository" && npm ci --no-fund --no-audit --loglevel=error) ||
    fail "'npm ci' failed: its own words are above. Without network, set npm's registry to a mirror that can be reached."
  printf '%s\n' "$lock" >"$stamp"
}

checkNode
if [ -n "${WASMTIME_ROOT:-}" ]; then
  checkWasmtime "$WASMTIME_ROOT"
else
  checkRust
fi
mkdir -p "$repository/build" "$cacheFolder"
# Two set-ups of one checkout, say an editor's and a terminal's, take turns.
exec 9>"$repository/build/.setup.lock"
flock 9
installPackages
installNodeModules
"$here/wasmtime.sh"
