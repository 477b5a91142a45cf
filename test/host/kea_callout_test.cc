// SPDX-License-Identifier: MPL-2.0
#include "packet_callouts.h"

#include "frame_reader.h"
#include "kea_log_file.h"
#include "raw_packets.h"

#include <dhcpsrv/subnet.h>
#include <hooks/callout_manager.h>

#include <boost/version.hpp>

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

using Lines = std::vector<std::string>;

EditEntry edit(Edit operation, std::uint32_t object) {
    static const std::uint8_t value[] = {'x'};
    EditEntry entry{};
    entry.operation = operation;
    entry.object = object;
    entry.code = 12;
    entry.value = {value, 1};
    return entry;
}

TEST(KeaCalloutTest, onlyArgumentsThatTheSchemaSaysMayBeEdited) {
    const auto query = receive4(RawDhcp4());
    Pkt4Callout callout(query);
    for (const std::uint32_t object : {1U, 0x10000U, 0xffffffffU}) {
        const std::string sentence = "edited object " + std::to_string(object) + ", which is not to be edited at this hook point";
        EXPECT_EQ(callout.prepareEdits({edit(Edit::SetOption, object)}), sentence);
        EXPECT_EQ(callout.prepareEdits({edit(Edit::SetOption, 0), edit(Edit::AddClass, object)}), sentence);
    }
    EXPECT_EQ(callout.prepareEdits({edit(Edit::SetOption, 0)}), std::nullopt);
}

TEST(KeaCalloutTest, anArgumentThatKeaDidNotGiveIsNothing) {
    Pkt4Callout callout(isc::dhcp::Pkt4Ptr{});
    std::vector<std::uint8_t> region(4096, 0xaa);
    FrameCursor frame(region.data(), 4096);
    EXPECT_FALSE(callout.write(frame, FieldsRead())) << "this one is always there";
    EXPECT_EQ(callout.option(frame, 0, 53), 0U);
    EXPECT_EQ(callout.fetch(frame, 0, 1), 0U);
    EXPECT_EQ(callout.text(0, 0), "");
    EXPECT_EQ(callout.client(), "");
    EXPECT_EQ(callout.likelyKey(ListKind::HwAddr).size, 0U);
    EXPECT_EQ(callout.prepareEdits({edit(Edit::SetOption, 0)}), "edited query4, which is not to be edited at this hook point");
    callout.applyEdits();
}

/// As Kea makes one for each packet.
struct Handle {
    boost::shared_ptr<isc::hooks::CalloutManager> manager = boost::make_shared<isc::hooks::CalloutManager>(0);
    isc::hooks::CalloutHandle kea{manager};
};

std::uint32_t word(const FrameReader& frame, std::uint32_t argument) {
    return frame.number<std::uint32_t>(kHeaderBytes + argument);
}

TEST(KeaCalloutTest, argumentsThatKeaGivesNotAlways) {
    namespace at = offset::Lease6Renew;
    const isc::dhcp::Pkt6Ptr query(new isc::dhcp::Pkt6(5, 0x123456));
    const isc::dhcp::Lease6Ptr lease = boost::make_shared<isc::dhcp::Lease6>();
    const isc::dhcp::Option6IAPtr association(new isc::dhcp::Option6IA(25, 0x01020304));
    association->setT1(5);
    association->setT2(7);
    association->addOption(isc::dhcp::OptionPtr(new isc::dhcp::Option(isc::dhcp::Option::V6, 13, Bytes{0, 2})));
    Handle handle;
    handle.kea.setArgument("query6", query);
    handle.kea.setArgument("lease6", lease);
    handle.kea.setArgument("ia_pd", association);
    KeaCallout<HookPointId::lease6_renew> callout(handle.kea);
    FrameReader frame(64 * 1024);
    ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
    EXPECT_EQ(word(frame, at::ia_na), 0U) << "Kea has no argument of that name";
    const std::uint32_t record = kHeaderBytes + at::ia_pd + word(frame, at::ia_pd);
    EXPECT_EQ(frame.number<std::uint16_t>(record + offset::Option6IA::type), 25);
    EXPECT_EQ(frame.number<std::uint32_t>(record + offset::Option6IA::iaid), 0x01020304U);
    EXPECT_EQ(frame.number<std::uint32_t>(record + offset::Option6IA::t1), 5U);
    EXPECT_EQ(frame.number<std::uint32_t>(record + offset::Option6IA::t2), 7U);
    const auto of_association = frame.number<std::uint32_t>(record + kRecordObject);
    EXPECT_EQ(frame.view(callout.option(frame.cursor, of_association, 13)), (Bytes{0, 2}));
    EXPECT_EQ(callout.option(frame.cursor, of_association, 5), 0U);
    EXPECT_EQ(callout.option(frame.cursor, partHandle(of_association, 1), 13), 0U);
}

