// SPDX-License-Identifier: MPL-2.0
// What asc says of the mistakes that authors of policies make most, with the mend behind it: asc knows the language, not the SDK.
import type { DiagnosticMessage, Program } from "assemblyscript";

const view = String.raw`~lib/kea-policy/assembly/[\w/]+`;
const number = String.raw`(?:[iu](?:8|16|32|64)|f(?:32|64)|[iu]size)`;

function notAssignable(from: string, to: string): RegExp {
  return new RegExp(`^Type '${from}' is not assignable to type '${to}'`);
}

/** How a view is compared with a text, by the class that has its `==`. */
const comparisons: Readonly<Record<string, string>> = {
  ByteView: 'Compare bytes with a text by .is("text"), a hardware address by .key == parseHwAddr("de:ad:be:ef:00:01"), other bytes by a BytesSet.',
  BytesList: 'Ask whether a text is among them by .has("text").',
  DomainName: 'Compare a name with a text by .is("host.example.org").',
  IPv4: 'Compare an address with a text by .value == parseIPv4("192.0.2.1").',
  IPv6: 'Compare an address with a text by Prefix.parse("2001:db8::1").contains(address), the prefix made once at the top of the module.',
  Prefix: 'Compare with Prefix.parse("192.0.2.0/24").',
};

const hints: readonly [RegExp, string][] = [
  [notAssignable(`${view} \\| null`, view), "It may be null: take it into a variable of its own and check that first, as in: const value = …; if (value != null) …"],
  [notAssignable("~lib/string/String", "~lib/typedarray/Uint8Array"), 'Encode.text("…") makes the bytes of a text.'],
  [notAssignable(number, "~lib/typedarray/Uint8Array"), "Encode.u8(), Encode.u16() and Encode.u32() make the bytes of a number."],
  [notAssignable(view, "~lib/typedarray/Uint8Array"), ".copy() makes an array of it."],
  [notAssignable(view, "~lib/string/String"), ".toString() makes a text of it."],
  [notAssignable(number, "~lib/string/String"), ".toString() makes a text of it."],
  [notAssignable(number, "~lib/kea-policy/assembly/ip/IPv4 \\| null"), "Compare its .value with a number."],
  [/^Not implemented: Iterators/, "Write: for (let i = 0; i < list.length; ++i) …"],
  [/^Not implemented: Closures/, "Functions inside of others do not reach the variables around them: hand them over as parameters."],
  [/^Not implemented: Exceptions/, "What throws ends the call, and the policy's on-error decides: check before instead."],
];

function hintFor(message: string): string | undefined {
  if (message.startsWith("Ambiguous operator overload") && message.includes("~lib/string/String.")) {
    const name = /~lib\/kea-policy\/assembly\/\w+\/(\w+)\./.exec(message)?.[1];
    return name === undefined ? undefined : comparisons[name];
  }
  return hints.find(([pattern]) => pattern.test(message))?.[1];
}

/** From here on asc's errors have hints. */
export function addHints(program: Program): void {
  const { diagnostics } = program;
  const push = diagnostics.push.bind(diagnostics);
  // asc leaves out what it has said of a place before, and would not know its own words again.
  const told = new Set<string>();
  diagnostics.push = (...messages: DiagnosticMessage[]): number => {
    for (const message of messages) {
      const hint = hintFor(message.message);
      const key = `${message.range?.source.normalizedPath}:${message.range?.start}:${message.message}`;
      if (hint !== undefined && told.has(key)) continue;
      if (hint !== undefined) {
        told.add(key);
        message.message += `${message.message.endsWith(".") ? "" : "."} ${hint}`;
      }
      push(message);
    }
    return diagnostics.length;
  };
}
