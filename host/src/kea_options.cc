// SPDX-License-Identifier: MPL-2.0
#include "kea_options.h"

#include <dhcp/option_int.h>

#include <atomic>
#include <iterator>
#include <typeinfo>

namespace kea_policy {

using isc::dhcp::Option;
using isc::dhcp::OptionBuffer;
using isc::dhcp::OptionCollection;

const Option* findOption(const OptionCollection& options, std::uint32_t code, std::uint32_t index) {
    // Options with the same code stand in the order in which they were put in.
    auto found = options.lower_bound(code);
    for (; index > 0 && found != options.end() && found->first == code; --index) {
        ++found;
    }
    return found != options.end() && found->first == code ? found->second.get() : nullptr;
}

ByteView optionValue(const Option& option, OptionBuffer& storage) {
    // Only the plain class keeps what came over the wire; the others keep parsed values and pack them on demand. Where Kea joined
    // the parts of a long option it keeps both, the bytes and the options in them, and packing would give them twice.
    const bool plain = typeid(option) == typeid(Option) && (option.getOptions().empty() || !option.getData().empty());
    if (!plain) {
        storage = option.toBinary();
    }
    const OptionBuffer& bytes = plain ? option.getData() : storage;
    return {bytes.data(), static_cast<std::uint32_t>(bytes.size())};
}

std::uint8_t optionUint8(const Option& option) {
    using Number = isc::dhcp::OptionInt<std::uint8_t>;
    // The class that a cast has proved to be a Number. Told by its address: Kea and this library have a type_info each.
    static std::atomic<const std::type_info*> proved{nullptr};
    const std::type_info* type = &typeid(option);
    if (type == proved.load(std::memory_order_relaxed)) {
        return static_cast<const Number&>(option).getValue();
    }
    if (const auto* number = dynamic_cast<const Number*>(&option)) {
        proved.store(type, std::memory_order_relaxed);
        return number->getValue();
    }
    return option.getUint8();
}

std::uint32_t bringOption(FrameCursor& frame, const OptionCollection& options, std::uint32_t code, std::uint32_t index) {
    const Option* option = findOption(options, code, index);
    if (option == nullptr) {
        return 0;
    }
    OptionBuffer storage;
    return writeBytes(frame, optionValue(*option, storage));
}

std::uint32_t bringJoinedOption(FrameCursor& frame, const OptionCollection& options, std::uint32_t code) {
    const auto [first, end] = options.equal_range(code);
    if (first == end || std::next(first) == end) {
        return bringOption(frame, options, code);
    }
    OptionBuffer joined, storage;
    for (auto part = first; part != end; ++part) {
        if (part->second) {
            const ByteView value = optionValue(*part->second, storage);
            joined.insert(joined.end(), value.data, value.data + value.size);
        }
    }
    return writeBytes(frame, {joined.data(), static_cast<std::uint32_t>(joined.size())});
}

std::uint32_t bringSubOption(FrameCursor& frame, const OptionCollection& options, std::uint32_t code, std::uint32_t sub_code) {
    const auto [first, end] = options.equal_range(code);
    for (auto option = first; option != end; ++option) {
        if (option->second && findOption(option->second->getOptions(), sub_code) != nullptr) {
            return bringOption(frame, option->second->getOptions(), sub_code);
        }
    }
    return 0;
}

}  // namespace kea_policy
