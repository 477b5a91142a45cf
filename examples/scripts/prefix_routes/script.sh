#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# A route for each delegated prefix: by way of the router that it was delegated to, or of the relay agent that this one is behind.
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin

# Routes carry this mark (it is called "dhcp" in ip's own tables), and no route without it is ever deleted.
protocol=16

# Addresses get no route of their own, only prefixes.
[ "${KEA_LEASE6_TYPE:-}" = IA_PD ] || exit 0

replace_route() {
  ip -6 route replace "$KEA_LEASE6_DELEGATED_PREFIX" via "$KEA_QUERY6_REMOTE_ADDRESS" dev "$KEA_QUERY6_INTERFACE" protocol "$protocol"
}

case "$1" in
  lease6_select)
    # 1: the prefix is only offered.
    if [ "$KEA_FAKE_ALLOCATION" = 0 ]; then replace_route; fi
    ;;
  lease6_renew | lease6_rebind)
    replace_route
    ;;
  lease6_release | lease6_expire)
    # Unlike "delete", "flush" does not mind that there is none.
    ip -6 route flush exact "$KEA_LEASE6_DELEGATED_PREFIX" protocol "$protocol"
    ;;
esac
