// SPDX-License-Identifier: MPL-2.0
// Collections of leases as Kea hands them out: how many, which, and as many as one likes.
#include "kea_callout.h"

#include "frame_reader.h"
#include "guests.h"
#include "instance.h"

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

using isc::asiolink::IOAddress;
using isc::dhcp::DUID;
using isc::dhcp::DuidPtr;
using isc::dhcp::HWAddrPtr;
using isc::dhcp::Lease;
using isc::dhcp::Lease4;
using isc::dhcp::Lease4Collection;
using isc::dhcp::Lease4CollectionPtr;
using isc::dhcp::Lease6;
using isc::dhcp::Lease6Collection;
using isc::dhcp::Lease6CollectionPtr;
using isc::dhcp::Pkt6;
using isc::dhcp::Pkt6Ptr;

using Committed4 = KeaCallout<HookPointId::leases4_committed>;
using Committed6 = KeaCallout<HookPointId::leases6_committed>;

/// Kept: readers look at Kea's packets where they are.
const isc::dhcp::Pkt4Ptr& query4() {
    static const isc::dhcp::Pkt4Ptr packet = receive4(RawDhcp4());
    return packet;
}

isc::dhcp::Lease4Ptr lease4(const char* address) {
    const auto lease = boost::make_shared<Lease4>();
    lease->addr_ = IOAddress(address);
    return lease;
}

/// With the largest of everything that varies: the fewest fit into a frame.
Lease6CollectionPtr leases6(std::uint32_t count) {
    const DuidPtr duid(new DUID(Bytes(DUID::MAX_DUID_LEN, 7)));
    auto leases = boost::make_shared<Lease6Collection>();
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto lease = boost::make_shared<Lease6>(Lease::TYPE_NA, IOAddress("2001:db8::1"), duid, i, 100, 200, 1, HWAddrPtr());
        lease->hostname_ = std::string(255, 'h');
        leases->push_back(lease);
    }
    return leases;
}

std::uint32_t recordOf(const FrameReader& frame, std::uint32_t argument) {
    const std::uint32_t at = kHeaderBytes + argument;
    const auto distance = frame.number<std::uint32_t>(at);
    return distance == 0 ? 0 : at + distance;
}

TEST(KeaLeaseListTest, eachLeaseIsBroughtByItsPlace) {
    const auto leases = boost::make_shared<Lease4Collection>(Lease4Collection{lease4("192.0.2.1"), nullptr, lease4("192.0.2.3")});
    leases->at(2)->setContext(isc::data::Element::fromJSON("{ \"a\": 1 }"));
    Committed4 callout(query4(), leases, boost::make_shared<Lease4Collection>(), isc::dhcp::Pkt4Ptr());
    FrameReader frame(64 * 1024);
    ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
    const std::uint32_t list = recordOf(frame, offset::Leases4Committed::leases4);
    ASSERT_NE(list, 0U);
    EXPECT_EQ(frame.number<std::int32_t>(list + offset::Lease4List::length), 3);
    const auto handle = frame.number<std::uint32_t>(list + kRecordObject);
    EXPECT_EQ(handle, 1U);

    const std::uint32_t first = callout.item(frame.cursor, handle, 0), third = callout.item(frame.cursor, handle, 2);
    EXPECT_EQ(frame.ipv4(first + offset::Lease4::address), 0xc0000201U);
    EXPECT_EQ(frame.ipv4(third + offset::Lease4::address), 0xc0000203U);
    EXPECT_EQ(callout.item(frame.cursor, handle, 1), 0U) << "no lease at that place";
    EXPECT_EQ(callout.item(frame.cursor, handle, 3), 0U);
    EXPECT_EQ(callout.item(frame.cursor, handle, 0xffff), 0U);
    EXPECT_EQ(callout.item(frame.cursor, handle, 0xffffffff), 0U);
    EXPECT_EQ(callout.item(frame.cursor, 0, 0), 0U) << "a packet is no list";
    EXPECT_EQ(callout.item(frame.cursor, frame.number<std::uint32_t>(first + kRecordObject), 0), 0U) << "nor is a lease";

    const auto of_third = frame.number<std::uint32_t>(third + kRecordObject);
    EXPECT_EQ(callout.text(of_third, 0), leases->at(2)->toText());
    EXPECT_EQ(callout.text(of_third, 1), "{ \"a\": 1 }");
    EXPECT_EQ(callout.text(handle, 0), "");
    EXPECT_EQ(callout.text(partHandle(1, 2), 0), "");
    EXPECT_EQ(callout.text(partHandle(1, 9), 0), "");
}

