#!/bin/bash
# SPDX-License-Identifier: MPL-2.0
# Makes, or completes, the root filesystem of one Debian suite with Kea and a compiler in it: rootfs.sh SUITE DIRECTORY
# Call it inside a mount namespace of its own (run.sh does): the mounts it needs then vanish with the namespace, however it ends.
set -euo pipefail

suite=$1
root=$2
# libssl-dev: Kea 3.0's cfgmgr.h includes OpenSSL's headers, its kea-dev does not bring them.
packages=(kea-dev kea-dhcp4-server kea-dhcp6-server kea-admin g++ cmake ninja-build libssl-dev libgtest-dev)
ready="$root/.kea-policy-packages"

if [ "$(cat "$ready" 2>/dev/null)" = "${packages[*]}" ]; then
  exit 0
fi

# The mirror is the one this machine's own apt uses: no address is written down in this repository.
# shellcheck disable=SC2016  # apt fills these in
mirror=$(apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' | awk '$1 == "Debian" { print $2; exit }')
if [ -z "$mirror" ]; then
  echo "apt knows no Debian archive on this machine: add one to /etc/apt/sources.list and run 'apt-get update'." >&2
  exit 1
fi

if [ ! -e "$root/etc/debian_version" ]; then
  echo "Making the root filesystem of Debian $suite in $root (about a minute, 220 MB) ..."
  rm -rf "$root.partial"
  script=/usr/share/debootstrap/scripts/$suite
  # debootstrap does not know suites younger than itself; they are made like sid.
  [ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid
  debootstrap --variant=minbase "$suite" "$root.partial" "$mirror" "$script" >"$root.log" 2>&1 || {
    tail -n 20 "$root.log" >&2
    echo "debootstrap failed for Debian $suite: the lines above are the end of $root.log." >&2
    exit 1
  }
  mv "$root.partial" "$root"
fi

echo "Installing Kea and a compiler in $root (three minutes or so, 1 GB) ..."
# No daemon may start in there: it would listen on this machine's network.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
echo "deb $mirror $suite main" >"$root/etc/apt/sources.list"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"

inRoot() {
  chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} "$@" >>"$root.log" 2>&1 </dev/null || {
    tail -n 20 "$root.log" >&2
    echo "'$*' failed in $root: the lines above are the end of $root.log." >&2
    exit 1
  }
}
# The Release file of a suite in the making may have expired where a mirror is a snapshot.
inRoot apt-get -o Acquire::Check-Valid-Until=false update
inRoot apt-get install --yes --no-install-recommends "${packages[@]}"
# Of Boost the headers of the version that this Kea was built with (host/cmake/boost.cmake), which need not be the one that the suite has
# as its default; apt removes any other.
boost=$(chroot "$root" /usr/sbin/kea-dhcp4 -W 2>>"$root.log" | sed -n 's/^ *\(Boost\|BOOST_VERSION\): *1[._]\([0-9]*\)$/1.\2/p')
inRoot apt-get install --yes --no-install-recommends "libboost$boost-dev"
inRoot apt-get clean
echo "${packages[*]}" >"$ready"
