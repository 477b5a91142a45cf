// SPDX-License-Identifier: MPL-2.0
// Subnets with their pools, the list of all of them, and the choice of another one, against Kea's own configuration.
#include "kea_subnet_list.h"

#include "object_alone.h"
#include "packet_callouts.h"

#include <dhcpsrv/cfgmgr.h>
#include <dhcpsrv/shared_network.h>

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

using isc::asiolink::IOAddress;
using isc::dhcp::CfgMgr;
using isc::dhcp::Lease;
using isc::util::Triplet;
using Select4 = KeaCallout<HookPointId::subnet4_select>;
using Select6 = KeaCallout<HookPointId::subnet6_select>;
constexpr std::uint32_t kSubnet = 1, kCollection = 2;

EditEntry selection(std::uint32_t id) {
    return {Edit::SetArgument, kSubnet, id, {}};
}

/// A configuration of two subnets of each family; Kea's manager has another one afterwards.
struct KeaSubnetTest : testing::Test {
    KeaSubnetTest() {
        CfgMgr& manager = CfgMgr::instance();
        manager.clear();
        for (const std::uint32_t id : {7U, 4294967294U}) {
            const std::string number = std::to_string(id % 100);
            const Triplet<std::uint32_t> unset, preferred(500), valid(60, 1000 + id % 100, 7200);
            const auto four = isc::dhcp::Subnet4::create(IOAddress("10." + number + ".0.0"), 16, unset, unset, valid, id);
            const auto six = isc::dhcp::Subnet6::create(IOAddress("2001:db8:" + number + "::"), 48, unset, unset, preferred, valid, id);
            if (id == 7) {
                four->addPool(isc::dhcp::PoolPtr(new isc::dhcp::Pool4(IOAddress("10.7.1.0"), IOAddress("10.7.1.9"))));
                four->addPool(isc::dhcp::PoolPtr(new isc::dhcp::Pool4(IOAddress("10.7.2.0"), IOAddress("10.7.2.9"))));
                four->setIface("eth7");
                four->addRelayAddress(IOAddress("10.7.0.1"));
                four->setContext(isc::data::Element::fromJSON("{ \"a\": 1 }"));
                six->addPool(isc::dhcp::PoolPtr(new isc::dhcp::Pool6(Lease::TYPE_NA, IOAddress("2001:db8:7::10"), IOAddress("2001:db8:7::1f"))));
                six->addPool(isc::dhcp::PoolPtr(new isc::dhcp::Pool6(Lease::TYPE_PD, IOAddress("2001:db8:8000::"), 36, 56)));
                six->addRelayAddress(IOAddress("fe80::7"));
            }
            manager.getStagingCfg()->getCfgSubnets4()->add(four);
            manager.getStagingCfg()->getCfgSubnets6()->add(six);
        }
        manager.commit();
    }
    ~KeaSubnetTest() override { CfgMgr::instance().clear(); }

    static const isc::dhcp::Subnet4Collection* four() { return CfgMgr::instance().getCurrentCfg()->getCfgSubnets4()->getAll(); }
    static const isc::dhcp::Subnet6Collection* six() { return CfgMgr::instance().getCurrentCfg()->getCfgSubnets6()->getAll(); }

    FrameReader frame;
};

