// SPDX-License-Identifier: MPL-2.0
// A real DHCPv4 client over UDP. It speaks as a relay agent at `giaddr`, as a client on loopback must.
import { randomBytes } from "node:crypto";
import { exchangeBytes, type Endpoint } from "./client_socket.ts";
import {
  decodeDhcp4, Dhcp4Type, encodeDhcp4, encodeOptions4, messageType4, Option4, option4, type Dhcp4Message,
} from "./dhcp4_codec.ts";
import { hex, ipv4Bytes, ipv4Text, nextTransactionId, type DhcpOption } from "./dhcp_bytes.ts";

/** What a message carries; given to the client for all its messages, or to one verb for that message. */
export interface Dhcp4Fields {
  /** 0 to 16 bytes; a random local address by default. */
  hwaddr?: string | Buffer;
  htype?: number;
  /** The length that the message claims; that of `hwaddr` by default. */
  hlen?: number;
  hops?: number;
  xid?: number;
  secs?: number;
  flags?: number;
  ciaddr?: string;
  giaddr?: string;
  sname?: string | Buffer;
  file?: string | Buffer;
  /** Option 61, in hexadecimal or bytes. */
  clientId?: string | Buffer;
  /** Sub-options of option 82, in their order. */
  relayAgent?: DhcpOption[];
  /** Sent behind the options that the verb needs, in their order. */
  options?: DhcpOption[];
  /** All options of the message, in their order: nothing is added, not even the message type. */
  rawOptions?: DhcpOption[];
  /** How long to wait for an answer to one transmission. */
  timeoutMs?: number;
  /** How often to send. */
  attempts?: number;
}

export interface Exchange4 {
  /** The exact bytes sent. */
  bytes: Buffer;
  sent: Dhcp4Message;
  /** Null: no answer came in time. */
  answer: Dhcp4Message | null;
  answerBytes: Buffer | null;
  /** How often the message was sent. */
  attempts: number;
}

export interface Lease4 {
  /** The address got, or null where the server was silent or refused. */
  address: string | null;
  discover: Exchange4;
  request: Exchange4 | null;
}

export const CLIENT_TIMEOUT_MS = Number(process.env["KEA_POLICY_CLIENT_TIMEOUT_MS"] ?? 700);
// A server says nothing to a release or decline; this only lets the packet arrive before the test goes on.
const NO_ANSWER_EXPECTED_MS = 100;

export class Dhcp4Client {
  private readonly fields_: Dhcp4Fields;

  constructor(private readonly endpoint_: Endpoint, fields: Dhcp4Fields = {}) {
    this.fields_ = { hwaddr: Buffer.concat([Buffer.from([2]), randomBytes(5)]), ...fields };
  }

  discover(fields: Dhcp4Fields = {}): Promise<Exchange4> {
    return this.send(Dhcp4Type.DISCOVER, [], fields);
  }

  /** Asks for the address that an offer holds (or a given one, of any server: a reboot). */
  request(offer: Dhcp4Message | string, fields: Dhcp4Fields = {}): Promise<Exchange4> {
    if (typeof offer === "string") {
      return this.send(Dhcp4Type.REQUEST, [{ code: Option4.REQUESTED_ADDRESS, data: ipv4Bytes(offer) }], fields);
    }
    const own: DhcpOption[] = [{ code: Option4.REQUESTED_ADDRESS, data: ipv4Bytes(offer.yiaddr) }];
    const server = option4(offer, Option4.SERVER_ID);
    if (server) own.push({ code: Option4.SERVER_ID, data: server });
    return this.send(Dhcp4Type.REQUEST, own, { xid: offer.xid, ...fields });
  }

  /** Extends a lease: a request from its address. */
  renew(address: string, fields: Dhcp4Fields = {}): Promise<Exchange4> {
    return this.send(Dhcp4Type.REQUEST, [], { ciaddr: address, ...fields });
  }

  inform(address: string, fields: Dhcp4Fields = {}): Promise<Exchange4> {
    return this.send(Dhcp4Type.INFORM, [], { ciaddr: address, ...fields });
  }

