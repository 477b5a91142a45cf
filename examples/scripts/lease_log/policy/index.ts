// SPDX-License-Identifier: MPL-2.0
// A line of JSON in Kea's log for each lease that begins, goes on or ends. No program is started.
import {
  Dhcp4Type, Lease4, Lease4Decline, Lease4Expire, Lease4Release, Lease4Renew, Lease4Select, Lease6, Lease6Decline, Lease6Expire,
  Lease6Rebind, Lease6Release, Lease6Renew, Lease6Select, Lease6Type, Verdict,
} from "kea-policy/assembly";
import { JsonLine } from "./json_line";

function write(event: string, address: string, hwaddr: string, duid: string, hostname: string, validLifetime: u32): Verdict {
  const line = new JsonLine();
  line.string("time", new Date(Date.now()).toISOString());
  line.string("event", event);
  line.string("address", address);
  line.stringOrNull("hwaddr", hwaddr);
  line.stringOrNull("duid", duid);
  line.stringOrNull("hostname", hostname);
  line.number("valid_lifetime", validLifetime);
  console.info(line.end());
  return Verdict.Continue;
}

function log4(event: string, lease: Lease4): Verdict {
  const hwaddr = lease.hwaddr;
  // What the client sent is bytes. toString() reads them as UTF-8 and makes U+FFFD of what is none.
  return write(event, lease.address.toString(), hwaddr === null ? "" : hwaddr.toString(), "", lease.hostname.toString(), lease.validLifetime);
}

function log6(event: string, lease: Lease6): Verdict {
  const hwaddr = lease.hwaddr;
  const duid = lease.duid;
  const address = lease.type == Lease6Type.Prefix ? `${lease.address.toString()}/${lease.prefixLength}` : lease.address.toString();
  return write(
    event, address, hwaddr === null ? "" : hwaddr.toString(), duid === null ? "" : duid.toString(), lease.hostname.toString(), lease.validLifetime,
  );
}

export function lease4_select(ctx: Lease4Select): Verdict {
  return ctx.fakeAllocation ? Verdict.Continue : log4("lease4_select", ctx.lease4);
}

export function lease4_renew(ctx: Lease4Renew): Verdict {
  // Kea calls this for a DISCOVER too, where the client has a lease already.
  return ctx.query4.type == Dhcp4Type.Request ? log4("lease4_renew", ctx.lease4) : Verdict.Continue;
}

export function lease4_release(ctx: Lease4Release): Verdict {
  return log4("lease4_release", ctx.lease4);
}

export function lease4_decline(ctx: Lease4Decline): Verdict {
  return log4("lease4_decline", ctx.lease4);
}

export function lease4_expire(ctx: Lease4Expire): Verdict {
  return log4("lease4_expire", ctx.lease4);
}

export function lease6_select(ctx: Lease6Select): Verdict {
  return ctx.fakeAllocation ? Verdict.Continue : log6("lease6_select", ctx.lease6);
}

export function lease6_renew(ctx: Lease6Renew): Verdict {
  return log6("lease6_renew", ctx.lease6);
}

export function lease6_rebind(ctx: Lease6Rebind): Verdict {
  return log6("lease6_rebind", ctx.lease6);
}

export function lease6_release(ctx: Lease6Release): Verdict {
  return log6("lease6_release", ctx.lease6);
}

export function lease6_decline(ctx: Lease6Decline): Verdict {
  return log6("lease6_decline", ctx.lease6);
}

export function lease6_expire(ctx: Lease6Expire): Verdict {
  return log6("lease6_expire", ctx.lease6);
}
