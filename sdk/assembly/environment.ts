// SPDX-License-Identifier: MPL-2.0
// What a program finds around itself: chance and time. Both come from the host, so that a recorded callout can be played again.
import * as host from "./generated/imports";

/** Start of `Math.random()`: "use" in asconfig.json puts it in the place of asc's import. */
export function seed(): f64 {
  return host.seed();
}

/**
 * `Date.now()`. AssemblyScript's Date calls a binding that "use" does not reach; the SDK's transform puts this function there.
 * f64, because that is what the binding returns.
 */
export function dateNow(): f64 {
  return <f64>host.now();
}
