// SPDX-License-Identifier: MPL-2.0
// Ports that nobody uses right now: of UDP for a server and its clients, of TCP for what servers say to each other.
import { createSocket } from "node:dgram";
import { createServer, type AddressInfo } from "node:net";
import type { Family } from "./kea_installation.ts";

// Below Linux's range of ephemeral ports, so that no outgoing connection takes one between the test and Kea's bind.
const LOWEST = 10_000;
const HIGHEST = 32_000;

const given = new Set<number>();

export async function freePort(family: Family): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (given.has(port) || !(await canBind(family, port))) continue;
    given.add(port);
    return port;
  }
  throw new Error(`No free UDP port was found between ${LOWEST} and ${HIGHEST} after 100 attempts.`);
}

/** The first of two ports that follow each other. */
export async function freePortPair(family: Family): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = await freePort(family);
    if (!given.has(port + 1) && (await canBind(family, port + 1))) {
      given.add(port + 1);
      return port;
    }
  }
  throw new Error("No two free UDP ports that follow each other were found.");
}

export function freeTcpPort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

function canBind(family: Family, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = createSocket({ type: family === 4 ? "udp4" : "udp6", ipv6Only: family === 6 });
    socket.once("error", () => done(false));
    socket.bind(port, () => socket.close(() => done(true)));
  });
}
