// SPDX-License-Identifier: MPL-2.0
import { describe, expect, it } from "vitest";
import { layOut } from "../../sdk/abi/layout.ts";
import { schema } from "../../sdk/abi/schema.ts";
import { FrameBuilder } from "../../sdk/cli/frame_builder.ts";
import { encodePkt4Receive, encodePkt6Receive, writeRelayHop } from "../../sdk/cli/generated/encode.ts";
import { ipv6Of } from "../../sdk/cli/values.ts";

const record = 56;
const [pkt4, pkt6] = layOut(schema).objects;

function offset(name: string): number {
  const field = [...pkt4!.fields, ...pkt6!.fields].find((one) => one.name === name);
  if (!field) throw new Error(`There is no field ${name}.`);
  return record + field.offset;
}

const u32 = (frame: Uint8Array, at: number) => new DataView(frame.buffer, frame.byteOffset).getUint32(at, true);

describe("the encoder", () => {
  it("tells absent from empty by the presence bit", () => {
    const presence = (clientId: string | null) => u32(encodePkt4Receive({ query4: { clientId } }), record + 8);
    expect(presence(null)).toBe(0);
    expect(presence("")).toBe(1);
    const empty = encodePkt4Receive({ query4: { clientId: "" } });
    expect([u32(empty, offset("clientId")), u32(empty, offset("clientId") + 4)]).toEqual([0, 0]);
  });

  it("leaves lazy fields at 0, whatever is known of them", () => {
    const frame = encodePkt4Receive({ query4: { sname: "00", classes: [{ text: "ALL" }] } });
    expect([u32(frame, offset("sname")), u32(frame, offset("classes"))]).toEqual([0, 0]);
    expect(frame).toEqual(encodePkt4Receive({ query4: {} }));
  });

  it("takes bytes as an array, as digits with and without colons, and as text", () => {
    const frames = [Uint8Array.of(0x65, 0x30), "65:30", "6530", { text: "e0" }].map((iface) => encodePkt4Receive({ query4: { iface } }));
    for (const frame of frames) expect(frame).toEqual(frames[0]);
  });

  it("writes the whole frame anew when a builder is used again", () => {
    const frame = new FrameBuilder();
    encodePkt4Receive({ query4: { iface: { text: "a long interface name" }, giaddr: "192.0.2.1", localAddr: "192.0.2.2" } }, frame);
    expect(encodePkt6Receive({ query6: { transid: 1 } }, frame)).toEqual(encodePkt6Receive({ query6: { transid: 1 } }));
  });

  it.each<[string, () => unknown, string]>([
    ["a number that does not fit", () => encodePkt4Receive({ query4: { type: 256 } }), "Pkt4.type: 256 does not fit; it must be 0 to 255."],
    ["a negative number", () => encodePkt4Receive({ query4: { secs: -1 } }), "Pkt4.secs: -1 does not fit; it must be 0 to 65535."],
    ["a fraction", () => encodePkt4Receive({ query4: { hops: 1.5 } }), "Pkt4.hops: 1.5 is no integer."],
    ["half a byte", () => encodePkt6Receive({ query6: { duid: "0:1" } }), 'Pkt6.duid: "0:1" is not hexadecimal'],
    ["an address of the other family", () => encodePkt4Receive({ query4: { giaddr: "::1" } }), 'Pkt4.giaddr: "::1" is no IPv4 address'],
    ["a zone", () => writeRelayHop(new FrameBuilder(), { peerAddr: "fe80::1%eth0" }, 1), 'RelayHop.peerAddr: "fe80::1%eth0" is no IPv6 address'],
    ["a region that is too small", () => encodePkt4Receive({ query4: { iface: { text: "eth0" } } }, new FrameBuilder(171)), "The frame has no room: 171 bytes"],
  ])("refuses %s", (_, encode, sentence) => {
    expect(encode).toThrow(sentence);
  });
});

describe("ipv6Of", () => {
  it.each([
    ["::", "00000000000000000000000000000000"],
    ["::1", "00000000000000000000000000000001"],
    ["fe80::", "fe800000000000000000000000000000"],
    ["2001:db8::a:1", "20010db80000000000000000000a0001"],
    ["1:2:3:4:5:6:7:8", "00010002000300040005000600070008"],
    ["::ffff:192.0.2.1", "00000000000000000000ffffc0000201"],
  ])("%s", (text, hex) => {
    expect(Buffer.from(ipv6Of(text, "address")).toString("hex")).toBe(hex);
  });
});
