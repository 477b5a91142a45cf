// SPDX-License-Identifier: MPL-2.0
// The lease of a machine with a name is kept until it ends, so that the machine finds its address again.
import { Lease4Release, Verdict } from "kea-policy/assembly";

export function lease4_release(ctx: Lease4Release): Verdict {
  return ctx.lease4.hostname.length > 0 ? Verdict.Skip : Verdict.Continue;
}
