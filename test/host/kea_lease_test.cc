// SPDX-License-Identifier: MPL-2.0
// Leases and subnets as Kea's own constructors make them, written into a frame and read back.
#include "packet_callouts.h"

#include "object_alone.h"

#include <gtest/gtest.h>

#include <ctime>
#include <type_traits>

namespace kea_policy {
namespace {

using isc::asiolink::IOAddress;
using isc::dhcp::HWAddr;
using isc::dhcp::HWAddrPtr;
using isc::dhcp::Lease;
using isc::dhcp::Lease4;
using isc::dhcp::Lease6;

const Bytes mac = {2, 0, 0x5e, 0x10, 0x20, 0x30};
constexpr std::time_t cltt = 4'102'444'800;  // in the year 2100: more than 32 bits hold

// What later Keas keep, and older ones do not have at all.
constexpr bool kHasPool = KEA_HOOKS_VERSION >= 20308, kHasRelay = KEA_HOOKS_VERSION >= 20305;

TEST(KeaLeaseTest, everyFieldOfALease4) {
    namespace at = offset::Lease4;
    const auto lease = boost::make_shared<Lease4>(IOAddress("192.0.2.7"), HWAddrPtr(new HWAddr(mac, 6)), Bytes{1, 2, 3}.data(), 3, 0xffffffff, cltt, 70000,
                                                  true, false, "printer.example.");
    lease->state_ = Lease::STATE_DECLINED;
    lease->reuseable_valid_lft_ = 12;
    const Alone<Lease4Reader> alone(lease);
    ASSERT_NE(alone.record, 0U);
    EXPECT_EQ(alone.number<std::uint32_t>(kRecordObject), 3U);
    EXPECT_EQ(alone.frame.ipv4(alone.record + at::address), 0xc0000207U);
    EXPECT_EQ(alone.number<std::uint8_t>(at::state), 1);
    EXPECT_EQ(alone.number<std::uint8_t>(at::fqdn_fwd), 1);
    EXPECT_EQ(alone.number<std::uint8_t>(at::fqdn_rev), 0);
    EXPECT_EQ(alone.number<std::uint32_t>(at::subnet_id), 70000U);
    EXPECT_EQ(alone.number<std::uint32_t>(at::valid_lifetime), 0xffffffffU);
    EXPECT_EQ(alone.number<std::uint32_t>(at::reuseable_lifetime), 12U);
    EXPECT_EQ(alone.number<std::int64_t>(at::cltt), cltt);
    EXPECT_EQ(alone.frame.view(alone.record + at::hwaddr), mac);
    EXPECT_EQ(alone.frame.htype(alone.record + at::hwaddr), 6);
    EXPECT_EQ(alone.frame.view(alone.record + at::client_id), (Bytes{1, 2, 3}));
    EXPECT_EQ(alone.frame.text(alone.record + at::hostname), "printer.example.");
    EXPECT_EQ(alone.number<std::uint64_t>(kRecordPresence), presence::Lease4::hwaddr | presence::Lease4::client_id | (kHasPool ? presence::Lease4::pool_id : 0));
    EXPECT_EQ(alone.reader.text(0), lease->toText());
    EXPECT_EQ(alone.reader.text(1), "");
    lease->setContext(isc::data::Element::fromJSON("{ \"a\": [1, \"x\"] }"));
    EXPECT_EQ(alone.reader.text(1), "{ \"a\": [ 1, \"x\" ] }");
    EXPECT_EQ(alone.reader.text(3), "");
    EXPECT_EQ(alone.reader.client(), "lease 192.0.2.7");
}

TEST(KeaLeaseTest, whatALeaseDoesNotHaveIsAbsent) {
    const Alone<Lease4Reader> four(boost::make_shared<Lease4>());
    EXPECT_EQ(four.number<std::uint64_t>(kRecordPresence), kHasPool ? presence::Lease4::pool_id : 0);
    EXPECT_EQ(four.frame.text(four.record + offset::Lease4::hostname), "");
    const Alone<Lease6Reader> six(boost::make_shared<Lease6>());
    EXPECT_EQ(six.number<std::uint64_t>(kRecordPresence), kHasPool ? presence::Lease6::pool_id : 0);
}

template <typename Lease>
void setWhatLaterKeasKeep(Lease& lease) {
    if constexpr (kHasPool) {
        lease.pool_id_ = 77;
    }
    if constexpr (kHasRelay && std::is_same_v<Lease, Lease4>) {
        lease.relay_id_ = {1, 2};
        lease.remote_id_ = {3};
    }
}

TEST(KeaLeaseTest, whatLaterKeasKeep) {
    const auto lease = boost::make_shared<Lease4>();
    setWhatLaterKeasKeep(*lease);
    const Alone<Lease4Reader> four(lease);
    EXPECT_EQ(four.number<std::uint32_t>(offset::Lease4::pool_id), kHasPool ? 77U : 0U);
    EXPECT_EQ(four.frame.view(four.record + offset::Lease4::relay_id), kHasRelay ? (Bytes{1, 2}) : Bytes());
    EXPECT_EQ(four.frame.view(four.record + offset::Lease4::remote_id), kHasRelay ? Bytes{3} : Bytes());
    const auto prefix = boost::make_shared<Lease6>();
    setWhatLaterKeasKeep(*prefix);
    EXPECT_EQ(Alone<Lease6Reader>(prefix).number<std::uint32_t>(offset::Lease6::pool_id), kHasPool ? 77U : 0U);
}

TEST(KeaLeaseTest, expiredIsKeasWord) {
    const auto lease = boost::make_shared<Lease4>();
    lease->valid_lft_ = 10;
    for (const std::time_t last_heard_of : {std::time_t{0}, std::time(nullptr) - 1000, std::time(nullptr) + 1000}) {
        lease->cltt_ = last_heard_of;
        EXPECT_EQ(Alone<Lease4Reader>(lease).number<std::uint8_t>(offset::Lease4::expired), lease->expired() ? 1 : 0) << last_heard_of;
    }
    lease->cltt_ = 0;
    EXPECT_EQ(Alone<Lease4Reader>(lease, only("Lease4.hostname")).number<std::uint8_t>(offset::Lease4::expired), 0) << "nobody reads it: no clock is asked";
    lease->valid_lft_ = Lease::INFINITY_LFT;
    EXPECT_EQ(Alone<Lease4Reader>(lease).number<std::uint8_t>(offset::Lease4::expired), 0);
    const auto six = boost::make_shared<Lease6>();
    six->valid_lft_ = 10;
    six->cltt_ = 0;
    EXPECT_EQ(Alone<Lease6Reader>(six).number<std::uint8_t>(offset::Lease6::expired), 1);
}

TEST(KeaLeaseTest, everyFieldOfALease6) {
    namespace at = offset::Lease6;
    const isc::dhcp::DuidPtr duid(new isc::dhcp::DUID(Bytes{0, 3, 0, 1, 2, 3, 4, 5, 6, 7}));
    const auto lease = boost::make_shared<Lease6>(Lease::TYPE_PD, IOAddress("2001:db8:1::"), duid, 0x01020304, 100, 200, 9, HWAddrPtr(), 56);
    lease->cltt_ = cltt;
    lease->hostname_ = "router";
    const Alone<Lease6Reader> alone(lease);
    EXPECT_EQ(alone.number<std::uint8_t>(at::type), 2);
    EXPECT_EQ(alone.number<std::uint8_t>(at::prefix_length), 56);
    EXPECT_EQ(alone.number<std::uint32_t>(at::iaid), 0x01020304U);
    EXPECT_EQ(alone.number<std::uint32_t>(at::subnet_id), 9U);
    EXPECT_EQ(alone.number<std::uint32_t>(at::preferred_lifetime), 100U);
    EXPECT_EQ(alone.number<std::uint32_t>(at::valid_lifetime), 200U);
    EXPECT_EQ(alone.number<std::int64_t>(at::cltt), cltt);
    EXPECT_EQ(alone.frame.view(alone.record + at::duid), duid->getDuid());
    EXPECT_EQ(alone.frame.text(alone.record + at::hostname), "router");
    EXPECT_EQ(alone.number<std::uint8_t>(at::address), 0x20);
    EXPECT_EQ(alone.number<std::uint64_t>(kRecordPresence), presence::Lease6::duid | (kHasPool ? presence::Lease6::pool_id : 0));
    EXPECT_EQ(alone.reader.text(0), lease->toText());
}

TEST(KeaLeaseTest, emptyIsNotAbsent) {
    const auto four = boost::make_shared<Lease4>();
    four->hwaddr_ = HWAddrPtr(new HWAddr());
    const Alone<Lease4Reader> alone4(four);
    EXPECT_EQ(alone4.number<std::uint64_t>(kRecordPresence), presence::Lease4::hwaddr | (kHasPool ? presence::Lease4::pool_id : 0));
    EXPECT_TRUE(alone4.frame.view(alone4.record + offset::Lease4::hwaddr).empty());
    const auto six = boost::make_shared<Lease6>();
    six->hwaddr_ = HWAddrPtr(new HWAddr());
    six->duid_.reset(new isc::dhcp::DUID(isc::dhcp::DUID::EMPTY()));
    const Alone<Lease6Reader> alone6(six);
    EXPECT_EQ(alone6.number<std::uint64_t>(kRecordPresence),
              presence::Lease6::hwaddr | presence::Lease6::duid | (kHasPool ? presence::Lease6::pool_id : 0));
    EXPECT_EQ(alone6.frame.view(alone6.record + offset::Lease6::duid), isc::dhcp::DUID::EMPTY().getDuid()) << "what Kea gives to declined leases";
}

TEST(KeaLeaseTest, theLongestOfEverything) {
    const Bytes hwaddr(HWAddr::MAX_HWADDR_LEN, 0xee), id(isc::dhcp::ClientId::MAX_CLIENT_ID_LEN, 0xdd), duid(isc::dhcp::DUID::MAX_DUID_LEN, 0xcc);
    const std::string hostname(255, 'h'), note(100'000, 'n');
    const auto four = boost::make_shared<Lease4>(IOAddress("255.255.255.255"), HWAddrPtr(new HWAddr(hwaddr, 0xffff)), id.data(), id.size(), 0xffffffff,
                                                 cltt, 0xffffffff, true, true, hostname);
    four->reuseable_valid_lft_ = 0xffffffff;
    four->state_ = 255;
    four->setContext(isc::data::Element::fromJSON("{ \"note\": \"" + note + "\" }"));
    const Alone<Lease4Reader> alone4(four);
    EXPECT_EQ(alone4.frame.ipv4(alone4.record + offset::Lease4::address), 0xffffffffU);
    EXPECT_EQ(alone4.frame.view(alone4.record + offset::Lease4::hwaddr), hwaddr);
    EXPECT_EQ(alone4.frame.htype(alone4.record + offset::Lease4::hwaddr), 0xffff);
    EXPECT_EQ(alone4.frame.view(alone4.record + offset::Lease4::client_id), id);
    EXPECT_EQ(alone4.frame.text(alone4.record + offset::Lease4::hostname), hostname);
    EXPECT_EQ(alone4.number<std::uint32_t>(offset::Lease4::subnet_id), 0xffffffffU);
    EXPECT_EQ(alone4.number<std::uint32_t>(offset::Lease4::reuseable_lifetime), 0xffffffffU);
    EXPECT_EQ(alone4.number<std::uint8_t>(offset::Lease4::state), 255);
    EXPECT_EQ(alone4.reader.text(1), "{ \"note\": \"" + note + "\" }");
    EXPECT_EQ(alone4.reader.text(2), Lease::basicStatesToText(255)) << "a state without a name";
    expectNoRegionTooSmall<Lease4Reader>(four);

    const isc::dhcp::DuidPtr longest(new isc::dhcp::DUID(duid));
    const auto six = boost::make_shared<Lease6>(Lease::TYPE_NA, IOAddress("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), longest, 0xffffffff, 0xffffffff,
                                                0xffffffff, 0xffffffff, true, true, hostname, HWAddrPtr(new HWAddr(hwaddr, 1)));
    const Alone<Lease6Reader> alone6(six);
    EXPECT_EQ(alone6.frame.ipv6(alone6.record + offset::Lease6::address), "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    EXPECT_EQ(alone6.frame.view(alone6.record + offset::Lease6::duid), duid);
    EXPECT_EQ(alone6.frame.view(alone6.record + offset::Lease6::hwaddr), hwaddr);
    EXPECT_EQ(alone6.frame.text(alone6.record + offset::Lease6::hostname), hostname);
    EXPECT_EQ(alone6.number<std::uint32_t>(offset::Lease6::iaid), 0xffffffffU);
    EXPECT_EQ(alone6.number<std::uint32_t>(offset::Lease6::preferred_lifetime), 0xffffffffU);
    EXPECT_EQ(alone6.number<std::uint8_t>(offset::Lease6::prefix_length), 128);
    expectNoRegionTooSmall<Lease6Reader>(six);
}

TEST(KeaLeaseTest, anArgumentOfLaterKeasMayBeMissing) {
    const auto packet = receive4(RawDhcp4());
    using Send = KeaCallout<HookPointId::pkt4_send>;
    Send callout(packet, packet, KeaSubnet4());
    FrameReader frame(64 * 1024);
    ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
    EXPECT_EQ(frame.number<std::uint32_t>(kHeaderBytes + offset::Pkt4Send::subnet4), 0U);
    EXPECT_NE(frame.number<std::uint32_t>(kHeaderBytes + offset::Pkt4Send::response4), 0U);
    EXPECT_EQ(callout.option(frame.cursor, 2, 53), 0U) << "a subnet has no options";
    EXPECT_NE(callout.option(frame.cursor, 1, 53), 0U);
}

TEST(KeaLeaseTest, skipWhereKeaWouldCrashIsDangerous) {
    using Select = KeaCallout<HookPointId::lease4_select>;
    const auto packet = receive4(RawDhcp4());
    const Select offer(packet, KeaSubnet4(), true, boost::make_shared<Lease4>(), 0);
    const Select assignment(packet, KeaSubnet4(), false, boost::make_shared<Lease4>(), 0);
    EXPECT_EQ(offer.dangerOf(Verdict::Skip) != nullptr, KEA_HOOKS_VERSION < 30004);
    EXPECT_EQ(offer.dangerOf(Verdict::Continue), nullptr);
    EXPECT_EQ(assignment.dangerOf(Verdict::Skip), nullptr);
    using Select6 = KeaCallout<HookPointId::lease6_select>;
    const Select6 six(isc::dhcp::Pkt6Ptr(), KeaSubnet6(), false, boost::make_shared<Lease6>());
    EXPECT_EQ(six.dangerOf(Verdict::Skip) != nullptr, KEA_HOOKS_VERSION < 30004);
    EXPECT_EQ(Pkt4Callout(packet).dangerOf(Verdict::Skip), nullptr);
}

}  // namespace
}  // namespace kea_policy
