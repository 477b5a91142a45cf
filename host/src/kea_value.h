// SPDX-License-Identifier: MPL-2.0
// Arguments that are plain values: no objects, they stand in the callout record itself.
#pragma once

#include "kea_object.h"
#include "kea_values.h"

#include <asiolink/io_address.h>

#include <cstdint>
#include <utility>

namespace kea_policy {

/// What a value of one type of the schema is in Kea and in a frame.
struct BoolValue {
    using Kea = bool;
    static Kea none() { return false; }
    static bool isGiven(Kea) { return true; }
    static void store(FrameCursor& frame, std::uint32_t at, Kea value) { storeValue(frame.base + at, static_cast<std::uint8_t>(value)); }
};

struct U32Value {
    using Kea = std::uint32_t;
    static Kea none() { return 0; }
    static bool isGiven(Kea) { return true; }
    static void store(FrameCursor& frame, std::uint32_t at, Kea value) { storeValue(frame.base + at, value); }
};

struct Ipv6Value {
    using Kea = isc::asiolink::IOAddress;
    static Kea none() { return Kea::IPV6_ZERO_ADDRESS(); }
    static bool isGiven(const Kea&) { return true; }
    static void store(FrameCursor& frame, std::uint32_t at, const Kea& value) { storeValue(frame.base + at, ipv6Value(value)); }
};

/// As the readers of objects (kea_object.h), with `store()` in the place of `write()`.
template <typename Value>
class ValueReader : public KeaObject {
public:
    using Kea = typename Value::Kea;
    static constexpr bool is_object = false;

    explicit ValueReader(Kea value) : value_(std::move(value)) {}

    static Kea none() { return Value::none(); }
    /// Never: host functions are not asked about a value.
    bool exists() const noexcept { return false; }
    bool isGiven() const { return Value::isGiven(value_); }
    const Kea& value() const noexcept { return value_; }
    void store(FrameCursor& frame, std::uint32_t at) const { Value::store(frame, at, value_); }

private:
    Kea value_;
};

}  // namespace kea_policy
