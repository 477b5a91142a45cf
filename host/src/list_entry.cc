// SPDX-License-Identifier: MPL-2.0
#include "list_entry.h"

#include "in_quotes.h"

#include <algorithm>
#include <cstring>

#include <arpa/inet.h>
#include <sys/socket.h>

namespace kea_policy {

namespace {

/// What distinguishes the kinds that are written as hexadecimal bytes.
struct HexRule {
    std::size_t least;
    std::size_t most;
    const char* expected;
};

constexpr HexRule hwaddr_rule{1, 20, "a hardware address of 1 to 20 bytes such as de:ad:be:ef:00:01"};
constexpr HexRule oui_rule{3, 3, "the three bytes of an OUI such as 00:16:3e"};
constexpr HexRule duid_rule{1, 130, "a DUID of 1 to 130 bytes such as 00:03:00:01:de:ad:be:ef:00:01"};

int hexDigit(char letter) noexcept {
    if (letter >= '0' && letter <= '9') {
        return letter - '0';
    }
    const char lower = static_cast<char>(letter | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Bytes written as 00:16:3e, 00-16-3e, 0:16:3e or 00163e; 0 if the text is anything else or does not fit.
std::size_t parseHex(std::string_view text, std::uint8_t* to, std::size_t most) noexcept {
    const std::size_t first_separator = text.find_first_of(":-");
    const char separator = first_separator == std::string_view::npos ? '\0' : text[first_separator];
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size();) {
        const int high = hexDigit(text[at]);
        const int low = at + 1 < text.size() ? hexDigit(text[at + 1]) : -1;
        if (high < 0 || (low < 0 && separator == '\0') || length == most) {
            return 0;
        }
        to[length++] = static_cast<std::uint8_t>(low < 0 ? high : high << 4 | low);
        at += low < 0 ? 1 : 2;
        if (separator != '\0' && at < text.size()) {
            if (text[at] != separator || at + 1 == text.size()) {
                return 0;
            }
            ++at;
        }
    }
    return length;
}

/// The usual spelling of text that has enough digits but other separators, as 0016.3e00.0001 has; empty if there is none.
std::string usualSpelling(std::string_view text, const HexRule& rule) {
    std::string digits;
    for (char letter : text) {
        if (hexDigit(letter) >= 0) {
            digits += letter;
        } else if (std::strchr(".:- ", letter) == nullptr || letter == '\0') {
            return "";
        }
    }
    if (digits.size() % 2 != 0 || digits.size() / 2 < rule.least || digits.size() / 2 > rule.most) {
        return "";
    }
    std::string spelling;
    for (std::size_t at = 0; at < digits.size(); at += 2) {
        spelling += (at == 0 ? "" : ":") + digits.substr(at, 2);
    }
    return spelling;
}

std::string parseHexEntry(std::string_view text, const HexRule& rule, ListEntry& entry) {
    entry.length = parseHex(text, entry.bytes, sizeof(entry.bytes));
    if (entry.length >= rule.least && entry.length <= rule.most) {
        return "";
    }
    std::string problem = "found " + inQuotes(text);
    if (entry.length != 0) {
        problem += " of " + std::to_string(entry.length) + (entry.length == 1 ? " byte" : " bytes");
    }
    problem += std::string(", expected ") + rule.expected;
    const std::string spelling = usualSpelling(text, rule);
    return spelling.empty() ? problem : problem + "; write it as " + spelling;
}

constexpr char prefix_expected[] = "a prefix such as 192.0.2.0/24 or 2001:db8::/32, or an address";

/// A decimal number from 0 to most without leading zeros, or -1.
int parseMask(std::string_view text, int most) noexcept {
    int value = 0;
    for (char letter : text) {
        if (letter < '0' || letter > '9' || value > most) {
            return -1;
        }
        value = value * 10 + (letter - '0');
    }
    const bool leading_zero = text.size() > 1 && text[0] == '0';
    return text.empty() || leading_zero || value > most ? -1 : value;
}

/// Clears the bits behind the mask; were there any?
bool clearHostBits(std::uint8_t* bytes, std::size_t length, unsigned mask) noexcept {
    bool cleared = false;
    for (std::size_t i = 0; i < length; ++i) {
        const unsigned before = static_cast<unsigned>(i) * 8;
        const unsigned kept = mask <= before ? 0 : std::min(mask - before, 8U);
        const auto host = static_cast<std::uint8_t>(0xff >> kept);
        cleared |= (bytes[i] & host) != 0;
        bytes[i] = static_cast<std::uint8_t>(bytes[i] & ~host);
    }
    return cleared;
}

std::string parsePrefixEntry(std::string_view text, ListEntry& entry) {
    const std::size_t slash = text.find('/');
    const std::string address(text.substr(0, slash));
    // An embedded NUL would end the text for inet_pton and hide what follows.
    const bool v6 = address.find(':') != std::string::npos;
    const int family = v6 ? AF_INET6 : AF_INET;
    if (address.find('\0') != std::string::npos || inet_pton(family, address.c_str(), entry.bytes) != 1) {
        return "found " + inQuotes(text) + ", expected " + prefix_expected;
    }
    entry.length = v6 ? 16 : 4;
    const int bits = static_cast<int>(entry.length) * 8;
    const int mask = slash == std::string_view::npos ? bits : parseMask(text.substr(slash + 1), bits);
    if (mask < 0) {
        return "found " + inQuotes(text) + ", expected a number from 0 to " + std::to_string(bits) + " after the slash, as in " +
               (v6 ? "2001:db8::/32" : "192.0.2.0/24");
    }
    entry.prefix_length = static_cast<unsigned>(mask);
    if (clearHostBits(entry.bytes, entry.length, entry.prefix_length)) {
        char right[INET6_ADDRSTRLEN] = "";
        inet_ntop(family, entry.bytes, right, sizeof(right));
        return "found " + inQuotes(text) + ", whose address has bits behind the prefix; write " + right + "/" +
               std::to_string(mask) + " for the whole network or " + address + "/" + std::to_string(bits) +
               " for the one address";
    }
    return "";
}

std::string parseStringEntry(std::string_view text, ListEntry& entry) {
    if (!isUtf8(text) || text.find('\0') != std::string_view::npos) {
        return "found " + inQuotes(text) + ", expected text in UTF-8 without zero bytes such as eth0/1/7; save the file as UTF-8";
    }
    std::memcpy(entry.bytes, text.data(), text.size());
    entry.length = text.size();
    return "";
}

}  // namespace

std::string parseListEntry(ListKind kind, std::string_view text, ListEntry& entry) {
    if (text.size() > sizeof(entry.bytes)) {
        return "found an entry of " + std::to_string(text.size()) + " bytes, expected at most " +
               std::to_string(sizeof(entry.bytes));
    }
    switch (kind) {
    case ListKind::HwAddr: return parseHexEntry(text, hwaddr_rule, entry);
    case ListKind::Oui: return parseHexEntry(text, oui_rule, entry);
    case ListKind::Duid: return parseHexEntry(text, duid_rule, entry);
    case ListKind::Prefix: return parsePrefixEntry(text, entry);
    case ListKind::String: break;
    }
    return parseStringEntry(text, entry);
}

}  // namespace kea_policy
