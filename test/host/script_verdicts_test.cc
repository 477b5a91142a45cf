// SPDX-License-Identifier: MPL-2.0
#include "script_verdicts.h"

#include "config_error_of.h"

#include <cc/data.h>

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

constexpr int kea_2_2 = 20200, kea_2_6 = 20603, kea_3_0 = 30004;

void check(const std::string& more, const std::vector<HookPointId>& hook_points, int kea_version) {
    const auto config = parseConfig(isc::data::Element::fromJSON(R"({ "policies": [ { "name": "a", "script": "/s")" + more + " } ] }"), hookPointNames());
    std::vector<const HookPointInfo*> infos;
    for (const HookPointId id : hook_points) {
        infos.push_back(&hookPointInfo(id));
    }
    checkScriptVerdicts(config.policies[0], infos, kea_version);
}

TEST(ScriptVerdicts, skipIsRefusedWhereEachHookPointParks) {
    const std::string skip = R"(, "exit-status": { "1": "skip" })";
    EXPECT_EQ(configErrorOf([&] { check(skip, {HookPointId::leases4_committed, HookPointId::subnet4_select}, kea_2_6); }),
              "policies[0].exit-status.1 is \"skip\", which no hook point of the script takes (leases4_committed, subnet4_select): Kea parks the packet "
              "there while the script runs, and can then only go on with it or drop it; write \"continue\" or \"drop\"");
    EXPECT_EQ(configErrorOf([] { check(R"(, "exit-status": { "other": "skip" })", {HookPointId::leases6_committed}, kea_2_2); }).substr(0, 39),
              "policies[0].exit-status.other is \"skip\"");
    // The same Kea takes it at another hook point, and an older one does not park there.
    EXPECT_NO_THROW(check(skip, {HookPointId::leases4_committed, HookPointId::lease4_select}, kea_2_6));
    EXPECT_NO_THROW(check(skip, {HookPointId::subnet4_select}, kea_2_2));
    EXPECT_NO_THROW(check(R"(, "exit-status": { "1": "drop" })", {HookPointId::leases4_committed}, kea_2_2));
}

TEST(ScriptVerdicts, whatNoHookPointTakesIsRefused) {
    const std::string drop = R"(, "exit-status": { "1": "drop" })", begin = "policies[0].exit-status.1 is \"drop\", which no hook point of the script takes ";
    // Who wants to deny a lease.
    EXPECT_EQ(configErrorOf([&] { check(drop, {HookPointId::lease4_select, HookPointId::lease4_expire, HookPointId::lease4_renew}, kea_2_2); }),
              begin + "(lease4_select, lease4_expire, lease4_renew): write \"skip\", which Kea takes at lease4_select (the client does not get this "
                      "address), at lease4_renew (Kea keeps the lease as it was before, and answers the client all the same), or \"continue\"");
    EXPECT_EQ(configErrorOf([] { check(R"(, "exit-status": { "0": "continue", "other": "skip" })", {HookPointId::pkt4_send, HookPointId::lease4_expire}, kea_2_6); }),
              "policies[0].exit-status.other is \"skip\", which no hook point of the script takes (pkt4_send, lease4_expire): write \"drop\", which Kea "
              "takes at pkt4_send (the answer is not sent), or \"continue\"");
    EXPECT_EQ(configErrorOf([&] { check(drop, {HookPointId::lease4_expire, HookPointId::ddns4_update}, kea_2_2); }),
              begin + "(lease4_expire, ddns4_update): write \"continue\", which is all that Kea takes there, or leave exit-status out");
    // One map may be good for some hook points only, and may have nothing to say.
    EXPECT_NO_THROW(check(drop, {HookPointId::lease4_select, HookPointId::pkt4_receive}, kea_2_2));
    EXPECT_NO_THROW(check(R"(, "exit-status": { "1": "skip" })", {HookPointId::lease4_select}, kea_2_2));
    EXPECT_NO_THROW(check(R"(, "exit-status": {})", {HookPointId::lease4_expire}, kea_2_2));
    EXPECT_NO_THROW(check(R"(, "exit-status": { "1": "continue", "other": "continue" })", {HookPointId::lease4_expire}, kea_2_2));
    EXPECT_NO_THROW(check(R"(, "wait": false)", {HookPointId::lease4_expire}, kea_2_2));
}

TEST(ScriptVerdicts, whatWouldCrashThisKeaIsRefused) {
    const std::string skip = R"(, "exit-status": { "1": "skip" })";
    EXPECT_EQ(configErrorOf([&] { check(skip, {HookPointId::lease6_select, HookPointId::pkt6_send}, kea_2_6); }),
              "policies[0].exit-status.1 is \"skip\", which no hook point of the script takes (lease6_select, pkt6_send): this Kea may crash on it at "
              "lease6_select, so it is not told it; write \"drop\", which Kea takes at pkt6_send (the answer is not sent), or \"continue\"");
    EXPECT_NO_THROW(check(skip, {HookPointId::lease6_select, HookPointId::pkt6_send}, kea_3_0));
    EXPECT_NO_THROW(check(skip, {HookPointId::lease6_select, HookPointId::lease6_renew}, kea_2_6));
}

}  // namespace
}  // namespace kea_policy
