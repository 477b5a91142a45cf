// SPDX-License-Identifier: MPL-2.0
// Tables → host/src/generated/script_manners.h: what the host must know of the manners to take a configuration.
import { SourceText } from "../source_text.ts";
import type { Manner } from "./variable.ts";

export function emitScriptManners(manners: Manner[]): string {
  const text = new SourceText("    ");
  text.line("// SPDX-License-Identifier: MPL-2.0");
  text.line("// Generated from sdk/abi/script_variables by `npm run gen`: change those files, not this one.");
  text.comment("//", "The manners in which a script gets its variables, and the hook points that each has.");
  text.line("#pragma once").line().line("#include <string_view>").line().line("namespace kea_policy {").line();
  text.line("/// A hook point of a manner.");
  text.block("struct ScriptHookPoint {", "};", () => {
    text.line("/// As Kea names it.").line("std::string_view name;");
    text.line("/// It calls the script where the configuration does not say which hook points do.").line("bool by_default;");
  });
  for (const manner of manners) {
    text.line().block(`constexpr ScriptHookPoint k${constant(manner)}HookPoints[] = {`, "};", () => {
      for (const { name, byDefault } of manner.hookPoints) text.line(`{"${name}", ${byDefault}},`);
    });
  }
  text.line().line("/// A way to name and write the variables of a script.");
  text.block("struct ScriptManner {", "};", () => {
    text.line("/// As the configuration's `variables` names it.").line("std::string_view name;");
    text.line("const ScriptHookPoint* hook_points;").line("std::size_t hook_point_count;").line();
    text.line("const ScriptHookPoint* begin() const noexcept { return hook_points; }");
    text.line("const ScriptHookPoint* end() const noexcept { return hook_points + hook_point_count; }");
  });
  text.line().line("/// The first one is taken where the configuration names none.");
  text.block("constexpr ScriptManner kScriptManners[] = {", "};", () => {
    for (const manner of manners) text.line(`{"${manner.name}", k${constant(manner)}HookPoints, ${manner.hookPoints.length}},`);
  });
  text.line().line("}  // namespace kea_policy");
  return text.toString().replace("#include <string_view>", "#include <cstddef>\n#include <string_view>");
}

function constant(manner: Manner): string {
  return manner.name.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
