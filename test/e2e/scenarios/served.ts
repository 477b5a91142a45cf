// SPDX-License-Identifier: MPL-2.0
// The configuration in which all scenarios can happen: what the tests compare with what policies see of it.
import type { Family } from "../kea_installation.ts";

/** What the policy sets as the identifier of the client's reservation: the value of this option. */
export const identifierOption = { 4: 224, 6: 60001 };
export const port = "port-7";

/** Leases of clients that the configuration reserves them for. */
export const reserved = {
  4: { byHwaddr: "127.40.0.1", hwaddr: "020000005201", byPort: "127.40.0.2" },
  6: { byDuid: "2001:db8:1:ffff::1", duid: "00030001020000006201", byPort: "2001:db8:1:ffff::2" },
};

/** The client whose offered addresses another hook library finds in use (test/hooks/address_in_use.cc). */
export const unluckyHwaddr = "020000005202";

/** A subnet as the configuration has it. */
export interface ServedSubnet {
  id: number;
  subnet: string;
  pools: { pool: string }[];
  [key: string]: unknown;
}

const userContext = { floor: 7, names: ["a", "b"] };

/** By their numbers. */
export const subnets: Record<Family, ServedSubnet[]> = {
  4: [
    { id: 1, subnet: "198.51.100.0/24", interface: "lo", "valid-lifetime": 600, pools: [{ pool: "198.51.100.10-198.51.100.20" }, { pool: "198.51.100.128/25" }] },
    {
      id: 5, subnet: "127.0.0.0/8", "user-context": userContext, pools: [{ pool: "127.16.0.0-127.31.255.255" }],
      reservations: [{ "hw-address": reserved[4].hwaddr, "ip-address": reserved[4].byHwaddr }, { "flex-id": `'${port}'`, "ip-address": reserved[4].byPort }],
    },
    { id: 6, subnet: "192.0.2.0/24", "4o6-interface": "lo", pools: [{ pool: "192.0.2.10-192.0.2.250" }] },
    { id: 7, subnet: "203.0.113.0/24", relay: { "ip-addresses": ["203.0.113.1", "203.0.113.2"] }, pools: [] },
  ],
  6: [
    { id: 1, subnet: "2001:db8:f::/48", interface: "lo", "preferred-lifetime": 300, "valid-lifetime": 600, pools: [] },
    {
      id: 5, subnet: "2001:db8:1::/48", "user-context": userContext, "rapid-commit": true, pools: [{ pool: "2001:db8:1:1::/64" }],
      "pd-pools": [{ prefix: "2001:db8:8000::", "prefix-len": 33, "delegated-len": 56 }],
      reservations: [{ duid: reserved[6].duid, "ip-addresses": [reserved[6].byDuid] }, { "flex-id": `'${port}'`, "ip-addresses": [reserved[6].byPort] }],
    },
    { id: 7, subnet: "2001:db8:e::/48", relay: { "ip-addresses": ["2001:db8:e::1"] }, pools: [] },
  ],
};

/** Number of the subnet that clients are put into; it is the one of the shared network. */
export const servedSubnet = 5;
/** The same of those that come through DHCPv6. */
export const servedSubnetOver6 = 6;
export const sharedNetwork = "campus";

export const lifetimes = { leastValid: 1, valid: 3600, preferred: 3000 };

/** As policies see them. */
export const namesSettings = {
  enableUpdates: true, overrideNoUpdate: false, overrideClientUpdate: true, updateOnRenew: true, replaceClientNameMode: 0,
  generatedPrefix: "made", qualifyingSuffix: "example.org",
};

/** `namesPort`: where updates of the DNS go. */
export function servedConfig(family: Family, namesPort: number): Record<string, unknown> {
  const key = `subnet${family}`;
  const inNetwork = subnets[family].filter(({ id }) => id === servedSubnet);
  return {
    // Clients that ask for a short lease get one, whose end can be waited for.
    "valid-lifetime": lifetimes.valid, "min-valid-lifetime": lifetimes.leastValid,
    ...(family === 4 ? { authoritative: true } : { "preferred-lifetime": lifetimes.preferred, "min-preferred-lifetime": 1 }),
    "decline-probation-period": 1,
    // Ended leases are forgotten at once, in every version alike.
    "expired-leases-processing": { "reclaim-timer-wait-time": 1, "flush-reclaimed-timer-wait-time": 0, "hold-reclaimed-time": 0 },
    // Kea 3.0 answers renewals from its cache unless told otherwise.
    "cache-max-age": 0,
    "store-extended-info": true,
    "host-reservation-identifiers": ["flex-id", family === 4 ? "hw-address" : "duid"],
    "dhcp-ddns": { "enable-updates": true, "server-ip": "127.0.0.1", "server-port": namesPort },
    "ddns-send-updates": true, "ddns-override-client-update": true, "ddns-update-on-renew": true,
    "ddns-generated-prefix": namesSettings.generatedPrefix, "ddns-qualifying-suffix": namesSettings.qualifyingSuffix,
    "client-classes": [{ name: "printers", test: `substring(option[${family === 4 ? 60 : 15}].hex, 0, 4) == 'prin'` }],
    "shared-networks": [{ name: sharedNetwork, [key]: inNetwork }],
    [key]: subnets[family].filter((subnet) => !inNetwork.includes(subnet)),
  };
}
