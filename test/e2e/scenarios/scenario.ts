// SPDX-License-Identifier: MPL-2.0
// What clients and a server say to each other, told once: test/e2e/everything.test.ts acts it out on a real Kea, docs/tested.md tells of it.
import type { Dhcp4Client, Dhcp4Fields } from "../dhcp4_client.ts";
import type { Dhcp6Client, Dhcp6Fields } from "../dhcp6_client.ts";
import type { Family } from "../kea_installation.ts";

export interface Message {
  /** Its type, and what it is for where that does not tell it. */
  what: string;
  /** Where Kea asks policies because of it, in its order. A Kea that does not have one of them yet leaves it out. */
  points: string[];
}

export interface Scenario {
  what: string;
  family: Family;
  /** DHCPv4 messages travel inside of DHCPv6 messages, from kea-dhcp6 to kea-dhcp4. */
  over6?: boolean;
  /** First Kea that knows it; not given: every supported one. */
  since?: string;
  /** Those of the clients, in their order. */
  messages: Message[];
  /** Where Kea asks by itself when some time has passed, in its order. */
  later?: string[];
  act(stage: Stage): Promise<void>;
}

/** Where a scenario is acted out: a server, and clients whose messages are kept. */
export interface Stage {
  client4(fields?: Dhcp4Fields): Dhcp4Client;
  client6(fields?: Dhcp6Fields): Dhcp6Client;
  /** Sends bytes that need not be a packet. */
  sendBytes(bytes: Uint8Array): Promise<void>;
  /** Waits until Kea has asked policies at a hook point about the lease of an address; of any, where nobody was told of it. */
  waitForCall(point: string, address?: string): Promise<void>;
}
