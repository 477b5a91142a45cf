// SPDX-License-Identifier: MPL-2.0
// Changes of leases: each is checked before any is made.
#include "kea_callout.h"

#include "raw_packets.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kea_policy {
namespace {

using isc::data::Element;
using isc::dhcp::Lease;
using isc::dhcp::Lease4;
using isc::dhcp::Lease4Ptr;
using isc::dhcp::Lease6;
using isc::dhcp::Lease6Ptr;

using Renew4 = KeaCallout<HookPointId::lease4_renew>;
using Renew6 = KeaCallout<HookPointId::lease6_renew>;

EditEntry lifetime(Edit operation, std::uint32_t object, std::uint32_t seconds) {
    EditEntry entry{};
    entry.operation = operation;
    entry.object = object;
    entry.code = seconds;
    return entry;
}

/// The text must live as long as the entry.
EditEntry text(Edit operation, std::uint32_t object, const std::string& value) {
    EditEntry entry = lifetime(operation, object, 0);
    entry.value = {reinterpret_cast<const std::uint8_t*>(value.data()), static_cast<std::uint32_t>(value.size())};
    return entry;
}

/// Kept: readers look at Kea's packets where they are.
const isc::dhcp::Pkt4Ptr& query4() {
    static const isc::dhcp::Pkt4Ptr packet = receive4(RawDhcp4());
    return packet;
}

Lease4Ptr lease4() {
    const auto lease = boost::make_shared<Lease4>();
    lease->valid_lft_ = 100;
    lease->reuseable_valid_lft_ = 60;
    lease->hostname_ = "before";
    lease->setContext(Element::fromJSON("{ \"before\": 1 }"));
    return lease;
}

Lease6Ptr lease6() {
    const auto lease = boost::make_shared<Lease6>();
    lease->valid_lft_ = 100;
    lease->preferred_lft_ = 50;
    lease->reuseable_valid_lft_ = 60;
    lease->reuseable_preferred_lft_ = 30;
    return lease;
}

/// The lease is the third argument.
constexpr std::uint32_t object4 = 2, object6 = 1;

Renew4 renew4(const Lease4Ptr& lease) {
    return Renew4(query4(), KeaSubnet4(), lease, isc::dhcp::ClientIdPtr(), isc::dhcp::HWAddrPtr());
}

Renew6 renew6(const Lease6Ptr& lease) {
    static const isc::dhcp::Pkt6Ptr query(new isc::dhcp::Pkt6(5, 1));
    return Renew6(query, lease, isc::dhcp::Option6IAPtr(), isc::dhcp::Option6IAPtr());
}

TEST(LeaseEditorTest, allThatMayBeChangedOfALease4) {
    const Lease4Ptr lease = lease4();
    Renew4 callout = renew4(lease);
    const std::string name = "Desk-7.Example_1.org.", json = "{ \"room\": \"b7\" }";
    EXPECT_EQ(callout.prepareEdits({lifetime(Edit::SetValidLifetime, object4, 0xffffffff), text(Edit::SetHostname, object4, name),
                                    text(Edit::SetUserContext, object4, json)}),
              std::nullopt);
    EXPECT_EQ(lease->valid_lft_, 100U) << "nothing is changed before all is checked";
    EXPECT_EQ(lease->hostname_, "before");
    callout.applyEdits();
    EXPECT_EQ(lease->valid_lft_, 0xffffffffU);
    EXPECT_EQ(lease->reuseable_valid_lft_, 0U) << "else Kea would not store it";
    EXPECT_EQ(lease->hostname_, "desk-7.example_1.org.");
    EXPECT_EQ(lease->getContext()->str(), json);
}

TEST(LeaseEditorTest, allThatMayBeChangedOfALease6) {
    const Lease6Ptr lease = lease6();
    Renew6 callout = renew6(lease);
    EXPECT_EQ(callout.prepareEdits({lifetime(Edit::SetValidLifetime, object6, 40), lifetime(Edit::SetPreferredLifetime, object6, 40)}), std::nullopt)
        << "what counts is what both come to";
    callout.applyEdits();
    EXPECT_EQ(lease->valid_lft_, 40U);
    EXPECT_EQ(lease->preferred_lft_, 40U);
    EXPECT_EQ(lease->reuseable_valid_lft_, 0U);
    EXPECT_EQ(lease->reuseable_preferred_lft_, 0U);
}

TEST(LeaseEditorTest, emptyTakesAway) {
    const Lease4Ptr lease = lease4();
    Renew4 callout = renew4(lease);
    const std::string empty;
    EXPECT_EQ(callout.prepareEdits({text(Edit::SetHostname, object4, empty), text(Edit::SetUserContext, object4, empty)}), std::nullopt);
    callout.applyEdits();
    EXPECT_EQ(lease->hostname_, "");
    EXPECT_FALSE(lease->getContext());
    EXPECT_EQ(lease->valid_lft_, 100U);
}

TEST(LeaseEditorTest, withoutEditsALeaseStaysAsItIs) {
    const Lease6Ptr lease = lease6();
    lease->preferred_lft_ = 500;
    Renew6 callout = renew6(lease);
    EXPECT_EQ(callout.prepareEdits({}), std::nullopt) << "what Kea made of it is not the policy's fault";
    callout.applyEdits();
    EXPECT_EQ(lease->preferred_lft_, 500U);
    EXPECT_EQ(lease->reuseable_valid_lft_, 60U);
}

TEST(LeaseEditorTest, whatIsRefused) {
    const Lease4Ptr four = lease4();
    const std::string label = std::string(63, 'h') + ".", long_name(256, 'h'), longest = label + label + label + std::string(61, 'h') + ".",
                      deep = std::string(5000, '[');
    const std::vector<std::pair<EditEntry, std::string>> cases = {
        {lifetime(Edit::SetValidLifetime, object4, 0), "set a valid lifetime of 0 seconds, with which the lease would have ended before it began"},
        {lifetime(Edit::SetPreferredLifetime, object4, 5), "set a preferred lifetime, which leases of DHCPv4 do not have"},
        {text(Edit::SetHostname, object4, long_name), "set a hostname of 256 bytes, more than 255"},
        {lifetime(Edit::SetOption, object4, 12), "edited a lease as if it were a packet"},
        {lifetime(Edit::AddClass, object4, 0), "edited a lease as if it were a packet"},
        {lifetime(Edit::SetValidLifetime, 0, 5), "edited query4, which is not to be edited at this hook point"},
        {text(Edit::SetUserContext, object4, deep), "set a user context that is nested too deep or has too many values"},
    };
    for (const auto& [edit, sentence] : cases) {
        EXPECT_EQ(renew4(four).prepareEdits({edit}), sentence);
    }
    EXPECT_EQ(renew4(four).prepareEdits({text(Edit::SetHostname, object4, longest)}), std::nullopt);
    for (const std::string& name : std::vector<std::string>{"a b", "a\n", "a,b", "\xc3\xa9", std::string("a\0b", 3)}) {
        EXPECT_EQ(renew4(four).prepareEdits({text(Edit::SetHostname, object4, name)}),
                  "set a hostname that has other characters than letters, digits, hyphens, underscores and dots");
    }
    for (const std::string& name : std::vector<std::string>{"..", "a..b", ".a", std::string(64, 'h') + ".org", label + label + label + std::string(62, 'h')}) {
        EXPECT_EQ(renew4(four).prepareEdits({text(Edit::SetHostname, object4, name)})->find("set a hostname that Kea would not take for the DNS: "), 0U) << name;
    }
    for (const std::string& json : std::vector<std::string>{"[ 1 ]", "7", "\"a\"", "null"}) {
        EXPECT_EQ(renew4(four).prepareEdits({text(Edit::SetUserContext, object4, json)}), "set a user context that is no JSON map") << json;
    }
    EXPECT_EQ(renew4(four).prepareEdits({text(Edit::SetUserContext, object4, "{")})->find("set a user context that is no JSON: "), 0U);

    const Lease6Ptr six = lease6();
    EXPECT_EQ(renew6(six).prepareEdits({lifetime(Edit::SetPreferredLifetime, object6, 101)}),
              "set lifetimes with which the lease would be preferred for 101 seconds and valid for only 100");
    EXPECT_EQ(renew6(six).prepareEdits({lifetime(Edit::SetValidLifetime, object6, 49)}),
              "set lifetimes with which the lease would be preferred for 50 seconds and valid for only 49");
    EXPECT_EQ(four->valid_lft_, 100U);
    EXPECT_EQ(six->preferred_lft_, 50U);
}

/// Kea keeps it as text in its file of leases, one line for each, and drops a lease whose text it cannot read when it starts the next time.
TEST(LeaseEditorTest, aUserContextThatKeaWouldNotReadBackIsRefused) {
    const std::string names = "set a user context in which a name has quotes, backslashes or control characters, which Kea would store unescaped";
    for (const std::string& json : std::vector<std::string>{R"({ "a\nb": 1 })", R"({ "a\"b": 1 })", R"({ "a\\": 1 })", R"({ "x": [ { "a\u007f": 1 } ] })",
                                                            R"({ "a\": 1, \"b": 2 })", std::string("{ \"a\nb\": 1 }"), R"({ "\u0000": 1 })"}) {
        EXPECT_EQ(renew4(lease4()).prepareEdits({text(Edit::SetUserContext, object4, json)}), names) << json;
    }
    for (const std::string& json : std::vector<std::string>{R"({ "a": "b\nc\"d\\e\u0000" })", R"({ "a b,c": [ 1.5, -7, null, true, { } ] })", "{ }", R"({ "gr\u00fc\u00df": 1e3 })"}) {
        const Lease4Ptr lease = lease4();
        Renew4 callout = renew4(lease);
        ASSERT_EQ(callout.prepareEdits({text(Edit::SetUserContext, object4, json)}), std::nullopt) << json;
        callout.applyEdits();
        EXPECT_TRUE(*Element::fromJSON(lease->getContext()->str()) == *Element::fromJSON(json)) << json;
    }
    // Kea before 3.0 writes 1e+20.0, which nobody reads.
    const Lease4Ptr lease = lease4();
    Renew4 callout = renew4(lease);
    const std::string large = R"({ "a": 1e20 })";
    if (const auto refused = callout.prepareEdits({text(Edit::SetUserContext, object4, large)})) {
        EXPECT_EQ(refused->find("set a user context with a number that Kea would store in a form that it cannot read"), 0U) << *refused;
    } else {
        callout.applyEdits();
        EXPECT_NO_THROW(Element::fromJSON(lease->getContext()->str()));
    }
}

