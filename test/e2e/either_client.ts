// SPDX-License-Identifier: MPL-2.0
// A client of either family, named by a hardware address: what a suite needs that asks the same of both servers. In DHCPv6 the address
// is that of the DUID (DUID-LL).
import { Dhcp4Client, type Dhcp4Fields } from "./dhcp4_client.ts";
import { Dhcp6Client, type Dhcp6Fields } from "./dhcp6_client.ts";
import type { Endpoint } from "./client_socket.ts";
import { hex, option, type DhcpOption } from "./dhcp_bytes.ts";
import { expectSilence } from "./silence.ts";

export interface Answered {
  answer: { options: DhcpOption[] } | null;
  attempts: number;
}

export interface Patience {
  timeoutMs?: number;
  attempts?: number;
}

/** One transmission and a wait that no busy machine outlasts: what is counted is then what was sent. */
export const onceAndPatiently: Patience = { attempts: 1, timeoutMs: 10_000 };
/** A server that answers others takes some milliseconds; this is for those that are to get nothing. */
export const brief: Patience = { attempts: 1, timeoutMs: 250 };

/** The hardware address 02:00:00:00:NN:NN. */
export function hwaddr(number: number): string {
  return `02:00:00:00:${(number >> 8).toString(16).padStart(2, "0")}:${(number & 0xff).toString(16).padStart(2, "0")}`;
}

/** The client's first message: DISCOVER or SOLICIT. `text`: sent as host name (v4) or vendor class (v6). */
export function ask(endpoint: Endpoint, address: string, patience: Patience = { attempts: 3 }, text?: Buffer): Promise<Answered> {
  if (endpoint.family === 4) {
    const fields: Dhcp4Fields = { hwaddr: address, ...patience, ...(text ? { options: [{ code: 12, data: text }] } : {}) };
    return new Dhcp4Client(endpoint, fields).discover();
  }
  const vendorClass = text && [option(16, Buffer.concat([hex("000009bf"), Buffer.from([text.length >> 8, text.length & 0xff]), text]))];
  const fields: Dhcp6Fields = { duid: duidOf(address), ...patience, ...(vendorClass ? { options: vendorClass } : {}) };
  return new Dhcp6Client(endpoint, fields).solicit();
}

/** All four messages; the address that the client got, or null. */
export async function lease(endpoint: Endpoint, address: string, patience: Patience = { attempts: 3 }): Promise<string | null> {
  const client = endpoint.family === 4 ? new Dhcp4Client(endpoint, { hwaddr: address }) : new Dhcp6Client(endpoint, { duid: duidOf(address) });
  return (await client.obtainLease(patience)).address;
}

/** Fails unless `blocked` gets no answer while `served` does. */
export async function expectBlocked(endpoint: Endpoint, blocked: string, served: string): Promise<void> {
  await expectSilence(ask(endpoint, blocked, brief), () => ask(endpoint, served));
}

export function duidOf(address: string): string {
  return `00:03:00:01:${address}`;
}
