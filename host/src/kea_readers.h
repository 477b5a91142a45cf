// SPDX-License-Identifier: MPL-2.0
// Which reader each type of the schema's arguments has.
#pragma once

#include "kea_lease.h"
#include "kea_lease_list.h"
#include "kea_pkt4.h"
#include "kea_pkt6.h"
#include "kea_raw_packet.h"
#include "kea_subnet.h"
#include "kea_value.h"

namespace kea_policy {

template <ArgumentType>
struct ReaderOfType;

template <>
struct ReaderOfType<ArgumentType::Bool> {
    using Type = ValueReader<BoolValue>;
};
template <>
struct ReaderOfType<ArgumentType::U32> {
    using Type = ValueReader<U32Value>;
};
template <>
struct ReaderOfType<ArgumentType::Ipv6> {
    using Type = ValueReader<Ipv6Value>;
};
template <>
struct ReaderOfType<ArgumentType::Pkt4> {
    using Type = Pkt4Reader;
};
template <>
struct ReaderOfType<ArgumentType::Pkt6> {
    using Type = Pkt6Reader;
};
template <>
struct ReaderOfType<ArgumentType::Subnet4> {
    using Type = Subnet4Reader;
};
template <>
struct ReaderOfType<ArgumentType::Subnet6> {
    using Type = Subnet6Reader;
};
template <>
struct ReaderOfType<ArgumentType::Lease4> {
    using Type = Lease4Reader;
};
template <>
struct ReaderOfType<ArgumentType::Lease6> {
    using Type = Lease6Reader;
};
template <>
struct ReaderOfType<ArgumentType::Lease4List> {
    using Type = Lease4ListReader;
};
template <>
struct ReaderOfType<ArgumentType::Lease6List> {
    using Type = Lease6ListReader;
};

template <>
struct ReaderOfType<ArgumentType::RawPacket4> {
    using Type = RawPacket4Reader;
};
template <>
struct ReaderOfType<ArgumentType::RawPacket6> {
    using Type = RawPacket6Reader;
};

template <ArgumentType Type>
using ReaderOf = typename ReaderOfType<Type>::Type;

}  // namespace kea_policy