TEST(KeaCalloutTest, anArgumentThatKeaAlwaysGivesIsMissed) {
    const KeaLogFile log;
    Handle handle;
    FrameReader frame(64 * 1024);
    handle.kea.setArgument("query6", isc::dhcp::Pkt6Ptr(new isc::dhcp::Pkt6(5, 1)));
    KeaCallout<HookPointId::lease6_renew> missing(handle.kea);
    EXPECT_STREQ(missing.unreadArgument(), "lease6");
    EXPECT_FALSE(missing.write(frame.cursor, FieldsRead()));
    EXPECT_EQ(missing.text(1, 0), "");
    EXPECT_NE(missing.client(), "") << "the query tells it";

    handle.kea.setArgument("lease6", boost::make_shared<isc::dhcp::Lease6>());
    handle.kea.setArgument("ia_na", 7);
    KeaCallout<HookPointId::lease6_renew> renew(handle.kea);
    EXPECT_EQ(renew.unreadArgument(), nullptr) << "Kea does not always give this one";
    ASSERT_TRUE(renew.write(frame.cursor, FieldsRead()));
    EXPECT_EQ(word(frame, offset::Lease6Renew::ia_na), 0U) << "of another type than Kea says";

    EXPECT_EQ(log.messages("POLICY_ARGUMENT_UNREAD"),
              (Lines{"POLICY_ARGUMENT_UNREAD at lease6_renew Kea's argument lease6 is missing: policies are not called without it, their on-error decides",
                     "POLICY_ARGUMENT_UNREAD at lease6_renew Kea's argument ia_na has a type that this libdhcp_policy.so, built with Boost " BOOST_LIB_VERSION
                     ", does not know: policies see nothing of it"}));
}

TEST(KeaCalloutTest, aValueThatKeaAlwaysGivesIsMissed) {
    const KeaLogFile log;
    const auto query = receive4(RawDhcp4());
    const KeaSubnet4 subnet(new isc::dhcp::Subnet4(isc::asiolink::IOAddress("192.0.2.0"), 24, 1, 2, 3, 7));
    Handle handle;
    handle.kea.setArgument("query4", query);
    handle.kea.setArgument("subnet4", subnet);
    handle.kea.setArgument("lease4", boost::make_shared<isc::dhcp::Lease4>());
    handle.kea.setArgument("fake_allocation", 1);
    KeaCallout<HookPointId::lease4_select> select(handle.kea);
    EXPECT_STREQ(select.unreadArgument(), "fake_allocation");
    FrameReader frame(64 * 1024);
    EXPECT_FALSE(select.write(frame.cursor, FieldsRead()));
    EXPECT_EQ(select.dangerOf(Verdict::Skip) != nullptr, KEA_HOOKS_VERSION < 30004) << "what it may be must not crash Kea";
}

TEST(KeaCalloutTest, subnetsOfAnotherBoostAreAnEmptyList) {
    const KeaLogFile log;
    const auto query = receive4(RawDhcp4());
    const KeaSubnet4 subnet(new isc::dhcp::Subnet4(isc::asiolink::IOAddress("192.0.2.0"), 24, 1, 2, 3, 7));
    Handle handle;
    handle.kea.setArgument("query4", query);
    handle.kea.setArgument("subnet4", subnet);
    struct OfAnotherBoost {};
    const OfAnotherBoost subnets;
    handle.kea.setArgument("subnet4collection", &subnets);
    FrameReader frame(64 * 1024);
    for (int packet = 0; packet < 3; ++packet) {
        KeaCallout<HookPointId::subnet4_select> select(handle.kea);
        EXPECT_EQ(select.unreadArgument(), nullptr);
        ASSERT_TRUE(select.write(frame.cursor, FieldsRead()));
        namespace at = offset::Subnet4Select;
        EXPECT_NE(word(frame, at::subnet4), 0U);
        ASSERT_NE(word(frame, at::subnet4collection), 0U) << "a policy takes it to be there";
        const std::uint32_t list = kHeaderBytes + at::subnet4collection + word(frame, at::subnet4collection);
        EXPECT_EQ(frame.number<std::int32_t>(list + offset::Subnet4List::length), 0);
        EXPECT_EQ(select.item(frame.cursor, 2, 0), 0U);
        EXPECT_EQ(select.find(frame.cursor, 2, 7), 0U);
    }
    EXPECT_EQ(log.messages("POLICY_ARGUMENT_UNREAD").size(), 1U);
}

