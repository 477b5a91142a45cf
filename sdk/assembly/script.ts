// SPDX-License-Identifier: MPL-2.0
// Running the program that Kea's configuration names for this policy (its key "script"), and the environment that it gets.
import { ByteView } from "./bytes";
import * as host from "./generated/imports";
import { Verdict } from "./generated/verdict";

/**
 * The environment of a program: variables in the order in which they were set. It lives in one buffer, which grows where it must and is
 * used again for the next program, so setting variables allocates nothing. Make one at the top of the module:
 *
 *     const environment = new Environment();
 *
 * A program reads a value up to its first zero byte, as in every system call; so a value is cut there when it is set.
 * A name must have at least one byte and no "="; another one is a fault when the program is to be run.
 * @since 0.1.0
 */
export class Environment {
  private room: StaticArray<u8> = new StaticArray<u8>(4096);
  private used: i32 = 0;
  /** The value that is being set had a zero byte: nothing more of it counts. */
  private cut: bool = false;

  /** Takes all variables out. */
  clear(): void {
    this.used = 0;
    this.cut = false;
  }

  /** Bytes of all variables, the zero byte behind each included. */
  get length(): i32 {
    return this.used;
  }

  /** Sets a variable to a text, in UTF-8. */
  set(name: string, value: string): void {
    this.begin(name);
    this.addText(value);
    this.end();
  }

  /** Sets a variable to bytes as they are: what a client sent may be anything, so the program must quote it. */
  setBytes(name: string, value: ByteView): void {
    this.begin(name);
    this.addData(value.dataStart, value.length);
    this.end();
  }

  /** Sets a variable to a number in decimal digits. */
  setInteger(name: string, value: i64): void {
    this.begin(name);
    this.addInteger(value);
    this.end();
  }

  /** Sets a variable to lower-case hexadecimal digits, with a separator between bytes. */
  setHex(name: string, value: ByteView, separator: string = ":"): void {
    this.begin(name);
    this.addHex(value, separator);
    this.end();
  }

  /** Begins a variable whose value is put together piece by piece; `end()` closes it. The name may come in two pieces. */
  begin(name: string, rest: string = ""): void {
    this.cut = false;
    this.addText(name);
    if (rest.length > 0) this.addText(rest);
    this.addByte(0x3d);
  }

  /** Appends a text to the value, in UTF-8. */
  addText(text: string): void {
    const length = String.UTF8.byteLength(text);
    if (this.cut || length == 0) return;
    const to = this.reserve(length);
    String.UTF8.encodeUnsafe(changetype<usize>(text), text.length, to);
    this.take(to, length);
  }

  /** Appends bytes to the value. */
  addBytes(value: ByteView): void {
    this.addData(value.dataStart, value.length);
  }

  /** Appends bytes that lie anywhere in the policy's memory. */
  addData(start: usize, length: i32): void {
    if (this.cut || length == 0) return;
    const to = this.reserve(length);
    memory.copy(to, start, <usize>length);
    this.take(to, length);
  }

  /** Appends one byte. */
  addByte(byte: u8): void {
    if (this.cut) return;
    const to = this.reserve(1);
    store<u8>(to, byte);
    this.take(to, 1);
  }

  /** Appends a number in decimal digits. */
  addInteger(value: i64): void {
    if (this.cut) return;
    let rest: u64 = value < 0 ? ~(<u64>value) + 1 : <u64>value;
    let digits = 1;
    for (let left = rest; left >= 10; left /= 10) ++digits;
    const length = digits + (value < 0 ? 1 : 0);
    const to = this.reserve(length);
    if (value < 0) store<u8>(to, 0x2d);
    for (let at = to + <usize>length - 1; digits > 0; --digits, --at) {
      store<u8>(at, <u8>(0x30 + rest % 10));
      rest /= 10;
    }
    this.used += length;
  }

  /** Appends hexadecimal digits, two for each byte, in lower case unless told otherwise. */
  addHex(value: ByteView, separator: string = "", upper: bool = false): void {
    const start = value.dataStart;
    const length = value.length;
    const letter: u32 = upper ? 0x37 : 0x57;
    for (let index = 0; index < length; ++index) {
      if (index > 0 && separator.length > 0) this.addText(separator);
      if (this.cut) return;
      const byte = <u32>load<u8>(start + <usize>index);
      const to = this.reserve(2);
      store<u8>(to, <u8>((byte >> 4) + (byte >> 4 < 10 ? 0x30 : letter)));
      store<u8>(to, <u8>((byte & 15) + ((byte & 15) < 10 ? 0x30 : letter)), 1);
      this.used += 2;
    }
  }

  /** Ends the variable that `begin()` began. */
  end(): void {
    store<u8>(this.reserve(1), 0);
    ++this.used;
    this.cut = false;
  }

  /** Address of the first byte, for the host. */
  get dataStart(): usize {
    return changetype<usize>(this.room);
  }

  /** Room for so many bytes behind what is used. */
  private reserve(length: i32): usize {
    const wanted = this.used + length;
    if (wanted > this.room.length) {
      let size = this.room.length;
      while (size < wanted) size <<= 1;
      const larger = new StaticArray<u8>(size);
      memory.copy(changetype<usize>(larger), changetype<usize>(this.room), <usize>this.used);
      this.room = larger;
    }
    return changetype<usize>(this.room) + <usize>this.used;
  }

  /** Counts what was just written, up to a zero byte in it. */
  private take(start: usize, length: i32): void {
    for (let index = 0; index < length; ++index) {
      if (load<u8>(start + <usize>index) == 0) {
        this.cut = true;
        this.used += index;
        return;
      }
    }
    this.used += length;
  }
}

/**
 * The program that Kea's configuration names for this policy, with its key `"script"`. A policy that uses this class is loaded only with
 * that key.
 * @since 0.1.0
 */
export namespace Script {
  /**
   * Runs the program with the hook point's name as its argument and exactly this environment (and what the configuration's `"environment"`
   * adds to it). What comes back is the verdict to return: Continue, or what the configuration's `"exit-status"` makes of how the program
   * ended, or its `"on-error"` where it could not be run, was killed or took longer than `"timeout-ms"`. With `"wait": false` the program
   * runs later and the verdict is Continue. So it is where Kea can park the packet, such as at leases4_committed: there the program runs when all
   * policies of the hook point have decided and none of them dropped the packet, and Kea then does what it says, continue or drop.
   *
   * Waiting takes nothing of the policy's budget. Outside of a callout it is a fault.
   */
  export function run(environment: Environment): Verdict {
    return <Verdict>host.runScript(environment.dataStart, <u32>environment.length);
  }
}
