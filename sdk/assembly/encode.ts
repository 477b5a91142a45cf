// SPDX-License-Identifier: MPL-2.0
import { writeLabels } from "./name_wire";
import { E_NO_NAME } from "./errors";
import { toUtf8 } from "./utf8";

/**
 * Values for `setOption`. Each is an array of bytes that may be kept: make those that stay the same in `load()` or at the top of the module.
 *
 *     answer.setOption(51, Encode.u32(3600));
 *     answer.setOption(6, Encode.ipv4s([parseIPv4("192.0.2.53")]));
 *
 * @since 0.1.0
 */
export class Encode {
  private constructor() {}

  /** One byte. */
  static u8(value: u8): Uint8Array {
    return numbers<u8>([value]);
  }

  /** Two bytes in network byte order. */
  static u16(value: u16): Uint8Array {
    return numbers<u16>([value]);
  }

  /** Four bytes in network byte order. */
  static u32(value: u32): Uint8Array {
    return numbers<u32>([value]);
  }

  /** A byte for each number. */
  static u8s(values: u8[]): Uint8Array {
    return numbers<u8>(values);
  }

  /** Two bytes in network byte order for each number. */
  static u16s(values: u16[]): Uint8Array {
    return numbers<u16>(values);
  }

  /** Four bytes in network byte order for each number. */
  static u32s(values: u32[]): Uint8Array {
    return numbers<u32>(values);
  }

  /** A text in UTF-8. */
  static text(value: string): Uint8Array {
    return toUtf8(value);
  }

  /** One IPv4 address, as `IPv4.value` and `parseIPv4` give it. */
  static ipv4(address: u32): Uint8Array {
    return numbers<u32>([address]);
  }

  /** IPv4 addresses, each as `IPv4.value` and `parseIPv4` give it. */
  static ipv4s(addresses: u32[]): Uint8Array {
    return numbers<u32>(addresses);
  }

  /** IPv6 addresses, each as `IPv6.copy` and `parseIPv6` give it; one of another length than sixteen bytes aborts. */
  static ipv6s(addresses: Uint8Array[]): Uint8Array {
    for (let index = 0; index < addresses.length; ++index) assert(addresses[index].length == 16, "An IPv6 address has sixteen bytes.");
    return joined(addresses);
  }

  /**
   * A domain name in the encoding of the DNS, its root at the end, where the text has a dot there and where it has none. What is no name
   * aborts with a sentence. Source: RFC 1035 section 3.1.
   */
  static domainName(name: string): Uint8Array {
    const text = toUtf8(name);
    const room: usize = memory.data(256);
    const length = writeLabels(text.dataStart, text.length, room);
    if (length < 0) throw new Error(`"${name}"${E_NO_NAME}`);
    // An array of bytes begins as zeros, and the root is one.
    const value = new Uint8Array(length + 1);
    memory.copy(value.dataStart, room, <usize>length);
    return value;
  }

  /** Domain names one behind the other, uncompressed: for 119 and for DHCPv6's 24. */
  static domainNames(names: string[]): Uint8Array {
    const values = new Array<Uint8Array>(names.length);
    for (let index = 0; index < names.length; ++index) values[index] = Encode.domainName(names[index]);
    return joined(values);
  }
}

function numbers<T>(values: T[]): Uint8Array {
  const bytes = new Uint8Array(values.length * <i32>sizeof<T>());
  for (let index = 0; index < values.length; ++index) store<T>(bytes.dataStart + <usize>index * sizeof<T>(), bswap<T>(values[index]));
  return bytes;
}

function joined(parts: Uint8Array[]): Uint8Array {
  let length = 0;
  for (let index = 0; index < parts.length; ++index) length += parts[index].length;
  const bytes = new Uint8Array(length);
  let to = bytes.dataStart;
  for (let index = 0; index < parts.length; ++index) {
    memory.copy(to, parts[index].dataStart, <usize>parts[index].length);
    to += <usize>parts[index].length;
  }
  return bytes;
}
