#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# A route for each leased address: to the interface that its client is on, or to the relay agent that it is behind.
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin

# Routes carry this mark (it is called "dhcp" in ip's own tables), and no route without it is ever deleted.
protocol=16

replace_route() {
  if [ "$KEA_QUERY4_RELAYED" = 1 ]; then
    ip -4 route replace "$KEA_LEASE4_ADDRESS/32" via "$KEA_QUERY4_GIADDR" protocol "$protocol"
  else
    ip -4 route replace "$KEA_LEASE4_ADDRESS/32" dev "$KEA_QUERY4_INTERFACE" protocol "$protocol"
  fi
}

case "$1" in
  lease4_select)
    # 1: the address is only offered.
    if [ "$KEA_FAKE_ALLOCATION" = 0 ]; then replace_route; fi
    ;;
  lease4_renew)
    # Kea calls this for a DISCOVER too, where the client has a lease already.
    if [ "$KEA_QUERY4_TYPE" = DHCPREQUEST ]; then replace_route; fi
    ;;
  lease4_release | lease4_decline | lease4_expire)
    # Unlike "delete", "flush" does not mind that there is none.
    ip -4 route flush exact "$KEA_LEASE4_ADDRESS/32" protocol "$protocol"
    ;;
esac
