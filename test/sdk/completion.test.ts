// SPDX-License-Identifier: MPL-2.0
// What an editor shows: TypeScript's language service over a packed install, with the tsconfig.json that an author writes.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../sdk/abi/schema.ts";
import { packedSdk } from "./packed_sdk.ts";

const text = `import { config, Encode, List, ListKind, Option, Pkt4Receive, Pkt6Receive, Prefix, Routes, Verdict } from "kea-policy/assembly";

const denied = List.open("denied", ListKind.HwAddr);
const lab = Prefix.parse("2001:db8:1::/48");
const limit: u32 = <u32>config.get("limit").integerOr(<i64>10);

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  const id = ctx.query4.clientId;
  if (id != null && id.length > 0 && id[0] == 1 && id.is("x")) return Verdict.Skip;
  return denied.has(ctx.query4.hwaddr) || limit == 3 ? Verdict.Drop : Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  const association = Option.identityAssociation(ctx.query6.option(25));
  if (association != null && association.prefixes.length > 0 && association.prefixes[0].isWithin(lab)) return Verdict.Drop;
  const vendor = Option.vendorClass6(ctx.query6.option(16));
  if (vendor != null && vendor.data.length > 1 && vendor.data[0] == vendor.data[1]) return Verdict.Drop;
  const fqdn = Option.fqdn6(ctx.query6.option(39));
  if (fqdn != null && fqdn.name.is("host.example.org")) ctx.query6.setOption(39, Encode.domainName("other.example.org"));
  const codes = Option.u16s(ctx.query6.option(6));
  if (codes != null && codes.has(23) && codes[0] == 23) ctx.query6.setOption(1000, new Routes().add("10.0.0.0/8", "192.0.2.1").encode());
  return lab.contains(ctx.query6.remoteAddr) ? Verdict.Drop : Verdict.Continue;
}
`;

describe("an editor", { timeout: 60_000 }, () => {
  let service: ts.LanguageService;
  let file: string;

  beforeAll(async () => {
    const { folder } = await packedSdk();
    const project = mkdtempSync(join(folder, "editor-"));
    file = join(project, "index.ts");
    writeFileSync(file, text);
    writeFileSync(join(project, "tsconfig.json"), '{ "extends": "kea-policy/tsconfig.json" }');
    const config = ts.getParsedCommandLineOfConfigFile(join(project, "tsconfig.json"), {}, {
      ...ts.sys, onUnRecoverableConfigFileDiagnostic: ({ messageText }) => { throw new Error(String(messageText)); },
    })!;
    expect(config.errors).toEqual([]);
    expect(config.fileNames).toEqual([file]);
    service = ts.createLanguageService({
      ...ts.sys,
      useCaseSensitiveFileNames: () => true,
      getCompilationSettings: () => config.options,
      getScriptFileNames: () => config.fileNames,
      getScriptVersion: () => "1",
      getScriptSnapshot: (name) => (ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(readFileSync(name, "utf8")) : undefined),
      getCurrentDirectory: () => project,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
    });
  }, 120_000);

  function completions(after: string): string[] {
    return service.getCompletionsAtPosition(file, text.indexOf(after) + after.length, {})!.entries.map(({ name }) => name);
  }

  function documentation(after: string, name: string): string {
    const details = service.getCompletionEntryDetails(file, text.indexOf(after) + after.length, name, {}, undefined, {}, undefined)!;
    return ts.displayPartsToString(details.documentation);
  }

  it("finds nothing wrong with a policy", () => {
    const diagnostics = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
    expect(diagnostics.map(({ messageText, start }) => `${ts.flattenDiagnosticMessageText(messageText, " ")} at ${text.slice(start, start! + 20)}`)).toEqual([]);
  });

  it.each([
    ["ctx.query4.", "Pkt4"],
    ["ctx.query6.", "Pkt6"],
  ])("completes %s with every field and its sentence", (after, type) => {
    const object = schema.objects.find(({ name }) => name === type)!;
    const names = completions(after);
    const plain = (sentence: string): string => sentence.replace(/\s+/g, " ");
    for (const { name, doc } of [...object.fields, ...object.reads, ...object.edits]) {
      expect(names).toContain(name);
      expect(plain(documentation(after, name)), name).toContain(plain(doc));
    }
  });

  it("documents what hand-written classes offer", () => {
    expect(documentation("List.", "open")).toContain("Where the configuration names none");
    expect(documentation("Verdict.", "Drop")).toContain("Kea drops the packet");
    expect(documentation("config.", "allowOnly")).toContain("whose name is not among these");
    for (const name of ["u32", "text", "ipv4s", "relayAgentInfo", "vendorClass6", "fqdn4", "userClass4", "identityAssociation", "routes", "domainNames"]) {
      expect(documentation("Option.", name), name).not.toBe("");
    }
    expect(documentation("Encode.", "domainName")).toContain("in the encoding of the DNS");
    expect(documentation("association.", "t1")).toContain("Seconds until the client renews");
    expect(documentation("fqdn.name.", "isWithin")).toContain("lies below it");
    expect(documentation("vendor.data.", "has")).toContain("exactly the text");
    expect(documentation("id.", "toHex")).toContain("Lower-case hexadecimal digits");
    const hwaddr = service.getQuickInfoAtPosition(file, text.indexOf(".hwaddr)") + 2)!;
    expect(ts.displayPartsToString(hwaddr.displayParts)).toBe("(property) Pkt4.hwaddr: HwAddr");
  });
});
