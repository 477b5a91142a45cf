// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// The raw functions that the host offers. A policy never meets an address: it uses the classes beside this file.

/** Ends the callout as a fault; does not return. */
// @ts-ignore: decorator
@external("kea_policy_1", "abort")
export declare function abort(message: usize, messageBytes: u32, file: usize, fileBytes: u32, line: u32, column: u32): void;

/** A line for Kea's log: level 0 debug, 1 info, 2 warning, 3 error. */
// @ts-ignore: decorator
@external("kea_policy_1", "log")
export declare function log(level: u32, text: usize, bytes: u32): void;

/**
 * Refuses the configuration with a sentence, while the policy starts or in load(), whatever load() returns then.
 * Nothing later on.
 */
// @ts-ignore: decorator
@external("kea_policy_1", "refuse")
export declare function refuse(text: usize, bytes: u32): void;

/** A random number from 0 up to 1, for Math.random. */
// @ts-ignore: decorator
@external("kea_policy_1", "seed")
export declare function seed(): f64;

/** Milliseconds since 1970, for Date. */
// @ts-ignore: decorator
@external("kea_policy_1", "now")
export declare function now(): i64;

/** Brings a lazy field into the frame. */
// @ts-ignore: decorator
@external("kea_policy_1", "fetch")
export declare function fetch(object: u32, field: u32): usize;

/** Brings an option's value into the frame. */
// @ts-ignore: decorator
@external("kea_policy_1", "option")
export declare function option(object: u32, code: u32): usize;

/** Brings the value of an option inside an option into the frame. */
// @ts-ignore: decorator
@external("kea_policy_1", "sub_option")
export declare function subOption(object: u32, code: u32, subCode: u32): usize;

/** Brings the record of a relay agent into the frame. */
// @ts-ignore: decorator
@external("kea_policy_1", "relay")
export declare function relay(object: u32, index: u32): usize;

/**
 * Kea's own text of an object: which 0 the full text, 1 the label, 2 the name of a packet's type or of a lease's state.
 * Writes as much as fits, returns the full length in bytes.
 */
// @ts-ignore: decorator
@external("kea_policy_1", "text")
export declare function text(object: u32, which: u32, destination: usize, capacity: u32): u32;

/** The number of a list that the configuration names, 0 where it names none. */
// @ts-ignore: decorator
@external("kea_policy_1", "list_open")
export declare function listOpen(name: usize, bytes: u32): u32;

/** What a list holds: 0 no such list, 1 hwaddr, 2 oui, 3 duid, 4 prefix, 5 string. */
// @ts-ignore: decorator
@external("kea_policy_1", "list_kind")
export declare function listKind(list: u32): u32;

/**
 * 1 where the list has the key (oui: its first three bytes; prefix: a prefix that covers the address of 4 or 16 bytes),
 * else 0.
 */
// @ts-ignore: decorator
@external("kea_policy_1", "list_has")
export declare function listHas(list: u32, key: usize, bytes: u32): u32;

/**
 * Kind of a node of the policy's configuration: 0 absent, 1 null, 2 boolean, 3 integer, 4 number, 5 string, 6 list, 7
 * map. Node 1 is the whole.
 */
// @ts-ignore: decorator
@external("kea_policy_1", "config_kind")
export declare function configKind(node: u32): u32;

/** Items of a list or map, bytes of a string, else 0. */
// @ts-ignore: decorator
@external("kea_policy_1", "config_size")
export declare function configSize(node: u32): u32;

/** An item of a list, or the value of a map's member by position; 0 where there is none. */
// @ts-ignore: decorator
@external("kea_policy_1", "config_item")
export declare function configItem(node: u32, index: u32): u32;

/** The value of a map's member by name; 0 where there is none. */
// @ts-ignore: decorator
@external("kea_policy_1", "config_member")
export declare function configMember(node: u32, name: usize, bytes: u32): u32;

/** Name of a map's member by position. Writes as much as fits, returns the full length in bytes. */
// @ts-ignore: decorator
@external("kea_policy_1", "config_name")
export declare function configName(node: u32, index: u32, destination: usize, capacity: u32): u32;

/** Value of an integer or boolean node, else 0. */
// @ts-ignore: decorator
@external("kea_policy_1", "config_integer")
export declare function configInteger(node: u32): i64;

/** Value of an integer or number node, else 0. */
// @ts-ignore: decorator
@external("kea_policy_1", "config_number")
export declare function configNumber(node: u32): f64;

/** Value of a string node. Writes as much as fits, returns the full length in bytes. */
// @ts-ignore: decorator
@external("kea_policy_1", "config_string")
export declare function configString(node: u32, destination: usize, capacity: u32): u32;

/**
 * Brings the record of an item of a list into the frame; it may take the place of one that was brought at least a
 * hundred items ago.
 */
// @ts-ignore: decorator
@external("kea_policy_1", "item")
export declare function item(object: u32, index: u32): usize;

/** Brings the value of one of several options with the same code into the frame. */
// @ts-ignore: decorator
@external("kea_policy_1", "option_at")
export declare function optionAt(object: u32, code: u32, index: u32): usize;

/**
 * Runs the program that the policy's configuration names with its key script, and answers the verdict that follows from
 * it: 0 continue, 1 skip, 2 drop. Where Kea parks the packet, it answers 0 at once, and the program runs when the chain
 * has ended. The environment is a run of NAME=VALUE strings of bytes, a zero byte behind each. Only a policy with that
 * key may import it.
 */
// @ts-ignore: decorator
@external("kea_policy_1", "run_script")
export declare function runScript(environment: usize, bytes: u32): u32;

/** As item, for an item that has a number of its own. */
// @ts-ignore: decorator
@external("kea_policy_1", "find")
export declare function find(object: u32, number: u32): usize;
