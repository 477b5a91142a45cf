// SPDX-License-Identifier: MPL-2.0
import { Lease4Select, Lease6Expire, Verdict as Decision } from "kea-policy/assembly";

export function refuse(callout: Lease4Select): Decision {
  return passOn(callout);
}

function passOn(callout: Lease4Select): Decision {
  if (callout.fakeAllocation) return (callout.query4.relayed ? Decision.Continue : Decision.Drop);
  return Decision.Skip;
}

export namespace expired {
  export function keep(callout: Lease6Expire): Decision {
    return Decision.Skip;
  }
}