TEST(LeaseEditorTest, whatKeaKeepsInTheUserContextStaysOrGoes) {
    const std::string sentence = "set a user context with an \"ISC\" of its own; that name is Kea's: leave it out, or as it is";
    const std::string kept = R"({ "ISC": { "relay-agent-info": { "sub-options": "0x01" } }, "room": "b7" })", other = R"({ "ISC": { "relay-agent-info": 7 } })",
                      none = R"({ "room": "b7" })";
    EXPECT_EQ(renew4(lease4()).prepareEdits({text(Edit::SetUserContext, object4, kept)}), sentence) << "the lease has none";
    for (const std::string& json : {kept, none}) {
        const Lease4Ptr lease = lease4();
        lease->setContext(Element::fromJSON(R"({ "ISC": { "relay-agent-info": { "sub-options": "0x01" } } })"));
        Renew4 callout = renew4(lease);
        EXPECT_EQ(callout.prepareEdits({text(Edit::SetUserContext, object4, other)}), sentence);
        ASSERT_EQ(callout.prepareEdits({text(Edit::SetUserContext, object4, json)}), std::nullopt) << json;
        callout.applyEdits();
        EXPECT_TRUE(*lease->getContext() == *Element::fromJSON(json));
    }
}

TEST(LeaseEditorTest, aPacketIsNoLease) {
    KeaCallout<HookPointId::pkt4_receive> callout(query4());
    EXPECT_EQ(callout.prepareEdits({lifetime(Edit::SetValidLifetime, 0, 5)}), "edited a packet as if it were a lease");
}

}  // namespace
}  // namespace kea_policy