TEST(KeaLeaseListTest, emptyIsNotAbsent) {
    Committed4 empty(query4(), boost::make_shared<Lease4Collection>(), boost::make_shared<Lease4Collection>(), isc::dhcp::Pkt4Ptr());
    FrameReader frame(64 * 1024);
    ASSERT_TRUE(empty.write(frame.cursor, FieldsRead()));
    const std::uint32_t list = recordOf(frame, offset::Leases4Committed::deleted_leases4);
    ASSERT_NE(list, 0U);
    EXPECT_EQ(frame.number<std::int32_t>(list + offset::Lease4List::length), 0);
    EXPECT_EQ(empty.item(frame.cursor, 2, 0), 0U);
    EXPECT_EQ(recordOf(frame, offset::Leases4Committed::response4), 0U);
    EXPECT_NE(empty.client(), "") << "the query tells it";

    Committed4 none(query4(), Lease4CollectionPtr(), Lease4CollectionPtr(), isc::dhcp::Pkt4Ptr());
    EXPECT_FALSE(none.write(frame.cursor, FieldsRead())) << "Kea always gives one";
    EXPECT_EQ(none.item(frame.cursor, 1, 0), 0U);
}

TEST(KeaLeaseListTest, theClientOfAListIsThatOfItsFirstLease) {
    EXPECT_EQ(Lease4ListReader(boost::make_shared<Lease4Collection>(Lease4Collection{lease4("192.0.2.9")})).client(), "lease 192.0.2.9");
    EXPECT_EQ(Lease6ListReader(boost::make_shared<Lease6Collection>()).client(), "");
}

TEST(KeaLeaseListTest, aPolicyReadsListsOfAnyLength) {
    const PolicyConfig config = guestConfig("walk_leases");
    const PolicyModule module(config, 6);
    PolicyResources resources(config);
    std::string failure;
    const auto instance = Instance::make(module, resources, {10'000'000, 4096}, false, failure);
    ASSERT_TRUE(instance) << failure;
    const Pkt6Ptr query(new Pkt6(5, 0x123456));
    for (const std::uint32_t count : {0U, 1U, 101U, 5000U, 200U}) {
        Committed6 callout(query, leases6(count), leases6(0), Pkt6Ptr());
        std::int32_t verdict = 0;
        Fault fault;
        EXPECT_TRUE(instance->call(hookPointInfo(HookPointId::leases6_committed), callout, verdict, fault)) << count << " leases: " << fault.text;
    }
    static_assert(offset::Lease6::iaid == 24, "walk_leases.wat reads it there");
}

TEST(KeaLeaseListTest, valuesAmongTheArguments) {
    using Offer = KeaCallout<HookPointId::lease4_offer>;
    FrameReader frame(64 * 1024);
    Offer offer(query4(), boost::make_shared<Lease4Collection>(), 0x01020304, isc::dhcp::Lease4Ptr(), query4());
    ASSERT_TRUE(offer.write(frame.cursor, FieldsRead()));
    EXPECT_EQ(frame.number<std::uint32_t>(kHeaderBytes + offset::Lease4Offer::offer_lifetime), 0x01020304U);
    EXPECT_EQ(recordOf(frame, offset::Lease4Offer::old_lease), 0U);

    using Register = KeaCallout<HookPointId::addr6_register>;
    const Pkt6Ptr packet(new Pkt6(36, 0x123456));
    Register registration(packet, packet, IOAddress("2001:db8::5"), isc::dhcp::Lease6Ptr(), boost::make_shared<Lease6>());
    ASSERT_TRUE(registration.write(frame.cursor, FieldsRead()));
    EXPECT_EQ(frame.ipv6(kHeaderBytes + offset::Addr6Register::address6), "2001:db8::5");
    EXPECT_EQ(recordOf(frame, offset::Addr6Register::old_lease6), 0U);
    EXPECT_NE(recordOf(frame, offset::Addr6Register::new_lease6), 0U);
}

}  // namespace
}  // namespace kea_policy
