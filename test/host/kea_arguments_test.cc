// SPDX-License-Identifier: MPL-2.0
// The arguments of a callout are found by name and type among all that Kea and other libraries put there.
#include "kea_arguments.h"

#include <dhcp/pkt4.h>
#include <dhcpsrv/subnet.h>
#include <hooks/hooks_manager.h>

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

using isc::dhcp::Pkt4;
using isc::dhcp::Pkt4Ptr;
using isc::hooks::HooksManager;

using Receive = KeaArguments<HookPointId::pkt4_receive>;
using Select = KeaArguments<HookPointId::lease4_select>;

Pkt4Ptr packet() {
    return boost::make_shared<Pkt4>(isc::dhcp::DHCPDISCOVER, 7);
}

TEST(KeaArgumentsTest, areThoseOfKeaWhereTheyAre) {
    const auto handle = HooksManager::createCalloutHandle();
    const Pkt4Ptr query = packet();
    handle->setArgument("query4", query);
    handle->setArgument("fake_allocation", true);
    handle->setArgument("a name that nobody knows", 5);
    handle->setArgument("query5", 5);  // as long as one that is known
    const Select arguments(*handle);
    EXPECT_EQ(*(arguments.get<0, Pkt4Ptr>()), query);
    EXPECT_EQ(query.use_count(), 2) << "ours and Kea's: none of the callout";
    EXPECT_TRUE(*(arguments.get<2, bool>()));
}

TEST(KeaArgumentsTest, areAllFoundWhereverTheyStandAmongOthers) {
    const auto handle = HooksManager::createCalloutHandle();
    for (const char* name : {"a first", "fake_allocation", "lease4", "offer_lft", "query4", "r between", "subnet4", "z last"}) {
        handle->setArgument(name, 1);
    }
    const Select arguments(*handle);
    EXPECT_TRUE(arguments.has<0>());
    EXPECT_TRUE(arguments.has<1>());
    EXPECT_TRUE(arguments.has<2>());
    EXPECT_TRUE(arguments.has<3>());
    EXPECT_TRUE(arguments.has<4>());
}

TEST(KeaArgumentsTest, oneThatIsMissingOrOfAnotherTypeIsNone) {
    const auto handle = HooksManager::createCalloutHandle();
    EXPECT_EQ((Receive(*handle).get<0, Pkt4Ptr>()), nullptr);
    EXPECT_FALSE(Receive(*handle).has<0>());
    handle->setArgument("query4", packet());
    ASSERT_NE((Receive(*handle).get<0, Pkt4Ptr>()), nullptr) << "from now on the type is known";
    handle->setArgument("query4", boost::shared_ptr<const Pkt4>(packet()));
    EXPECT_EQ((Receive(*handle).get<0, Pkt4Ptr>()), nullptr);
    EXPECT_TRUE(Receive(*handle).has<0>());
    handle->setArgument("query4", 7);
    EXPECT_EQ((Receive(*handle).get<0, Pkt4Ptr>()), nullptr);
    handle->setArgument("query4", Pkt4Ptr());
    const Receive arguments(*handle);
    ASSERT_NE((arguments.get<0, Pkt4Ptr>()), nullptr) << "an argument that Kea has set to nothing";
    EXPECT_EQ(*(arguments.get<0, Pkt4Ptr>()), nullptr);
}

}  // namespace
}  // namespace kea_policy
