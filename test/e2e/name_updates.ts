// SPDX-License-Identifier: MPL-2.0
// What Kea would have put into the DNS: its requests to kea-dhcp-ddns, received in its place.
import { createSocket, type Socket } from "node:dgram";
import { setTimeout as sleep } from "node:timers/promises";

/** A request as Kea writes it, the members that tests look at. */
export interface NameUpdate {
  "change-type": number;
  "forward-change": boolean;
  "reverse-change": boolean;
  fqdn: string;
  "ip-address": string;
}

export class NameUpdates {
  readonly received: NameUpdate[] = [];

  private constructor(private readonly socket_: Socket) {
    // Two bytes of length, then JSON.
    socket_.on("message", (bytes) => this.received.push(JSON.parse(bytes.subarray(2).toString()) as NameUpdate));
  }

  static listen(): Promise<NameUpdates> {
    const socket = createSocket({ type: "udp4" });
    return new Promise((done, fail) => {
      socket.once("error", fail);
      socket.bind(0, "127.0.0.1", () => done(new NameUpdates(socket)));
    });
  }

  get port(): number {
    return this.socket_.address().port;
  }

  async next(timeoutMs = 5000): Promise<NameUpdate> {
    for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(20)) {
      const one = this.received.shift();
      if (one) return one;
    }
    throw new Error(`Kea asked for no update of the DNS within ${timeoutMs} ms.`);
  }

  close(): void {
    this.socket_.close();
  }
}
