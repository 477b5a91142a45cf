// SPDX-License-Identifier: MPL-2.0
// What a policy reads from options that Kea's own classes wrote.
#include "option_reader.h"

#include <dhcp/opaque_data_tuple.h>
#include <dhcp/option6_ia.h>
#include <dhcp/option6_iaaddr.h>
#include <dhcp/option6_iaprefix.h>
#include <dhcp/option_vendor_class.h>
#include <gtest/gtest.h>

namespace kea_policy {
namespace {

using namespace isc::dhcp;
using isc::asiolink::IOAddress;

TEST(KeaOptionValuesTest, identityAssociations) {
    OptionReader reader;
    Option6IA association(D6O_IA_PD, 0xfedcba98);
    association.setT1(1800);
    association.setT2(0xffffffff);
    EXPECT_EQ(reader.read("ia", association.toBinary()), "4275878552 1800 4294967295 0");
    association.addOption(OptionPtr(new Option6IAAddr(D6O_IAADDR, IOAddress("2001:db8::7"), 300, 400)));
    association.addOption(OptionPtr(new Option6IAPrefix(D6O_IAPREFIX, IOAddress("2001:db8:7::"), 48, 500, 600)));
    EXPECT_EQ(reader.read("ia", association.toBinary()),
              "4275878552 1800 4294967295 2 2001:db8::7 300 400 0 2001:db8:7::/48 2001:db8:7::/48 500 600 0 true");
}

OptionVendorClass vendorClass(Option::Universe universe, const std::vector<std::string>& texts) {
    OptionVendorClass made(universe, 4491);
    // In DHCPv4 Kea writes the enterprise number before each, and begins with an empty one.
    const auto length = universe == Option::V4 ? OpaqueDataTuple::LENGTH_1_BYTE : OpaqueDataTuple::LENGTH_2_BYTES;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        OpaqueDataTuple tuple(length);
        tuple = texts[i];
        if (i < made.getTuplesNum()) {
            made.setTuple(i, tuple);
        } else {
            made.addTuple(tuple);
        }
    }
    return made;
}

TEST(KeaOptionValuesTest, vendorClasses) {
    OptionReader reader;
    EXPECT_EQ(reader.read("vendorClasses4", vendorClass(Option::V4, {"docsis3.0", "modem"}).toBinary()),
              "2 4491: \"docsis3.0\" 4491: \"modem\", true \"docsis3.0\" null");
    EXPECT_EQ(reader.read("vendorClass6", vendorClass(Option::V6, {"docsis3.0", "", "modem"}).toBinary()), "4491 3 docsis3.0, , modem");
}

TEST(KeaOptionValuesTest, eachOfSeveralVendorClasses) {
    OptionReader reader(6);
    const Bytes first = {0, 0, 0x11, 0x8b, 0, 4, 'e', 'D', 'O', 'C'}, second = {0, 0, 0, 9, 0, 1, 'x'};
    const RawDhcp6 sent = RawDhcp6(1, 5).option(1, {0, 1}).option(16, first).option(14, {}).option(16, second);
    EXPECT_EQ(reader.answer(receive6(sent)), "00:01 4491 eDOC 9 x");
    EXPECT_EQ(reader.answer(receive6(RawDhcp6(1, 5).option(1, {0, 1}))), "00:01");
}

TEST(KeaOptionValuesTest, relayAgentInformation) {
    OptionReader reader;
    Option information(Option::V4, DHO_DHCP_AGENT_OPTIONS);
    information.addOption(OptionPtr(new Option(Option::V4, RAI_OPTION_AGENT_CIRCUIT_ID, bytesOfText("eth0/1"))));
    information.addOption(OptionPtr(new Option(Option::V4, RAI_OPTION_REMOTE_ID, bytesOfText("modem"))));
    information.addOption(OptionPtr(new Option(Option::V4, RAI_OPTION_LINK_SELECTION, IOAddress("192.0.2.7").toBytes())));
    EXPECT_EQ(reader.read("relay", information.toBinary()),
              "circuit \"eth0/1\" remote \"modem\" link 192.0.2.7 subscriber null server null relay null");
}

}  // namespace
}  // namespace kea_policy
