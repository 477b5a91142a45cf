// SPDX-License-Identifier: MPL-2.0
// A real DHCPv6 client over UDP. Its messages come through at least one relay, as they must on loopback.
import { randomBytes } from "node:crypto";
import { exchangeBytes, type Endpoint } from "./client_socket.ts";
import {
  decodeDhcp6, Dhcp6Type, encodeDhcp6, grants6, identityAssociation, Option6,
  type Dhcp6Message, type Dhcp6Packet, type Relay6,
} from "./dhcp6_codec.ts";
import { CLIENT_TIMEOUT_MS } from "./dhcp4_client.ts";
import { findOption, hex, ipv6Bytes, nextTransactionId, type DhcpOption } from "./dhcp_bytes.ts";

export interface RelayFields {
  linkAddress?: string;
  peerAddress?: string;
  /** The relay's place, counted from the client, by default. */
  hopCount?: number;
  /** Option 18. */
  interfaceId?: string | Buffer;
  /** Option 37. */
  remoteId?: { enterprise: number; id: string | Buffer };
  /** Option 79 for an Ethernet address, or its whole value as bytes. */
  clientLinkLayer?: string | Buffer;
  /** Sent behind those above, in their order. */
  options?: DhcpOption[];
}

/** What a message carries; given to the client for all its messages, or to one verb for that message. */
export interface Dhcp6Fields {
  /** Option 1, in hexadecimal or bytes; a random DUID-LL by default. */
  duid?: string | Buffer;
  transactionId?: number;
  /** The id of the default IA_NA. */
  iaid?: number;
  /** IA options to ask with; one IA_NA by default. */
  associations?: DhcpOption[];
  /** From the client outwards. */
  relays?: RelayFields[];
  /** Sent behind the options that the verb needs, in their order. */
  options?: DhcpOption[];
  /** All options of the message, in their order: nothing is added. */
  rawOptions?: DhcpOption[];
  timeoutMs?: number;
  attempts?: number;
}

export interface Exchange6 {
  /** The exact bytes sent, relays included. */
  bytes: Buffer;
  sent: Dhcp6Packet;
  /** Null: no answer came in time. */
  answer: Dhcp6Message | null;
  /** The Relay-reply messages around the answer. */
  answerRelays: Relay6[];
  answerBytes: Buffer | null;
  attempts: number;
}

export interface Lease6 {
  /** The first address or prefix got, or null where the server was silent or refused. */
  address: string | null;
  solicit: Exchange6;
  request: Exchange6 | null;
}

export class Dhcp6Client {
  private readonly fields_: Dhcp6Fields;

  constructor(private readonly endpoint_: Endpoint, fields: Dhcp6Fields = {}) {
    this.fields_ = { duid: Buffer.concat([hex("0003000102"), randomBytes(5)]), ...fields };
  }

  solicit(fields: Dhcp6Fields = {}): Promise<Exchange6> {
    return this.send(Dhcp6Type.SOLICIT, this.associations_(fields), fields);
  }

  /** Asks for what an advertisement holds. */
  request(advertise: Dhcp6Message, fields: Dhcp6Fields = {}): Promise<Exchange6> {
    return this.send(Dhcp6Type.REQUEST, fromAnswer(advertise), fields);
  }

  renew(reply: Dhcp6Message, fields: Dhcp6Fields = {}): Promise<Exchange6> {
    return this.send(Dhcp6Type.RENEW, fromAnswer(reply), fields);
  }

  rebind(reply: Dhcp6Message, fields: Dhcp6Fields = {}): Promise<Exchange6> {
    return this.send(Dhcp6Type.REBIND, fromAnswer(reply).filter(isAssociation), fields);
  }

  confirm(reply: Dhcp6Message, fields: Dhcp6Fields = {}): Promise<Exchange6> {
    return this.send(Dhcp6Type.CONFIRM, fromAnswer(reply).filter(isAssociation), fields);
  }

  release(reply: Dhcp6Message, fields: Dhcp6Fields = {}): Promise<Exchange6> {
    return this.send(Dhcp6Type.RELEASE, fromAnswer(reply), fields);
  }

  decline(reply: Dhcp6Message, fields: Dhcp6Fields = {}): Promise<Exchange6> {
    return this.send(Dhcp6Type.DECLINE, fromAnswer(reply), fields);
  }

  informationRequest(fields: Dhcp6Fields = {}): Promise<Exchange6> {
    return this.send(Dhcp6Type.INFORMATION_REQUEST, [], fields);
  }

