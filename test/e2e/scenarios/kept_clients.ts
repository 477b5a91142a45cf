// SPDX-License-Identifier: MPL-2.0
// Clients whose messages, and the answers to them, are kept.
import type { Endpoint } from "../client_socket.ts";
import { Dhcp4Client, type Dhcp4Fields, type Exchange4 } from "../dhcp4_client.ts";
import { Dhcp6Client, type Dhcp6Fields, type Exchange6 } from "../dhcp6_client.ts";
import { nextTransactionId, type DhcpOption } from "../dhcp_bytes.ts";

/** One message of a client, and the answer if any. */
export interface Exchange {
  /** 0 where the bytes are no packet. */
  transid: number;
  bytes: Buffer;
  answer: Buffer | null;
}

const patiently = { attempts: 1, timeoutMs: 10_000 };

export class KeptClient4 extends Dhcp4Client {
  constructor(server: Endpoint, private readonly kept_: Exchange[], fields: Dhcp4Fields) {
    super(server, { ...patiently, ...fields });
  }

  /** Each message has a transaction id of its own here, so that what was logged of it is found. */
  override async send(type: number, own: DhcpOption[], fields: Dhcp4Fields = {}): Promise<Exchange4> {
    const exchange = await super.send(type, own, { ...fields, attempts: 1, xid: 0x1000000 + nextTransactionId() });
    this.kept_.push({ transid: exchange.sent.xid, bytes: exchange.bytes, answer: exchange.answerBytes });
    return exchange;
  }
}

export class KeptClient6 extends Dhcp6Client {
  constructor(server: Endpoint, private readonly kept_: Exchange[], fields: Dhcp6Fields) {
    super(server, { ...patiently, ...fields });
  }

  override async send(type: number, own: DhcpOption[], fields: Dhcp6Fields = {}): Promise<Exchange6> {
    const exchange = await super.send(type, own, { ...fields, attempts: 1 });
    this.kept_.push({ transid: exchange.sent.message.transactionId, bytes: exchange.bytes, answer: exchange.answerBytes });
    return exchange;
  }
}
