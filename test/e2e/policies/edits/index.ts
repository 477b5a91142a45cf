// SPDX-License-Identifier: MPL-2.0
// Does to each packet what the configuration says: { "edits": [ { "edit": "setOption", "code": 12, "value": "hexadecimal" }, … ] }.
import { config, ConfigValue, Pkt4Receive, Pkt6Receive, Verdict } from "kea-policy/assembly";

const edits: ConfigValue[] = config.get("edits").list();

export function pkt4_receive(ctx: Pkt4Receive): Verdict {
  for (let i = 0; i < edits.length; i++) {
    const edit = edits[i];
    const name = edit.get("edit").string();
    if (name == "setOption") ctx.query4.setOption(<u32>edit.get("code").integer(), edit.get("value").hex());
    else if (name == "removeOption") ctx.query4.removeOption(<u32>edit.get("code").integer());
    else if (name == "addClass") ctx.query4.addClass(edit.get("value").string());
    else throw new Error("unknown edit " + name);
  }
  return config.get("drop").booleanOr(false) ? Verdict.Drop : Verdict.Continue;
}

export function pkt6_receive(ctx: Pkt6Receive): Verdict {
  for (let i = 0; i < edits.length; i++) {
    const edit = edits[i];
    const name = edit.get("edit").string();
    if (name == "setOption") ctx.query6.setOption(<u32>edit.get("code").integer(), edit.get("value").hex());
    else if (name == "removeOption") ctx.query6.removeOption(<u32>edit.get("code").integer());
    else if (name == "addClass") ctx.query6.addClass(edit.get("value").string());
    else throw new Error("unknown edit " + name);
  }
  return config.get("drop").booleanOr(false) ? Verdict.Drop : Verdict.Continue;
}
