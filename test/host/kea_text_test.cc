// SPDX-License-Identifier: MPL-2.0
// What a policy prints is what Kea prints: addresses, identifiers, names and options of many values, against Kea's own functions.
#include "option_reader.h"

#include <asiolink/io_address.h>
#include <dhcp/duid.h>
#include <dhcp/hwaddr.h>
#include <dhcp/option.h>
#include <dhcp/option4_client_fqdn.h>
#include <dhcp/option6_client_fqdn.h>
#include <dhcp/option_data_types.h>
#include <dns/name.h>
#include <gtest/gtest.h>
#include <util/buffer.h>

#include <algorithm>
#include <optional>
#include <random>

namespace kea_policy {
namespace {

using isc::asiolink::IOAddress;

/// The same numbers at each run, so that a failure can be seen again.
class KeaTextTest : public ::testing::Test {
protected:
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }
    std::uint8_t byte() { return static_cast<std::uint8_t>(below(256)); }
    Bytes bytes(std::size_t size) {
        Bytes out(size);
        std::generate(out.begin(), out.end(), [this] { return byte(); });
        return out;
    }

    /// Labels whose bytes are mostly plain and sometimes anything.
    Bytes labels(std::size_t most) {
        Bytes out;
        for (std::size_t count = below(most + 1); count > 0; --count) {
            const std::size_t length = below(20) == 0 ? 63 - below(3) : 1 + below(12);
            out.push_back(static_cast<std::uint8_t>(length));
            for (std::size_t i = 0; i < length; ++i) {
                out.push_back(below(6) == 0 ? byte() : static_cast<std::uint8_t>('A' + below(58)));
            }
        }
        return out;
    }

