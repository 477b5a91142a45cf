// SPDX-License-Identifier: MPL-2.0
// Acts scenarios out before a real Kea, and keeps what was sent, answered and logged.
import { createSocket } from "node:dgram";
import { setTimeout as sleep } from "node:timers/promises";
import { schema } from "../../../sdk/abi/schema.ts";
import { Dhcp4Client, type Dhcp4Fields } from "../dhcp4_client.ts";
import { Dhcp6Client, type Dhcp6Fields } from "../dhcp6_client.ts";
import type { Call } from "../everything_calls.ts";
import type { Family, KeaVersion } from "../kea_installation.ts";
import type { KeaServer } from "../kea_server.ts";
import { NameUpdates } from "../name_updates.ts";
import { KeptClient4, KeptClient6, type Exchange } from "./kept_clients.ts";
import type { Scenario, Stage } from "./scenario.ts";
import { pointsOf } from "./tested_page.ts";
import { WatchedServer } from "./watched_server.ts";

/** What one server had to do with a scenario. */
export interface Performance {
  scenario: Scenario;
  exchanges: Exchange[];
  /** Everything that the policy was asked meanwhile. */
  calls: Call[];
  /** Why it did not come to its end. */
  failure: unknown;
}

/** The hook points of a scenario that a server has, in the order in which they come. */
export function pointsAt(family: Family, version: KeaVersion, scenario: Scenario): string[] {
  const has = (name: string): boolean => schema.hookPoints.some((point) => point.name === name && (point.family ?? family) === family && version.atLeast(point.since));
  return pointsOf(scenario).filter(has);
}

export class Theatre implements Stage {
  private exchanges_: Exchange[] = [];

  private constructor(private readonly server_: WatchedServer, private readonly names_: NameUpdates) {}

  static async open(family: Family, multiThreading: boolean): Promise<Theatre> {
    const names = await NameUpdates.listen();
    return new Theatre(await WatchedServer.start(family, multiThreading, names.port), names);
  }

  get server(): KeaServer {
    return this.server_.kea;
  }

  /** The server's log. */
  async close(): Promise<string> {
    this.names_.close();
    return this.server.stop();
  }

  async perform(scenario: Scenario): Promise<Performance> {
    this.server_.begin();
    this.exchanges_ = [];
    let failure: unknown;
    try {
      await scenario.act(this);
      await this.server_.quiet(pointsAt(this.server.family, this.server.version, scenario).length);
    } catch (error) {
      failure = error;
    }
    return { scenario, exchanges: this.exchanges_, calls: this.server_.calls(), failure };
  }

  client4(fields: Dhcp4Fields = {}): Dhcp4Client {
    return new KeptClient4(this.server, this.exchanges_, fields);
  }

  client6(fields: Dhcp6Fields = {}): Dhcp6Client {
    return new KeptClient6(this.server, this.exchanges_, fields);
  }

  async sendBytes(bytes: Uint8Array): Promise<void> {
    const four = this.server.family === 4;
    const socket = createSocket({ type: four ? "udp4" : "udp6" });
    await new Promise<void>((done) => socket.bind(this.server.clientPort, four ? "127.0.0.1" : "::1", done));
    await new Promise((done) => socket.send(bytes, this.server.serverPort, four ? "127.0.0.1" : "::1", done));
    socket.close();
    this.exchanges_.push({ transid: 0, bytes: Buffer.from(bytes), answer: null });
  }

  async waitForCall(point: string, address?: string): Promise<void> {
    const lease = `lease${this.server.family}`;
    const wanted = address?.replace(/\/\d+$/, "");
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
      if (this.server_.calls().some(({ at, objects }) => at === point && (!wanted || objects.get(lease)?.["address"] === wanted))) return;
    }
    throw new Error(`The policy was not asked at ${point}${address ? ` for ${address}` : ""}.`);
  }
}
