# shellcheck shell=bash
# SPDX-License-Identifier: MPL-2.0
# Sourced by setup.sh: what must be installed on the machine, how to see whether it is, and how Debian 12 installs it.

keaPackages=(kea-dev kea-dhcp4-server kea-dhcp6-server kea-admin)
# libboost-dev: Kea's headers need Boost's, no compiled Boost library. kea-admin: perfdhcp. valgrind: the guard on instruction counts.
# tshark: the tests' own packet codecs are held against it. shellcheck: every shell script is. iproute2, nftables, jq: what the example scripts
# run. isc-dhcp-client: the clients of their tests. apparmor: its parser reads the documented profiles.
buildPackages=(g++ cmake ninja-build libboost-dev libgtest-dev valgrind tshark shellcheck iproute2 nftables jq isc-dhcp-client apparmor)

isDebian12() {
  # shellcheck source=/dev/null
  [ -r /etc/os-release ] && (. /etc/os-release && [ "${ID:-}" = debian ] && [ "${VERSION_ID:-}" = 12 ]) &&
    command -v apt-get >/dev/null
}

# Prints the Debian packages that are not installed, on one line; on another system all of them.
missingPackages() {
  local wanted=("${buildPackages[@]}") package missing=()
  # Somebody's own Kea takes the place of Debian's.
  [ -n "${KEA_ROOT:-}" ] || wanted=("${keaPackages[@]}" "${wanted[@]}")
  for package in "${wanted[@]}"; do
    # shellcheck disable=SC2016
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  printf '%s' "${missing[*]}"
}

asRoot() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif [ -z "${CI:-}" ] && { : </dev/tty; } 2>/dev/null; then
    sudo "$@"
  else
    # Nobody is there to type a password.
    sudo --non-interactive "$@"
  fi
}

# installDebianPackages "NAME NAME ..."
installDebianPackages() {
  local packages policy=/usr/sbin/policy-rc.d
  read -r -a packages <<<"$1"
  if [ "$(id -u)" != 0 ] && ! { command -v sudo >/dev/null && asRoot true; }; then
    fail "These Debian packages are missing, and this user may not install them: run 'apt-get install --no-install-recommends ${packages[*]}' as root, then this again."
  fi
  echo "Installing Debian packages (about a minute): ${packages[*]}"
  # Debian starts a daemon when its package is installed. Tests start servers of their own; one more would answer on this network.
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | asRoot install -m 755 /dev/stdin "$policy"
    # shellcheck disable=SC2064
    trap "asRoot rm -f '$policy'" EXIT
  fi
  asRoot apt-get -q update >/dev/null || fail "'apt-get update' failed: its own words are above."
  asRoot env DEBIAN_FRONTEND=noninteractive apt-get -q install --yes --no-install-recommends "${packages[@]}" </dev/null ||
    fail "'apt-get install ${packages[*]}' failed: its own words are above."
  if [ -n "$(trap -p EXIT)" ]; then
    asRoot rm -f "$policy"
    trap - EXIT
  fi
  disableNewDaemons "${packages[@]}"
}

# What was installed for tests is not started at the next boot either.
disableNewDaemons() {
  local package
  command -v systemctl >/dev/null || return 0
  for package in "$@"; do
    case $package in
      # apparmor is no daemon, but from the next boot on it would confine what ran free before.
      kea-dhcp4-server | kea-dhcp6-server | apparmor) asRoot systemctl --quiet disable "$package" 2>/dev/null || true ;;
    esac
  done
}

# On another system: looks for the things themselves, and stops with one sentence where some are not there. Not every system has dhclient and
# AppArmor; tests that need them say so and are counted as skipped.
checkToolsWithoutDebian() {
  local prefix="${KEA_ROOT:-/usr}" missing=() tool file
  local searched="$PATH:$prefix/sbin:/usr/sbin:/usr/local/sbin"
  for tool in g++ cmake ninja valgrind tshark shellcheck ip nft jq kea-dhcp4 kea-dhcp6 perfdhcp; do
    PATH="$searched" command -v "$tool" >/dev/null || missing+=("the program $tool")
  done
  for file in kea/hooks/hooks.h boost/shared_ptr.hpp gtest/gtest.h; do
    [ -e "$prefix/include/$file" ] || [ -e "/usr/include/$file" ] || [ -e "/usr/local/include/$file" ] || missing+=("the header $file")
  done
  if [ "${#missing[@]}" -gt 0 ]; then
    local list
    list=$(printf ', %s' "${missing[@]}")
    fail "This is not Debian 12, so nothing is installed here by itself, and these are missing: ${list:2}. Install them (Debian's names: ${keaPackages[*]} ${buildPackages[*]}), or set KEA_ROOT to the prefix of your Kea."
  fi
  echo "This is not Debian 12, but everything needed is there: going on."
}
