// SPDX-License-Identifier: MPL-2.0
import * as host from "./generated/imports";

// @ts-ignore: decorator
@inline
function write(level: u32, text: string): void {
  host.log(level, changetype<usize>(text), <u32>text.length << 1);
}

/**
 * Lines for Kea's log. They go to the logger of the hook library with the policy's name before them; the host lets through a limited
 * number a second, and counts the others. `console.log` and its relatives do the same.
 * @since 0.1.0
 */
export namespace log {
  /** A line that Kea logs where its severity for the hook library is DEBUG. */
  export function debug(text: string): void {
    write(0, text);
  }

  /** A line of severity INFO. */
  export function info(text: string): void {
    write(1, text);
  }

  /** A line of severity WARN. */
  export function warn(text: string): void {
    write(2, text);
  }

  /** A line of severity ERROR. */
  export function error(text: string): void {
    write(3, text);
  }
}

/** The global `console` of a policy ("use" in asconfig.json puts it there): `log` and `info` write at INFO. */
export namespace console {
  /** A line of severity ERROR where the condition does not hold; the policy goes on. */
  export function assert<T>(condition: T, message: string = ""): void {
    if (!condition) write(3, message.length > 0 ? "Assertion failed: " + message : "Assertion failed");
  }

  /** A line of severity INFO. */
  export function log(message: string = ""): void {
    write(1, message);
  }

  /** A line of severity DEBUG. */
  export function debug(message: string = ""): void {
    write(0, message);
  }

  /** A line of severity INFO. */
  export function info(message: string = ""): void {
    write(1, message);
  }

  /** A line of severity WARN. */
  export function warn(message: string = ""): void {
    write(2, message);
  }

  /** A line of severity ERROR. */
  export function error(message: string = ""): void {
    write(3, message);
  }
}

/** The global `trace(message, count, numbers…)` of a policy: a line of severity DEBUG. */
export function trace(
  message: string,
  count: i32 = 0,
  a0: f64 = 0,
  a1: f64 = 0,
  a2: f64 = 0,
  a3: f64 = 0,
  a4: f64 = 0,
): void {
  let line = message;
  if (count > 0) line += " " + a0.toString();
  if (count > 1) line += " " + a1.toString();
  if (count > 2) line += " " + a2.toString();
  if (count > 3) line += " " + a3.toString();
  if (count > 4) line += " " + a4.toString();
  write(0, line);
}
