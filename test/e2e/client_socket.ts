// SPDX-License-Identifier: MPL-2.0
// The one port that a server sends all its answers to, shared by the clients of this process: an answer goes to whoever
// waits for its transaction id. The port is bound while somebody waits, so that perfdhcp can have it in between.
import { createSocket, type Socket } from "node:dgram";
import type { Family } from "./kea_installation.ts";

/** What a client needs to know of a server; a KeaServer is one. */
export interface Endpoint {
  family: Family;
  serverPort: number;
  clientPort: number;
}

type Take = (answer: Buffer) => void;

const sockets = new Map<number, SharedSocket>();

/** Sends the bytes, up to `attempts` times, and returns the first answer with this id, or null. */
export async function exchangeBytes(
  endpoint: Endpoint, id: number, bytes: Buffer, timeoutMs: number, attempts = 1,
): Promise<{ answer: Buffer | null; attempts: number }> {
  let socket = sockets.get(endpoint.clientPort);
  if (!socket) {
    socket = new SharedSocket(endpoint);
    sockets.set(endpoint.clientPort, socket);
  }
  return socket.exchange(id, bytes, timeoutMs, attempts);
}

class SharedSocket {
  private readonly socket_: Socket;
  private readonly bound_: Promise<void>;
  private readonly waiters_ = new Map<number, Take[]>();
  private users_ = 0;

  constructor(private readonly endpoint_: Endpoint) {
    const four = endpoint_.family === 4;
    this.socket_ = createSocket({ type: four ? "udp4" : "udp6", ipv6Only: !four });
    this.bound_ = new Promise((done, fail) => {
      this.socket_.once("error", fail);
      // All of 127.0.0.0/8 for v4: Kea answers to whatever giaddr the client named.
      this.socket_.bind(endpoint_.clientPort, four ? "0.0.0.0" : "::1", () => {
        this.socket_.setRecvBufferSize(4 << 20);
        done();
      });
    });
    this.socket_.on("message", (answer) => this.dispatch_(answer));
  }

  async exchange(id: number, bytes: Buffer, timeoutMs: number, attempts: number): Promise<{ answer: Buffer | null; attempts: number }> {
    this.users_++;
    try {
      await this.bound_;
      for (let attempt = 1; attempt <= attempts; attempt++) {
        const answer = await this.sendOnce_(id, bytes, timeoutMs);
        if (answer) return { answer, attempts: attempt };
      }
      return { answer: null, attempts };
    } finally {
      if (--this.users_ === 0) {
        sockets.delete(this.endpoint_.clientPort);
        this.socket_.close();
      }
    }
  }

  private sendOnce_(id: number, bytes: Buffer, timeoutMs: number): Promise<Buffer | null> {
    return new Promise((done, fail) => {
      const leave = (): void => {
        clearTimeout(timer);
        const others = this.waiters_.get(id)!.filter((other) => other !== take);
        if (others.length > 0) this.waiters_.set(id, others);
        else this.waiters_.delete(id);
      };
      const take = (answer: Buffer | null): void => {
        leave();
        done(answer);
      };
      const timer = setTimeout(() => take(null), timeoutMs);
      this.waiters_.set(id, [...(this.waiters_.get(id) ?? []), take]);
      const address = this.endpoint_.family === 4 ? "127.0.0.1" : "::1";
      this.socket_.send(bytes, this.endpoint_.serverPort, address, (error) => {
        if (!error) return;
        leave();
        fail(error);
      });
    });
  }

  private dispatch_(answer: Buffer): void {
    const id = this.endpoint_.family === 4 ? transactionId4(answer) : transactionId6(answer);
    this.waiters_.get(id)?.[0]?.(answer);
  }
}

function transactionId4(bytes: Buffer): number {
  return bytes.length >= 8 ? bytes.readUInt32BE(4) : -1;
}

/** That of the innermost message; a full decode would be too slow under load. */
function transactionId6(bytes: Buffer): number {
  let at = 0;
  while (bytes[at] === 13) {
    let option = at + 34;
    while (option + 4 <= bytes.length && bytes.readUInt16BE(option) !== 9) option += 4 + bytes.readUInt16BE(option + 2);
    at = option + 4;
  }
  return at + 4 <= bytes.length ? bytes.readUIntBE(at + 1, 3) : -1;
}
