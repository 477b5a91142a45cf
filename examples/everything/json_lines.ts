// SPDX-License-Identifier: MPL-2.0
// Members of a JSON object as lines of Kea's log. A line of the log has its limit, so an object may take several; each names the callout and
// the object, and a reader puts together what belongs together.
import { BytesList, ByteView, HwAddr, IPv4, IPv6 } from "kea-policy/assembly";

/** Letters of a line, and of one value: the host cuts a line at 1024 bytes. */
const lineLetters = 850;
const textLetters = 600;
const bytesShown = 200;

export class JsonLines {
  private members: string = "";

  /** `at`: the hook point; `packet`: its transaction id, 0 where there is none; `object`: such as "query4", empty for the callout itself. */
  constructor(private at: string, private packet: u32, private object: string) {}

  /** For an object inside of this one, such as "query6.relay(0)". */
  inside(name: string): JsonLines {
    return new JsonLines(this.at, this.packet, this.object.length > 0 ? `${this.object}.${name}` : name);
  }

  number(name: string, value: i64): void {
    this.member(name, value.toString());
  }

  bool(name: string, value: bool): void {
    this.member(name, value ? "true" : "false");
  }

  none(name: string): void {
    this.member(name, "null");
  }

  ipv4(name: string, value: IPv4 | null): void {
    this.member(name, value === null ? "null" : `"${value.toString()}"`);
  }

  ipv6(name: string, value: IPv6 | null): void {
    this.member(name, value === null ? "null" : `"${value.toString()}"`);
  }

  /** In hexadecimal digits. */
  bytes(name: string, value: ByteView | null): void {
    this.member(name, value === null ? "null" : shown(value));
  }

  hwAddr(name: string, value: HwAddr | null): void {
    this.member(name, value === null ? "null" : `{"bytes":${shown(value)},"htype":${value.htype},"source":${value.source}}`);
  }

  /** Of names. */
  bytesList(name: string, value: BytesList): void {
    const items: string[] = [];
    for (let index = 0; index < value.length; ++index) items.push(quoted(value[index].toString()));
    this.member(name, `[${items.join(",")}]`);
  }

  /** Of anything else. */
  hexList(name: string, value: BytesList): void {
    const items: string[] = [];
    for (let index = 0; index < value.length; ++index) items.push(shown(value[index]));
    this.member(name, `[${items.join(",")}]`);
  }

  text(name: string, value: string): void {
    this.member(name, quoted(value));
  }

  /** Writes the line that is begun, if any. */
  end(): void {
    if (this.members.length == 0) return;
    console.info(`{"at":"${this.at}","packet":${this.packet},"object":"${this.object}"${this.members}}`);
    this.members = "";
  }

  private member(name: string, json: string): void {
    if (this.members.length + name.length + json.length > lineLetters) this.end();
    this.members += `,"${name}":${json}`;
  }
}

function shown(bytes: ByteView): string {
  if (bytes.length <= bytesShown) return `"${bytes.toHex()}"`;
  return `"${bytes.toHex().substring(0, 2 * bytesShown)}.. of ${bytes.length} bytes"`;
}

/** A JSON string of ASCII letters only. */
function quoted(text: string): string {
  let json = '"';
  for (let index = 0; index < text.length && json.length < textLetters; ++index) {
    const letter = text.charCodeAt(index);
    if (letter == 0x22 || letter == 0x5c) json += "\\" + text.charAt(index);
    else if (letter >= 0x20 && letter < 0x7f) json += text.charAt(index);
    else json += "\\u" + letter.toString(16).padStart(4, "0");
  }
  return json + '"';
}
