// SPDX-License-Identifier: MPL-2.0
// Acts scenarios of DHCPv4 over DHCPv6 (RFC 7341) out: clients speak to kea-dhcp6, which hands their DHCPv4 messages on to kea-dhcp4.
import type { Endpoint } from "../client_socket.ts";
import type { Dhcp4Client, Dhcp4Fields } from "../dhcp4_client.ts";
import { Dhcp6Client } from "../dhcp6_client.ts";
import { Dhcp6Type, Option6 } from "../dhcp6_codec.ts";
import { findOption } from "../dhcp_bytes.ts";
import { freePortPair } from "../free_ports.ts";
import type { Family } from "../kea_installation.ts";
import { NameUpdates } from "../name_updates.ts";
import { pointsAt, type Performance } from "./acted_out.ts";
import { KeptClient4, KeptClient6, type Exchange } from "./kept_clients.ts";
import type { Scenario, Stage } from "./scenario.ts";
import { WatchedServer } from "./watched_server.ts";

/** In the place of a transaction id: the message was sent by unicast. */
const UNICAST = 0x800000;

export class TheatreOver6 implements Stage {
  private readonly exchanges_: Record<Family, Exchange[]> = { 4: [], 6: [] };

  private constructor(readonly servers: Record<Family, WatchedServer>, private readonly names_: NameUpdates) {}

  static async open(multiThreading: boolean): Promise<TheatreOver6> {
    const names = await NameUpdates.listen();
    // Each listens on one of two neighbouring ports, and sends to the other.
    const config = { "dhcp4o6-port": await freePortPair(6) };
    const [four, six] = await Promise.all(([4, 6] as const).map((family) => WatchedServer.start(family, multiThreading, names.port, config)));
    return new TheatreOver6({ 4: four!, 6: six! }, names);
  }

  /** The servers' logs. */
  async close(): Promise<Record<Family, string>> {
    this.names_.close();
    return { 4: await this.servers[4].kea.stop(), 6: await this.servers[6].kea.stop() };
  }

  async perform(scenario: Scenario): Promise<Record<Family, Performance>> {
    const families = [4, 6] as const;
    for (const family of families) {
      this.servers[family].begin();
      this.exchanges_[family] = [];
    }
    let failure: unknown;
    try {
      await scenario.act(this);
      for (const family of families) await this.servers[family].quiet(pointsAt(family, this.servers[family].kea.version, scenario).length);
    } catch (error) {
      failure = error;
    }
    const of = (family: Family): Performance => ({ scenario, exchanges: this.exchanges_[family], calls: this.servers[family].calls(), failure });
    return { 4: of(4), 6: of(6) };
  }

  client4(fields: Dhcp4Fields = {}): Dhcp4Client {
    return new ClientOver6(this.servers[6].kea, this.exchanges_, fields);
  }

  client6(): never {
    throw new Error("Clients speak DHCPv4 here.");
  }

  sendBytes(): never {
    return this.client6();
  }

  waitForCall(): never {
    return this.client6();
  }
}

class ClientOver6 extends KeptClient4 {
  private readonly outer_: Dhcp6Client;

  constructor(server: Endpoint, kept: Record<Family, Exchange[]>, fields: Dhcp4Fields) {
    super(server, kept[4], { giaddr: "0.0.0.0", hops: 0, ...fields });
    this.outer_ = new KeptClient6(server, kept[6], {});
  }

  protected override async exchange_(_: number, bytes: Buffer, timeoutMs: number): Promise<{ answer: Buffer | null; attempts: number }> {
    const rawOptions = [{ code: Option6.DHCPV4_MESSAGE, data: bytes }];
    const { answer, attempts } = await this.outer_.send(Dhcp6Type.DHCPV4_QUERY, [], { transactionId: UNICAST, rawOptions, timeoutMs, attempts: 1 });
    return { answer: answer && findOption(answer.options, Option6.DHCPV4_MESSAGE), attempts };
  }
}
