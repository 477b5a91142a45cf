// SPDX-License-Identifier: MPL-2.0
// Acts scenarios out before a real Kea that runs the policy of examples/everything, and keeps what was sent, answered and logged.
import { createSocket } from "node:dgram";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../../../sdk/abi/generate.ts";
import { schema } from "../../../sdk/abi/schema.ts";
import { compiledExample, compiledPolicy } from "../compiled_policy.ts";
import { Dhcp4Client, type Dhcp4Fields, type Exchange4 } from "../dhcp4_client.ts";
import { Dhcp6Client, type Dhcp6Fields, type Exchange6 } from "../dhcp6_client.ts";
import { colons, hex, nextTransactionId, type DhcpOption } from "../dhcp_bytes.ts";
import { EverythingCalls, type Call } from "../everything_calls.ts";
import { logFile } from "../kea_config.ts";
import { hookLibrary, keaVersion, type Family, type KeaVersion } from "../kea_installation.ts";
import { KeaServer } from "../kea_server.ts";
import { NameUpdates } from "../name_updates.ts";
import type { Message, Scenario, Stage } from "./scenario.ts";
import { servedConfig, unluckyHwaddr } from "./served.ts";

/** One message of a client, and the answer if any. */
export interface Exchange {
  /** 0 where the bytes are no packet. */
  transid: number;
  bytes: Buffer;
  answer: Buffer | null;
}

export interface Performance {
  scenario: Scenario;
  exchanges: Exchange[];
  /** Everything that the policy was asked meanwhile. */
  calls: Call[];
  /** Why it did not come to its end. */
  failure: unknown;
}

/** The hook points of these that this Kea has. */
export function pointsOn(version: KeaVersion, points: string[]): string[] {
  return points.filter((name) => version.atLeast(schema.hookPoints.find((point) => point.name === name)!.since));
}

/** All hook points of a scenario on this Kea, in the order in which they come. */
export function allPoints(version: KeaVersion, { messages, later }: Scenario): string[] {
  return pointsOn(version, [...messages.flatMap(({ points }: Message) => points), ...(later ?? [])]);
}

/** As the example's configuration has it, but for the number of lines that it may log. */
export async function everythingPolicy(family: Family): Promise<{ name: string; wasm: string }> {
  const text = readFileSync(join(root, `examples/everything/kea-dhcp${family}.conf`), "utf8").replace(/^\s*\/\/.*$/gm, "");
  const [policy] = JSON.parse(text)[`Dhcp${family}`]["hooks-libraries"][0].parameters.policies;
  return { ...policy, wasm: await compiledExample("everything"), "log-lines-per-second": 100_000 };
}

export class Theatre implements Stage {
  private exchanges_: Exchange[] = [];
  /** How many calls there were before the scenario. */
  private begin_ = 0;
  private readonly calls_: EverythingCalls;

  private constructor(readonly server: KeaServer, private readonly names_: NameUpdates) {
    this.calls_ = new EverythingCalls(logFile(server.folder));
  }

  static async open(family: Family, multiThreading: boolean): Promise<Theatre> {
    const names = await NameUpdates.listen();
    const policies = [{ name: "maker", wasm: await compiledPolicy("host_identifiers") }, await everythingPolicy(family)];
    // Kea asks about offers since 2.5.2; before, the library would have nothing to say.
    const inUse = { library: join(dirname(hookLibrary), "libaddress_in_use.so"), parameters: { hwaddr: colons(hex(unluckyHwaddr)) } };
    const laterHooks = family === 4 && keaVersion(4).atLeast("2.5.5") ? [inUse] : [];
    return new Theatre(await KeaServer.start({ family, multiThreading, policies, laterHooks, extraConfig: servedConfig(family, names.port) }), names);
  }

  async close(): Promise<string> {
    this.names_.close();
    return this.server.stop();
  }

  async perform(scenario: Scenario): Promise<Performance> {
    this.calls_.read();
    this.begin_ = this.calls_.all.length;
    this.exchanges_ = [];
    let failure: unknown;
    try {
      await scenario.act(this);
      await this.quiet_(this.begin_ + allPoints(this.server.version, scenario).length);
    } catch (error) {
      failure = error;
    }
    return { scenario, exchanges: this.exchanges_, calls: this.calls_.all.slice(this.begin_), failure };
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
    for (const end = Date.now() + 15_000; Date.now() < end; await sleep(50)) {
      this.calls_.read();
      const calls = this.calls_.all.slice(this.begin_);
      if (calls.some(({ at, objects }) => at === point && (!wanted || objects.get(lease)?.["address"] === wanted))) return;
    }
    throw new Error(`The policy was not asked at ${point}${address ? ` for ${address}` : ""}.`);
  }

  /** Until so many calls were logged, or some seconds passed, and then until nothing more is. */
  private async quiet_(calls: number): Promise<void> {
    for (const end = Date.now() + 5000; Date.now() < end; await sleep(10)) {
      if (this.calls_.read() === 0 && this.calls_.all.length >= calls) {
        await sleep(20);
        if (this.calls_.read() === 0) return;
      }
    }
  }
}

const patiently = { attempts: 1, timeoutMs: 10_000 };

class KeptClient4 extends Dhcp4Client {
  constructor(server: KeaServer, private readonly kept_: Exchange[], fields: Dhcp4Fields) {
    super(server, { ...patiently, ...fields });
  }

  /** Each message has a transaction id of its own here, so that what was logged of it is found. */
  override async send(type: number, own: DhcpOption[], fields: Dhcp4Fields = {}): Promise<Exchange4> {
    const exchange = await super.send(type, own, { ...fields, attempts: 1, xid: 0x1000000 + nextTransactionId() });
    this.kept_.push({ transid: exchange.sent.xid, bytes: exchange.bytes, answer: exchange.answerBytes });
    return exchange;
  }
}

class KeptClient6 extends Dhcp6Client {
  constructor(server: KeaServer, private readonly kept_: Exchange[], fields: Dhcp6Fields) {
    super(server, { ...patiently, ...fields });
  }

  override async send(type: number, own: DhcpOption[], fields: Dhcp6Fields = {}): Promise<Exchange6> {
    const exchange = await super.send(type, own, { ...fields, attempts: 1 });
    this.kept_.push({ transid: exchange.sent.message.transactionId, bytes: exchange.bytes, answer: exchange.answerBytes });
    return exchange;
  }
}
