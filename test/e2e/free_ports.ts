// SPDX-License-Identifier: MPL-2.0
// Ports that nobody uses: of UDP for a server and its clients, of TCP for what servers say to each other. What is given stays this process's own.
import { createSocket } from "node:dgram";
import { createServer, type ListenOptions, type Server } from "node:net";
import type { Family } from "./kea_installation.ts";

// Below Linux's range of ephemeral ports, so that no outgoing connection takes one between the test and Kea's bind.
const ALL = { lowest: 10_000, highest: 32_000 };

export function freePort(family: Family, among = ALL): Promise<number> {
  return choose(among, (port) => takeUdp(family, port));
}

/** The first of two ports that follow each other. */
export function freePortPair(family: Family): Promise<number> {
  return choose(ALL, async (port) => (await takeUdp(family, port)) && takeUdp(family, port + 1));
}

export function freeTcpPort(): Promise<number> {
  return choose(ALL, async (port) => (await mark(port)) && canListen(port));
}

const takeUdp = async (family: Family, port: number): Promise<boolean> => (await mark(port)) && canBind(family, port);

async function choose({ lowest, highest }: typeof ALL, take: (port: number) => Promise<boolean>): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest + 1));
    if (await take(port)) return port;
  }
  throw new Error(`No free port was found between ${lowest} and ${highest} after 100 attempts.`);
}

/**
 * Whether the port is this process's from now on: a socket whose name Linux gives once, and frees when the process ends. That a port can be
 * bound says too little, since a server's clients leave theirs between two exchanges, and test files run beside each other.
 */
async function mark(port: number): Promise<boolean> {
  const server = createServer();
  const marked = await listens(server, { path: `\0kea-policy-port-${port}` });
  server.unref();
  return marked;
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer();
  if (!(await listens(server, { port, host: "127.0.0.1" }))) return false;
  await new Promise((done) => server.close(done));
  return true;
}

function listens(server: Server, where: ListenOptions): Promise<boolean> {
  return new Promise((done) => server.once("error", () => done(false)).listen({ ...where, exclusive: true }, () => done(true)));
}

function canBind(family: Family, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = createSocket({ type: family === 4 ? "udp4" : "udp6", ipv6Only: family === 6 });
    socket.once("error", () => done(false));
    socket.bind(port, () => socket.close(() => done(true)));
  });
}
