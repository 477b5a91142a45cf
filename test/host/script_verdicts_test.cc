// SPDX-License-Identifier: MPL-2.0
#include "script_verdicts.h"

#include "config_error_of.h"

#include <cc/data.h>

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

constexpr int kea_2_2 = 20200, kea_2_6 = 20603;

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

TEST(ScriptVerdicts, anErrorSkipsNothingWhereKeaParks) {
    const std::string skip = R"(, "on-error": { "default": "continue", "subnet6_select": "skip" })";
    EXPECT_EQ(configErrorOf([&] { check(skip, {HookPointId::pkt6_receive, HookPointId::subnet6_select}, kea_2_6); }),
              "policies[0].on-error is \"skip\" for subnet6_select: Kea parks the packet there while the script runs, and can then only go on with it or "
              "drop it; write \"continue\" or \"drop\" for it, as in {\"default\": \"skip\", \"subnet6_select\": \"drop\"}");
    EXPECT_NO_THROW(check(skip, {HookPointId::pkt6_receive, HookPointId::subnet6_select}, kea_2_2));
    EXPECT_NO_THROW(check(skip, {HookPointId::pkt6_receive}, kea_2_6));
    EXPECT_NO_THROW(check(skip + R"(, "wait": false)", {HookPointId::subnet6_select}, kea_2_6));
}

}  // namespace
}  // namespace kea_policy
