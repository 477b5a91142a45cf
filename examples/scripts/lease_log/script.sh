#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# Appends a line of JSON to the file that LEASE_LOG names, for each lease that begins, goes on or ends.
set -eu
PATH=/usr/bin:/bin

case "$1" in
  lease4_select | lease6_select)
    # 1: the lease is only offered.
    [ "$KEA_FAKE_ALLOCATION" = 0 ] || exit 0
    ;;
  lease4_renew)
    # Kea calls this for a DISCOVER too, where the client has a lease already.
    [ "$KEA_QUERY4_TYPE" = DHCPREQUEST ] || exit 0
    ;;
esac

# jq reads the environment by itself ($ENV) and escapes it. A host name is whatever the client sent, so no JSON is put together by hand here.
# shellcheck disable=SC2016  # these are variables of jq
jq --null-input --compact-output --arg event "$1" '
  def text: if . == "" then null else . end;
  def number: text | if . == null then null else tonumber end;
  {
    time: (now | todate),
    event: $event,
    address: ($ENV.KEA_LEASE4_ADDRESS // $ENV.KEA_LEASE6_DELEGATED_PREFIX // $ENV.KEA_LEASE6_ADDRESS),
    hwaddr: ($ENV.KEA_LEASE4_HWADDR // $ENV.KEA_LEASE6_HWADDR | text),
    duid: ($ENV.KEA_LEASE6_CLIENT_DUID | text),
    hostname: ($ENV.KEA_LEASE4_HOSTNAME // $ENV.KEA_LEASE6_HOSTNAME | text),
    valid_lifetime: ($ENV.KEA_LEASE4_VALID_LIFETIME // $ENV.KEA_LEASE6_VALID_LIFETIME | number)
  }' >>"$LEASE_LOG"
