// SPDX-License-Identifier: MPL-2.0
#include "lease_editor.h"

#include "kea_host_name.h"
#include "source_map.h"

#include <algorithm>
#include <exception>
#include <string_view>

namespace kea_policy {

using isc::data::ConstElementPtr;
using isc::data::Element;

namespace {

constexpr std::uint32_t kHostnameMost = 255;

bool isOfHostname(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.';
}

bool isSpecialInNames(char letter) {
    return static_cast<unsigned char>(letter) < ' ' || letter == '"' || letter == '\\' || letter == '\x7f';
}

/// Kea writes the names of a map's members as they are: a quote would end the name there, and a line break begin another lease in its file.
bool hasPlainNames(const Element& value) {
    if (value.getType() == Element::list) {
        const auto& items = value.listValue();
        return std::all_of(items.begin(), items.end(), [](const auto& item) { return hasPlainNames(*item); });
    }
    if (value.getType() != Element::map) {
        return true;
    }
    const auto& members = value.mapValue();
    return std::all_of(members.begin(), members.end(), [](const auto& member) {
        const std::string& name = member.first;
        return std::none_of(name.begin(), name.end(), isSpecialInNames) && hasPlainNames(*member.second);
    });
}

/// Can Kea read what it writes? Where it cannot, the lease is gone when Kea starts the next time.
bool isReadBack(const Element& value) {
    try {
        Element::fromJSON(value.str());
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

/// What Kea itself keeps there, such as what the relay agents said; null where there is nothing. Where its form is wrong, Kea fails whenever it
/// stores or ends the lease.
ConstElementPtr keasOwn(const ConstElementPtr& context) {
    return context && context->getType() == Element::map ? context->get("ISC") : ConstElementPtr();
}

/// Kea looks names up in lower case.
char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

std::optional<std::string> LeaseEditor::prepare(const EditEntry& edit) {
    edited_ = true;
    switch (edit.operation) {
    case Edit::SetValidLifetime:
        if (edit.code == 0) {
            return "set a valid lifetime of 0 seconds, with which the lease would have ended before it began";
        }
        valid_ = edit.code;
        return std::nullopt;
    case Edit::SetPreferredLifetime:
        if (!preferred_) {
            return "set a preferred lifetime, which leases of DHCPv4 do not have";
        }
        preferred_ = edit.code;
        return std::nullopt;
    case Edit::SetHostname: return prepareHostname(edit);
    case Edit::SetUserContext: return prepareUserContext(edit);
    default: return "edited a lease as if it were a packet";
    }
}

std::optional<std::string> LeaseEditor::prepareHostname(const EditEntry& edit) {
    std::string name(reinterpret_cast<const char*>(edit.value.data), edit.value.size);
    std::transform(name.begin(), name.end(), name.begin(), lower);
    if (name.size() > kHostnameMost) {
        return "set a hostname of " + std::to_string(name.size()) + " bytes, more than " + std::to_string(kHostnameMost);
    }
    if (!std::all_of(name.begin(), name.end(), isOfHostname)) {
        return "set a hostname that has other characters than letters, digits, hyphens, underscores and dots";
    }
    if (!name.empty()) {
        if (const auto why = dnsRefuses(name)) {
            return "set a hostname that Kea would not take for the DNS: " + *why;
        }
    }
    hostname_ = std::move(name);
    return std::nullopt;
}

std::optional<std::string> LeaseEditor::prepareUserContext(const EditEntry& edit) {
    const std::string json(reinterpret_cast<const char*>(edit.value.data), edit.value.size);
    context_.reset();
    has_context_ = true;
    if (json.empty()) {
        return std::nullopt;
    }
    if (!isModest(json)) {
        return "set a user context that is nested too deep or has too many values";
    }
    try {
        context_ = Element::fromJSON(json);
    } catch (const std::exception& error) {
        return std::string("set a user context that is no JSON: ") + error.what();
    }
    if (context_->getType() != Element::map) {
        return "set a user context that is no JSON map";
    }
    const ConstElementPtr own = keasOwn(context_), own_before = keasOwn(context_before_);
    if (own && (!own_before || *own != *own_before)) {
        return "set a user context with an \"ISC\" of its own; that name is Kea's: leave it out, or as it is";
    }
    if (!hasPlainNames(*context_)) {
        return "set a user context in which a name has quotes, backslashes or control characters, which Kea would store unescaped";
    }
    if (!isReadBack(*context_)) {
        return "set a user context with a number that Kea would store in a form that it cannot read; write it without an exponent, or as a text";
    }
    return std::nullopt;
}

std::optional<std::string> LeaseEditor::finish() const {
    if (edited_ && preferred_ && *preferred_ > valid_) {
        return "set lifetimes with which the lease would be preferred for " + std::to_string(*preferred_) + " seconds and valid for only " +
               std::to_string(valid_);
    }
    return std::nullopt;
}

void LeaseEditor::applyCommon(isc::dhcp::Lease& lease) noexcept {
    lease.valid_lft_ = valid_;
    // Kea stores a cached lease again only where it is not to be reused as it is.
    lease.reuseable_valid_lft_ = 0;
    if (hostname_) {
        lease.hostname_.swap(*hostname_);
    }
    if (has_context_) {
        lease.setContext(context_);
    }
}

void LeaseEditor::apply(isc::dhcp::Lease4& lease) noexcept {
    if (edited_) {
        applyCommon(lease);
    }
}

void LeaseEditor::apply(isc::dhcp::Lease6& lease) noexcept {
    if (edited_) {
        applyCommon(lease);
        lease.preferred_lft_ = *preferred_;
        lease.reuseable_preferred_lft_ = 0;
    }
}

}  // namespace kea_policy
