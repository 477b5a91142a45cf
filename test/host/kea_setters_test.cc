// SPDX-License-Identifier: MPL-2.0
// Arguments that a policy sets: read from its edits, checked, and handed to Kea.
#include "packet_callouts.h"

#include "frame_reader.h"

#include <hooks/callout_manager.h>

#include <boost/make_shared.hpp>
#include <gtest/gtest.h>

namespace kea_policy {
namespace {

using isc::dhcp::Host;
using isc::hooks::CalloutHandle;
using Identifier4 = KeaCallout<HookPointId::host4_identifier>;
using Update4 = KeaCallout<HookPointId::ddns4_update>;
constexpr std::uint32_t kIdValue = 2, kHostname = 3, kForward = 4, kReverse = 5;

EditEntry setting(std::uint32_t position, std::uint32_t code, const std::string& value = "") {
    static std::vector<std::unique_ptr<std::string>> kept;  // an entry points to its value
    kept.push_back(std::make_unique<std::string>(value));
    return {Edit::SetArgument, position, code, {reinterpret_cast<const std::uint8_t*>(kept.back()->data()), static_cast<std::uint32_t>(value.size())}};
}

/// Kea's own handle, with the arguments that Kea's server sets.
struct Handle {
    Handle() : handle(boost::make_shared<isc::hooks::CalloutManager>(0)) {}

