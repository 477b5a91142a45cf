// SPDX-License-Identifier: MPL-2.0
// Which reader each type of the schema's arguments has. A table by hand: to generate it, the schema would have to name a class and a header of
// the host for each, and the build fails where a line is missing.
#pragma once

#include "kea_ddns_params.h"
#include "kea_host_name.h"
#include "kea_identifier.h"
#include "kea_ia.h"
#include "kea_json.h"
#include "kea_lease.h"
#include "kea_lease_list.h"
#include "kea_pkt4.h"
#include "kea_pkt6.h"
#include "kea_raw_packet.h"
#include "kea_subnet.h"
#include "kea_subnet_list.h"
#include "kea_value.h"

namespace kea_policy {

template <ArgumentType>
struct ReaderOfType;

template <> struct ReaderOfType<ArgumentType::Bool> { using Type = ValueReader<BoolValue>; };
template <> struct ReaderOfType<ArgumentType::U32> { using Type = ValueReader<U32Value>; };
template <> struct ReaderOfType<ArgumentType::Ipv6> { using Type = ValueReader<Ipv6Value>; };
template <> struct ReaderOfType<ArgumentType::IdentifierType> { using Type = ValueReader<IdentifierTypeValue>; };
template <> struct ReaderOfType<ArgumentType::Identifier> { using Type = ValueReader<IdentifierValue>; };
template <> struct ReaderOfType<ArgumentType::HostName> { using Type = ValueReader<HostNameValue>; };
template <> struct ReaderOfType<ArgumentType::Text> { using Type = ValueReader<TextValue>; };
template <> struct ReaderOfType<ArgumentType::Bytes> { using Type = ValueReader<ClientIdValue>; };
template <> struct ReaderOfType<ArgumentType::Hwaddr> { using Type = ValueReader<HwAddrValue>; };

template <> struct ReaderOfType<ArgumentType::Option6IA> { using Type = Option6IAReader; };
template <> struct ReaderOfType<ArgumentType::Pkt4> { using Type = Pkt4Reader; };
template <> struct ReaderOfType<ArgumentType::Pkt6> { using Type = Pkt6Reader; };
template <> struct ReaderOfType<ArgumentType::Subnet4> { using Type = Subnet4Reader; };
template <> struct ReaderOfType<ArgumentType::Subnet6> { using Type = Subnet6Reader; };
template <> struct ReaderOfType<ArgumentType::Lease4> { using Type = Lease4Reader; };
template <> struct ReaderOfType<ArgumentType::Lease6> { using Type = Lease6Reader; };
template <> struct ReaderOfType<ArgumentType::Lease4List> { using Type = Lease4ListReader; };
template <> struct ReaderOfType<ArgumentType::Lease6List> { using Type = Lease6ListReader; };
template <> struct ReaderOfType<ArgumentType::RawPacket4> { using Type = RawPacket4Reader; };
template <> struct ReaderOfType<ArgumentType::RawPacket6> { using Type = RawPacket6Reader; };
template <> struct ReaderOfType<ArgumentType::Subnet4List> { using Type = Subnet4ListReader; };
template <> struct ReaderOfType<ArgumentType::Subnet6List> { using Type = Subnet6ListReader; };
template <> struct ReaderOfType<ArgumentType::DdnsParams> { using Type = DdnsParamsReader; };
template <> struct ReaderOfType<ArgumentType::Json> { using Type = JsonReader; };

template <ArgumentType Type>
using ReaderOf = typename ReaderOfType<Type>::Type;

}  // namespace kea_policy
