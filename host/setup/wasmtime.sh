#!/bin/bash
# SPDX-License-Identifier: MPL-2.0
# Builds wasmtime's C API as a static library, once for all checkouts of this user, and checks what is there.
set -euo pipefail
# shellcheck source=host/setup/paths.sh
. "$(dirname "${BASH_SOURCE[0]}")/paths.sh"

root=$(wasmtimeRoot)
if [ -n "${WASMTIME_ROOT:-}" ] || [ -e "$root" ]; then
  checkWasmtime "$root"
  exit 0
fi

mkdir -p "$cacheFolder"
exec 8>"$cacheFolder/wasmtime.lock"
if ! flock --nonblock 8; then
  echo "Another set-up is building wasmtime: waiting for it ..."
  flock 8
fi
# The one we waited for has made it.
if [ ! -e "$root" ]; then
  echo "Building wasmtime $(wantedWasmtime) (five minutes on two idle cores, 1 GB of disk while it lasts; once for all checkouts) ..."
  partial=$(mktemp -d "$cacheFolder/.wasmtime-XXXXXX")
  trap 'rm -rf "$partial"' EXIT
  (cd "$repository/host/wasmtime" &&
    KEA_POLICY_WASMTIME_INCLUDE="$partial/include" cargo build --release --locked --target-dir "$partial/target") ||
    fail "cargo could not build wasmtime: its own words are above. Without network, set WASMTIME_ROOT to a prebuilt wasmtime $(wantedWasmtime)."
  mkdir "$partial/lib"
  mv "$partial/target/release/libkea_policy_wasmtime.a" "$partial/lib/"
  rm -rf "$partial/target"
  chmod 755 "$partial"
  # A rename is whole or not at all: whoever looks meanwhile finds nothing or everything.
  mv -T "$partial" "$root"
fi
checkWasmtime "$root"
