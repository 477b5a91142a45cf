// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "fields_read.h"
#include "frame_cursor.h"
#include "generated/abi.h"
#include "guest_memory.h"
#include "raw_packets.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kea_policy {

/// A frame, and its bytes read as a policy reads them: by the offsets of abi.h, with nothing of the writer's code.
struct FrameReader {
    static constexpr std::uint8_t fill = 0xa5;

    explicit FrameReader(std::uint32_t size = 256 * 1024) : bytes(size, fill), cursor(bytes.data(), size) {}

    template <typename Number>
    Number number(std::uint32_t at) const {
        EXPECT_LE(at + sizeof(Number), bytes.size());
        return loadLittle<Number>(bytes.data() + at);
    }
    std::uint32_t ipv4(std::uint32_t at) const { return __builtin_bswap32(number<std::uint32_t>(at)); }
    std::string ipv6(std::uint32_t at) const {
        return isc::asiolink::IOAddress::fromBytes(AF_INET6, bytes.data() + at).toText();
    }
    Bytes view(std::uint32_t at) const {
        const auto distance = number<std::uint32_t>(at), length = number<std::uint32_t>(at + 4);
        EXPECT_EQ(length == 0, distance == 0);
        EXPECT_LE(std::uint64_t{at} + distance + length, cursor.used) << "a value lies in what is used of the frame";
        return Bytes(bytes.begin() + at + distance, bytes.begin() + at + distance + length);
    }
    std::string text(std::uint32_t at) const {
        const Bytes value = view(at);
        return std::string(value.begin(), value.end());
    }
    std::vector<std::string> list(std::uint32_t at) const {
        std::vector<std::string> items;
        const auto distance = number<std::uint32_t>(at), length = number<std::uint32_t>(at + 4);
        for (std::uint32_t i = 0; i < length; ++i) {
            items.push_back(text(at + distance + 8 * i));
        }
        return items;
    }
    std::uint16_t htype(std::uint32_t at) const { return number<std::uint16_t>(at + 8); }
    std::uint32_t source(std::uint32_t at) const { return number<std::uint32_t>(at + 12); }

    /// Checks header and callout record; the record of the first argument.
    std::uint32_t argument(HookPointId hook_point, std::uint32_t length) const {
        EXPECT_EQ(number<std::uint32_t>(0), kAbi);
        EXPECT_EQ(number<std::uint32_t>(4), cursor.used);
        EXPECT_EQ(number<std::uint32_t>(8), static_cast<std::uint32_t>(hook_point));
        EXPECT_EQ(Bytes(bytes.begin() + 12, bytes.begin() + 32), Bytes(20));
        EXPECT_EQ(number<std::uint32_t>(32), 24U);
        EXPECT_EQ(number<std::uint32_t>(36), 0xffffffffU);
        const std::uint32_t record = 48 + number<std::uint32_t>(48);
        EXPECT_EQ(record % 8, 0U);
        EXPECT_EQ(number<std::uint32_t>(record), length);
        EXPECT_EQ(number<std::uint32_t>(record + 4), 0U) << "arguments are numbered from 0";
        return record;
    }
    /// Nothing may be written behind what is used.
    bool isUntouchedBehind() const {
        for (std::size_t i = cursor.used; i < bytes.size(); ++i) {
            if (bytes[i] != fill) {
                return false;
            }
        }
        return true;
    }

    std::vector<std::uint8_t> bytes;
    FrameCursor cursor;
};

/// What a policy reads that reads but this field.
inline FieldsRead only(const char* name) {
    isc::data::ElementPtr names = isc::data::Element::createList();
    names->add(isc::data::Element::create(std::string(name)));
    return FieldsRead(names);
}

}  // namespace kea_policy
