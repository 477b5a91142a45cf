// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <asiolink/io_address.h>
#include <dhcp/hwaddr.h>
#include <dhcp/pkt4.h>
#include <hooks/callout_handle.h>

#include <string>

namespace kea_policy {

/// Members that Kea hands out only as copies: a string for the interface's name, a counted pointer for the hardware address, a vector for
/// an IPv6 address, the arguments of a callout. Every callout needs some of them, and to read them in place saves more than a policy's decision costs. C++ lets an explicit
/// instantiation name what is not public; where a later Kea renames a member, this header does not compile.
namespace members {

template <typename Name, typename Name::Type Member>
struct Reached {
    friend constexpr typename Name::Type member(Name) noexcept { return Member; }
};

struct AddressOf {
    using Type = boost::asio::ip::address isc::asiolink::IOAddress::*;
    friend constexpr Type member(AddressOf) noexcept;
};
template struct Reached<AddressOf, &isc::asiolink::IOAddress::asio_address_>;

struct InterfaceOf {
    using Type = std::string isc::dhcp::Pkt::*;
    friend constexpr Type member(InterfaceOf) noexcept;
};
template struct Reached<InterfaceOf, &isc::dhcp::Pkt::iface_>;

struct HardwareAddressOf {
    using Type = isc::dhcp::HWAddrPtr isc::dhcp::Pkt4::*;
    friend constexpr Type member(HardwareAddressOf) noexcept;
};
template struct Reached<HardwareAddressOf, &isc::dhcp::Pkt4::hwaddr_>;

struct ArgumentsOf {
    using Type = isc::hooks::CalloutHandle::ElementCollection isc::hooks::CalloutHandle::*;
    friend constexpr Type member(ArgumentsOf) noexcept;
};
template struct Reached<ArgumentsOf, &isc::hooks::CalloutHandle::arguments_>;

}  // namespace members

inline const isc::hooks::CalloutHandle::ElementCollection& argumentsOf(const isc::hooks::CalloutHandle& handle) noexcept {
    return handle.*member(members::ArgumentsOf());
}

inline const boost::asio::ip::address& asioAddress(const isc::asiolink::IOAddress& address) noexcept {
    return address.*member(members::AddressOf());
}

inline const std::string& interfaceName(const isc::dhcp::Pkt& packet) noexcept {
    return packet.*member(members::InterfaceOf());
}

/// Null where the packet has none.
inline const isc::dhcp::HWAddr* hardwareAddress(const isc::dhcp::Pkt4& packet) noexcept {
    return (packet.*member(members::HardwareAddressOf())).get();
}

}  // namespace kea_policy
