// SPDX-License-Identifier: MPL-2.0
#include "slots.h"

#include "guests.h"
#include "limits.h"
#include "policy.h"
#include "policy_resources.h"

#include <gtest/gtest.h>

#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace kea_policy {
namespace {

class SlotsTest : public testing::Test {
protected:
    std::unique_ptr<Instance> make() {
        ++made_;
        // Not started: slots know of an instance only that it is one, and these tests make thousands.
        return std::make_unique<Instance>(module_, resources_, Instance::Limits{1000, 1024}, 1);
    }
    void refill() {
        slots_.refill([this] { return make(); });
    }

    PolicyConfig config_ = guestConfig("continue");
    PolicyModule module_{config_, 4};
    PolicyResources resources_{config_};
    Slots slots_;
    std::size_t made_ = 0;
};

TEST_F(SlotsTest, emptyHasNothingToClaim) {
    EXPECT_EQ(slots_.size(), 0U);
    EXPECT_EQ(slots_.claim().instance, nullptr);
    slots_.resize(3);
    EXPECT_EQ(slots_.size(), 3U);
    EXPECT_EQ(slots_.claim().instance, nullptr);
}

TEST_F(SlotsTest, refillMakesSlotsAndSpares) {
    slots_.resize(3);
    refill();
    EXPECT_EQ(made_, 3 + limits::spare_instances);
    refill();
    EXPECT_EQ(made_, 3 + limits::spare_instances) << "nothing was missing";
}

TEST_F(SlotsTest, eachInstanceIsClaimedOnce) {
    slots_.resize(3);
    refill();
    std::set<Instance*> instances;
    std::vector<Slots::Claim> claims;
    for (int i = 0; i < 3; ++i) {
        claims.push_back(slots_.claim());
        ASSERT_NE(claims.back().instance, nullptr);
        instances.insert(claims.back().instance);
    }
    EXPECT_EQ(instances.size(), 3U);
    EXPECT_EQ(slots_.claim().instance, nullptr) << "spares are not for claiming";
    slots_.giveBack(claims[1]);
    EXPECT_EQ(slots_.claim().instance, claims[1].instance);
}

TEST_F(SlotsTest, threadKeepsToItsSlot) {
    slots_.resize(4);
    refill();
    const Slots::Claim first = slots_.claim();
    slots_.giveBack(first);
    for (int i = 0; i < 10; ++i) {
        const Slots::Claim again = slots_.claim();
        EXPECT_EQ(again.instance, first.instance);
        slots_.giveBack(again);
    }
}

TEST_F(SlotsTest, thrownAwayIsReplacedBySpares) {
    slots_.resize(1);
    refill();
    std::set<Instance*> seen;
    for (std::size_t i = 0; i < 1 + limits::spare_instances; ++i) {
        const Slots::Claim claim = slots_.claim();
        ASSERT_NE(claim.instance, nullptr) << i;
        EXPECT_TRUE(seen.insert(claim.instance).second) << "never seen again";
        slots_.throwAway(claim);
    }
    EXPECT_EQ(slots_.claim().instance, nullptr);
    refill();
    EXPECT_NE(slots_.claim().instance, nullptr);
    EXPECT_EQ(made_, 2 * (1 + limits::spare_instances));
}

TEST_F(SlotsTest, refillEndsWhereNothingCanBeMade) {
    slots_.resize(2);
    int tries = 0;
    slots_.refill([&]() -> std::unique_ptr<Instance> { return ++tries == 1 ? make() : nullptr; });
    EXPECT_EQ(tries, 2);
    EXPECT_NE(slots_.claim().instance, nullptr);
    EXPECT_EQ(slots_.claim().instance, nullptr);
}

TEST_F(SlotsTest, emptySlotsAreFilledWhileThreadsLookAtThem) {
    // A thread that finds a slot empty holds it for a moment; if refill passed it over then, it would stay empty until the next fault.
    slots_.resize(2);
    refill();
    std::atomic<bool> stop{false};
    std::thread looker([&] {
        while (!stop) {
            const Slots::Claim claim = slots_.claim();
            if (claim.instance != nullptr) {
                slots_.giveBack(claim);
            }
        }
    });
    int missed = 0;
    for (int round = 0; round < 3000 && missed == 0; ++round) {
        for (std::size_t thrown = 0; thrown < 2 + limits::spare_instances;) {
            const Slots::Claim claim = slots_.claim();
            if (claim.instance != nullptr) {
                slots_.throwAway(claim);
                ++thrown;
            }
        }
        refill();
        slots_.refill([&]() -> std::unique_ptr<Instance> {
            ++missed;
            return nullptr;
        });
    }
    stop = true;
    looker.join();
    EXPECT_EQ(missed, 0);
}

TEST_F(SlotsTest, resizeKeepsInstances) {
    slots_.resize(4);
    refill();
    const std::size_t before = made_;
    slots_.resize(2);
    refill();
    EXPECT_EQ(made_, before) << "fewer slots need no new ones";
    slots_.resize(5);
    refill();
    EXPECT_EQ(made_, before + 3);
    slots_.resize(0);
    EXPECT_EQ(slots_.claim().instance, nullptr);
    slots_.resize(1);
    refill();
    EXPECT_NE(slots_.claim().instance, nullptr);
}

TEST_F(SlotsTest, threadsNeverShareAnInstance) {
    constexpr int threads = 4, claims = 20'000;
    slots_.resize(threads - 1);
    refill();
    std::mutex mutex;
    std::map<Instance*, int> in_hand;
    std::atomic<int> shared{0}, claimed{0}, running{threads};
    std::vector<std::thread> workers;
    for (int worker = 0; worker < threads; ++worker) {
        workers.emplace_back([&, worker] {
            for (int i = 0; i < claims; ++i) {
                const Slots::Claim claim = slots_.claim();
                if (claim.instance == nullptr) {
                    std::this_thread::yield();
                    continue;
                }
                ++claimed;
                {
                    const std::lock_guard<std::mutex> lock(mutex);
                    shared += ++in_hand[claim.instance] == 1 ? 0 : 1;
                }
                if ((i + worker) % 16 == 0) std::this_thread::yield();
                {
                    const std::lock_guard<std::mutex> lock(mutex);
                    in_hand.erase(claim.instance);
                }
                if ((i + worker) % 50 == 0) {
                    slots_.throwAway(claim);
                } else {
                    slots_.giveBack(claim);
                }
            }
            --running;
        });
    }
    while (running > 0) {
        refill();
        std::this_thread::yield();
    }
    for (std::thread& worker : workers) {
        worker.join();
    }
    EXPECT_EQ(shared, 0);
    EXPECT_GT(claimed, claims / 10);
    refill();
    for (int i = 0; i < threads - 1; ++i) {
        EXPECT_NE(slots_.claim().instance, nullptr) << "no slot was lost";
    }
}

}  // namespace
}  // namespace kea_policy
