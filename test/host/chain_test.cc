// SPDX-License-Identifier: MPL-2.0
#include "chain.h"

#include "edit_log_builder.h"
#include "guests.h"
#include "packet_callouts.h"
#include "raw_packets.h"

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

/// A set of guests, in this order; each is told by its position in the name.
struct Chain {
    explicit Chain(const std::vector<std::string>& guests, Verdict on_error = Verdict::Continue) {
        Config config;
        for (const std::string& guest : guests) {
            config.policies.push_back(guestConfig(guest));
            config.policies.back().name += std::to_string(config.policies.size());
            config.policies.back().on_error.fallback = on_error;
        }
        set = std::make_unique<PolicySet>(config, 4);
        set->resize(1);
    }
    Verdict run(const isc::dhcp::Pkt4Ptr& packet = receive4(RawDhcp4())) {
        Pkt4Callout callout(packet);
        return runChain(*set, pkt4Receive(), callout);
    }
    std::string calls() const {
        std::string calls;
        for (const auto& policy : set->policies()) {
            calls += std::to_string(policy->totals(pkt4Receive()).calls);
        }
        return calls;
    }
    std::unique_ptr<PolicySet> set;
};

TEST(ChainTest, dropEndsIt) {
    Chain chain({"continue", "drop", "continue"});
    EXPECT_EQ(chain.run(), Verdict::Drop);
    EXPECT_EQ(chain.calls(), "110");
}

TEST(ChainTest, skipIsKeptAndTheOthersAreAsked) {
    Chain chain({"skip", "continue", "continue"});
    EXPECT_EQ(chain.run(), Verdict::Skip);
    EXPECT_EQ(chain.calls(), "111");
    EXPECT_EQ(Chain({"skip", "drop"}).run(), Verdict::Drop);
    EXPECT_EQ(Chain({"continue", "continue"}).run(), Verdict::Continue);
}

TEST(ChainTest, faultHidesNobodysVerdict) {
    EXPECT_EQ(Chain({"unreachable", "drop"}).run(), Verdict::Drop);
    EXPECT_EQ(Chain({"skip", "unreachable", "continue"}).run(), Verdict::Skip);
    EXPECT_EQ(Chain({"endless_loop", "skip", "verdict_three"}).run(), Verdict::Skip);
    Chain chain({"unreachable", "continue"});
    EXPECT_EQ(chain.run(), Verdict::Continue);
    EXPECT_EQ(chain.calls(), "11");
}

TEST(ChainTest, onErrorCountsAsAVerdict) {
    Chain drop({"unreachable", "continue"}, Verdict::Drop);
    EXPECT_EQ(drop.run(), Verdict::Drop);
    EXPECT_EQ(drop.calls(), "10");
    Chain skip({"unreachable", "continue"}, Verdict::Skip);
    EXPECT_EQ(skip.run(), Verdict::Skip);
    EXPECT_EQ(skip.calls(), "11");
}

TEST(ChainTest, restingPolicyHidesNobodysVerdict) {
    Chain chain({"unreachable", "skip"});
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(chain.run(), Verdict::Skip);
        chain.set->policies()[0]->refill();
    }
    EXPECT_EQ(chain.set->policies()[0]->totals(pkt4Receive()).faults[static_cast<int>(FaultKind::Suspended)], 10U);
    EXPECT_EQ(chain.set->policies()[1]->totals(pkt4Receive()).calls, 20U);
}

TEST(ChainTest, policiesOfOtherHookPointsAreNotAsked) {
    Chain chain({"continue", "skip"});
    EXPECT_EQ(chain.set->at(pkt4Receive()).size(), 2U);
    EXPECT_EQ(chain.set->at(pkt6Receive()).size(), 1U) << "skip has no pkt6_receive";
    EXPECT_EQ(chain.set->names(), "continue1, skip2");
}

TEST(ChainTest, laterPolicySeesTheEditsOfTheOneBefore) {
    // Both copy option 225 over their edit log: the first one's edits replace it, so the second one adds another class.
    const RawEditLog second = RawEditLog().edit(Edit::AddClass, 0, bytesOfText("second"));
    const RawEditLog first = RawEditLog().edit(Edit::AddClass, 0, bytesOfText("first")).edit(Edit::SetOption, 225, second.bytes);
    const auto packet = receive4(RawDhcp4().longOption(225, first.bytes).option(226, {1}));
    Chain chain({"edits_from_packet", "unreachable", "edits_from_packet"});
    EXPECT_EQ(chain.run(packet), Verdict::Skip);
    EXPECT_EQ(PacketState<isc::dhcp::Pkt4>(*packet).classes, (std::vector<std::string>{"ALL", "first", "second"}));
}

}  // namespace
}  // namespace kea_policy
