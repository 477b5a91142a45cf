// SPDX-License-Identifier: MPL-2.0
// docs/coverage.md: its reasons, which people write, its table, which `npm run coverage` writes, and whether the two fit each other.

export interface FileCoverage {
  /** From the root of the repository. */
  file: string;
  lines: number;
  covered: number;
}

/** A file with less than this needs a reason, in percent of its lines. */
export const ENOUGH = 85;

const beginning = "## The last run\n";

/** What gcovr --json-summary wrote. */
export function readSummary(json: string): FileCoverage[] {
  const { files } = JSON.parse(json) as { files?: { filename: string; line_total: number; line_covered: number }[] };
  if (!files || files.length === 0) throw new Error("gcovr counted no file.");
  const all = files.map(({ filename, line_total, line_covered }) => ({ file: filename, lines: line_total, covered: line_covered }));
  const broken = all.find(({ lines, covered }) => !Number.isInteger(lines) || !Number.isInteger(covered));
  if (broken) throw new Error(`gcovr's summary has no line_total and line_covered for ${broken.file}: this is not the format of gcovr 5.2.`);
  // A file without code, such as one of constants, has nothing to be covered.
  return all.filter(({ lines }) => lines > 0).sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Rounded down, so that what is not enough never looks as if it were. */
export function percent({ lines, covered }: FileCoverage): number {
  return Math.floor((covered / lines) * 1000) / 10;
}

/** File → why its lines are not run. */
export function reasonsOf(page: string): Map<string, string> {
  const [people] = page.split(beginning);
  return new Map([...people!.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, file, reason]) => [file!, reason!]));
}

/** What is wrong with the reasons, one sentence each. */
export function complaints(files: FileCoverage[], reasons: Map<string, string>): string[] {
  const low = files.filter((file) => percent(file) < ENOUGH);
  const unexplained = low.filter(({ file }) => !reasons.has(file)).map(
    (file) => `${file.file}: ${percent(file)} % of its lines are covered, less than ${ENOUGH} %: test it, or say why not in docs/coverage.md.`);
  const needless = [...reasons.keys()].filter((name) => !low.some(({ file }) => file === name)).map(
    (name) => `${name}: docs/coverage.md gives a reason that it does not need: take it out.`);
  return [...unexplained, ...needless];
}

/** The table of files that are not wholly covered, with a sentence about all of them. */
export function lastRun(files: FileCoverage[], versions: string): string {
  const rows = files.filter(({ lines, covered }) => covered < lines);
  const sum = { file: "", lines: 0, covered: 0 };
  for (const { lines, covered } of files) {
    sum.lines += lines;
    sum.covered += covered;
  }
  const table = rows.map((file) => `| \`${file.file}\` | ${file.lines} | ${file.covered} | ${percent(file).toFixed(1)} |\n`).join("");
  return (
    `${versions}: ${sum.covered} of ${sum.lines} lines in ${files.length} files, ${percent(sum).toFixed(1)} %. Files that are not here are covered wholly.\n\n` +
    `| file | lines | covered | % |\n| --- | --: | --: | --: |\n${table}`
  );
}

export function withLastRun(page: string, text: string): string {
  const at = page.indexOf(beginning);
  if (at < 0) throw new Error(`docs/coverage.md has no line "${beginning.trim()}".`);
  return `${page.slice(0, at + beginning.length)}\n${text}`;
}

/** The rows of the page's own table. */
export function tableOf(page: string): FileCoverage[] {
  const rows = page.slice(page.indexOf(beginning)).matchAll(/^\| `([^`]+)` \| (\d+) \| (\d+) \| [\d.]+ \|$/gm);
  return [...rows].map(([, file, lines, covered]) => ({ file: file!, lines: Number(lines), covered: Number(covered) }));
}
