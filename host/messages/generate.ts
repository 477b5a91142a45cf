// SPDX-License-Identifier: MPL-2.0
// host/messages/messages.mes → host/src/generated/messages.{h,cc} and docs/messages.md. Kea's own message compiler reads nearly the same
// form, but Debian 12 does not ship it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface Message {
  id: string;
  level: string;
  text: string;
  description: string;
}

const levels = new Set(["DEBUG", "INFO", "WARN", "ERROR"]);

/** Messages of a .mes file, in its order; an Error that names the line where the file is wrong. */
export function readMessages(source: string): Message[] {
  const messages: Message[] = [];
  for (const [index, line] of source.split("\n").entries()) {
    if (line.startsWith("#")) continue;
    const head = /^% ([A-Z][A-Z0-9_]*) ([A-Z]+) (.+)$/.exec(line);
    if (head) {
      const [, id, level, text] = head as unknown as [string, string, string, string];
      if (!levels.has(level)) throw new Error(`messages.mes:${index + 1}: ${level} is no level; use DEBUG, INFO, WARN or ERROR`);
      if (messages.some((message) => message.id === id)) throw new Error(`messages.mes:${index + 1}: ${id} stands there twice`);
      messages.push({ id, level, text, description: "" });
    } else if (line.trim() !== "") {
      const last = messages.at(-1);
      if (!last) throw new Error(`messages.mes:${index + 1}: text before the first message; begin with "% ID LEVEL text"`);
      last.description += (last.description ? " " : "") + line.trim();
    }
  }
  for (const message of messages) {
    if (!message.description) throw new Error(`messages.mes: ${message.id} has no paragraph that says what it implies`);
  }
  return messages;
}

const origin = "Generated from host/messages/messages.mes by `npm run gen`: change that file, not this one.";

function header(messages: Message[]): string {
  const lines = messages.map(({ id }) => `extern const isc::log::MessageID ${id};`);
  return `// SPDX-License-Identifier: MPL-2.0
// ${origin}
#pragma once

#include <log/message_types.h>

namespace kea_policy {

${lines.join("\n")}

}  // namespace kea_policy
`;
}

function source(messages: Message[]): string {
  const names = messages.map(({ id }) => `const isc::log::MessageID ${id} = "${id}";`);
  const values = messages.map(({ id, text }) => `    "${id}", ${JSON.stringify(text)},`);
  return `// SPDX-License-Identifier: MPL-2.0
// ${origin}
#include "messages.h"

#include <log/message_initializer.h>

namespace kea_policy {

${names.join("\n")}

namespace {

const char* values[] = {
${values.join("\n")}
    nullptr,
};

const isc::log::MessageInitializer initializer(values);

}  // namespace

}  // namespace kea_policy
`;
}

function page(messages: Message[]): string {
  const sorted = [...messages].sort((a, b) => (a.id < b.id ? -1 : 1));
  const entries = sorted.map(({ id, level, text, description }) => `## ${id}\n\n    ${level} ${text}\n\n${description}\n`);
  return `<!-- ${origin} -->
# Log messages

What \`libdhcp_policy.so\` writes into Kea's log, with the logger \`kea-dhcp4.policy-hooks\` or \`kea-dhcp6.policy-hooks\`.

${entries.join("\n")}`;
}

/** Path from the repository's root → text, of everything that is generated from the messages. */
export function generateMessages(): Map<string, string> {
  const messages = readMessages(readFileSync(fileURLToPath(new URL("messages.mes", import.meta.url)), "utf8"));
  return new Map([
    ["host/src/generated/messages.h", header(messages)],
    ["host/src/generated/messages.cc", source(messages)],
    ["docs/messages.md", page(messages)],
  ]);
}
