// SPDX-License-Identifier: MPL-2.0
// Where both servers call policies about something else than a packet or a lease.
import type { HookPoint } from "../schema_types.ts";

export const hookPointsOfBoth: HookPoint[] = [];
