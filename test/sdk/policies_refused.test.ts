// SPDX-License-Identifier: MPL-2.0
// What must not compile, and what the author is told. Each policy is compiled by plain asc from a packed install.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../sdk/abi/schema.ts";
import { packedSdk, type Compilation, type PackedSdk } from "./packed_sdk.ts";

const policies = join(import.meta.dirname, "policies");

interface Finding {
  severity: string;
  sentence: string;
  place: string;
}

/** asc's diagnostics: "ERROR AS102: sentence", the code line, "in index.ts(4,5)". */
function findings(stderr: string): Finding[] {
  return [...stderr.matchAll(/^(ERROR|WARNING) \S+: (.*)\n(?: +:\n[^\0]*?└─ in (.*)\n)?/gm)].map(([, severity, sentence, place]) => ({
    severity: severity!, sentence: sentence!, place: place ?? "",
  }));
}

/** Where a piece of a policy's text stands, as asc tells places. */
function placeOf(policy: string, piece: string, inside = piece, file = "index.ts"): string {
  const text = readFileSync(join(policies, policy, file), "utf8");
  const at = text.indexOf(piece) + piece.indexOf(inside);
  const before = text.slice(0, at).split("\n");
  return `${file}(${before.length},${before.at(-1)!.length + 1})`;
}

/** What the schema says of the verdicts that a hook point takes. */
function verdictsOf(name: string): string {
  const { verdicts } = schema.hookPoints.find((hookPoint) => hookPoint.name === name)!;
  return Object.entries(verdicts).map(([verdict, doc]) => `${verdict}: ${doc}`).join(" ");
}

