// SPDX-License-Identifier: MPL-2.0
#include "stat_policy_get.h"

#include "config_error_of.h"
#include "guests.h"
#include "packet_callouts.h"
#include "raw_packets.h"
#include "statistics.h"

#include <stats/stats_mgr.h>

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

using isc::data::ConstElementPtr;
using isc::data::Element;

class StatPolicyGetTest : public testing::Test {
protected:
    void SetUp() override {
        isc::stats::StatsMgr::instance().removeAll();
        Config config;
        for (const char* guest : {"continue", "drop", "unreachable"}) {
            config.policies.push_back(guestConfig(guest));
        }
        set_ = std::make_unique<PolicySet>(config, 4);
        set_->resize(1);
        for (int i = 0; i < 3; ++i) {
            for (Policy* policy : set_->at(pkt4Receive())) {
                const auto packet = receive4(RawDhcp4());
                Pkt4Callout callout(packet);
                policy->ask(pkt4Receive(), callout);
                policy->refill();
            }
        }
        statistics_.flush(*set_, 4);
    }
    void TearDown() override { isc::stats::StatsMgr::instance().removeAll(); }

    ConstElementPtr ask(const std::string& arguments = "", int family = 4) {
        return statPolicyGetAnswer(set_.get(), family, arguments.empty() ? ConstElementPtr() : Element::fromJSON(arguments));
    }
    static ConstElementPtr table(const ConstElementPtr& answer) { return answer->get("arguments")->get("result-set"); }
    static std::string rows(const ConstElementPtr& answer) { return table(answer)->get("rows")->str(); }
    std::string refusal(const std::string& arguments) {
        return configErrorOf([&] { ask(arguments); });
    }

    std::unique_ptr<PolicySet> set_;
    Statistics statistics_;
};

TEST_F(StatPolicyGetTest, hasARowForEachPolicyAndHookPointOfTheServer) {
    const ConstElementPtr answer = ask();
    EXPECT_EQ(answer->get("result")->intValue(), 0);
    EXPECT_EQ(answer->get("text")->stringValue(), "stat-policy-get: 3 rows found");
    EXPECT_EQ(table(answer)->get("columns")->str(),
              R"([ "policy", "hook-point", "calls", "continue", "skip", "drop", "fault.budget", "fault.abort", "fault.trap", )"
              R"("fault.out-of-memory", "fault.stack-overflow", "fault.bad-verdict", "fault.bad-edit", "fault.no-instance", )"
              R"("fault.suspended", "timed-calls", "timed-nanoseconds" ])");
    const auto& found = table(answer)->get("rows")->listValue();
    ASSERT_EQ(found.size(), 3U);
    const auto beginning = [&](std::size_t row) {
        std::string text;
        for (std::size_t i = 0; i < 9; ++i) {
            text += found[row]->get(static_cast<int>(i))->str() + " ";
        }
        return text;
    };
    EXPECT_EQ(beginning(0), "\"continue\" \"pkt4_receive\" 3 3 0 0 0 0 0 ");
    EXPECT_EQ(beginning(1), "\"drop\" \"pkt4_receive\" 3 0 0 3 0 0 0 ");
    EXPECT_EQ(beginning(2), "\"unreachable\" \"pkt4_receive\" 3 0 0 0 0 0 3 ");
    EXPECT_EQ(found[0]->size(), table(answer)->get("columns")->size());
    EXPECT_GT(found[0]->get(16)->intValue(), 0) << "the first call is timed";
    EXPECT_EQ(table(answer)->get("timestamp")->stringValue().size(), std::string("2026-01-01 00:00:00.000000").size());
}

TEST_F(StatPolicyGetTest, valuesAreThoseOfStatisticGet) {
    isc::stats::StatsMgr::instance().reset("policy[continue].pkt4_receive.calls");
    EXPECT_EQ(rows(ask(R"({"policy": "continue"})")).find(R"([ [ "continue", "pkt4_receive", 0, 3, )"), 0U);
}

TEST_F(StatPolicyGetTest, isNarrowed) {
    EXPECT_EQ(table(ask(R"({"policy": "drop"})"))->get("rows")->size(), 1U);
    EXPECT_EQ(table(ask(R"({"hook-point": "pkt4_receive"})"))->get("rows")->size(), 3U);
    EXPECT_EQ(table(ask(R"({"hook-point": "pkt4_receive", "policy": "drop"})"))->get("rows")->size(), 1U);
    EXPECT_EQ(table(ask("{}"))->get("rows")->size(), 3U);
    EXPECT_EQ(rows(ask(R"({"hook-point": "pkt6_receive", "policy": "continue"})", 6)).find(R"([ [ "continue", "pkt6_receive", )"), 0U);
}

TEST_F(StatPolicyGetTest, namesWhatItDoesNotKnow) {
    EXPECT_EQ(refusal(R"({"policy": "dropp"})"), "stat-policy-get: \"dropp\" is no policy (did you mean drop?); there is continue, drop, unreachable");
    EXPECT_EQ(refusal(R"({"hook-point": "lease4_select"})").find("stat-policy-get: \"lease4_select\" is no hook point that a policy handles here"), 0U);
    EXPECT_EQ(refusal(R"({"polcy": "drop"})"), "stat-policy-get: \"polcy\" is no argument (did you mean policy?); there is hook-point, policy");
    EXPECT_EQ(refusal(R"({"policy": 7})"), "stat-policy-get: \"policy\" must be a string, not integer");
    EXPECT_EQ(refusal("[]"), "stat-policy-get: its arguments must be a map, with \"policy\" or \"hook-point\" or both");
}

TEST_F(StatPolicyGetTest, withoutPoliciesItIsEmpty) {
    const ConstElementPtr answer = statPolicyGetAnswer(nullptr, 4, ConstElementPtr());
    EXPECT_EQ(answer->get("result")->intValue(), 3);
    EXPECT_EQ(answer->get("text")->stringValue(), "stat-policy-get: 0 rows found");
    EXPECT_EQ(rows(answer), "[  ]");
}

}  // namespace
}  // namespace kea_policy