TEST_F(KeaSubnetTest, everyFieldOfASubnet4AndItsPools) {
    namespace at = offset::Subnet4;
    Select4 callout(receive4(RawDhcp4()), *four()->begin(), four());
    ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
    const std::uint32_t link = kHeaderBytes + offset::Subnet4Select::subnet4, record = link + frame.number<std::uint32_t>(link);
    EXPECT_EQ(frame.number<std::uint32_t>(record + at::id), 7U);
    EXPECT_EQ(frame.ipv4(record + at::prefix), 0x0a070000U);
    EXPECT_EQ(frame.number<std::uint8_t>(record + at::prefix_length), 16);
    EXPECT_EQ(frame.number<std::uint32_t>(record + at::valid_lifetime), 1007U);
    EXPECT_EQ(frame.number<std::uint32_t>(record + at::min_valid_lifetime), 60U);
    EXPECT_EQ(frame.number<std::uint32_t>(record + at::max_valid_lifetime), 7200U);
    EXPECT_EQ(frame.text(record + at::iface), "eth7");
    EXPECT_EQ(frame.number<std::uint32_t>(record + at::pool_count), 2U);
    EXPECT_EQ(frame.list(callout.fetch(frame.cursor, kSubnet, static_cast<std::uint32_t>(LazyField::Subnet4RelayAddrs))), (std::vector<std::string>{"\x0a\x07" + std::string(1, '\0') + "\x01"}));
    EXPECT_EQ(callout.fetch(frame.cursor, kSubnet, static_cast<std::uint32_t>(LazyField::Subnet6RelayAddrs)), 0U) << "a field of another object";
    const std::uint32_t pool = callout.item(frame.cursor, kSubnet, 1);
    EXPECT_EQ(frame.ipv4(pool + offset::Pool4::first_address), 0x0a070200U);
    EXPECT_EQ(frame.ipv4(pool + offset::Pool4::last_address), 0x0a070209U);
    EXPECT_EQ(callout.item(frame.cursor, kSubnet, 2), 0U);
    EXPECT_EQ(callout.item(frame.cursor, kSubnet, 0xffffffff), 0U);
}

TEST_F(KeaSubnetTest, everyFieldOfASubnet6AndItsPools) {
    namespace at = offset::Subnet6;
    Select6 callout(receive6(RawDhcp6(1, 5)), *six()->begin(), six());
    ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
    const std::uint32_t link = kHeaderBytes + offset::Subnet6Select::subnet6, record = link + frame.number<std::uint32_t>(link);
    EXPECT_EQ(frame.number<std::uint32_t>(record + at::preferred_lifetime), 500U);
    EXPECT_EQ(frame.number<std::uint32_t>(record + at::valid_lifetime), 1007U);
    EXPECT_EQ(frame.number<std::uint32_t>(record + at::min_valid_lifetime), 60U);
    EXPECT_EQ(frame.number<std::uint32_t>(record + at::max_valid_lifetime), 7200U);
    EXPECT_EQ(frame.text(record + at::iface), "");
    EXPECT_EQ(frame.number<std::uint32_t>(record + at::pool_count), 2U);
    const std::uint32_t addresses = callout.item(frame.cursor, kSubnet, 0), prefixes = callout.item(frame.cursor, kSubnet, 1);
    EXPECT_EQ(frame.number<std::uint8_t>(addresses + offset::Pool6::type), 0);
    EXPECT_EQ(frame.number<std::uint8_t>(addresses + offset::Pool6::prefix_length), 128);
    EXPECT_EQ(frame.ipv6(addresses + offset::Pool6::first_address), "2001:db8:7::10");
    EXPECT_EQ(frame.ipv6(addresses + offset::Pool6::last_address), "2001:db8:7::1f");
    EXPECT_EQ(frame.number<std::uint8_t>(prefixes + offset::Pool6::type), 2);
    EXPECT_EQ(frame.number<std::uint8_t>(prefixes + offset::Pool6::prefix_length), 56);
    EXPECT_EQ(frame.ipv6(prefixes + offset::Pool6::first_address), "2001:db8:8000::");
    EXPECT_EQ(callout.item(frame.cursor, kSubnet, 2), 0U);
}