describe("a policy that must not compile", { timeout: 60_000 }, () => {
  let sdk: PackedSdk;
  const compile = (name: string, ...more: string[]): Promise<Compilation> => sdk.compile(join(policies, name), ...more);
  const refused = async (name: string, ...more: string[]): Promise<Finding[]> => {
    const { exitCode, stderr } = await compile(name, ...more);
    expect(exitCode, stderr).not.toBe(0);
    return findings(stderr).filter(({ severity }) => severity === "ERROR");
  };

  beforeAll(async () => {
    sdk = await packedSdk();
  });

  it("keeps a view in a Set", async () => {
    expect(await refused("view_in_a_set")).toEqual([{
      severity: "ERROR",
      sentence: "This Set keeps a HwAddr, which is good during one callout only: the next client's data will stand in its place. " +
        "Keep .key (a u64) or .copy().",
      place: placeOf("view_in_a_set", "HwAddr>"),
    }]);
  });

  it("keeps views under other names: a variable, fields, type arguments, an inferred array", async () => {
    const found = await refused("view_by_alias");
    const places = found.map(({ place, sentence }) => `${place} ${sentence.split(" keeps ")[0]}`).sort();
    expect(places).toEqual([
      `${placeOf("view_by_alias", "last:")} The variable last`,
      `${placeOf("view_by_alias", "relay: R")} The variable relay`,
      `${placeOf("view_by_alias", "DomainName>")} This Map`,
      `${placeOf("view_by_alias", "id: B")} The field id`,
      `${placeOf("view_by_alias", "codes: N")} The field codes`,
      `${placeOf("view_by_alias", "address: Address")} The field address`,
      `${placeOf("view_by_alias", "Box<H>", "H>")} This Box`,
      `${placeOf("view_by_alias", "inferred =")} The type Array<Bytes|null>`,
    ].sort());
  });

  it("misspells a hook point", async () => {
    expect(await refused("misspelt")).toEqual([{
      severity: "ERROR",
      sentence: "pkt6_recieve is not a hook point; did you mean pkt6_receive?",
      place: placeOf("misspelt", "pkt6_recieve"),
    }]);
  });

  it("takes the wrong parameter", async () => {
    expect(await refused("wrong_parameter")).toEqual([
      {
        severity: "ERROR",
        sentence: "The parameter of pkt4_receive has the type Pkt4Receive; write: export function pkt4_receive(ctx: Pkt4Receive): Verdict.",
        place: placeOf("wrong_parameter", "packet: Pkt4", "Pkt4"),
      },
      {
        severity: "ERROR",
        sentence: "The parameter of pkt6_receive has the type Pkt6Receive; write: export function pkt6_receive(ctx: Pkt6Receive): Verdict.",
        place: placeOf("wrong_parameter", "ctx: Pkt4Receive", "Pkt4"),
      },
      {
        severity: "ERROR",
        sentence: "load takes no parameter and returns a bool; write: export function load(): bool.",
        place: placeOf("wrong_parameter", "load(name"),
      },
      {
        severity: "ERROR",
        sentence: "unload takes no parameter and returns nothing; write: export function unload(): void.",
        place: placeOf("wrong_parameter", "unload()"),
      },
    ]);
  });

  it("returns something else than a verdict, a plain number too", async () => {
    expect((await refused("wrong_return_type")).map(({ sentence, place }) => `${place} ${sentence}`)).toEqual([
      `${placeOf("wrong_return_type", "): bool", "bool")} pkt4_receive returns a Verdict; write: export function pkt4_receive(ctx: Pkt4Receive): Verdict.`,
      `${placeOf("wrong_return_type", "): i32", "i32")} pkt6_receive returns a Verdict; write: export function pkt6_receive(ctx: Pkt6Receive): Verdict.`,
    ]);
  });

  it("returns a verdict that the hook point does not take: the sentence says what Kea does on those that it takes", async () => {
    const place = (piece: string, inside = piece, file = "index.ts") => placeOf("verdict_not_taken", piece, inside, file);
    const found = await refused("verdict_not_taken");
    expect(found.map((finding) => `${finding.place} ${finding.sentence}`).sort()).toEqual([
      `${place("Verdict.Skip;")} lease4_expire does not take Verdict.Skip; it takes Continue: Kea reclaims the lease.`,
      `${place("Verdict.Drop : Verdict.Continue)")} lease4_renew does not take Verdict.Drop; it takes Continue: Kea stores the lease. ` +
        "Skip: Kea keeps the lease as it was before, and answers the client all the same.",
      `${place("Verdict.Drop : Verdict.Continue;")} command_processed does not take Verdict.Drop; it takes Continue: Kea answers.`,
      `${place("kea.Verdict.Skip")} pkt6_send does not take Verdict.Skip; it takes Continue: Kea sends the answer. ` +
        "Drop: The answer is not sent; what was decided, such as a lease, stays.",
      `${place("Decision.Drop", "Decision", "decisions.ts")} lease4_select, which returns what passOn returns, does not take Verdict.Drop; ` +
        `it takes ${verdictsOf("lease4_select")}`,
      `${place("Decision.Skip;\n  }", "Decision", "decisions.ts")} lease6_expire, which returns what keep returns, does not take Verdict.Skip; ` +
        "it takes Continue: Kea reclaims the lease.",
    ].sort());
  });

  it("returns a verdict that its text does not tell, or that is taken: that compiles", async () => {
    const { exitCode, stderr } = await compile("verdicts_left_alone");
    expect(exitCode, stderr).toBe(0);
    expect(findings(stderr)).toEqual([]);
  });

  it("says a verdict by a boolean or a number, or makes a hook point of no function, or exports it not", async () => {
    const place = (piece: string, inside = piece) => placeOf("plain_verdicts", piece, inside);
    const found = await refused("plain_verdicts");
    expect(found.map((finding) => `${finding.place} ${finding.sentence}`).sort()).toEqual([
      `${place("true;")} pkt4_receive returns a Verdict, and this is a boolean; write: return condition ? Verdict.Drop : Verdict.Continue.`,
      `${place("ctx.query4.hwaddr")} pkt4_receive returns a Verdict, and this is a boolean; write: return condition ? Verdict.Drop : Verdict.Continue.`,
      `${place("!ctx")} pkt4_send returns a Verdict, and this is a boolean; write: return condition ? Verdict.Drop : Verdict.Continue.`,
      `${place("0;")} lease4_expire returns a Verdict, and this is a number; write: return Verdict.Continue.`,
      `${place("subnet4_select")} subnet4_select must be a function of its own; write: export function subnet4_select(ctx: Subnet4Select): Verdict.`,
      `${place("pkt6_receive")} pkt6_receive is not exported, so Kea would never call it; write: export function pkt6_receive(ctx: Pkt6Receive): Verdict.`,
    ].sort());
  });

  it("makes a mistake that asc knows but not how to mend it here", async () => {
    const place = (piece: string, inside = piece) => placeOf("common_mistakes", piece, inside);
    const found = await refused("common_mistakes");
    expect(found.map((finding) => `${finding.place} ${finding.sentence.replace(/^.*?(?:\)\.|Uint8Array'\.|String'\.|null'\.|View'\.|(?:Iterators|Closures|Exceptions)\.) /, "")}`).sort()).toEqual([
      `${place("query.hwaddr ==")} Compare bytes with a text by .is("text"), a hardware address by .key == parseHwAddr("de:ad:be:ef:00:01"), other bytes by a BytesSet.`,
      `${place("query.classes !=")} Ask whether a text is among them by .has("text").`,
      `${place("Option.domainName")} Compare a name with a text by .is("host.example.org").`,
      `${place('query.giaddr == "')} Compare an address with a text by .value == parseIPv4("192.0.2.1").`,
      `${place('parseIPv4("192.0.2.2")')} Compare its .value with a number.`,
      `${place("office ==")} Compare with Prefix.parse("192.0.2.0/24").`,
      `${place("query.option(60).is")} It may be null: take it into a variable of its own and check that first, as in: const value = …; if (value != null) …`,
      `${place('"printer"')} Encode.text("…") makes the bytes of a text.`,
      `${place("3600")} Encode.u8(), Encode.u16() and Encode.u32() make the bytes of a number.`,
      `${place("query.option(61)")} .copy() makes an array of it.`,
      `${place("log(query.hwaddr", "query")} .toString() makes a text of it.`,
      `${place("log(query.hlen", "query")} .toString() makes a text of it.`,
      `${place("for (const")} Write: for (let i = 0; i < list.length; ++i) …`,
      `${place("{ count +=", "count")} Variable 'count' is used before being assigned.`,
      `${place("{ count +=", "count")} Functions inside of others do not reach the variables around them: hand them over as parameters.`,
      `${place("try {")} What throws ends the call, and the policy's on-error decides: check before instead.`,
    ].sort());
  });

  it("exports no hook point", async () => {
    const [finding, ...others] = await refused("no_hook_point");
    expect(others).toEqual([]);
    expect(finding!.sentence).toMatch(/^index\.ts exports no hook point, so Kea would never call this policy\. Write one of: export function pkt4_receive/);
  });

  it("reaches for what the host does not offer", async () => {
    expect((await refused("foreign_import")).map(({ sentence, place }) => `${place} ${sentence}`)).toEqual([
      placeOf("foreign_import", "performance") + ' The policy calls performance.now, which asc takes from "env"; the host offers nothing but kea_policy_1. Use what kea-policy/assembly has for it.',
    ]);
  });

  it.each([
    [["--runtime", "stub"], 'asconfig.json, option "runtime": a policy runs for months, so its memory must be collected without help: only "incremental" is taken.'],
    [["--runtime", "minimal"], 'asconfig.json, option "runtime": a policy runs for months'],
    [["--exportStart", "_start"], 'asconfig.json, option "exportStart": must stay "kea_policy_start"'],
    [["--importMemory"], 'asconfig.json, option "importMemory": must stay off'],
    [["--noExportMemory"], 'asconfig.json, option "noExportMemory": must stay off'],
    [["--enable", "simd"], 'asconfig.json, option "enable": "simd" must stay off'],
    [["--enable", "threads"], 'asconfig.json, option "enable": "threads" must stay off'],
  ])("is built with %s", async (more, sentence) => {
    const found = await refused("oui", ...more);
    expect(found[0]!.sentence).toContain(sentence);
  });

  it("is only warned of variables that callouts write", async () => {
    const { exitCode, stderr } = await compile("callout_state");
    expect(exitCode, stderr).toBe(0);
    const warnings = findings(stderr);
    expect(warnings.map(({ place }) => place).sort()).toEqual([
      placeOf("callout_state", "hits += hits_"), placeOf("callout_state", "Totals.drops++"),
    ].sort());
    expect(warnings.find(({ sentence }) => sentence.startsWith("hits "))).toEqual({
      severity: "WARNING",
      sentence: "hits is written during callouts: each of the policy's instances has a hits of its own, Kea calls several at once, " +
        "and a fault throws one away.",
      place: placeOf("callout_state", "hits += hits_"),
    });
  });
});