  release(ack: Dhcp4Message, fields: Dhcp4Fields = {}): Promise<Exchange4> {
    const own = [{ code: Option4.SERVER_ID, data: option4(ack, Option4.SERVER_ID) ?? Buffer.alloc(4) }];
    return this.send(Dhcp4Type.RELEASE, own, { ciaddr: ack.yiaddr, timeoutMs: NO_ANSWER_EXPECTED_MS, ...fields });
  }

  decline(ack: Dhcp4Message, fields: Dhcp4Fields = {}): Promise<Exchange4> {
    const own = [
      { code: Option4.REQUESTED_ADDRESS, data: ipv4Bytes(ack.yiaddr) },
      { code: Option4.SERVER_ID, data: option4(ack, Option4.SERVER_ID) ?? Buffer.alloc(4) },
    ];
    return this.send(Dhcp4Type.DECLINE, own, { timeoutMs: NO_ANSWER_EXPECTED_MS, ...fields });
  }

  /** DISCOVER, OFFER, REQUEST, ACK. Sends each message up to three times, as a client would, unless told otherwise. */
  async obtainLease(fields: Dhcp4Fields = {}): Promise<Lease4> {
    const patient = { attempts: 3, ...fields };
    const discover = await this.discover(patient);
    if (!discover.answer || messageType4(discover.answer) !== Dhcp4Type.OFFER) return { address: null, discover, request: null };
    const request = await this.request(discover.answer, patient);
    const got = request.answer && messageType4(request.answer) === Dhcp4Type.ACK;
    return { address: got ? request.answer!.yiaddr : null, discover, request };
  }

  /** Any message: its type, the options that it needs, and everything else by `fields`. */
  async send(type: number, own: DhcpOption[], fields: Dhcp4Fields = {}): Promise<Exchange4> {
    const all = { ...this.fields_, ...fields };
    const sent = composeMessage(type, own, all);
    const bytes = encodeDhcp4(sent);
    const { answer, attempts } = await this.exchange_(sent.xid, bytes, all.timeoutMs ?? CLIENT_TIMEOUT_MS, all.attempts);
    return { bytes, sent, answer: answer && decodeDhcp4(answer), answerBytes: answer, attempts };
  }

  /** How its bytes reach the server. */
  protected exchange_(xid: number, bytes: Buffer, timeoutMs: number, attempts?: number): Promise<{ answer: Buffer | null; attempts: number }> {
    return exchangeBytes(this.endpoint_, xid, bytes, timeoutMs, attempts);
  }
}

function composeMessage(type: number, own: DhcpOption[], all: Dhcp4Fields): Dhcp4Message {
  const chaddr = typeof all.hwaddr === "string" ? hex(all.hwaddr) : all.hwaddr!;
  return {
    op: 1, htype: all.htype ?? 1, hlen: all.hlen ?? chaddr.length, hops: all.hops ?? 1,
    xid: all.xid ?? nextTransactionId(), secs: all.secs ?? 0, flags: all.flags ?? 0,
    ciaddr: all.ciaddr ?? "0.0.0.0", yiaddr: "0.0.0.0", siaddr: "0.0.0.0", giaddr: all.giaddr ?? "127.0.0.1",
    chaddr, sname: Buffer.from(all.sname ?? ""), file: Buffer.from(all.file ?? ""),
    options: all.rawOptions ?? composeOptions(type, own, all),
  };
}

function composeOptions(type: number, own: DhcpOption[], all: Dhcp4Fields): DhcpOption[] {
  const options: DhcpOption[] = [{ code: Option4.MESSAGE_TYPE, data: Buffer.from([type]) }];
  if (all.clientId !== undefined) {
    options.push({ code: Option4.CLIENT_ID, data: typeof all.clientId === "string" ? hex(all.clientId) : all.clientId });
  }
  options.push(...own, ...(all.options ?? []));
  // RFC 3046: a relay agent puts its option behind all others.
  if (all.relayAgent) options.push({ code: Option4.RELAY_AGENT, data: encodeOptions4(all.relayAgent) });
  return options;
}

/** The server that answered, by option 54. */
export function serverOf(message: Dhcp4Message): string | null {
  const id = option4(message, Option4.SERVER_ID);
  return id && ipv4Text(id);
}
