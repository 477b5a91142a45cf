// SPDX-License-Identifier: MPL-2.0
// The environment that is being made: one growing run of bytes, NAME=VALUE and a zero byte for each variable, written once from front to back.
// A name is the prefix, the group's name ("QUERY4") and a suffix ("_TYPE="); the values write what follows.
import { runScript } from "kea-policy/assembly/generated/imports";

const FIRST_SIZE: usize = 8192;

/** Bytes are copied eight at a time, so that up to seven more are touched behind them. */
const SLACK: usize = 8;

/** The longest name of a group with its number. */
const GROUP_ROOM: usize = 64;

const KEA_: u32 = 0x5f41454b; // "KEA_", first letter lowest
const KEA_LENGTH: usize = 4;

/** The lowest of the eight bytes that are zero leaves its highest bit, and no byte before it does; 0 where none is. */
// @ts-ignore: decorator
@inline
function zeroBytes(word: u64): u64 {
  return (word - 0x0101010101010101) & ~word & 0x8080808080808080;
}

/** Bytes before the first zero byte, at most `length`. */
export function lengthToZero(start: usize, length: usize): usize {
  let at = start;
  const end = start + length;
  while (at + 8 <= end) {
    const zeros = zeroBytes(load<u64>(at));
    if (zeros != 0) return at - start + (<usize>ctz(zeros) >> 3);
    at += 8;
  }
  while (at < end && load<u8>(at) != 0) ++at;
  return at - start;
}

/** A text of ASCII that is part of the program: `changetype<usize>("...")`. As a reference, the collector would keep book of each use. */
export type Letters = usize;

/** How many there are: twice as many bytes stand before them. */
// @ts-ignore: decorator
@inline
export function lengthOf(letters: Letters): usize {
  return <usize>(load<u32>(letters - 4) >> 1);
}

/** Writes them, and touches up to three bytes behind them; returns where they end. */
export function writeAscii(to: usize, letters: Letters): usize {
  const length = lengthOf(letters);
  for (let done: usize = 0; done < length; done += 4) {
    // Four letters of two bytes each become four bytes.
    let four = load<u64>(letters + (done << 1));
    four = (four | (four >> 8)) & 0x0000ffff0000ffff;
    store<u32>(to + done, <u32>(four | (four >> 16)));
  }
  return to + length;
}

// Without a head for the collector: there is one, and it stays.
// @ts-ignore: decorator
@unmanaged
export class VariableBlock {
  private start: usize = heap.alloc(FIRST_SIZE);
  private limit: usize = FIRST_SIZE;
  private to: usize = 0;
  private readonly groupName: usize = heap.alloc(GROUP_ROOM + SLACK);
  private groupLength: usize = 0;
  private prefixLength: usize = 0;
  private twice: bool = false;

  constructor() {
    this.limit += this.start;
  }

  /** Which spellings are set: with KEA_, without, or all of them with and then all without. */
  spell(withPrefix: bool, without: bool): void {
    this.prefixLength = withPrefix ? KEA_LENGTH : 0;
    this.twice = withPrefix && without;
  }

  /** Begins an environment. */
  open(): void {
    this.to = this.start;
  }

  /** Names the variables that follow. */
  group(name: string): void {
    store<u32>(this.groupName, KEA_);
    this.groupLength = writeAscii(this.groupName + this.prefixLength, changetype<Letters>(name)) - this.groupName;
  }

  /** The same with a number behind the name. */
  numberedGroup(name: string, index: u32): void {
    this.group(name);
    this.groupLength = writeDecimal(this.groupName + this.groupLength, index) - this.groupName;
  }

  /** Begins a variable of the group and makes room for its value; returns where that goes. */
  begin(suffix: Letters, room: usize): usize {
    const at = this.roomAt(this.to, this.groupLength + lengthOf(suffix) + room);
    copyShort(at, this.groupName, this.groupLength);
    return writeAscii(at + this.groupLength, suffix);
  }

  /** Makes room for so many bytes at a place in the block; returns where that place is then. */
  roomAt(at: usize, room: usize): usize {
    // What ends the variable, and what is touched behind a name.
    const needed = at + room + 1 + SLACK;
    if (needed <= this.limit) return at;
    const used = at - this.start;
    const size = max((this.limit - this.start) * 2, needed - this.start);
    this.start = heap.realloc(this.start, size);
    this.limit = this.start + size;
    return this.start + used;
  }

  /** Ends the variable whose value ends here. */
  end(at: usize): void {
    store<u8>(at, 0);
    this.to = at + 1;
  }

  /** Starts the script with this environment; what it says is the verdict. */
  run(): u32 {
    if (this.twice) this.spellAgain();
    return runScript(this.start, <u32>(this.to - this.start));
  }

  /** Appends every variable again without its prefix. */
  private spellAgain(): void {
    const length = this.to - this.start;
    const room = this.roomAt(this.to, length);
    let at = room;
    for (let from = this.start; from < room; ) {
      from += KEA_LENGTH;
      let word = load<u64>(from);
      store<u64>(at, word);
      while (zeroBytes(word) == 0) {
        word = load<u64>((from += 8));
        store<u64>((at += 8), word);
      }
      // The zero byte that ends it was copied with the last eight.
      const bytes = (<usize>ctz(zeroBytes(word)) >> 3) + 1;
      from += bytes;
      at += bytes;
    }
    this.to = at;
  }
}

/** Copies a few bytes, and touches up to seven behind them: quicker than memory.copy, which is a call out of wasm. */
// @ts-ignore: decorator
@inline
export function copyShort(to: usize, from: usize, length: usize): void {
  for (let done: usize = 0; done < length; done += 8) store<u64>(to + done, load<u64>(from + done));
}

/** Decimal digits; returns where they end. At most 20. */
export function writeDecimal(to: usize, value: u64): usize {
  let digits: usize = 1;
  for (let rest = value; rest >= 10; rest /= 10) ++digits;
  for (let at = to + digits; at > to; value /= 10) store<u8>(--at, <u8>(0x30 + (value % 10)));
  return to + digits;
}