TEST(KeaCalloutTest, whatAnObjectDoesNotHaveIsNothing) {
    using Select = KeaCallout<HookPointId::lease4_select>;
    constexpr std::uint32_t packet = 0, subnet = 1, flag = 2, lease = 3;
    const KeaSubnet4 network(new isc::dhcp::Subnet4(isc::asiolink::IOAddress("192.0.2.0"), 24, 1, 2, 3, 7));
    Select callout(receive4(RawDhcp4().option(82, {1, 1, 'x'})), network, true, boost::make_shared<isc::dhcp::Lease4>(), 0);
    FrameReader frame(64 * 1024);
    ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
    const std::uint32_t used = frame.cursor.used;
    for (const std::uint32_t object : {subnet, flag, lease}) {
        EXPECT_EQ(callout.option(frame.cursor, object, 82), 0U) << object;
        EXPECT_EQ(callout.optionAt(frame.cursor, object, 82, 0), 0U) << object;
        EXPECT_EQ(callout.subOption(frame.cursor, object, 82, 1), 0U) << object;
        EXPECT_EQ(callout.fetch(frame.cursor, object, static_cast<std::uint32_t>(LazyField::Pkt4Classes)), 0U) << object;
    }
    for (const std::uint32_t object : {packet, subnet, flag, lease, partHandle(packet, 1), partHandle(lease, 1)}) {
        EXPECT_EQ(callout.relay(frame.cursor, object, 0), 0U) << object;
        EXPECT_EQ(callout.item(frame.cursor, object, 0), 0U) << object;
        EXPECT_EQ(callout.find(frame.cursor, object, 7), 0U) << object;
        EXPECT_EQ(callout.fetch(frame.cursor, partHandle(object, 2), 1), 0U) << object;
        EXPECT_EQ(callout.text(partHandle(object, 2), 0), "") << object;
    }
    EXPECT_EQ(callout.text(flag, 0), "");
    EXPECT_EQ(frame.cursor.used, used) << "and nothing is written for it";
    EXPECT_FALSE(frame.cursor.full);
    KeaCallout<HookPointId::subnet4_select> nobody(isc::dhcp::Pkt4Ptr(), network, nullptr);
    EXPECT_EQ(nobody.client(), "") << "a subnet does not tell the client";
}

TEST(KeaCalloutTest, valuesThatMayBeAbsent) {
    namespace at = offset::Lease4Renew;
    using Renew = KeaCallout<HookPointId::lease4_renew>;
    const auto lease = boost::make_shared<isc::dhcp::Lease4>();
    const isc::dhcp::ClientIdPtr id(new isc::dhcp::ClientId(Bytes{1, 2, 3}));
    const isc::dhcp::HWAddrPtr address(new isc::dhcp::HWAddr(Bytes{4, 5, 6, 7, 8, 9}, 6));
    const std::uint32_t callout = kHeaderBytes;
    const auto query = receive4(RawDhcp4());
    FrameReader frame(64 * 1024);
    Renew both(query, KeaSubnet4(), lease, id, address);
    ASSERT_FALSE(both.write(frame.cursor, FieldsRead())) << "there is always a subnet";

    using Select = KeaCallout<HookPointId::lease4_select>;
    const KeaSubnet4 subnet(new isc::dhcp::Subnet4(isc::asiolink::IOAddress("192.0.2.0"), 24, 1, 2, 3, 7));
    Renew renew(query, subnet, lease, id, address);
    ASSERT_TRUE(renew.write(frame.cursor, FieldsRead()));
    EXPECT_EQ(frame.view(callout + at::client_id), (Bytes{1, 2, 3}));
    EXPECT_EQ(frame.view(callout + at::hwaddr), (Bytes{4, 5, 6, 7, 8, 9}));
    EXPECT_EQ(frame.htype(callout + at::hwaddr), 6);
    EXPECT_EQ(frame.number<std::uint64_t>(callout + kRecordPresence), 3U);

    Renew without(query, subnet, lease, isc::dhcp::ClientIdPtr(), address);
    ASSERT_TRUE(without.write(frame.cursor, FieldsRead()));
    EXPECT_EQ(frame.number<std::uint64_t>(callout + kRecordPresence), 2U);
    EXPECT_EQ(word(frame, at::client_id), 0U);

    Select select(query, subnet, true, lease, 120);
    ASSERT_TRUE(select.write(frame.cursor, FieldsRead()));
    const bool is_given = KEA_HOOKS_VERSION >= 20306;
    EXPECT_EQ(frame.number<std::uint64_t>(callout + kRecordPresence), is_given ? 1U : 0U);
    EXPECT_EQ(word(frame, offset::Lease4Select::offer_lifetime), is_given ? 120U : 0U);
}

}  // namespace
}  // namespace kea_policy
