#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# Keeps the addresses of clients in the sets of firewall.nft, as long as their leases are valid.
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin

case "$1" in
  lease4_*) clients=clients4 address=$KEA_LEASE4_ADDRESS lifetime=$KEA_LEASE4_VALID_LIFETIME ;;
  lease6_*)
    # A delegated prefix is no address.
    [ "$KEA_LEASE6_TYPE" != IA_PD ] || exit 0
    clients=clients6 address=$KEA_LEASE6_ADDRESS lifetime=$KEA_LEASE6_VALID_LIFETIME
    ;;
  *) exit 0 ;;
esac

set_element() {
  # More than a year, or for ever: without a timeout.
  timeout=
  if [ "$lifetime" -le 31536000 ]; then timeout="timeout ${lifetime}s"; fi
  # Where an element is there already, Linux before 6.12 leaves its timeout as it is. So it is taken out first, and to be taken out it must be
  # there. nft makes the three steps one.
  nft "add element inet dhcp $clients { $address }; delete element inet dhcp $clients { $address };
    add element inet dhcp $clients { $address $timeout }"
}

delete_element() {
  # The same for one that is not there, since its timeout may have been faster.
  nft "add element inet dhcp $clients { $address }; delete element inet dhcp $clients { $address }"
}

case "$1" in
  lease4_select | lease6_select)
    # 1: the address is only offered.
    if [ "$KEA_FAKE_ALLOCATION" = 0 ]; then set_element; fi
    ;;
  lease4_renew)
    # Kea calls this for a DISCOVER too, where the client has a lease already.
    if [ "$KEA_QUERY4_TYPE" = DHCPREQUEST ]; then set_element; fi
    ;;
  lease6_renew | lease6_rebind)
    set_element
    ;;
  lease4_release | lease4_decline | lease4_expire | lease6_release | lease6_decline | lease6_expire)
    delete_element
    ;;
esac