TEST_F(KeaSubnetTest, whatASubnetDoesNotHaveIsEmpty) {
    const Alone<Subnet4Reader> least4(KeaSubnet4(new isc::dhcp::Subnet4(IOAddress("0.0.0.0"), 0, Triplet<std::uint32_t>(), Triplet<std::uint32_t>(), Triplet<std::uint32_t>(), 1)));
    const Alone<Subnet6Reader> least6(KeaSubnet6(new isc::dhcp::Subnet6(IOAddress("::"), 0, Triplet<std::uint32_t>(), Triplet<std::uint32_t>(), Triplet<std::uint32_t>(), Triplet<std::uint32_t>(), 1)));
    EXPECT_EQ(least4.number<std::uint8_t>(offset::Subnet4::prefix_length), 0);
    EXPECT_EQ(least6.number<std::uint8_t>(offset::Subnet6::prefix_length), 0);
    for (const std::uint32_t field : {offset::Subnet4::pool_count, offset::Subnet4::valid_lifetime}) {
        EXPECT_EQ(least4.number<std::uint32_t>(field), 0U);
    }
    for (const std::uint32_t field : {offset::Subnet6::pool_count, offset::Subnet6::valid_lifetime, offset::Subnet6::preferred_lifetime}) {
        EXPECT_EQ(least6.number<std::uint32_t>(field), 0U);
    }
    EXPECT_EQ(least4.frame.text(least4.record + offset::Subnet4::shared_network), "");
    EXPECT_EQ(least4.frame.text(least4.record + offset::Subnet4::iface), "");
    EXPECT_EQ(least6.frame.text(least6.record + offset::Subnet6::shared_network), "");
    EXPECT_EQ(least4.reader.text(1), "");
    EXPECT_EQ(least6.reader.text(1), "");
    EXPECT_EQ(least6.reader.text(2), "");
    Alone<Subnet6Reader> lonely(*six()->rbegin());
    const std::uint32_t relays = lonely.reader.fetch(lonely.frame.cursor, static_cast<std::uint32_t>(LazyField::Subnet6RelayAddrs));
    ASSERT_NE(relays, 0U) << "empty is not absent";
    EXPECT_TRUE(lonely.frame.list(relays).empty());
    EXPECT_EQ(lonely.reader.item(lonely.frame.cursor, 0, 0), 0U) << "no pool";
}