    static Handle ofIdentifier() {
        Handle made;
        made.handle.setArgument("query4", receive4(RawDhcp4()));
        made.handle.setArgument("id_type", Host::IDENT_HWADDR);
        made.handle.setArgument("id_value", Bytes{});
        return made;
    }
    static Handle ofUpdate(const std::string& hostname) {
        Handle made;
        made.handle.setArgument("query4", receive4(RawDhcp4()));
        made.handle.setArgument("response4", receive4(RawDhcp4()));
        made.handle.setArgument("subnet4", KeaSubnet4());
        made.handle.setArgument("hostname", hostname);
        made.handle.setArgument("fwd-update", true);
        made.handle.setArgument("rev-update", false);
        made.handle.setArgument("ddns-params", boost::make_shared<isc::dhcp::DdnsParams>());
        return made;
    }
    template <typename Value>
    Value argument(const std::string& name) const {
        Value value{};
        handle.getArgument(name, value);
        return value;
    }
    CalloutHandle handle;
};

template <typename Callout>
std::string apply(Callout& callout, const std::vector<EditEntry>& edits) {
    if (auto refused = callout.prepareEdits(edits)) {
        return *refused;
    }
    callout.applyEdits();
    return "";
}

TEST(KeaSettersTest, anIdentifierIsReadAndSet) {
    namespace at = offset::Host4Identifier;
    Handle kea = Handle::ofIdentifier();
    Identifier4 callout(kea.handle);
    FrameReader frame;
    ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
    EXPECT_EQ(frame.number<std::uint8_t>(kHeaderBytes + at::id_type), Host::IDENT_HWADDR);
    EXPECT_TRUE(frame.view(kHeaderBytes + at::id_value).empty());
    ASSERT_EQ(apply(callout, {setting(kIdValue, 0, "port-7")}), "");
    EXPECT_EQ(kea.argument<Bytes>("id_value"), bytesOfText("port-7"));
    EXPECT_EQ(kea.argument<Host::IdentifierType>("id_type"), Host::IDENT_FLEX) << "what a policy sets is of this kind";
    ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
    EXPECT_EQ(frame.text(kHeaderBytes + at::id_value), "port-7") << "the next policy of the chain sees it";
}

TEST(KeaSettersTest, anIdentifierHasBounds) {
    Handle kea = Handle::ofIdentifier();
    Identifier4 callout(kea.handle);
    EXPECT_EQ(apply(callout, {setting(kIdValue, 0, "")}), "set an identifier of 0 bytes instead of 1 to 128");
    EXPECT_EQ(apply(callout, {setting(kIdValue, 0, std::string(129, 'x'))}), "set an identifier of 129 bytes instead of 1 to 128");
    EXPECT_TRUE(kea.argument<Bytes>("id_value").empty());
    EXPECT_EQ(apply(callout, {setting(kIdValue, 0, std::string(128, 'x'))}), "");
    EXPECT_EQ(kea.argument<Bytes>("id_value").size(), 128U);
}

TEST(KeaSettersTest, onlyWhatTheSchemaSaysCanBeSet) {
    Handle kea = Handle::ofIdentifier();
    Identifier4 callout(kea.handle);
    const std::pair<std::uint32_t, std::string> others[] = {
        {0, "query4"}, {1, "id_type"}, {3, "object 3"}, {0x10002, "object 65538"}, {kCalloutHandle, "object 4294967295"}};
    for (const auto& [position, name] : others) {
        EXPECT_EQ(apply(callout, {setting(position, 1, "x")}), "edited " + name + ", which is not to be edited at this hook point");
    }
    Pkt4Callout packet(receive4(RawDhcp4()));
    EXPECT_EQ(apply(packet, {setting(0, 12, "x")}), "edited query4, which is not to be edited at this hook point") << "a packet has edits, but is not to be set";
}

TEST(KeaSettersTest, nameAndDirectionsAreSetTogetherOrNotAtAll) {
    Handle kea = Handle::ofUpdate("pc7.example.org.");
    Update4 callout(kea.handle);
    EXPECT_NE(apply(callout, {setting(kForward, 0), setting(kReverse, 1), setting(kHostname, 0, "a b")}), "");
    EXPECT_EQ(kea.argument<bool>("fwd-update"), true);
    EXPECT_EQ(kea.argument<bool>("rev-update"), false);
    ASSERT_EQ(apply(callout, {setting(kForward, 0), setting(kReverse, 1), setting(kHostname, 0, "first."), setting(kHostname, 0, "last.example.")}), "");
    EXPECT_EQ(kea.argument<std::string>("hostname"), "last.example.");
    EXPECT_EQ(kea.argument<bool>("fwd-update"), false);
    EXPECT_EQ(kea.argument<bool>("rev-update"), true);
    ASSERT_EQ(apply(callout, {setting(kForward, 1)}), "");
    EXPECT_EQ(kea.argument<std::string>("hostname"), "last.example.") << "what was applied before is not applied again";
    EXPECT_EQ(apply(callout, {setting(kForward, 2)}), "set what is true or false to 2");
}

TEST(KeaSettersTest, namesThatKeaWouldChokeOnAreRefused) {
    Handle kea = Handle::ofUpdate("pc7.example.org.");
    Update4 callout(kea.handle);
    for (const std::string& name : {std::string(64, 'x'), std::string("a..b"), std::string(".a"), [] {
             std::string longest;
             for (int i = 0; i < 128; ++i) longest += "x.";
             return longest;
         }()}) {
        EXPECT_EQ(apply(callout, {setting(kHostname, 0, name)}).find("set a host name that Kea refuses: "), 0U) << name;
    }
    for (const std::string& name : {std::string("a b"), std::string("a\nb"), std::string("a\0b", 3), std::string("gr\xc3\xbc\xc3\x9f")}) {
        EXPECT_EQ(apply(callout, {setting(kHostname, 0, name)}), "set a host name that has other characters than printable ASCII");
    }
    EXPECT_EQ(apply(callout, {setting(kHostname, 0, "")}).find("set an empty host name"), 0U);
    EXPECT_EQ(kea.argument<std::string>("hostname"), "pc7.example.org.");
    EXPECT_EQ(apply(callout, {setting(kHostname, 0, std::string(63, 'x') + ".example")}), "");
}

TEST(KeaSettersTest, aClientWithoutANameNeedsOne) {
    Handle kea = Handle::ofUpdate("");
    Update4 callout(kea.handle);
    EXPECT_EQ(apply(callout, {setting(kForward, 0)}), "changed the DNS updates of a client that has no name; set one with setHostname as well");
    EXPECT_EQ(kea.argument<bool>("fwd-update"), true);
    EXPECT_EQ(apply(callout, {setting(kForward, 0), setting(kHostname, 0, "pc8.")}), "");
    EXPECT_EQ(kea.argument<bool>("fwd-update"), false);
}

TEST(KeaSettersTest, settingsOfNamesAreReadWhereTheyAreWanted) {
    namespace at = offset::Ddns4Update;
    Handle kea = Handle::ofUpdate("pc7.example.org.");
    Update4 callout(kea.handle);
    FrameReader frame;
    ASSERT_TRUE(callout.write(frame.cursor, FieldsRead()));
    EXPECT_EQ(frame.text(kHeaderBytes + at::hostname), "pc7.example.org.");
    EXPECT_EQ(frame.number<std::uint8_t>(kHeaderBytes + at::forward_update), 1);
    EXPECT_EQ(frame.number<std::uint8_t>(kHeaderBytes + at::reverse_update), 0);
    EXPECT_EQ(frame.number<std::uint32_t>(kHeaderBytes + at::subnet4), 0U) << "there is none";
    const std::uint32_t field = kHeaderBytes + at::ddns_params;
    EXPECT_EQ(frame.number<std::uint32_t>(field + frame.number<std::uint32_t>(field)), offset::DdnsParams::kRecordBytes);
}

}  // namespace
}  // namespace kea_policy
