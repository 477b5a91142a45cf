// SPDX-License-Identifier: MPL-2.0
// Arguments that are plain values: no objects, they stand in the callout record itself.
#pragma once

#include "kea_object.h"
#include "kea_values.h"

#include <asiolink/io_address.h>
#include <dhcp/duid.h>
#include <dhcp/hwaddr.h>
#include <hooks/callout_handle.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace kea_policy {

/// What a value of one type of the schema is in Kea and in a frame. One that policies may set has three functions more: `read()` takes the
/// value from an edit, or says why not, `check()` says why Kea would not take a change of the hook point's arguments while this one is so,
/// and `give()` hands the value to Kea.
struct BoolValue {
    using Kea = bool;
    static Kea none() { return false; }
    static bool isGiven(Kea) { return true; }
    static void store(FrameCursor& frame, std::uint32_t at, Kea value) { storeValue(frame.base + at, static_cast<std::uint8_t>(value)); }

    static std::optional<std::string> read(const EditEntry& edit, Kea& wanted) {
        wanted = edit.code != 0;
        return edit.code <= 1 ? std::nullopt : std::optional<std::string>("set what is true or false to " + std::to_string(edit.code));
    }
    static std::optional<std::string> check(Kea) { return std::nullopt; }
    static void give(isc::hooks::CalloutHandle& handle, const std::string& name, Kea value) { handle.setArgument(name, value); }
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

struct TextValue {
    using Kea = std::string;
    static Kea none() { return {}; }
    static bool isGiven(const Kea&) { return true; }
    static void store(FrameCursor& frame, std::uint32_t at, const Kea& value) { frame.placeBytes(at, bytesOf(value)); }
};

struct ClientIdValue {
    using Kea = isc::dhcp::ClientIdPtr;
    static Kea none() { return nullptr; }
    static bool isGiven(const Kea& id) { return id != nullptr; }
    static void store(FrameCursor& frame, std::uint32_t at, const Kea& id) { frame.placeBytes(at, bytesOf(id->getClientId())); }
};

struct HwAddrValue {
    using Kea = isc::dhcp::HWAddrPtr;
    static Kea none() { return nullptr; }
    static bool isGiven(const Kea& address) { return address != nullptr; }
    static void store(FrameCursor& frame, std::uint32_t at, const Kea& address) { frame.placeHwAddr(at, hwAddrView(*address)); }
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

    void beginSet() { wanted_.reset(); }
    std::optional<std::string> prepareSet(const EditEntry& edit) { return Value::read(edit, wanted_.emplace(Value::none())); }
    std::optional<std::string> checkSet() const { return Value::check(wanted_ ? *wanted_ : value_); }
    void applySet(isc::hooks::CalloutHandle* handle, const std::string& name) {
        if (!wanted_) {
            return;
        }
        value_ = *std::move(wanted_);
        wanted_.reset();
        if (handle != nullptr) {
            Value::give(*handle, name, value_);
        }
    }
    void store(FrameCursor& frame, std::uint32_t at) const { Value::store(frame, at, value_); }

private:
    Kea value_;
    /// What a policy sets it to, until all of its edits are checked.
    std::optional<Kea> wanted_;
};

}  // namespace kea_policy
