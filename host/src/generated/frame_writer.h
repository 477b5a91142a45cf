// SPDX-License-Identifier: MPL-2.0
// Generated from sdk/abi/schema.ts by `npm run gen`: change that file, not this one.
// View → bytes at the offsets of abi.h. Knows neither Kea nor wasmtime. Nothing is written outside of the cursor's
// region: where it is too small the cursor says full and the frame must not be used.
#pragma once

#include "views.h"

namespace kea_policy {

/// Appends a record and what varies in it; its distance from the region's start, 0 where it does not fit.
uint32_t writePkt4(FrameCursor& cursor, const Pkt4View& view);
uint32_t writePkt6(FrameCursor& cursor, const Pkt6View& view);
uint32_t writeRelayHop(FrameCursor& cursor, const RelayHopView& view);
uint32_t writeSubnet4(FrameCursor& cursor, const Subnet4View& view);
uint32_t writeSubnet6(FrameCursor& cursor, const Subnet6View& view);
uint32_t writeLease4(FrameCursor& cursor, const Lease4View& view);
uint32_t writeLease6(FrameCursor& cursor, const Lease6View& view);
uint32_t writeLease4List(FrameCursor& cursor, const Lease4ListView& view);
uint32_t writeLease6List(FrameCursor& cursor, const Lease6ListView& view);
uint32_t writeRawPacket4(FrameCursor& cursor, const RawPacket4View& view);
uint32_t writeRawPacket6(FrameCursor& cursor, const RawPacket6View& view);
uint32_t writeDdnsParams(FrameCursor& cursor, const DdnsParamsView& view);
uint32_t writeSubnet4List(FrameCursor& cursor, const Subnet4ListView& view);
uint32_t writeSubnet6List(FrameCursor& cursor, const Subnet6ListView& view);
uint32_t writePool4(FrameCursor& cursor, const Pool4View& view);
uint32_t writePool6(FrameCursor& cursor, const Pool6View& view);

}  // namespace kea_policy
