// SPDX-License-Identifier: MPL-2.0
// What the demo prints: plain lines, with colours where somebody looks at a terminal.

const coloured = process.stdout.isTTY && !process.env["NO_COLOR"];
const paint = (code: number) => (text: string): string => (coloured ? `\x1b[${code}m${text}\x1b[0m` : text);

export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);

export function say(text = ""): void {
  console.log(text);
}

export function heading(text: string): void {
  say(`\n${bold(text)}`);
}

/** Begins a step that takes a while; what it returns ends the line. */
export function step(text: string): (outcome: string) => void {
  process.stdout.write(`${text} ... `);
  const began = performance.now();
  return (outcome) => say(`${outcome} ${dim(`(${((performance.now() - began) / 1000).toFixed(1)} s)`)}`);
}

/** Words that a line begins with, all of one width. */
export function row(label: string, text: string): void {
  say(`    ${dim(label.padEnd(7))} ${text}`);
}
