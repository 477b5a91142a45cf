// SPDX-License-Identifier: MPL-2.0
//     this ─► 0 u32 distance to the name's first label   4 u32 length of the name in bytes   8 u32 flags, as in the option
import { ByteView } from "./bytes";
import { DomainName } from "./domain_name";
import { afterName, isPartialName, NAME_MOST, writeLabels } from "./name_wire";
import { takeRoom } from "./view_room";

const FLAG_S: u32 = 1;
const FLAG_O: u32 = 2;
const FLAG_E: u32 = 4;
const FLAG_N4: u32 = 8;
const FLAG_N6: u32 = 4;

/**
 * The name that a client has or wants, and who shall write it to the DNS: option 81 of DHCPv4, 39 of DHCPv6. A view: good during its callout.
 * Source: RFC 4702 section 2, RFC 4704 section 4; Kea isc::dhcp::Option4ClientFqdn, Option6ClientFqdn.
 * @since 0.1.0
 */
@unmanaged
export class ClientFqdn {
  /** A value of option 81; null where it is malformed, or says both N and S, which Kea refuses too. */
  static parse4(bytes: ByteView | null): ClientFqdn | null {
    if (bytes === null || bytes.length < 3) return null;
    const flags = <u32>bytes[0];
    if ((flags & (FLAG_N4 | FLAG_S)) == (FLAG_N4 | FLAG_S)) return null;
    const start = bytes.dataStart + 3;
    const length = bytes.length - 3;
    return (flags & FLAG_E) != 0 || length == 0 ? withName(start, length, flags, FLAG_N4) : withText(start, length, flags);
  }

  /** A value of option 39; null where it is malformed, or says both N and S, which Kea refuses too. */
  static parse6(bytes: ByteView | null): ClientFqdn | null {
    if (bytes === null || bytes.length < 1) return null;
    const flags = <u32>bytes[0];
    if ((flags & (FLAG_N6 | FLAG_S)) == (FLAG_N6 | FLAG_S)) return null;
    return withName(bytes.dataStart + 1, bytes.length - 1, flags, FLAG_N6);
  }

  /** The name, in DHCPv4 in both its encodings; partial or without any label where the client does not know it whole. */
  @inline get name(): DomainName {
    return changetype<DomainName>(this);
  }

  /** The flags as they travel; their bits differ between the families. */
  @inline get flags(): u8 {
    return <u8>load<u32>(changetype<usize>(this), 8);
  }

  /** Flag S: the client asks the server to write its address record to the DNS. */
  get serverUpdates(): bool {
    return (load<u32>(changetype<usize>(this), 8) & FLAG_S) != 0;
  }

  /** Flag O, set by servers only: the server does other than the client asked. */
  get overridden(): bool {
    return (load<u32>(changetype<usize>(this), 8) & FLAG_O) != 0;
  }

  /** Flag N: the client asks the server to write nothing to the DNS. */
  get noUpdate(): bool {
    return load<u32>(changetype<usize>(this), 12) != 0;
  }
}

function fqdnAt(start: usize, length: i32, flags: u32, flagN: u32): ClientFqdn {
  const form = takeRoom(16);
  store<u32>(form, <u32>(start - form));
  store<i32>(form, length, 4);
  store<u32>(form, flags, 8);
  store<u32>(form, flags & flagN, 12);
  return changetype<ClientFqdn>(form);
}

/** A name in the encoding of the DNS, whole or partial. */
function withName(start: usize, length: i32, flags: u32, flagN: u32): ClientFqdn | null {
  const end = start + <usize>length;
  return afterName(start, end) == end || isPartialName(start, length) ? fqdnAt(start, length, flags, flagN) : null;
}

/** A name in ASCII, which RFC 4702 calls deprecated and many clients send: its labels are written beside the view. */
function withText(start: usize, length: i32, flags: u32): ClientFqdn | null {
  const labels = takeRoom((<u32>NAME_MOST + 8) & ~7);
  let written = writeLabels(start, length, labels);
  if (written < 0) return null;
  // A dot at the end stands for the root.
  if (load<u8>(start + <usize>(length - 1)) == 0x2e) {
    store<u8>(labels + <usize>written, 0);
    ++written;
  }
  return fqdnAt(labels, written, flags, FLAG_N4);
}
