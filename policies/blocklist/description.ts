// SPDX-License-Identifier: MPL-2.0
// A client in words, for a line of the log: its message and everything that rules may look at. Made only where a line is written.
import { Bytes, Pkt4, Pkt6 } from "kea-policy/assembly";
import { circuitId4, circuitId6, clientId4, messageType4, remoteId4, remoteId6, vendorClass4, vendorClassText } from "./identifier";

export function describe4(packet: Pkt4): string {
  const clientId = clientId4(packet);
  return (
    `${name4(messageType4(packet))} of hwaddr ${packet.hwaddr.toHex(":")}` +
    (clientId === null ? "" : ", client-id " + clientId.toHex(":")) +
    named("circuit-id", circuitId4(packet)) +
    named("remote-id", remoteId4(packet)) +
    named("vendor class", vendorClass4(packet))
  );
}

export function describe6(packet: Pkt6): string {
  const duid = packet.duid;
  const hwaddr = packet.hwaddr;
  return (
    `${name6(packet.type)} of DUID ${duid === null ? "(none)" : duid.toHex(":")}` +
    (hwaddr === null ? "" : ", hwaddr " + hwaddr.toHex(":")) +
    named("circuit-id", circuitId6(packet)) +
    named("remote-id", remoteId6(packet)) +
    vendorClasses6(packet)
  );
}

function vendorClasses6(packet: Pkt6): string {
  const option = packet.option(16);
  if (option === null) return "";
  let words = "";
  let at = 4;
  for (let text = vendorClassText(option, at); text !== null; text = vendorClassText(option, at)) {
    words += named("vendor class", text);
    at += 2 + text.length;
  }
  return words;
}

function named(name: string, value: Bytes | null): string {
  return value === null ? "" : `, ${name} ${quotedOrHex(value)}`;
}

/** As the configuration takes it: text in single quotes, and in hexadecimal digits what is no plain text. */
function quotedOrHex(value: Bytes): string {
  for (let index = 0; index < value.length; ++index) {
    if (value[index] < 0x20 || value[index] > 0x7e) return value.toHex(":");
  }
  return `'${String.UTF8.decodeUnsafe(value.dataStart, value.length)}'`;
}

function name4(type: u8): string {
  const names = ["DISCOVER", "OFFER", "REQUEST", "DECLINE", "ACK", "NAK", "RELEASE", "INFORM"];
  return type >= 1 && <i32>type <= names.length ? names[type - 1] : "message of type " + type.toString();
}

function name6(type: u8): string {
  const names = [
    "SOLICIT", "ADVERTISE", "REQUEST", "CONFIRM", "RENEW", "REBIND", "REPLY", "RELEASE", "DECLINE", "RECONFIGURE", "INFORMATION-REQUEST",
  ];
  return type >= 1 && <i32>type <= names.length ? names[type - 1] : "message of type " + type.toString();
}
