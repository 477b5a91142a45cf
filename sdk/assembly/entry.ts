// SPDX-License-Identifier: MPL-2.0
// What the host takes from every policy besides its hook points. asc exports only what an entry file exports, so this file
// stands in "entries" of the SDK's asconfig.json. It imports by package path: a relative import would compile a second copy.
export {
  kea_policy_abi,
  kea_policy_edits,
  kea_policy_edits_size,
  kea_policy_frame,
  kea_policy_frame_size,
} from "kea-policy/assembly/regions";

// Named by "use" in asconfig.json: asc finds an alias only in a file that something imports.
import "kea-policy/assembly/abort";
import "kea-policy/assembly/log";
import "kea-policy/assembly/environment";
