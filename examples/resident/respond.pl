#!/usr/bin/perl
# SPDX-License-Identifier: MPL-2.0
# A script that stays: answers 2 for one client and 0 for all others. README.md has Kea's configuration.
use strict;
use warnings;

$| = 1;          # each answer at once
$/ = "\0\0";     # an event ends with an empty variable
while (my $event = <STDIN>) {
    chomp $event;
    my %event = map { split /=/, $_, 2 } split /\0/, $event;
    my $client = $event{KEA_QUERY4_HWADDR} || $event{KEA_QUERY6_HWADDR} || '';
    my $refused = $event{KEA_HOOK_POINT} =~ /_receive$/ && $client eq 'de:ad:be:ef:00:01';
    print $refused ? 2 : 0, "\n";
}
