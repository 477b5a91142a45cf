// SPDX-License-Identifier: MPL-2.0
// What the policy of examples/everything logged, put together again: one entry for each time that it was asked.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

export type Members = Record<string, any>;

/** What the policy was shown by one call. */
export interface Call {
  at: string;
  /** The transaction id of the packet, 0 where there is none. */
  packet: number;
  /** An argument or something inside of one, such as "query6.relay(0)", or "" for the callout itself → its members. */
  objects: Map<string, Members>;
}

/** The host writes backslashes and what terminals obey as \xNN: back to what the policy wrote. */
function unescaped(line: string): string {
  return line.replace(/\\x([0-9a-f]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

/** Reads a log as it grows. */
export class EverythingCalls {
  /** In the order in which they began; without those of commands, which are the tests' own. */
  readonly all: Call[] = [];
  private readonly open_ = new Map<string, Call>();
  private position_ = 0;
  private rest_ = "";

  constructor(private readonly logFile_: string) {}

  /** Takes in what was logged since the last time; the number of bytes. */
  read(): number {
    const file = openSync(this.logFile_, "r");
    try {
      const bytes = Buffer.alloc(fstatSync(file).size - this.position_);
      const size = readSync(file, bytes, 0, bytes.length, this.position_);
      this.position_ += size;
      const lines = (this.rest_ + bytes.toString("latin1", 0, size)).split("\n");
      this.rest_ = lines.pop()!;
      for (const line of lines) this.take_(line);
      return size;
    } finally {
      closeSync(file);
    }
  }

  private take_(line: string): void {
    const json = /POLICY_SAYS everything: (\{.*\})$/.exec(line)?.[1];
    if (json === undefined) return;
    const { at, packet, object, ...members } = JSON.parse(unescaped(json)) as Members;
    if (at === "command_processed") return;
    const key = `${at} ${packet}`;
    let call = this.open_.get(key);
    // An object of many members takes several lines. Kea comes to some hook points several times for one packet, or without a packet at
    // all: what was shown already is shown by another call.
    const shown = call?.objects.get(object);
    if (!call || (shown && Object.keys(members).some((name) => name in shown))) {
      call = { at, packet, objects: new Map() };
      this.open_.set(key, call);
      this.all.push(call);
    }
    call.objects.set(object, { ...call.objects.get(object), ...members });
  }
}
