// SPDX-License-Identifier: MPL-2.0
// Rules are made in load() and stay as long as the instance. They are unmanaged: AssemblyScript's collector does not know of them, so that a
// packet does not pay for telling it which ones are in use.
import { Pkt4, Pkt6 } from "kea-policy/assembly";
import { circuitId4, circuitId6, clientId4, duid4, Identifier, remoteId4, remoteId6, someVendorClass6, vendorClass4 } from "./identifier";
import { Members } from "./members";

/** One set of clients: what of a client is looked at, and the values that it holds. Rules form a chain. */
@unmanaged
export class Rule {
  private readonly pathAddress: usize;

  constructor(
    private readonly identifier: Identifier,
    private readonly members: Members,
    path: string,
    readonly next: Rule | null,
  ) {
    this.pathAddress = __pin(changetype<usize>(path));
  }

  /** Where the configuration gives it, for the log: `config.hwaddrs` or `lists.denied`. */
  get path(): string {
    return changetype<string>(this.pathAddress);
  }

  /** Is this client one of them? */
  fits4(packet: Pkt4): bool {
    switch (this.identifier) {
      case Identifier.HwAddr: return this.members.has(packet.hwaddr);
      case Identifier.Duid: return this.members.has(duid4(packet));
      case Identifier.ClientId: return this.members.has(clientId4(packet));
      case Identifier.CircuitId: return this.members.has(circuitId4(packet));
      case Identifier.RemoteId: return this.members.has(remoteId4(packet));
      case Identifier.VendorClass: return this.members.has(vendorClass4(packet));
      default: return false;
    }
  }

  /** Is this client one of them? */
  fits6(packet: Pkt6): bool {
    switch (this.identifier) {
      // A lazy field: Kea searches for the address only where a rule asks for it.
      case Identifier.HwAddr: return this.members.has(packet.hwaddr);
      case Identifier.Duid: return this.members.has(packet.duid);
      case Identifier.CircuitId: return this.members.has(circuitId6(packet));
      case Identifier.RemoteId: return this.members.has(remoteId6(packet));
      case Identifier.VendorClass: return someVendorClass6(packet, this.members);
      // DHCPv6 clients have a DUID in place of a client id.
      default: return false;
    }
  }
}

/** The first rule of a chain that the client fits, or null. */
export function find4(first: Rule | null, packet: Pkt4): Rule | null {
  let rule = first;
  while (rule !== null && !rule.fits4(packet)) rule = rule.next;
  return rule;
}

/** The first rule of a chain that the client fits, or null. */
export function find6(first: Rule | null, packet: Pkt6): Rule | null {
  let rule = first;
  while (rule !== null && !rule.fits6(packet)) rule = rule.next;
  return rule;
}
