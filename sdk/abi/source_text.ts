// SPDX-License-Identifier: MPL-2.0
// Text of a generated file: lines, indentation and wrapped comments. Emitters return text; only generate.ts writes files.

const width = 120;

export class SourceText {
  private readonly lines: string[] = [];
  private depth = 0;

  /** `step` is what one level of indentation adds. */
  constructor(private readonly step: string) {}

  line(text = ""): this {
    this.lines.push(text === "" ? "" : this.step.repeat(this.depth) + text);
    return this;
  }

  /** A line that opens, what `body` writes one level deeper, and a line that closes. */
  block(open: string, close: string, body: () => void): this {
    this.line(open);
    this.depth++;
    body();
    this.depth--;
    return this.line(close);
  }

  /** Paragraphs as line comments: `// …`. */
  comment(mark: string, ...paragraphs: string[]): this {
    for (const paragraph of paragraphs) {
      for (const text of this.wrap(paragraph, mark.length + 1)) this.line(text === "" ? mark : `${mark} ${text}`);
    }
    return this;
  }

  /** Paragraphs as a doc comment, on one line where they fit. */
  doc(...paragraphs: string[]): this {
    const first = paragraphs[0] ?? "";
    if (paragraphs.length === 1 && this.step.length * this.depth + first.length + 7 <= width) return this.line(`/** ${first} */`);
    this.line("/**");
    this.comment(" *", ...paragraphs);
    return this.line(" */");
  }

  toString(): string {
    return this.lines.join("\n") + "\n";
  }

  private wrap(paragraph: string, taken: number): string[] {
    const room = width - taken - this.step.length * this.depth;
    const wrapped: string[] = [];
    let current = "";
    for (const word of paragraph.split(" ")) {
      if (current !== "" && current.length + 1 + word.length > room) {
        wrapped.push(current);
        current = word;
      } else {
        current = current === "" ? word : `${current} ${word}`;
      }
    }
    wrapped.push(current);
    return wrapped;
  }
}

/** The head of every generated file that takes line comments. */
export function generatedHead(text: SourceText, what: string): SourceText {
  return text
    .line("// SPDX-License-Identifier: MPL-2.0")
    .line("// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.")
    .comment("//", what);
}
