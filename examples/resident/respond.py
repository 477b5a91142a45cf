#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""A script that stays: answers 2 for one client and 0 for all others. README.md has Kea's configuration."""
import os


def events():
    rest = b""
    while chunk := os.read(0, 65536):
        rest += chunk
        while b"\0\0" in rest:
            event, rest = rest.split(b"\0\0", 1)
            yield dict(variable.split(b"=", 1) for variable in event.split(b"\0"))


for event in events():
    client = event.get(b"KEA_QUERY4_HWADDR") or event.get(b"KEA_QUERY6_HWADDR")
    refused = event[b"KEA_HOOK_POINT"].endswith(b"_receive") and client == b"de:ad:be:ef:00:01"
    print(2 if refused else 0, flush=True)
