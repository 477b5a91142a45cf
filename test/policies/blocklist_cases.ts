// SPDX-License-Identifier: MPL-2.0
// For each kind of rule: a configuration, clients that it means, and clients that are nearly like them.
import type { BytesValue } from "../../sdk/cli/values.ts";
import { hex } from "../e2e/dhcp_bytes.ts";
import type { Json } from "../sdk/config_nodes.ts";

export interface Client4 {
  hwaddr?: string;
  clientId?: string;
  circuitId?: BytesValue;
  remoteId?: BytesValue;
  vendorClass?: BytesValue;
}

export interface Client6 {
  duid?: string;
  hwaddr?: string;
  /** From the server to the client, as Kea has them. */
  relays?: { circuitId?: BytesValue; remoteId?: BytesValue }[];
  vendorClass?: BytesValue;
}
export const text = (value: string): BytesValue => ({ text: value });

/** Option 16: a vendor's number, then texts behind their lengths. */
export function vendorClass6(...texts: string[]): Uint8Array {
  const parts = texts.flatMap((one) => [Buffer.from([one.length >> 8, one.length & 255]), Buffer.from(one)]);
  return Buffer.concat([hex("00000137"), ...parts]);
}

export interface Case<Client> {
  kind: string;
  config: Json;
  blocked: Client[];
  served: Client[];
}

export const cases4: Case<Client4>[] = [
  {
    kind: "hwaddrs", config: { hwaddrs: ["de:ad:be:ef:00:01", "DE-AD-BE-EF-00-02", "deadbeef0003", "00:02", "01:02:03:04:05:06:07:08"] },
    blocked: [{ hwaddr: "deadbeef0001" }, { hwaddr: "deadbeef0002" }, { hwaddr: "deadbeef0003" }, { hwaddr: "0002" }, { hwaddr: "0102030405060708" }],
    served: [{}, { hwaddr: "" }, { hwaddr: "deadbeef0004" }, { hwaddr: "deadbeef00" }, { hwaddr: "deadbeef000100" }, { hwaddr: "0102030405060709" }, { hwaddr: "000000000002" }],
  },
  {
    kind: "ouis", config: { ouis: ["00:16:3e", "ff:ff:ff"] },
    blocked: [{ hwaddr: "00163e123456" }, { hwaddr: "00163e" }, { hwaddr: "ffffffffffff" }],
    served: [{}, { hwaddr: "" }, { hwaddr: "0016" }, { hwaddr: "00163f123456" }],
  },
  {
    kind: "duids", config: { duids: ["00:03:00:01:de:ad:be:ef:00:01"] },
    blocked: [{ clientId: "ff0102030400030001deadbeef0001" }],
    served: [{}, { clientId: "00030001deadbeef0001" }, { clientId: "ff0102030400030001deadbeef0002" }, { clientId: "ff01020304" }, { clientId: "" }, { clientId: "010102030400030001deadbeef0001" }],
  },
  {
    kind: "client-ids", config: { "client-ids": ["01:de:ad:be:ef:00:01", "'printer'"] },
    blocked: [{ clientId: "01deadbeef0001" }, { clientId: "7072696e746572" }],
    served: [{}, { clientId: "01deadbeef0002" }, { clientId: "007072696e746572" }, { clientId: "" }],
  },
  {
    kind: "circuit-ids", config: { "circuit-ids": ["'eth0/1/7'", "00:04:00:07"] },
    blocked: [{ circuitId: text("eth0/1/7") }, { circuitId: "00040007" }],
    served: [{}, { circuitId: text("eth0/1/70") }, { circuitId: text("ETH0/1/7") }, { remoteId: text("eth0/1/7") }],
  },
  {
    kind: "remote-ids", config: { "remote-ids": ["'switch-3'"] },
    blocked: [{ remoteId: text("switch-3") }],
    served: [{}, { remoteId: text("switch-30") }, { circuitId: text("switch-3") }],
  },
  {
    kind: "vendor-classes", config: { "vendor-classes": ["MSFT 5.0", "PXEClient*"] },
    blocked: [{ vendorClass: text("MSFT 5.0") }, { vendorClass: text("PXEClient") }, { vendorClass: text("PXEClient:Arch:00007:UNDI:003016") }],
    served: [{}, { vendorClass: text("MSFT 5.01") }, { vendorClass: text("PXEclient") }, { vendorClass: text("") }],
  },
];

export const cases6: Case<Client6>[] = [
  {
    kind: "hwaddrs", config: { hwaddrs: ["de:ad:be:ef:00:01"] },
    blocked: [{ hwaddr: "deadbeef0001" }], served: [{}, { hwaddr: "deadbeef0002" }],
  },
  {
    kind: "ouis", config: { ouis: ["00:16:3e"] },
    blocked: [{ hwaddr: "00163e123456" }], served: [{}, { hwaddr: "00163f123456" }],
  },
  {
    kind: "duids", config: { duids: ["00:03:00:01:de:ad:be:ef:00:01", "00040102"] },
    blocked: [{ duid: "00030001deadbeef0001" }, { duid: "00040102" }],
    served: [{}, { duid: "00030001deadbeef0002" }, { duid: "00030001deadbeef000100" }],
  },
  {
    kind: "client-ids", config: { "client-ids": ["00:03:00:01:de:ad:be:ef:00:01"] },
    blocked: [], served: [{ duid: "00030001deadbeef0001" }],
  },
  {
    kind: "circuit-ids", config: { "circuit-ids": ["'port-7'"] },
    blocked: [{ relays: [{ circuitId: text("port-7") }] }, { relays: [{ circuitId: text("uplink") }, { circuitId: text("port-7") }] }],
    served: [{}, { relays: [{}] }, { relays: [{ circuitId: text("port-7") }, { circuitId: text("port-8") }] }, { relays: [{ remoteId: text("port-7") }] }],
  },
  {
    kind: "remote-ids", config: { "remote-ids": ["'switch-3'"] },
    blocked: [{ relays: [{ remoteId: Buffer.concat([hex("000009bf"), Buffer.from("switch-3")]) }] }],
    served: [{}, { relays: [{ remoteId: text("switch-3") }] }, { relays: [{ remoteId: hex("0001") }] }],
  },
  {
    kind: "vendor-classes", config: { "vendor-classes": ["MSFT 5.0", "docsis3.*"] },
    blocked: [{ vendorClass: vendorClass6("MSFT 5.0") }, { vendorClass: vendorClass6("other", "docsis3.1") }],
    served: [{}, { vendorClass: vendorClass6("MSFT 5.01") }, { vendorClass: hex("000001370020") }, { vendorClass: hex("0001") }, { vendorClass: vendorClass6() }],
  },
];
