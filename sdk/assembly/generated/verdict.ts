// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// What a policy returns, and the number of the interface.

/** What a policy decides. Which of them a hook point takes is said at its context class. */
export enum Verdict {
  /** Kea goes on as if the policy had not been there; edits are applied. */
  Continue = 0,
  /** Kea leaves out what it would do next; what that is depends on the hook point. Edits are applied. */
  Skip = 1,
  /** Kea drops the packet. No later policy is asked; edits are not applied. */
  Drop = 2,
}

/** Number of the interface; a host takes policies whose number is not above its own. */
export const ABI: i32 = 3;
