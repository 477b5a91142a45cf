// SPDX-License-Identifier: MPL-2.0
// One command over Kea's unix control socket.
import { connect } from "node:net";

export interface Answer {
  /** 0 done, 1 refused, 2 unknown command, 3 done but nothing found. */
  result: number;
  text: string;
  arguments?: any;
}

export function sendCommand(socketPath: string, command: string, args?: unknown, timeoutMs = 60_000): Promise<Answer> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    const socket = connect(socketPath);
    const timer = setTimeout(
      () => socket.destroy(new Error(`Kea did not answer the command ${command} within ${timeoutMs} ms.`)),
      timeoutMs,
    );
    socket.on("connect", () => socket.write(JSON.stringify(args === undefined ? { command } : { command, arguments: args })));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", (error) => {
      clearTimeout(timer);
      fail(error);
    });
    // Kea closes the connection behind its answer, so the end of the stream is the end of the answer.
    socket.on("end", () => {
      clearTimeout(timer);
      const text = Buffer.concat(chunks).toString("utf8");
      try {
        const parsed: unknown = JSON.parse(text);
        done((Array.isArray(parsed) ? parsed[0] : parsed) as Answer);
      } catch {
        fail(new Error(`Kea's answer to the command ${command} is not JSON: "${text.slice(0, 300)}".`));
      }
    });
  });
}
