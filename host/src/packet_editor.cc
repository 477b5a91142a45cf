// SPDX-License-Identifier: MPL-2.0
#include "packet_editor.h"

#include <dhcp/dhcp4.h>
#include <dhcp/dhcp6.h>
#include <dhcp/duid.h>
#include <dhcp/libdhcp++.h>
#include <dhcp/option_definition.h>
#include <dhcp/option_space.h>

#include <exception>

namespace kea_policy {

using namespace isc::dhcp;

namespace {

// Kea's own name for the space of top-level options, given as text: the constants changed their type between versions.
const char* spaceOf(Option::Universe universe) {
    return universe == Option::V4 ? "dhcp4" : "dhcp6";
}

constexpr std::uint32_t kClassNameMost = 255;
/// Bytes of a value that fit into one option of DHCPv4, as Kea counts them.
constexpr std::size_t kValueMost4 = 253;

bool isAnswer(const Pkt& packet, Option::Universe universe) {
    const int type = packet.getType();
    return universe == Option::V4 ? type == DHCPOFFER || type == DHCPACK || type == DHCPNAK : type == DHCPV6_ADVERTISE || type == DHCPV6_REPLY;
}

/// What the client must find in an answer as Kea made it: how long its lease is, that the answer is its own, what the answer means.
bool isKeptInAnswers(std::uint32_t code, Option::Universe universe) {
    if (universe == Option::V4) {
        return code == DHO_DHCP_LEASE_TIME || code == DHO_DHCP_OPTION_OVERLOAD || code == DHO_DHCP_CLIENT_IDENTIFIER;
    }
    return code == D6O_CLIENTID || code == D6O_RAPID_COMMIT;
}

/// Kea makes a client's identifier of the value only later, and drops the packet where it cannot. Throws where that would happen.
void checkIdentifier(Option::Universe universe, std::uint32_t code, const OptionBuffer& value) {
    if (universe == Option::V4 && code == DHO_DHCP_CLIENT_IDENTIFIER) {
        static_cast<void>(ClientId(value));
    } else if (universe == Option::V6 && code == D6O_CLIENTID) {
        static_cast<void>(DUID(value));
    }
}

}  // namespace

bool PacketEditor::mayEdit(std::uint32_t code) const noexcept {
    if (in_answer_ && isKeptInAnswers(code, universe_)) {
        return false;
    }
    if (universe_ == Option::V4) {
        return code != DHO_DHCP_MESSAGE_TYPE && code != DHO_DHCP_SERVER_IDENTIFIER && code != DHO_DHCP_AGENT_OPTIONS;
    }
    return code != D6O_SERVERID && code != D6O_IA_NA && code != D6O_IA_TA && code != D6O_IA_PD && code != D6O_RELAY_MSG;
}

OptionPtr PacketEditor::parse(const EditEntry& edit) const {
    const OptionBuffer value(edit.value.data, edit.value.data + edit.value.size);
    const auto code = static_cast<std::uint16_t>(edit.code);
    checkIdentifier(universe_, code, value);
    OptionDefinitionPtr definition = LibDHCP::getOptionDef(spaceOf(universe_), code);
    if (!definition) {
        definition = LibDHCP::getRuntimeOptionDef(spaceOf(universe_), code);
    }
    const OptionPtr made = definition ? definition->optionFactory(universe_, code, value) : OptionPtr();
    // Kea sends a long value in parts (RFC 3396), but only where it keeps the bytes: of what it took apart, such as a list of addresses, it
    // makes no parts, and sends no answer. So the bytes are kept, once its parser has taken them.
    const bool needs_parts = in_answer_ && universe_ == Option::V4 && value.size() > kValueMost4;
    return made && !needs_parts ? made : OptionPtr(new Option(universe_, code, value));
}

std::optional<std::string> PacketEditor::prepareOption(const EditEntry& edit) {
    const std::uint32_t most = universe_ == Option::V4 ? 254 : 65535;
    const std::string name = "option " + std::to_string(edit.code);
    if (edit.code < 1 || edit.code > most) {
        return "edited " + name + ", but codes go from 1 to " + std::to_string(most);
    }
    if (!mayEdit(edit.code)) {
        return "edited " + name + ", which is Kea's alone";
    }
    OptionPtr made;
    if (edit.operation == Edit::SetOption) {
        try {
            made = parse(edit);
        } catch (const std::exception& error) {
            return "set " + name + " to a value that Kea refuses: " + error.what();
        }
    }
    options_.erase(edit.code);
    if (made) {
        options_.insert({edit.code, made});
    }
    return std::nullopt;
}

void PacketEditor::begin(const Pkt& packet) {
    options_ = packet.options_;
    classes_.clear();
    in_answer_ = isAnswer(packet, universe_);
}

std::optional<std::string> PacketEditor::prepare(const EditEntry& edit) {
    if (edit.operation == Edit::SetOption || edit.operation == Edit::RemoveOption) {
        return prepareOption(edit);
    }
    if (edit.operation != Edit::AddClass) {
        return "edited a packet as if it were a lease";
    }
    if (in_answer_) {
        return "added a class to an answer, where classes decide nothing any more";
    }
    if (edit.value.size < 1 || edit.value.size > kClassNameMost) {
        return "added a class whose name has " + std::to_string(edit.value.size) + " bytes instead of 1 to " + std::to_string(kClassNameMost);
    }
    classes_.emplace_back(reinterpret_cast<const char*>(edit.value.data), edit.value.size);
    return std::nullopt;
}

void PacketEditor::apply(Pkt& packet) noexcept {
    packet.options_.swap(options_);
    for (const ClientClass& name : classes_) {
        packet.addClass(name);
    }
}

}  // namespace kea_policy