TEST_F(KeaSubnetTest, theLongestOfEverything) {
    const std::string name(20'000, 'n'), interface(255, 'i'), note(100'000, 'c');
    const Triplet<std::uint32_t> most(0xffffffff);
    const isc::dhcp::Subnet4Ptr subnet4 = isc::dhcp::Subnet4::create(IOAddress("255.255.255.255"), 32, most, most, most, 0xfffffffe);
    const isc::dhcp::Subnet6Ptr subnet6 = isc::dhcp::Subnet6::create(IOAddress("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), 128, most, most, most, most, 0xfffffffe);
    const auto network4 = isc::dhcp::SharedNetwork4::create(name);
    const auto network6 = isc::dhcp::SharedNetwork6::create(name);
    network4->add(subnet4);
    network6->add(subnet6);
    subnet4->setIface(interface);
    subnet4->setContext(isc::data::Element::fromJSON("{ \"note\": \"" + note + "\" }"));
    for (int i = 0; i < 1000; ++i) {
        subnet4->addRelayAddress(IOAddress(0x0a000000U + static_cast<std::uint32_t>(i)));
    }
    Alone<Subnet4Reader> alone4(subnet4);
    EXPECT_EQ(alone4.frame.text(alone4.record + offset::Subnet4::shared_network), name);
    EXPECT_EQ(alone4.frame.text(alone4.record + offset::Subnet4::iface), interface);
    EXPECT_EQ(alone4.frame.ipv4(alone4.record + offset::Subnet4::prefix), 0xffffffffU);
    EXPECT_EQ(alone4.number<std::uint8_t>(offset::Subnet4::prefix_length), 32);
    EXPECT_EQ(alone4.number<std::uint32_t>(offset::Subnet4::id), 0xfffffffeU);
    EXPECT_EQ(alone4.number<std::uint32_t>(offset::Subnet4::valid_lifetime), 0xffffffffU);
    EXPECT_EQ(alone4.reader.text(1), "{ \"note\": \"" + note + "\" }");
    EXPECT_EQ(alone4.frame.list(alone4.reader.fetch(alone4.frame.cursor, static_cast<std::uint32_t>(LazyField::Subnet4RelayAddrs))).size(), 1000U);
    EXPECT_EQ(alone4.reader.fetch(alone4.frame.cursor, static_cast<std::uint32_t>(LazyField::Pkt4Sname)), 0U);
    Alone<Subnet6Reader> alone6(subnet6);
    EXPECT_EQ(alone6.frame.text(alone6.record + offset::Subnet6::shared_network), name);
    EXPECT_EQ(alone6.number<std::uint8_t>(offset::Subnet6::prefix_length), 128);
    EXPECT_EQ(alone6.number<std::uint32_t>(offset::Subnet6::preferred_lifetime), 0xffffffffU);
    expectNoRegionTooSmall<Subnet4Reader>(*four()->begin());
    expectNoRegionTooSmall<Subnet6Reader>(*six()->begin());
}

TEST_F(KeaSubnetTest, settingsThatNobodyReadsAreNotLookedUp) {
    Select4 callout(receive4(RawDhcp4()), *four()->begin(), four());
    ASSERT_TRUE(callout.write(frame.cursor, only("Subnet4.iface")));
    const std::uint32_t link = kHeaderBytes + offset::Subnet4Select::subnet4, record = link + frame.number<std::uint32_t>(link);
    EXPECT_EQ(frame.text(record + offset::Subnet4::iface), "eth7");
    EXPECT_EQ(frame.number<std::uint32_t>(record + offset::Subnet4::valid_lifetime), 0U);
    EXPECT_EQ(frame.number<std::uint32_t>(record + offset::Subnet4::pool_count), 0U);
}

TEST_F(KeaSubnetTest, allSubnetsAreFoundByPlaceAndByNumber) {
    Select4 callout(receive4(RawDhcp4()), KeaSubnet4(), four());
    ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
    const std::uint32_t link = kHeaderBytes + offset::Subnet4Select::subnet4collection;
    EXPECT_EQ(frame.number<std::int32_t>(link + frame.number<std::uint32_t>(link) + offset::Subnet4List::length), 2);
    const std::uint32_t last = callout.item(frame.cursor, kCollection, 1), seventh = callout.find(frame.cursor, kCollection, 7);
    EXPECT_EQ(frame.number<std::uint32_t>(last + offset::Subnet4::id), 4294967294U);
    EXPECT_EQ(frame.number<std::uint32_t>(seventh + offset::Subnet4::id), 7U);
    EXPECT_EQ(callout.item(frame.cursor, kCollection, 2), 0U);
    EXPECT_EQ(callout.find(frame.cursor, kCollection, 8), 0U);
    // Each is an object of its own.
    const auto handle = frame.number<std::uint32_t>(seventh + kRecordObject);
    EXPECT_EQ(callout.text(handle, 0), "10.7.0.0/16");
    EXPECT_EQ(callout.text(handle, 1), "{ \"a\": 1 }");
    EXPECT_NE(callout.item(frame.cursor, handle, 1), 0U);
    EXPECT_NE(callout.fetch(frame.cursor, handle, static_cast<std::uint32_t>(LazyField::Subnet4RelayAddrs)), 0U);
    for (const std::uint32_t unknown : {partHandle(kCollection, 3), partHandle(kCollection, 0xffff), partHandle(kSubnet, 1)}) {
        EXPECT_EQ(callout.text(unknown, 0), "");
        EXPECT_EQ(callout.item(frame.cursor, unknown, 0), 0U);
        EXPECT_EQ(callout.fetch(frame.cursor, unknown, static_cast<std::uint32_t>(LazyField::Subnet4RelayAddrs)), 0U);
        EXPECT_EQ(callout.find(frame.cursor, unknown, 7), 0U);
    }
}

TEST_F(KeaSubnetTest, anotherSubnetOfTheConfigurationMayBeChosenAndNoOther) {
    Select4 callout(receive4(RawDhcp4()), KeaSubnet4(), four());
    EXPECT_EQ(callout.prepareEdits({selection(8)}), "selected the subnet 8, which the configuration does not have");
    EXPECT_EQ(callout.prepareEdits({selection(7), selection(8)}), "selected the subnet 8, which the configuration does not have");
    ASSERT_EQ(callout.prepareEdits({selection(7), selection(4294967294)}), std::nullopt);
    callout.applyEdits();
    ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
    const std::uint32_t link = kHeaderBytes + offset::Subnet4Select::subnet4;
    EXPECT_EQ(frame.number<std::uint32_t>(link + frame.number<std::uint32_t>(link) + offset::Subnet4::id), 4294967294U) << "the next policy sees it";
    Select6 six_callout(receive6(RawDhcp6(1, 5)), KeaSubnet6(), six());
    EXPECT_EQ(six_callout.prepareEdits({selection(8)}), "selected the subnet 8, which the configuration does not have");
    EXPECT_EQ(six_callout.prepareEdits({selection(7)}), std::nullopt);
    EXPECT_EQ(six_callout.prepareEdits({EditEntry{Edit::SetArgument, kCollection, 7, {}}}), "edited subnet6collection, which is not to be edited at this hook point");
}

}  // namespace
}  // namespace kea_policy
