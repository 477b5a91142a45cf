// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "frame_cursor.h"

#include <dhcp/option.h>

#include <cstdint>

namespace kea_policy {

/// The option with that code that *index* others come before, nullptr where there is none. Read from the collection itself: Pkt::getOption() clones
/// into the packet when it is called in a callout.
const isc::dhcp::Option* findOption(const isc::dhcp::OptionCollection& options, std::uint32_t code, std::uint32_t index = 0);

/// An option's value without code and length. Points into the option where it holds its bytes as they are, else into *storage*.
ByteView optionValue(const isc::dhcp::Option& option, isc::dhcp::OptionBuffer& storage);

/// The number in an option of one byte. Kea's own way is a dynamic_cast, the dearest step of all that fill a frame.
std::uint8_t optionUint8(const isc::dhcp::Option& option);

/// Brings the option's value into the frame; 0 where there is none.
std::uint32_t bringOption(FrameCursor& frame, const isc::dhcp::OptionCollection& options, std::uint32_t code, std::uint32_t index = 0);
/// The same of DHCPv4, where options with the same code are parts of one (RFC 3396). Kea joins them itself but where it stopped parsing at an
/// option that it does not understand, and it makes one option for each vendor of 124 and 125 (from 2.4 on).
std::uint32_t bringJoinedOption(FrameCursor& frame, const isc::dhcp::OptionCollection& options, std::uint32_t code);
/// Of several options with the code, the first that has such an option inside.
std::uint32_t bringSubOption(FrameCursor& frame, const isc::dhcp::OptionCollection& options, std::uint32_t code,
                             std::uint32_t sub_code);

}  // namespace kea_policy
