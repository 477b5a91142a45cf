// SPDX-License-Identifier: MPL-2.0
#include "on_error_verdicts.h"

#include "config_error_of.h"

#include <cc/data.h>

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

constexpr int kea_2_2 = 20200, kea_2_6 = 20603;

using Ids = std::vector<HookPointId>;

void check(const std::string& on_error, const Ids& hook_points, int kea_version, const std::string& runs = R"("script": "/s")") {
    const auto config = parseConfig(
        isc::data::Element::fromJSON(R"({ "policies": [ { "name": "a", )" + runs + R"(, "on-error": )" + on_error + " } ] }"), hookPointNames());
    std::vector<const HookPointInfo*> infos;
    for (const HookPointId id : hook_points) {
        infos.push_back(&hookPointInfo(id));
    }
    checkOnError(config.policies[0], infos, kea_version);
}

struct Refused {
    const char* on_error;
    Ids hook_points;
    int kea_version;
    const char* says;  // after "policies[0].on-error"
};

class OnErrorRefused : public testing::TestWithParam<Refused> {};

TEST_P(OnErrorRefused, withOneSentence) {
    const auto& [on_error, hook_points, kea_version, says] = GetParam();
    EXPECT_EQ(configErrorOf([&, &on_error = on_error, &hook_points = hook_points, &kea_version = kea_version] { check(on_error, hook_points, kea_version); }),
              std::string("policies[0].on-error") + says);
}

INSTANTIATE_TEST_SUITE_P(OnErrorVerdicts, OnErrorRefused, testing::Values(
    // The operator's own word stays the default.
    Refused{R"("drop")", {HookPointId::pkt4_receive, HookPointId::lease4_select, HookPointId::lease4_expire}, kea_2_2,
            R"( is "drop" for lease4_select, lease4_expire, and Kea does not take that there: name another for each, as in {"default": "drop", "lease4_expire": "continue", "lease4_select": "continue"})"},
    // So does what he said of other hook points.
    Refused{R"({ "default": "drop", "pkt4_receive": "skip" })", {HookPointId::pkt4_receive, HookPointId::lease4_select}, kea_2_2,
            R"( is "drop" for lease4_select, and Kea does not take that there: name another for each, as in {"default": "drop", "lease4_select": "continue", "pkt4_receive": "skip"})"},
    Refused{R"({ "default": "drop", "lease4_select": "drop" })", {HookPointId::lease4_renew, HookPointId::lease4_select}, kea_2_2,
            R"(.lease4_select is "drop", which Kea does not take there: write "continue" or "skip")"},
    Refused{R"({ "pkt4_send": "skip" })", {HookPointId::pkt4_receive, HookPointId::pkt4_send}, kea_2_2,
            R"(.pkt4_send is "skip", which Kea does not take there: write "continue" or "drop")"},
    Refused{R"({ "lease4_expire": "skip" })", {HookPointId::lease4_expire}, kea_2_2, R"(.lease4_expire is "skip", which Kea does not take there: write "continue")"},
    // Where Kea parks, all in one sentence as well.
    Refused{R"("skip")", {HookPointId::pkt6_receive, HookPointId::subnet6_select, HookPointId::pkt6_send}, kea_2_6,
            R"( is "skip" for subnet6_select, pkt6_send, and Kea does not take that there (Kea parks the packet at subnet6_select while the script runs, and can then only go on with it or drop it): name another for each, as in {"default": "skip", "pkt6_send": "continue", "subnet6_select": "continue"})"},
    Refused{R"({ "subnet6_select": "skip" })", {HookPointId::pkt6_receive, HookPointId::subnet6_select}, kea_2_6,
            R"(.subnet6_select is "skip", which Kea does not take there (Kea parks the packet at subnet6_select while the script runs, and can then only go on with it or drop it): write "continue" or "drop")"}));

TEST(OnErrorVerdicts, whatKeaTakesIsTaken) {
    const std::string skip = R"({ "subnet6_select": "skip" })";
    EXPECT_NO_THROW(check(skip, {HookPointId::subnet6_select}, kea_2_2));
    EXPECT_NO_THROW(check(skip, {HookPointId::pkt6_receive}, kea_2_6)) << "it is not run there";
    EXPECT_NO_THROW(check(skip, {HookPointId::subnet6_select}, kea_2_6, R"("script": "/s", "wait": false)"));
    EXPECT_NO_THROW(check(skip, {HookPointId::subnet6_select}, kea_2_6, R"("wasm": "/w")"));
    EXPECT_NO_THROW(check(R"({ "default": "drop", "lease4_select": "continue" })", {HookPointId::pkt4_receive, HookPointId::lease4_select}, kea_2_6));
    EXPECT_NO_THROW(check("{}", {HookPointId::lease4_expire}, kea_2_6));
}

}  // namespace
}  // namespace kea_policy
