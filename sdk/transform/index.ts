// SPDX-License-Identifier: MPL-2.0
// Runs inside asc ("transform" in asconfig.json): checks what makes a policy, and tells the host what it is.
import { dirname, join } from "node:path";
import type { Program } from "assemblyscript";
import type Binaryen from "assemblyscript/binaryen";
import { checkImports, checkOptions } from "./build_options.ts";
import { checkCalloutState } from "./callout_state.ts";
import { fieldsRead } from "./fields_read.ts";
import { addHints } from "./hints.ts";
import { checkExports } from "./hook_point_exports.ts";
import { checkKeptViews } from "./kept_views.ts";
import { addMetadata, nearestVersion } from "./metadata.ts";
import { keepNullComparisons } from "./null_comparison.ts";
import { redirectDate } from "./redirect_date.ts";
import { policyEntries } from "./sdk_elements.ts";

/** "sourceMap" of the SDK's asconfig.json has asc ask for a map each time. */
type Emitted = { binary: Uint8Array; sourceMap: string };

/** asc makes one of it and calls the methods below; it sets these members before. */
export default class PolicyTransform {
  declare readonly program: Program;
  declare readonly baseDir: string;
  declare readonly binaryen: typeof Binaryen;

  afterInitialize(program: Program): void {
    checkOptions(program);
    checkExports(program);
    checkCalloutState(program);
    redirectDate(program);
    keepNullComparisons();
    addHints(program);
  }

  afterCompile(module: Binaryen.Module): void {
    const { baseDir, binaryen, program } = this;
    checkKeptViews(program);
    checkImports(program, module, binaryen);
    const version = nearestVersion(join(baseDir, dirname(policyEntries(program)[0]?.source.normalizedPath ?? "")));
    const fields = fieldsRead(program);
    const emitBinary = module.emitBinary.bind(module) as (url?: string) => Emitted;
    // asc optimizes after this hook and then emits: the section can only be added where the bytes come out.
    module.emitBinary = ((url?: string) => {
      // asc --converge compares sizes on the way: it hands over no address and takes bare bytes.
      if (url === undefined) return emitBinary();
      const { binary, sourceMap } = emitBinary(url);
      return { binary: addMetadata(binary, sourceMap, module, binaryen, { name: program.options.basenameHint, version, fields }), sourceMap };
    }) as typeof module.emitBinary;
  }
}