    std::mt19937 random_{20241126};
    OptionReader reader_;
};

TEST_F(KeaTextTest, ipv4Addresses) {
    std::vector<std::uint32_t> values = {0, 1, 0xff, 0x100, 0x7f000001, 0x80000000, 0xc0000201, 0xfffffffe, 0xffffffff};
    for (int count = 0; count < 4000; ++count) {
        values.push_back(static_cast<std::uint32_t>(random_()));
    }
    for (const std::uint32_t value : values) {
        ASSERT_EQ(reader_.read("ipv4", bigEndian(value, 4)), IOAddress(value).toText());
    }
}

TEST_F(KeaTextTest, ipv6Addresses) {
    std::vector<Bytes> values;
    // Each choice of groups that are zero, the others small, large and anything: every run that may be shortened, every form with IPv4 in it.
    for (unsigned zeros = 0; zeros < 256; ++zeros) {
        for (int kind = 0; kind < 8; ++kind) {
            Bytes value;
            for (unsigned group = 0; group < 8; ++group) {
                const std::uint64_t random = kind == 0 ? 1 : kind == 1 ? 0xffff : random_();
                append(value, bigEndian((zeros >> group & 1) != 0 ? 0 : random & 0xffff, 2));
            }
            values.push_back(value);
        }
    }
    for (int count = 0; count < 2000; ++count) {
        values.push_back(bytes(16));
        // ::a.b.c.d, ::ffff:a.b.c.d and their neighbours.
        Bytes embedded(16);
        if (below(2) == 0) embedded[10] = embedded[11] = 0xff;
        if (below(8) == 0) embedded[below(12)] = byte();
        for (int i = 12; i < 16; ++i) embedded[static_cast<std::size_t>(i)] = below(4) == 0 ? 0 : byte();
        values.push_back(embedded);
    }
    for (const Bytes& value : values) {
        ASSERT_EQ(reader_.read("ipv6", value), IOAddress::fromBytes(AF_INET6, value.data()).toText());
    }
}

TEST_F(KeaTextTest, textsOfAddressesAreReadAsKeaReadsThem) {
    const auto keas = [](const std::string& text) -> std::string {
        try {
            const IOAddress address(text);
            return address.toText() + (address.isV4() ? "/32 32 false" : "/128 128 true");
        } catch (const isc::Exception&) {
            return "null";
        }
    };
    const std::string letters = "0123456789abcdefABCDEF::::....";
    int valid = 0;
    for (int count = 0; count < 6000; ++count) {
        // A right one, with up to three letters changed, added or taken out.
        std::string text = below(3) == 0 ? IOAddress(static_cast<std::uint32_t>(random_())).toText()
                           : below(2) == 0 ? IOAddress::fromBytes(AF_INET6, bytes(16).data()).toText()
                                           : "::" + std::string(below(2) == 0 ? "ffff:" : "") + IOAddress(static_cast<std::uint32_t>(random_())).toText();
        for (std::size_t changes = below(4); changes > 0 && !text.empty(); --changes) {
            const std::size_t at = below(text.size());
            const char letter = letters[below(letters.size())];
            switch (below(3)) {
            case 0: text[at] = letter; break;
            case 1: text.insert(at, 1, letter); break;
            default: text.erase(at, 1);
            }
        }
        const std::string expected = keas(text);
        valid += expected != "null";
        ASSERT_EQ(reader_.read("prefix", text), expected) << text;
    }
    EXPECT_GT(valid, 1000);
    EXPECT_LT(valid, 5000);
}

TEST_F(KeaTextTest, hardwareAddresses) {
    for (std::uint8_t length = 0; length <= 16; ++length) {
        for (int count = 0; count < 100; ++count) {
            RawDhcp4 raw;
            raw.hlen = length;
            raw.chaddr = bytes(16);
            const auto packet = receive4(raw.option(226, bytesOfText("hwaddr")));
            ASSERT_EQ(reader_.answer(packet), packet->getHWAddr()->toText(false));
        }
    }
}

TEST_F(KeaTextTest, duidsAndClientIdentifiers) {
    OptionReader reader6(6);
    for (std::size_t length = 3; length <= 128; ++length) {
        for (int count = 0; count < 10; ++count) {
            const Bytes value = bytes(length);
            ASSERT_EQ(reader6.answer(receive6(RawDhcp6(1, 0x123456).option(1, value))), isc::dhcp::DUID(value).toText());
            ASSERT_EQ(reader_.read("colons", value), isc::dhcp::ClientId(value).toText());
        }
    }
}

TEST_F(KeaTextTest, optionsInHexadecimal) {
    for (const std::size_t length : {0, 1, 2, 3, 16, 255, 256, 1000}) {
        for (int count = 0; count < 20; ++count) {
            const Bytes value = bytes(length);
            ASSERT_EQ(reader_.read("hex", value), isc::dhcp::Option(isc::dhcp::Option::V4, 224, value).toHexString());
        }
    }
}

/// Kea's text of a name that takes all of the bytes; nothing where they are none.
std::optional<std::string> nameByKea(const Bytes& value) {
    try {
        isc::util::InputBuffer buffer(value.data(), value.size());
        const isc::dns::Name name(buffer);
        return buffer.getPosition() == value.size() ? std::optional(name.toText()) : std::nullopt;
    } catch (const isc::Exception&) {
        return std::nullopt;
    }
}

TEST_F(KeaTextTest, domainNames) {
    int valid = 0;
    for (int count = 0; count < 6000; ++count) {
        Bytes value = labels(8);
        value.push_back(0);
        if (below(4) == 0) value[below(value.size())] = static_cast<std::uint8_t>(below(64));
        if (below(8) == 0) value.resize(below(value.size() + 1));
        if (below(16) == 0) value.push_back(0);
        const std::string read = reader_.read("domainName", value);
        const auto expected = nameByKea(value);
        if (!expected) {
            ASSERT_EQ(read, "null");
            continue;
        }
        ++valid;
        ASSERT_EQ(read.substr(0, read.rfind(' ')), *expected);
        ASSERT_EQ(isc::dhcp::OptionDataTypeUtil::readFqdn(value), *expected);
        ASSERT_EQ(reader_.read("domainNames", value), "1 " + *expected);
        // The text is read back to the same bytes.
        std::string bytes_as_text;
        for (const std::uint8_t byte : value) {
            bytes_as_text += (bytes_as_text.empty() ? "" : ",") + std::to_string(byte);
        }
        ASSERT_EQ(reader_.read("encode.name", *expected), bytes_as_text);
    }
    EXPECT_GT(valid, 3000);
    EXPECT_LT(valid, 5500);
}

/// Kea's text of the name in a client FQDN, in lower case as Kea keeps it; nothing where Kea refuses the option.
template <typename Option>
std::optional<std::string> fqdnByKea(const Bytes& value) {
    try {
        return Option(value.begin(), value.end()).getDomainName();
    } catch (const isc::Exception&) {
        return std::nullopt;
    }
}

std::string lowerCase(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

/// The name at the end of "flags S O N name labels [partial]".
std::string nameIn(std::string answer) {
    const std::string partial = " partial";
    if (answer.size() > partial.size() && answer.compare(answer.size() - partial.size(), std::string::npos, partial) == 0) {
        answer.resize(answer.size() - partial.size());
    }
    answer.resize(answer.rfind(' '));
    for (int word = 0; word < 4; ++word) {
        answer.erase(0, answer.find(' ') + 1);
    }
    return lowerCase(answer);
}

TEST_F(KeaTextTest, clientFqdns) {
    int valid = 0;
    const std::string letters = "abcXYZ019-_..\\\\\"()";
    for (int count = 0; count < 6000; ++count) {
        const bool v4 = below(2) == 0;
        const bool ascii = v4 && below(2) == 0;
        Bytes value = v4 ? Bytes{static_cast<std::uint8_t>(byte() & (ascii ? ~4 : ~0)), byte(), byte()} : Bytes{byte()};
        if (v4 && !ascii) value[0] |= 4;
        if (ascii) {
            for (std::size_t length = below(30); length > 0; --length) value.push_back(static_cast<std::uint8_t>(letters[below(letters.size())]));
        } else {
            append(value, labels(8));
            if (below(2) == 0) value.push_back(0);
            if (below(8) == 0) value[below(value.size())] = static_cast<std::uint8_t>(below(64));
        }
        // A byte behind the root is overlooked by Kea and refused by a policy.
        const std::string read = reader_.read(v4 ? "fqdn4" : "fqdn6", value);
        const auto expected = v4 ? fqdnByKea<isc::dhcp::Option4ClientFqdn>(value) : fqdnByKea<isc::dhcp::Option6ClientFqdn>(value);
        const Bytes name(value.begin() + (v4 ? 3 : 1), value.end());
        const bool behind_root = !ascii && expected && !name.empty() && name.back() == 0 && !nameByKea(name);
        if (!expected || behind_root) {
            ASSERT_EQ(read, "null") << expected.value_or("");
            continue;
        }
        ++valid;
        ASSERT_NE(read, "null") << *expected;
        ASSERT_EQ(nameIn(read), *expected) << read;
    }
    EXPECT_GT(valid, 2000);
    EXPECT_LT(valid, 5500);
}

}  // namespace
}  // namespace kea_policy
