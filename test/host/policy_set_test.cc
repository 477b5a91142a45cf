// SPDX-License-Identifier: MPL-2.0
#include "policy_set.h"

#include "allocation_count.h"
#include "chain.h"
#include "config_error_of.h"
#include "guests.h"
#include "packet_callouts.h"
#include "raw_packets.h"

#include <gtest/gtest.h>

#include <numeric>
#include <thread>

namespace kea_policy {
namespace {

PolicySet* newSet(const std::vector<std::string>& guests) {
    Config config;
    for (const std::string& guest : guests) {
        config.policies.push_back(guestConfig(guest));
        config.policies.back().path = "policies[" + std::to_string(config.policies.size() - 1) + "]";
    }
    return new PolicySet(config, 4);
}

std::uint64_t answers(const Policy& policy) {
    const auto totals = policy.totals(pkt4Receive());
    return std::accumulate(totals.verdicts.begin(), totals.verdicts.end(), std::uint64_t{0}) +
           std::accumulate(totals.faults.begin(), totals.faults.end(), std::uint64_t{0});
}

TEST(PolicySetTest, errorNamesThePolicyAtFault) {
    const std::string sentence = configErrorOf([] { delete newSet({"continue", "load_false", "start_traps"}); });
    EXPECT_EQ(sentence.find("policies[1]: policy load_false ("), 0U) << sentence;
}

TEST(PolicySetTest, aPolicyThatIsAskedBesidePacketsHasAnInstanceMore) {
    const std::unique_ptr<PolicySet> set(newSet({"continue", "commands"}));
    set->resize(3);
    EXPECT_EQ(set->policies()[0]->slots(), 3U);
    EXPECT_EQ(set->policies()[1]->slots(), 4U);
}

TEST(PolicySetTest, startsAndStopsAnyNumberOfTimes) {
    const std::unique_ptr<PolicySet> set(newSet({"unreachable"}));
    set->stop();
    for (int i = 0; i < 3; ++i) {
        set->resize(2);
        set->start();
        set->start();
        const auto packet = receive4(RawDhcp4());
        Pkt4Callout callout(packet);
        runChain(*set, pkt4Receive(), callout);
        set->stop();
        set->stop();
    }
    EXPECT_EQ(faultCount(*set->policies()[0], FaultKind::Trap), 3U);
}

TEST(PolicySetTest, instancesAreMadeAgainWithoutAsking) {
    const std::unique_ptr<PolicySet> set(newSet({"unreachable"}));
    set->resize(1);
    set->start();
    const auto packet = receive4(RawDhcp4());
    for (int i = 0; i < 9; ++i) {
        Pkt4Callout callout(packet);
        runChain(*set, pkt4Receive(), callout);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    EXPECT_EQ(faultCount(*set->policies()[0], FaultKind::Trap), 9U) << "there was an instance each time";
}

TEST(PolicySetTest, nothingIsMadeAfterStop) {
    const std::unique_ptr<PolicySet> set(newSet({"unreachable"}));
    set->resize(1);
    set->start();
    set->stop();
    const auto packet = receive4(RawDhcp4());
    for (int i = 0; i < 5; ++i) {
        Pkt4Callout callout(packet);
        runChain(*set, pkt4Receive(), callout);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    EXPECT_EQ(faultCount(*set->policies()[0], FaultKind::Trap), 3U) << "Kea may unmap what it likes once the thread is joined";
}

TEST(PolicySetTest, threadsThatFailAllTheTimeAreAllAnsweredAndCounted) {
    const std::unique_ptr<PolicySet> set(newSet({"continue", "fails_on_inform", "recursion"}));
    constexpr int threads = 4, packets = 400;
    set->resize(threads);
    set->start();
    std::vector<std::thread> workers;
    for (int worker = 0; worker < threads; ++worker) {
        workers.emplace_back([&, worker] {
            for (int i = 0; i < packets; ++i) {
                RawDhcp4 raw;
                raw.options = {53, 1, static_cast<std::uint8_t>((i + worker) % 3 == 0 ? 8 : 1)};
                const auto packet = receive4(raw);
                Pkt4Callout callout(packet);
                EXPECT_EQ(runChain(*set, pkt4Receive(), callout), Verdict::Continue);
            }
        });
    }
    for (std::thread& worker : workers) {
        worker.join();
    }
    set->stop();
    for (const auto& policy : set->policies()) {
        EXPECT_EQ(answers(*policy), std::uint64_t{threads} * packets) << policy->config().name;
    }
    EXPECT_EQ(set->policies()[0]->totals(pkt4Receive()).verdicts[0], std::uint64_t{threads} * packets);
}

TEST(PolicySetTest, fewerSlotsThanThreadsLoseNoPacket) {
    // Not what Kea does, but the numbers come from its configuration.
    const std::unique_ptr<PolicySet> set(newSet({"skip"}));
    set->resize(1);
    set->start();
    std::vector<std::thread> workers;
    for (int worker = 0; worker < 3; ++worker) {
        workers.emplace_back([&] {
            for (int i = 0; i < 2000; ++i) {
                const auto packet = receive4(RawDhcp4());
                Pkt4Callout callout(packet);
                runChain(*set, pkt4Receive(), callout);
            }
        });
    }
    for (std::thread& worker : workers) {
        worker.join();
    }
    set->stop();
    EXPECT_EQ(answers(*set->policies()[0]), 6000U);
}

TEST(PolicySetTest, packetThatIsOnlyReadAllocatesNothing) {
    if (!AllocationCount::works()) {
        GTEST_SKIP() << "a sanitizer has malloc for itself";
    }
    const std::unique_ptr<PolicySet> set(newSet({"continue", "skip", "option_loop"}));
    set->resize(1);
    const auto packet = receive4(RawDhcp4().option(61, {1, 2, 0, 0x5e, 0x10, 0x20, 0x30}).option(224, bytesOfText("x")));
    Pkt4Callout warm(packet);
    runChain(*set, pkt4Receive(), warm);
    const AllocationCount allocations;
    for (int i = 0; i < 100; ++i) {
        Pkt4Callout callout(packet);
        runChain(*set, pkt4Receive(), callout);
    }
    EXPECT_EQ(allocations.count(), 0U);
    const AllocationCount counted;
    const auto other = receive4(RawDhcp4());
    EXPECT_GT(counted.count(), 10U) << "the count works";
}

}  // namespace
}  // namespace kea_policy
