// SPDX-License-Identifier: MPL-2.0
// Every scenario, in the order of docs/tested.md.
import type { Scenario } from "./scenario.ts";
import { scenarios4 } from "./scenarios4.ts";
import { scenarios6 } from "./scenarios6.ts";
import { scenariosOver6 } from "./scenarios_over6.ts";

export const allScenarios: Scenario[] = [...scenarios4, ...scenarios6, ...scenariosOver6];
