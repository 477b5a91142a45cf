// SPDX-License-Identifier: MPL-2.0
// What DHCPv4 clients do that reach their server through DHCPv6 (RFC 7341).
import { textOption } from "../dhcp_bytes.ts";
import type { Scenario } from "./scenario.ts";

const received = ["buffer6_receive", "pkt6_receive", "buffer4_receive", "pkt4_receive"];
const chosen = [...received, "subnet4_select", "host4_identifier", "ddns4_update"];
const sent = ["pkt4_send", "buffer4_send", "buffer6_send"];

export const scenariosOver6: Scenario[] = [
  {
    what: "an address is offered, assigned, renewed and given back",
    family: 4,
    over6: true,
    messages: [
      { what: "DHCPV4-QUERY with DISCOVER", points: [...chosen, "lease4_select", "lease4_offer", ...sent] },
      { what: "DHCPV4-QUERY with REQUEST", points: [...chosen, "lease4_select", "leases4_committed", ...sent] },
      { what: "DHCPV4-QUERY with REQUEST to renew", points: [...chosen, "lease4_renew", "leases4_committed", ...sent] },
      { what: "DHCPV4-QUERY with RELEASE", points: [...received, "lease4_release", "leases4_committed"] },
    ],
    async act(stage) {
      const client = stage.client4({ clientId: "01020000005301", options: [textOption(60, "printer")] });
      const offer = (await client.discover()).answer!;
      const ack = (await client.request(offer)).answer!;
      await client.renew(ack.yiaddr);
      await client.release(ack);
    },
  },
];
