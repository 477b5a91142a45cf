// SPDX-License-Identifier: MPL-2.0
// What the configuration says of names in the DNS.
import type { ObjectType } from "../schema_types.ts";

export const ddnsParams: ObjectType = {
  name: "DdnsParams",
  doc: "What the configuration says of names in the DNS for a client: its subnet's settings, else those of the shared network, else the global ones.",
  source: "Kea isc::dhcp::DdnsParams",
  fields: [
    { name: "enableUpdates", type: "bool", doc: "True where Kea sends updates: ddns-send-updates, and dhcp-ddns is enabled.", source: "DdnsParams::getEnableUpdates" },
    { name: "overrideNoUpdate", type: "bool", doc: "True where the DNS is updated also for clients that ask for no update.", source: "DdnsParams::getOverrideNoUpdate" },
    { name: "overrideClientUpdate", type: "bool", doc: "True where Kea updates also what clients want to update by themselves.", source: "DdnsParams::getOverrideClientUpdate" },
    { name: "updateOnRenew", type: "bool", doc: "True where the DNS is updated also when a lease is renewed.", source: "DdnsParams::getUpdateOnRenew" },
    { name: "replaceClientNameMode", type: "u8", doc: "Whether Kea makes a name of the address: 0 never, 1 always, 2 where the client sends a name, 3 where it sends none.", source: "DdnsParams::getReplaceClientNameMode" },
    { name: "generatedPrefix", type: "bytes", doc: "What names that Kea makes begin with.", source: "DdnsParams::getGeneratedPrefix" },
    { name: "qualifyingSuffix", type: "bytes", doc: "The domain that is put behind names that are not complete; empty where there is none.", source: "DdnsParams::getQualifyingSuffix" },
  ],
  reads: [],
  edits: [],
};
