// SPDX-License-Identifier: MPL-2.0
// What a subnet of Kea's says of names in the DNS, written into a frame and read back.
#include "kea_ddns_params.h"

#include "object_alone.h"

#include <boost/make_shared.hpp>
#include <gtest/gtest.h>

namespace kea_policy {
namespace {

namespace at = offset::DdnsParams;
using isc::dhcp::D2ClientConfig;
using isc::dhcp::DdnsParams;
using isc::dhcp::DdnsParamsPtr;
using isc::dhcp::Subnet4Ptr;

Subnet4Ptr subnet() {
    return Subnet4Ptr(new isc::dhcp::Subnet4(isc::asiolink::IOAddress("192.0.2.0"), 24, 1, 2, 3, 7));
}

Subnet4Ptr subnetThatSaysAll(const std::string& suffix) {
    const Subnet4Ptr made = subnet();
    made->setDdnsSendUpdates(true);
    made->setDdnsOverrideNoUpdate(true);
    made->setDdnsOverrideClientUpdate(true);
    made->setDdnsUpdateOnRenew(true);
    made->setDdnsReplaceClientNameMode(D2ClientConfig::RCM_WHEN_NOT_PRESENT);
    made->setDdnsGeneratedPrefix("pc");
    made->setDdnsQualifyingSuffix(suffix);
    return made;
}

DdnsParamsPtr paramsOf(const Subnet4Ptr& subnet, bool dns_enabled) {
    return DdnsParamsPtr(new DdnsParams(subnet, dns_enabled));
}

TEST(KeaDdnsParamsTest, everySetting) {
    const Alone<DdnsParamsReader> alone(paramsOf(subnetThatSaysAll("example.org."), true));
    ASSERT_NE(alone.record, 0U);
    for (const std::uint32_t flag : {at::enable_updates, at::override_no_update, at::override_client_update, at::update_on_renew}) {
        EXPECT_EQ(alone.number<std::uint8_t>(flag), 1) << flag;
    }
    EXPECT_EQ(alone.number<std::uint8_t>(at::replace_client_name_mode), D2ClientConfig::RCM_WHEN_NOT_PRESENT);
    EXPECT_EQ(alone.frame.text(alone.record + at::generated_prefix), "pc");
    EXPECT_EQ(alone.frame.text(alone.record + at::qualifying_suffix), "example.org.");
    const Alone<DdnsParamsReader> disabled(paramsOf(subnetThatSaysAll("example.org."), false));
    EXPECT_EQ(disabled.number<std::uint8_t>(at::enable_updates), 0) << "kea-dhcp-ddns is not in use";
    EXPECT_EQ(disabled.number<std::uint8_t>(at::override_no_update), 1);
}

TEST(KeaDdnsParamsTest, eachSettingHasAFieldOfItsOwn) {
    const auto params = paramsOf(subnetThatSaysAll("example.org."), true);
    const Alone<DdnsParamsReader> none(params, only("Pkt4.type"));
    const Bytes silent(none.frame.bytes.begin() + none.record, none.frame.bytes.begin() + none.frame.cursor.used);
    int fields = 0;
    for (const FieldInfo& info : kFields) {
        if (info.object != ObjectClass::DdnsParams) {
            continue;
        }
        ++fields;
        const Alone<DdnsParamsReader> one(params, only(info.name));
        EXPECT_NE(Bytes(one.frame.bytes.begin() + one.record, one.frame.bytes.begin() + one.frame.cursor.used), silent) << info.name << " was not read";
    }
    EXPECT_EQ(fields, 7);
    EXPECT_EQ(none.number<std::uint8_t>(at::enable_updates), 0);
    EXPECT_EQ(none.frame.text(none.record + at::generated_prefix), "");
}

TEST(KeaDdnsParamsTest, aClientWithoutASubnetHasNoSettings) {
    const Alone<DdnsParamsReader> alone(boost::make_shared<DdnsParams>());
    ASSERT_NE(alone.record, 0U);
    for (const std::uint32_t flag : {at::enable_updates, at::override_no_update, at::override_client_update, at::update_on_renew, at::replace_client_name_mode}) {
        EXPECT_EQ(alone.number<std::uint8_t>(flag), 0) << flag;
    }
    EXPECT_EQ(alone.frame.text(alone.record + at::generated_prefix), "");
    EXPECT_EQ(alone.frame.text(alone.record + at::qualifying_suffix), "");
}

TEST(KeaDdnsParamsTest, textsAreEmptyOrLong) {
    const std::string longest(60'000, 's');
    const Alone<DdnsParamsReader> alone(paramsOf(subnetThatSaysAll(longest), true));
    EXPECT_EQ(alone.frame.text(alone.record + at::qualifying_suffix), longest);
    const Alone<DdnsParamsReader> empty(paramsOf(subnetThatSaysAll(""), true));
    EXPECT_EQ(empty.frame.text(empty.record + at::qualifying_suffix), "");
    expectNoRegionTooSmall<DdnsParamsReader>(paramsOf(subnetThatSaysAll("example.org."), true));
}

}  // namespace
}  // namespace kea_policy
