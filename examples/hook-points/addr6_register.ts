// SPDX-License-Identifier: MPL-2.0
// Only addresses of 2001:db8:1::/48 are registered.
import { Addr6Register, Verdict } from "kea-policy/assembly";

export function addr6_register(ctx: Addr6Register): Verdict {
  return ctx.address6.inPrefix(0x20010db800010000, 0, 48) ? Verdict.Continue : Verdict.Drop;
}
