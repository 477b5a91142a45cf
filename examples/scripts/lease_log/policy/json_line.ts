// SPDX-License-Identifier: MPL-2.0
// An object of JSON on one line, member by member. What it writes is ASCII without control characters, whatever the values hold.

export class JsonLine {
  private text: string = "{";

  string(name: string, value: string): void {
    this.member(name, quoted(value));
  }

  /** A string, or null where it is empty. */
  stringOrNull(name: string, value: string): void {
    this.member(name, value.length > 0 ? quoted(value) : "null");
  }

  number(name: string, value: i64): void {
    this.member(name, value.toString());
  }

  end(): string {
    return this.text + "}";
  }

  private member(name: string, value: string): void {
    if (this.text.length > 1) this.text += ",";
    this.text += quoted(name) + ":" + value;
  }
}

/** A string of JSON: what is not a plain letter of ASCII becomes \uXXXX, which is how JSON writes UTF-16. */
function quoted(value: string): string {
  let text = '"';
  for (let index = 0; index < value.length; ++index) {
    const unit = value.charCodeAt(index);
    const plain = unit >= 0x20 && unit < 0x7f && unit != 0x22 && unit != 0x5c;
    text += plain ? String.fromCharCode(unit) : "\\u" + unit.toString(16).padStart(4, "0");
  }
  return text + '"';
}
