// SPDX-License-Identifier: MPL-2.0
// How values are written: one method for each format of sdk/abi/script_variables/variable.ts. They write bytes where they belong; no string is made.
import { ByteView, IPv4, IPv6, Lease6Type, Pkt6, Verdict } from "kea-policy/assembly";
import { copyShort, lengthOf, lengthToZero, Letters, VariableBlock, writeAscii, writeDecimal } from "./block";
import { writeHex, writeIpv4, writeIpv6 } from "./digits";
import { dhcp4Name, dhcp6Name, leaseStateName } from "./names";

/** Room for what has a bound: an address with its length, a number, a name. */
const SHORT: usize = 64;

/** Room for Kea's text of a lease or an ordinary packet; a longer one gets its own. */
const TEXT: usize = 4096;

const FOREVER: u32 = 0xffffffff;

// @ts-ignore: decorator
@unmanaged
class Values extends VariableBlock {
  /** The script's verdict. */
  verdict(): Verdict {
    return <Verdict>this.run();
  }

  empty(suffix: Letters): void {
    this.end(this.begin(suffix, 0));
  }

  /** A text of ASCII that is part of the program. */
  word(suffix: Letters, word: string): void {
    const letters = changetype<Letters>(word);
    this.end(writeAscii(this.begin(suffix, lengthOf(letters)), letters));
  }

  number(suffix: Letters, value: i64): void {
    let at = this.begin(suffix, SHORT);
    if (value < 0) {
      store<u8>(at++, 0x2d);
      value = -value;
    }
    this.end(writeDecimal(at, <u64>value));
  }

  unsigned(suffix: Letters, value: i64): void {
    this.end(writeDecimal(this.begin(suffix, SHORT), <u64>value));
  }

  oneOrZero(suffix: Letters, value: bool): void {
    const at = this.begin(suffix, 1);
    store<u8>(at, value ? 0x31 : 0x30);
    this.end(at + 1);
  }

  trueOrFalse(suffix: Letters, value: bool): void {
    this.word(suffix, value ? "true" : "false");
  }

  ipv4(suffix: Letters, address: IPv4): void {
    this.end(writeIpv4(this.begin(suffix, SHORT), address.value));
  }

  ipv6(suffix: Letters, address: IPv6): void {
    this.end(writeIpv6(this.begin(suffix, SHORT), address.high, address.low));
  }

  prefix4(suffix: Letters, address: IPv4, length: u8): void {
    this.prefixLengthBehind(writeIpv4(this.begin(suffix, SHORT), address.value), length);
  }

  prefix6(suffix: Letters, address: IPv6, length: u8): void {
    this.prefixLengthBehind(writeIpv6(this.begin(suffix, SHORT), address.high, address.low), length);
  }

  private prefixLengthBehind(at: usize, length: u8): void {
    store<u8>(at, 0x2f);
    this.end(writeDecimal(at + 1, length));
  }

  /** "08:00:27" */
  colons(suffix: Letters, bytes: ByteView): void {
    const length = <usize>bytes.length;
    let at = this.begin(suffix, length * 3);
    const from = bytes.dataStart;
    for (let index: usize = 0; index < length; ++index) {
      if (index > 0) store<u8>(at++, 0x3a);
      at = writeHex(at, load<u8>(from + index), 0x57);
    }
    this.end(at);
  }

  /** "0x08002A", or nothing where there is no byte. */
  hex(suffix: Letters, bytes: ByteView): void {
    const length = <usize>bytes.length;
    let at = this.begin(suffix, 2 + length * 2);
    const from = bytes.dataStart;
    if (length > 0) {
      store<u16>(at, 0x7830);
      at += 2;
    }
    for (let index: usize = 0; index < length; ++index) at = writeHex(at, load<u8>(from + index), 0x37);
    this.end(at);
  }

  /** As they are, up to the first zero byte. */
  bytes(suffix: Letters, bytes: ByteView): void {
    const length = lengthToZero(bytes.dataStart, <usize>bytes.length);
    const at = this.begin(suffix, length);
    copyShort(at, bytes.dataStart, length);
    this.end(at + length);
  }

  dhcp4Type(suffix: Letters, type: u8): void {
    this.word(suffix, dhcp4Name(type));
  }

  dhcp6Type(suffix: Letters, packet: Pkt6): void {
    const name = dhcp6Name(packet.type);
    if (name.length > 0) return this.word(suffix, name);
    const at = this.begin(suffix, SHORT);
    this.end(at + min(packet.typeNameInto(at, <u32>SHORT), <u32>SHORT));
  }

  lease6Type(suffix: Letters, type: u8): void {
    this.word(suffix, type == Lease6Type.Prefix ? "IA_PD" : type == Lease6Type.TemporaryAddress ? "IA_TA" : "IA_NA");
  }

  leaseState<T>(suffix: Letters, lease: T): void {
    const name = leaseStateName(lease.state);
    if (name.length > 0) return this.word(suffix, name);
    const at = this.begin(suffix, SHORT);
    this.end(at + min(lease.stateNameInto(at, <u32>SHORT), <u32>SHORT));
  }

  /** Code of the option that an identity association of this type of lease is. */
  associationType(suffix: Letters, type: u8): void {
    this.word(suffix, type == Lease6Type.Prefix ? "25" : "3");
  }

  /** As Kea's Lease::expired(): by the second. */
  isExpired(suffix: Letters, validLifetime: u32, cltt: i64): void {
    this.oneOrZero(suffix, validLifetime != FOREVER && cltt + <i64>validLifetime < Date.now() / 1000);
  }

  /** Kea's own text of an object. */
  text<T>(suffix: Letters, object: T): void {
    let at = this.begin(suffix, TEXT);
    const length = object.textInto(at, <u32>TEXT);
    if (<usize>length > TEXT) {
      at = this.roomAt(at, length);
      object.textInto(at, length);
    }
    this.end(at + lengthToZero(at, length));
  }

  /** Kea's label of a packet. */
  label<T>(suffix: Letters, packet: T): void {
    let at = this.begin(suffix, TEXT);
    const length = packet.labelInto(at, <u32>TEXT);
    if (<usize>length > TEXT) {
      at = this.roomAt(at, length);
      packet.labelInto(at, length);
    }
    this.end(at + lengthToZero(at, length));
  }

  /** An option of the relay nearest to the client that has it; no variable where none has. */
  relayOption(suffix: Letters, packet: Pkt6, code: u32): void {
    for (let index = <i32>packet.relayCount - 1; index >= 0; --index) {
      const hop = packet.relay(index);
      if (hop === null) return;
      const option = hop.option(code);
      if (option !== null) return this.hex(suffix, option);
    }
  }
}

/** The one environment of this instance. */
export const values = new Values();
