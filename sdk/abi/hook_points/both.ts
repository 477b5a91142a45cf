// SPDX-License-Identifier: MPL-2.0
// Where both servers call policies about something else than a packet or a lease.
import { keaEvery } from "./common.ts";
import type { HookPoint } from "../schema_types.ts";

export const hookPointsOfBoth: HookPoint[] = [
  {
    name: "command_processed", context: "CommandProcessed", number: 33, since: keaEvery, besidePackets: true,
    doc: "Kea carried out a command that came by its control channel, or refused it, and did not answer yet. After a new configuration the policies of that one are called.",
    arguments: [
      { name: "name", type: "bytes", keaType: "Text", doc: "The command, such as lease4-add; Kea may know none of that name." },
      { name: "commandArguments", kea: "arguments", type: "Json", doc: "What the command was given, such as a whole configuration with the passwords in it.", absent: "null where it was given nothing" },
      { name: "response", type: "Json", doc: "The answer: a map with the number `result`, 0 where the command was carried out, and mostly `text` or `arguments`.", absent: "null where another hook library carried the command out and left no answer" },
    ],
    verdicts: { Continue: "Kea answers." },
  },
];