  /** Registers an address that the client made by itself (RFC 9686); the address is that of the message's sender as well. */
  register(address: string, preferred: number, valid: number, fields: Dhcp6Fields = {}): Promise<Exchange6> {
    const iaAddress = Buffer.alloc(24, ipv6Bytes(address));
    iaAddress.writeUInt32BE(preferred, 16);
    iaAddress.writeUInt32BE(valid, 20);
    // Kea takes the sender from the relay that is nearest to the client: from its peer address, or in some versions its link address.
    const relays = [{ peerAddress: address, linkAddress: address }];
    return this.send(Dhcp6Type.ADDR_REG_INFORM, [{ code: Option6.IA_ADDRESS, data: iaAddress }], { relays, ...fields });
  }

  /** SOLICIT, ADVERTISE, REQUEST, REPLY. Sends each message up to three times, as a client would, unless told otherwise. */
  async obtainLease(fields: Dhcp6Fields = {}): Promise<Lease6> {
    const patient = { attempts: 3, ...fields };
    const solicit = await this.solicit(patient);
    if (solicit.answer?.type === Dhcp6Type.REPLY) return { address: firstGrant(solicit.answer), solicit, request: null };
    if (solicit.answer?.type !== Dhcp6Type.ADVERTISE) return { address: null, solicit, request: null };
    const { transactionId: _, ...others } = patient;
    const request = await this.request(solicit.answer, others);
    return { address: request.answer && firstGrant(request.answer), solicit, request };
  }

  /** Any message: its type, the options that it needs, and everything else by `fields`. */
  async send(type: number, own: DhcpOption[], fields: Dhcp6Fields = {}): Promise<Exchange6> {
    const all = { ...this.fields_, ...fields };
    const transactionId = all.transactionId ?? nextTransactionId();
    const duid = typeof all.duid === "string" ? hex(all.duid) : all.duid!;
    const options = all.rawOptions ?? [
      { code: Option6.CLIENT_ID, data: duid },
      ...own,
      { code: Option6.ELAPSED_TIME, data: Buffer.alloc(2) },
      ...(all.options ?? []),
    ];
    const relays = (all.relays ?? [{}]).map(composeRelay);
    const sent: Dhcp6Packet = { relays, message: { type, transactionId, options } };
    const bytes = encodeDhcp6(sent);
    const { answer, attempts } = await exchangeBytes(
      this.endpoint_, transactionId, bytes, all.timeoutMs ?? CLIENT_TIMEOUT_MS, all.attempts,
    );
    const decoded = answer && decodeDhcp6(answer);
    return {
      bytes, sent, answer: decoded?.message ?? null, answerRelays: decoded?.relays ?? [], answerBytes: answer, attempts,
    };
  }

  private associations_(fields: Dhcp6Fields): DhcpOption[] {
    const { associations, iaid } = { ...this.fields_, ...fields };
    return associations ?? [identityAssociation(Option6.IA_NA, iaid ?? 1)];
  }
}

function composeRelay(fields: RelayFields, index: number): Relay6 {
  const options: DhcpOption[] = [];
  const { interfaceId, remoteId, clientLinkLayer } = fields;
  if (interfaceId !== undefined) options.push({ code: Option6.INTERFACE_ID, data: Buffer.from(interfaceId) });
  if (remoteId) {
    const enterprise = Buffer.alloc(4);
    enterprise.writeUInt32BE(remoteId.enterprise);
    options.push({ code: Option6.REMOTE_ID, data: Buffer.concat([enterprise, Buffer.from(remoteId.id)]) });
  }
  if (clientLinkLayer !== undefined) {
    const ethernet = Buffer.from([0, 1]);
    const data = typeof clientLinkLayer === "string" ? Buffer.concat([ethernet, hex(clientLinkLayer)]) : clientLinkLayer;
    options.push({ code: Option6.CLIENT_LINKLAYER, data });
  }
  return {
    type: Dhcp6Type.RELAY_FORWARD,
    hopCount: fields.hopCount ?? index,
    linkAddress: fields.linkAddress ?? "2001:db8:1::1",
    peerAddress: fields.peerAddress ?? "fe80::1",
    options: [...options, ...(fields.options ?? [])],
  };
}

function isAssociation(option: DhcpOption): boolean {
  return option.code === Option6.IA_NA || option.code === Option6.IA_PD;
}

/** The server's id and the associations of its answer, to be sent back to it. */
function fromAnswer(answer: Dhcp6Message): DhcpOption[] {
  const server = findOption(answer.options, Option6.SERVER_ID);
  const associations = answer.options.filter(isAssociation);
  return server ? [{ code: Option6.SERVER_ID, data: server }, ...associations] : associations;
}

function firstGrant(answer: Dhcp6Message): string | null {
  return grants6(answer)[0]?.address ?? null;
}
