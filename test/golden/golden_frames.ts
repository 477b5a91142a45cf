// SPDX-License-Identifier: MPL-2.0
// The golden values and what the TypeScript encoder makes of them; see README.md.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FrameBuilder } from "../../sdk/cli/frame_builder.ts";
import { encodePkt4Receive, encodePkt6Receive, writeRelayHop } from "../../sdk/cli/generated/encode.ts";
import type { Pkt4Receive, Pkt6Receive, RelayHop } from "../../sdk/cli/generated/objects.ts";
import type { BytesValue, HwAddrValue } from "../../sdk/cli/values.ts";

export const folder = fileURLToPath(new URL("./", import.meta.url));

interface Tail {
  bytes: BytesValue;
  hwaddr: HwAddrValue;
  ipv4: string;
  ipv6: string;
  byteslist: BytesValue[];
  relay: RelayHop;
}

/** No handle of an argument; records_test.cc has the same. */
const relayHandle = 5;

export const goldenFrames: Record<string, () => Uint8Array> = {
  pkt4_receive: () => encodePkt4Receive(read<Pkt4Receive>("pkt4_receive")),
  pkt6_receive: () => encodePkt6Receive(read<Pkt6Receive>("pkt6_receive")),
  tail: () => {
    const values = read<Tail>("tail");
    const frame = new FrameBuilder();
    encodePkt6Receive({ query6: {} }, frame);
    frame.appendBytes(values.bytes, "bytes");
    frame.appendHwAddr(values.hwaddr, "hwaddr");
    frame.appendIpv4(values.ipv4, "ipv4");
    frame.appendIpv6(values.ipv6, "ipv6");
    frame.appendBytesList(values.byteslist, "byteslist");
    writeRelayHop(frame, values.relay, relayHandle);
    return frame.finish();
  },
};

function read<Value>(name: string): Value {
  return JSON.parse(readFileSync(`${folder}${name}.json`, "utf8")) as Value;
}
