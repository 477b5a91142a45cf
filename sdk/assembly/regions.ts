// SPDX-License-Identifier: MPL-2.0
// The two regions of memory that host and policy share, and the number of the interface. entry.ts exports them. There must be one
// copy of this file in a module: entry.ts imports it by package path, because asc would compile a relative import a second time.
import { ABI } from "./generated/verdict";

/** Number of the interface that this SDK speaks; the host refuses one above its own. */
export const kea_policy_abi: i32 = ABI;

/** Bytes of the region that the host writes before and during a callout: four times what the largest UDP datagram holds. */
export const kea_policy_frame_size: i32 = 256 * 1024;

/** Address of that region. `memory.data` reserves it outside of the heap, so that the collector never touches it. */
export const kea_policy_frame: usize = memory.data(256 * 1024, 8);

/** Bytes of the region that the policy writes its edits to. */
export const kea_policy_edits_size: i32 = 64 * 1024;

/** Address of that region: u32 bytes used, u32 zero, then the entries. */
export const kea_policy_edits: usize = memory.data(64 * 1024, 8);
