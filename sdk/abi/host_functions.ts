// SPDX-License-Identifier: MPL-2.0
// What a policy may import from the module kea_policy_1. Pointers are addresses in the policy's memory; text that goes to the
// host is UTF-16 as AssemblyScript holds it, its length in bytes; text from the host is UTF-8. A result of type
// address is 0 where there is nothing, and lies in the frame, good until the callout ends.
import type { HostFunction } from "./schema_types.ts";

export const hostFunctions: HostFunction[] = [
  { name: "abort", parameters: ["message:address", "messageBytes:u32", "file:address", "fileBytes:u32", "line:u32", "column:u32"], result: "void", doc: "Ends the callout as a fault; does not return." },
  { name: "log", parameters: ["level:u32", "text:address", "bytes:u32"], result: "void", doc: "A line for Kea's log: level 0 debug, 1 info, 2 warning, 3 error." },
  { name: "refuse", parameters: ["text:address", "bytes:u32"], result: "void", doc: "Refuses the configuration with a sentence, while the policy starts or in load(), whatever load() returns then. Nothing later on." },
  { name: "seed", parameters: [], result: "f64", doc: "A random number from 0 up to 1, for Math.random." },
  { name: "now", parameters: [], result: "i64", doc: "Milliseconds since 1970, for Date." },
  { name: "fetch", parameters: ["object:u32", "field:u32"], result: "address", doc: "Brings a lazy field into the frame." },
  { name: "option", parameters: ["object:u32", "code:u32"], result: "address", doc: "Brings an option's value into the frame." },
  { name: "sub_option", parameters: ["object:u32", "code:u32", "subCode:u32"], result: "address", doc: "Brings the value of an option inside an option into the frame." },
  { name: "relay", parameters: ["object:u32", "index:u32"], result: "address", doc: "Brings the record of a relay agent into the frame." },
  { name: "text", parameters: ["object:u32", "which:u32", "destination:address", "capacity:u32"], result: "u32", doc: "Kea's own text of an object: which 0 the full text, 1 the label, 2 the name of a packet's type or of a lease's state. Writes as much as fits, returns the full length in bytes." },
  { name: "list_open", parameters: ["name:address", "bytes:u32"], result: "u32", doc: "The number of a list that the configuration names, 0 where it names none." },
  { name: "list_kind", parameters: ["list:u32"], result: "u32", doc: "What a list holds: 0 no such list, 1 hwaddr, 2 oui, 3 duid, 4 prefix, 5 string." },
  { name: "list_has", parameters: ["list:u32", "key:address", "bytes:u32"], result: "u32", doc: "1 where the list has the key (oui: its first three bytes; prefix: a prefix that covers the address of 4 or 16 bytes), else 0." },
  { name: "config_kind", parameters: ["node:u32"], result: "u32", doc: "Kind of a node of the policy's configuration: 0 absent, 1 null, 2 boolean, 3 integer, 4 number, 5 string, 6 list, 7 map. Node 1 is the whole." },
  { name: "config_size", parameters: ["node:u32"], result: "u32", doc: "Items of a list or map, bytes of a string, else 0." },
  { name: "config_item", parameters: ["node:u32", "index:u32"], result: "u32", doc: "An item of a list, or the value of a map's member by position; 0 where there is none." },
  { name: "config_member", parameters: ["node:u32", "name:address", "bytes:u32"], result: "u32", doc: "The value of a map's member by name; 0 where there is none." },
  { name: "config_name", parameters: ["node:u32", "index:u32", "destination:address", "capacity:u32"], result: "u32", doc: "Name of a map's member by position. Writes as much as fits, returns the full length in bytes." },
  { name: "config_integer", parameters: ["node:u32"], result: "i64", doc: "Value of an integer or boolean node, else 0." },
  { name: "config_number", parameters: ["node:u32"], result: "f64", doc: "Value of an integer or number node, else 0." },
  { name: "config_string", parameters: ["node:u32", "destination:address", "capacity:u32"], result: "u32", doc: "Value of a string node. Writes as much as fits, returns the full length in bytes." },
  { name: "item", parameters: ["object:u32", "index:u32"], result: "address", doc: "Brings the record of an item of a list into the frame; it may take the place of one that was brought at least a hundred items ago." },
  { name: "option_at", parameters: ["object:u32", "code:u32", "index:u32"], result: "address", doc: "Brings the value of one of several options with the same code into the frame." },
  { name: "run_script", parameters: ["environment:address", "bytes:u32"], result: "u32", doc: "Runs the program that the policy's configuration names with its key script, and answers the verdict that follows from it: 0 continue, 1 skip, 2 drop. Where Kea parks the packet, it answers 0 at once, and the program runs when the chain has ended. The environment is a run of NAME=VALUE strings of bytes, a zero byte behind each. Only a policy with that key may import it." },
  { name: "find", parameters: ["object:u32", "number:u32"], result: "address", doc: "As item, for an item that has a number of its own." },
];
