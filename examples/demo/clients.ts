// SPDX-License-Identifier: MPL-2.0
// Who asks in the demo, what the policy is told about them, and what should come of it.
import type { Dhcp4Fields } from "../../test/e2e/dhcp4_client.ts";
import type { Dhcp6Fields } from "../../test/e2e/dhcp6_client.ts";

export interface DemoClient<Fields> {
  who: string;
  fields: Fields;
  served: boolean;
}

/** How many addresses the list file holds. */
export const LISTED = 100_000;

/** The address on a line of the list file: spread over all of 06:…, so that nobody else has one of them. */
export function listedAddress(line: number): string {
  const digits = (0x060000000000 + ((line * 2_654_435_761) % 0x10000000000)).toString(16).padStart(12, "0");
  return digits.replace(/(..)(?=.)/g, "$1:");
}

export const policyConfig = {
  hwaddrs: ["de:ad:be:ef:00:01"],
  ouis: ["00:16:3e"],
  duids: ["00:03:00:01:de:ad:be:ef:00:06"],
  allow: { hwaddrs: ["00:16:3e:00:00:07"] },
};

export const clients4: DemoClient<Dhcp4Fields>[] = [
  { who: "a laptop", fields: { hwaddr: "02:00:00:00:00:01" }, served: true },
  { who: "a machine whose MAC address is denied", fields: { hwaddr: "de:ad:be:ef:00:01" }, served: false },
  { who: "a virtual machine, whose OUI is denied", fields: { hwaddr: "00:16:3e:00:00:01" }, served: false },
  { who: "the one virtual machine that is allowed", fields: { hwaddr: "00:16:3e:00:00:07" }, served: true },
  { who: `a machine on line 54,321 of the list of ${LISTED.toLocaleString("en")}`, fields: { hwaddr: listedAddress(54_321) }, served: false },
];

export const clients6: DemoClient<Dhcp6Fields>[] = [
  { who: "a laptop", fields: { duid: "00030001020000000001" }, served: true },
  { who: "a machine whose DUID is denied", fields: { duid: "00030001deadbeef0006" }, served: false },
  {
    who: "a machine with a random DUID; the relay tells its MAC address, which is denied",
    fields: { duid: "0004a1b2c3d4e5f60718293a4b5c6d7e8f90", relays: [{ clientLinkLayer: "de:ad:be:ef:00:01" }] },
    served: false,
  },
  {
    who: `a machine on line 99,999 of the list of ${LISTED.toLocaleString("en")}, as its relay tells`,
    fields: { duid: "0004b1b2c3d4e5f60718293a4b5c6d7e8f91", relays: [{ clientLinkLayer: listedAddress(99_999) }] },
    served: false,
  },
];
