// SPDX-License-Identifier: MPL-2.0
#include "statistics.h"

#include "guests.h"
#include "packet_callouts.h"
#include "raw_packets.h"

#include <stats/stats_mgr.h>

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

using isc::stats::StatsMgr;

class StatisticsTest : public testing::Test {
protected:
    void SetUp() override { StatsMgr::instance().removeAll(); }
    void TearDown() override { StatsMgr::instance().removeAll(); }

    std::unique_ptr<PolicySet> makeSet(const std::vector<std::string>& guests) {
        Config config;
        for (const std::string& guest : guests) {
            config.policies.push_back(guestConfig(guest));
        }
        auto set = std::make_unique<PolicySet>(config, 4);
        set->resize(1);
        return set;
    }
    static void ask(PolicySet& set, int times = 1) {
        for (int i = 0; i < times; ++i) {
            for (Policy* policy : set.at(pkt4Receive())) {
                const auto packet = receive4(RawDhcp4());
                Pkt4Callout callout(packet);
                policy->ask(pkt4Receive(), callout);
                policy->refill();
            }
        }
    }
    /// -1 where Kea has no such statistic.
    static std::int64_t value(const std::string& name) {
        const auto observation = StatsMgr::instance().getObservation(name);
        return observation ? observation->getInteger().first : -1;
    }
};

TEST_F(StatisticsTest, everyNameIsThereFromTheBegin) {
    Statistics statistics;
    statistics.flush(*makeSet({"continue", "drop"}), 4);
    for (const std::string prefix : {"policy[continue].pkt4_receive.", "policy[drop].pkt4_receive."}) {
        for (const char* name : {"calls", "continue", "skip", "drop", "fault.budget", "fault.abort", "fault.trap", "fault.out-of-memory",
                                 "fault.stack-overflow", "fault.bad-verdict", "fault.bad-edit", "fault.no-instance", "fault.suspended",
                                 "timed-calls", "timed-nanoseconds"}) {
            EXPECT_EQ(value(prefix + name), 0) << prefix << name;
        }
    }
    EXPECT_EQ(value("pkt4-receive-drop"), 0);
    EXPECT_EQ(StatsMgr::instance().count(), 31U) << "and no other, such as of the other server's hook point";
}

TEST_F(StatisticsTest, flushAddsWhatIsNew) {
    const auto set = makeSet({"continue", "unreachable"});
    Statistics statistics;
    ask(*set, 3);
    statistics.flush(*set, 4);
    EXPECT_EQ(value("policy[continue].pkt4_receive.calls"), 3);
    EXPECT_EQ(value("policy[continue].pkt4_receive.continue"), 3);
    EXPECT_EQ(value("policy[continue].pkt4_receive.drop"), 0);
    EXPECT_EQ(value("policy[continue].pkt4_receive.timed-calls"), 1);
    EXPECT_GT(value("policy[continue].pkt4_receive.timed-nanoseconds"), 0);
    EXPECT_EQ(value("policy[unreachable].pkt4_receive.fault.trap"), 3);
    statistics.flush(*set, 4);
    EXPECT_EQ(value("policy[continue].pkt4_receive.calls"), 3) << "nothing is counted twice";
    ask(*set, 2);
    statistics.flush(*set, 4);
    EXPECT_EQ(value("policy[continue].pkt4_receive.calls"), 5);
    EXPECT_EQ(value("policy[unreachable].pkt4_receive.fault.trap"), 5);
}

TEST_F(StatisticsTest, resetInKeaStays) {
    const auto set = makeSet({"continue"});
    Statistics statistics;
    ask(*set, 3);
    statistics.flush(*set, 4);
    StatsMgr::instance().reset("policy[continue].pkt4_receive.calls");
    ask(*set);
    statistics.flush(*set, 4);
    EXPECT_EQ(value("policy[continue].pkt4_receive.calls"), 1);
}

TEST_F(StatisticsTest, newSetGoesOnFromWhatKeaHas) {
    Statistics statistics;
    const auto before = makeSet({"continue"});
    ask(*before, 3);
    before->countDropped();
    statistics.flush(*before, 4);
    statistics.forget();
    const auto after = makeSet({"continue"});
    ask(*after, 2);
    statistics.flush(*after, 4);
    EXPECT_EQ(value("policy[continue].pkt4_receive.calls"), 5);
    EXPECT_EQ(value("pkt4-receive-drop"), 1);
}

TEST_F(StatisticsTest, droppedPacketsAreAddedToKeas) {
    const auto set = makeSet({"continue"});
    StatsMgr::instance().addValue("pkt4-receive-drop", static_cast<std::int64_t>(7));
    Statistics statistics;
    set->countDropped();
    set->countDropped();
    statistics.flush(*set, 4);
    EXPECT_EQ(value("pkt4-receive-drop"), 9);
    statistics.flush(*set, 4);
    EXPECT_EQ(value("pkt4-receive-drop"), 9);
}

}  // namespace
}  // namespace kea_policy
