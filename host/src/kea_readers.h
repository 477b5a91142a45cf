// SPDX-License-Identifier: MPL-2.0
// Which reader each type of the schema's arguments has.
#pragma once

#include "kea_pkt4.h"
#include "kea_pkt6.h"

namespace kea_policy {

template <ArgumentType>
struct ReaderOfType;

template <>
struct ReaderOfType<ArgumentType::Pkt4> {
    using Type = Pkt4Reader;
};
template <>
struct ReaderOfType<ArgumentType::Pkt6> {
    using Type = Pkt6Reader;
};

template <ArgumentType Type>
using ReaderOf = typename ReaderOfType<Type>::Type;

}  // namespace kea_policy
