// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "generated/abi.h"
#include "kea_members.h"

#include <hooks/callout_handle.h>

#include <boost/any.hpp>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <typeinfo>
#include <utility>

namespace kea_policy {

template <HookPointId Id>
constexpr std::size_t kArgumentCount = sizeof(Arguments<Id>::list) / sizeof(Arguments<Id>::list[0]);

template <HookPointId Id, typename Positions = std::make_index_sequence<kArgumentCount<Id>>>
class KeaArguments;

/// The arguments of one callout, found in one walk and read where they are: they are Kea's while the callout runs. Kea's own getArgument()
/// searches for each name, compares the names of types, and hands out copies; all of it costs as much as a policy's decision.
template <HookPointId Id, std::size_t... I>
class KeaArguments<Id, std::index_sequence<I...>> {
    static constexpr const auto& kArguments = Arguments<Id>::list;

public:
    explicit KeaArguments(const isc::hooks::CalloutHandle& handle) {
        // No further than to the last one: a step in Kea's map costs more than to compare a name.
        std::size_t missing = sizeof...(I);
        const auto& arguments = argumentsOf(handle);
        for (auto argument = arguments.begin(); missing != 0 && argument != arguments.end(); ++argument) {
            if (((isNameOf<I>(argument->first) && (found_[I] = &argument->second, true)) || ...)) {
                --missing;
            }
        }
    }

    template <std::size_t Position>
    bool has() const noexcept {
        return found_[Position] != nullptr;
    }

    /// Null where there is none of the name, and where it is of another type.
    template <std::size_t Position, typename Value>
    const Value* get() const {
        const boost::any* argument = found_[Position];
        return argument == nullptr ? nullptr : valueIn<Value>(*argument);
    }

private:
    /// The length is known when this is compiled, so that it is a few instructions.
    template <std::size_t Position>
    static bool isNameOf(const std::string& name) noexcept {
        constexpr std::string_view wanted = kArguments[Position].name;
        return name.size() == wanted.size() && std::memcmp(name.data(), wanted.data(), wanted.size()) == 0;
    }

    template <typename Value>
    static const Value* valueIn(const boost::any& argument) {
        // The type that a cast has proved to be a Value. Told by its address: Kea and this library have a type_info each, and comparing
        // those compares their names.
        static std::atomic<const std::type_info*> proved{nullptr};
        const std::type_info* type = &argument.type();
        if (type == proved.load(std::memory_order_relaxed)) {
            return boost::unsafe_any_cast<Value>(&argument);
        }
        const Value* value = boost::any_cast<Value>(&argument);
        if (value != nullptr) {
            proved.store(type, std::memory_order_relaxed);
        }
        return value;
    }

    std::array<const boost::any*, sizeof...(I)> found_{};
};

}  // namespace kea_policy
