// SPDX-License-Identifier: MPL-2.0
#include "policy.h"

#include "config_error_of.h"
#include "edit_log_builder.h"
#include "guests.h"
#include "kea_log_file.h"
#include "packet_callouts.h"
#include "puppet.h"
#include "raw_packets.h"

#include <hooks/callout_manager.h>

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

PolicyConfig withOnError(const std::string& guest, Verdict told) {
    PolicyConfig config = guestConfig(guest);
    config.on_error.fallback = told;
    return config;
}

Verdict ask(Policy& policy, const isc::dhcp::Pkt4Ptr& packet = receive4(RawDhcp4())) {
    Pkt4Callout callout(packet);
    return policy.ask(pkt4Receive(), callout);
}

TEST(PolicyTest, verdictsAreToldAndCounted) {
    for (const auto& [guest, verdict] : {std::pair<const char*, Verdict>{"continue", Verdict::Continue}, {"skip", Verdict::Skip}, {"drop", Verdict::Drop}}) {
        const auto policy = makePolicy(guest);
        for (int i = 0; i < 3; ++i) {
            EXPECT_EQ(ask(*policy), verdict);
        }
        const auto totals = policy->totals(pkt4Receive());
        EXPECT_EQ(totals.calls, 3U);
        for (int i = 0; i < 3; ++i) {
            EXPECT_EQ(totals.verdicts[i], i == static_cast<int>(verdict) ? 3U : 0U) << guest;
        }
        for (const std::uint64_t faults : totals.faults) {
            EXPECT_EQ(faults, 0U);
        }
    }
}

struct Case {
    const char* guest;
    FaultKind kind;
};

class PolicyFaultTest : public testing::TestWithParam<Case> {};

TEST_P(PolicyFaultTest, kindIsCountedOnErrorToldPacketUntouchedSlotFilled) {
    for (const Verdict told : {Verdict::Continue, Verdict::Skip, Verdict::Drop}) {
        const auto policy = makePolicy(withOnError(GetParam().guest, told));
        const auto packet = receive4(RawDhcp4().option(60, {1}));
        const PacketState<isc::dhcp::Pkt4> before(*packet);
        // More often than there are instances, fewer times than suspend.
        for (std::uint64_t i = 1; i <= 6; ++i) {
            EXPECT_EQ(ask(*policy, packet), told);
            EXPECT_EQ(faultCount(*policy, GetParam().kind), i) << "the instance was a fresh one";
            policy->refill();
        }
        EXPECT_TRUE(PacketState(*packet) == before);
        const auto totals = policy->totals(pkt4Receive());
        EXPECT_EQ(totals.calls, 6U);
        EXPECT_EQ(totals.verdicts, (std::array<std::uint64_t, 3>{}));
        for (std::size_t kind = 0; kind < kFaultKinds; ++kind) {
            EXPECT_EQ(totals.faults[kind], kind == static_cast<std::size_t>(GetParam().kind) ? 6U : 0U) << faultName(static_cast<FaultKind>(kind));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Guests, PolicyFaultTest,
                         testing::Values(Case{"endless_loop", FaultKind::Budget}, Case{"abort", FaultKind::Abort}, Case{"unreachable", FaultKind::Trap},
                                         Case{"divide_by_zero", FaultKind::Trap}, Case{"out_of_bounds", FaultKind::Trap},
                                         Case{"recursion", FaultKind::StackOverflow}, Case{"verdict_three", FaultKind::BadVerdict},
                                         Case{"verdict_negative", FaultKind::BadVerdict}),
                         [](const testing::TestParamInfo<Case>& info) { return std::string(info.param.guest); });

TEST(PolicyTest, aCalloutWithAnArgumentThatCannotBeReadIsAFault) {
    const KeaLogFile log;
    isc::hooks::CalloutHandle handle(boost::make_shared<isc::hooks::CalloutManager>(0));
    handle.setArgument("query4", 7);
    Pkt4Callout callout(handle);
    const auto policy = makePolicy(withOnError("continue", Verdict::Drop));
    EXPECT_EQ(policy->ask(pkt4Receive(), callout), Verdict::Drop);
    EXPECT_EQ(faultCount(*policy, FaultKind::Trap), 1U);
    const auto faults = log.messages("POLICY_FAULT");
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_NE(faults[0].find(": it was not called: Kea's argument query4 could not be read; Kea is told to drop"), std::string::npos) << faults[0];
}

TEST(PolicyTest, faultIsLoggedOnOneLine) {
    const auto policy = makePolicy(withOnError("abort_hostile_text", Verdict::Drop));
    const KeaLogFile file;
    ask(*policy);
    ASSERT_EQ(file.lines().size(), 1U);
    EXPECT_EQ(file.messages("POLICY_FAULT"),
              std::vector<std::string>{"POLICY_FAULT policy abort_hostile_text failed at pkt4_receive for client [" +
                                       receive4(RawDhcp4())->getLabel() +
                                       "]: abort: it threw \"a\\x0ab\xef\xbf\xbd\" in pkt4_receive; Kea is told to drop"});
}

TEST(PolicyTest, nextPacketMeetsAFreshInstance) {
    const auto policy = makePolicy("global_counter");
    for (int round = 0; round < 3; ++round) {
        ask(*policy);
        ask(*policy);
        EXPECT_EQ(faultCount(*policy, FaultKind::Trap), static_cast<std::uint64_t>(round));
        ask(*policy);
        EXPECT_EQ(faultCount(*policy, FaultKind::Trap), static_cast<std::uint64_t>(round + 1));
        policy->refill();
    }
}

TEST(PolicyTest, sparesRunOutAndComeBack) {
    const auto policy = makePolicy(withOnError("unreachable", Verdict::Skip));
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(ask(*policy), Verdict::Skip);
    }
    EXPECT_EQ(faultCount(*policy, FaultKind::Trap), 3U) << "one in the slot, two spare";
    EXPECT_EQ(faultCount(*policy, FaultKind::NoInstance), 2U);
    EXPECT_EQ(policy->totals(pkt4Receive()).calls, 3U);
    policy->refill();
    EXPECT_EQ(ask(*policy), Verdict::Skip);
    EXPECT_EQ(faultCount(*policy, FaultKind::Trap), 4U);
}

TEST(PolicyTest, tenFaultsInARowSuspendAndASuccessResumes) {
    const KeaLogFile file(isc::log::INFO);
    const auto policy = makePolicy(withOnError("fails_on_inform", Verdict::Skip));
    const auto good = receive4(RawDhcp4());
    RawDhcp4 raw;
    raw.options = {53, 1, 8};
    const auto bad = receive4(raw);
    const auto fail = [&] {
        ask(*policy, bad);
        policy->refill();
    };
    for (int i = 0; i < 9; ++i) fail();
    EXPECT_EQ(ask(*policy, good), Verdict::Continue) << "not ten in a row";
    for (int i = 0; i < 10; ++i) fail();
    EXPECT_EQ(ask(*policy, good), Verdict::Skip) << "it rests, and Kea is told what on-error says";
    EXPECT_EQ(ask(*policy, good), Verdict::Skip);
    EXPECT_EQ(faultCount(*policy, FaultKind::Suspended), 2U);
    EXPECT_EQ(faultCount(*policy, FaultKind::Trap), 19U);
    std::this_thread::sleep_for(std::chrono::milliseconds(1020));
    fail();
    EXPECT_EQ(faultCount(*policy, FaultKind::Trap), 20U) << "tried again";
    std::this_thread::sleep_for(std::chrono::milliseconds(1020));
    EXPECT_EQ(ask(*policy, good), Verdict::Skip) << "the second rest is twice as long";
    std::this_thread::sleep_for(std::chrono::milliseconds(1000));
    EXPECT_EQ(ask(*policy, good), Verdict::Continue);
    EXPECT_EQ(ask(*policy, good), Verdict::Continue);
    EXPECT_EQ(file.messages("POLICY_SUSPENDED"),
              (std::vector<std::string>{"POLICY_SUSPENDED policy fails_on_inform failed 10 times in a row and is suspended for 1000 ms",
                                        "POLICY_SUSPENDED policy fails_on_inform failed 11 times in a row and is suspended for 2000 ms"}));
    EXPECT_EQ(file.messages("POLICY_RESUMED"), std::vector<std::string>{"POLICY_RESUMED policy fails_on_inform works again after its suspension"});
}

/// A callout whose parts fail as Kea's code might.
struct BrokenView : CalloutView {
    bool write_throws = false, client_throws = false;
    bool write(FrameCursor&, const FieldsRead&) override {
        if (write_throws) throw std::runtime_error("no such field");
        return true;
    }
    std::uint32_t fetch(FrameCursor&, std::uint32_t, std::uint32_t) override { return 0; }
    std::uint32_t option(FrameCursor&, std::uint32_t, std::uint32_t) override { throw std::runtime_error("broken option"); }
    std::uint32_t optionAt(FrameCursor&, std::uint32_t, std::uint32_t, std::uint32_t) override { return 0; }
    std::uint32_t subOption(FrameCursor&, std::uint32_t, std::uint32_t, std::uint32_t) override { return 0; }
    std::uint32_t relay(FrameCursor&, std::uint32_t, std::uint32_t) override { return 0; }
    std::uint32_t item(FrameCursor&, std::uint32_t, std::uint32_t) override { return 0; }
    std::uint32_t find(FrameCursor&, std::uint32_t, std::uint32_t) override { return 0; }
    std::string text(std::uint32_t, std::uint32_t) override { throw 7; }
    std::string client() override {
        if (client_throws) throw std::runtime_error("no label");
        return "client";
    }
    std::optional<std::string> prepareEdits(const std::vector<EditEntry>&) override { return std::nullopt; }
    void applyEdits() noexcept override {}
};

TEST(PolicyTest, whatKeaThrowsIsAFaultAndTheSlotComesBack) {
    const auto policy = makePolicy(withOnError("continue", Verdict::Drop));
    BrokenView view;
    EXPECT_EQ(view.likelyKey(ListKind::HwAddr).size, 0U) << "a view need not know what is looked up in a list";
    view.write_throws = true;
    EXPECT_EQ(policy->ask(pkt4Receive(), view), Verdict::Drop);
    EXPECT_EQ(faultCount(*policy, FaultKind::Trap), 1U);
    view.write_throws = false;
    EXPECT_EQ(policy->ask(pkt4Receive(), view), Verdict::Continue);
}

TEST(PolicyTest, clientWithoutALabelIsNoWayAroundOnError) {
    const auto policy = makePolicy(withOnError("unreachable", Verdict::Drop));
    BrokenView view;
    view.client_throws = true;
    EXPECT_NO_THROW(EXPECT_EQ(policy->ask(pkt4Receive(), view), Verdict::Drop));
}

TEST(PolicyTest, exceptionsInHostFunctionsEndTheCallOnly) {
    const KeaLogFile file;
    for (const auto& [guest, text] : {std::pair<const char*, const char*>{"option_loop", "trap: it made the host fail: broken option in "},
                                      {"text_loop", "trap: it made the host fail in "}}) {
        const auto policy = makePolicy(guest);
        BrokenView view;
        EXPECT_EQ(policy->ask(pkt4Receive(), view), Verdict::Continue);
        EXPECT_EQ(faultCount(*policy, FaultKind::Trap), 1U);
        EXPECT_NE(file.lines().back().find(text), std::string::npos) << file.lines().back();
    }
}

TEST(PolicyTest, onErrorMayDifferByHookPoint) {
    PolicyConfig config = guestConfig("puppet", Puppet{Import::ListHas, {0, 0xffffffff, 9}}.config());
    config.on_error.fallback = Verdict::Drop;
    config.on_error.by_hook_point["pkt4_receive"] = Verdict::Skip;
    const auto policy = makePolicy(config);
    EXPECT_EQ(ask(*policy), Verdict::Skip);
    BrokenView view;
    EXPECT_EQ(policy->ask(pkt6Receive(), view), Verdict::Drop);
    EXPECT_EQ(policy->totals(pkt6Receive()).calls, 1U);
    EXPECT_EQ(policy->totals(pkt4Receive()).calls, 1U);
}

TEST(PolicyTest, firstInstanceThatFailsRefusesTheConfiguration) {
    PolicyConfig config = guestConfig("load_refuses");
    EXPECT_EQ(configErrorOf([&] { makePolicy(config); }),
              "policies[0]: policy load_refuses (" + config.wasm + ") refuses its configuration: no é");
}

TEST(PolicyTest, oneInstanceIsHeardWhileAllLoad) {
    const KeaLogFile file;
    const PolicyConfig config = guestConfig("puppet", Puppet{Import::Log, {1, 32, 8}, 0, 0, 1}.config());
    const auto policy = makePolicy(config, 4);
    EXPECT_EQ(file.messages("POLICY_SAYS"), std::vector<std::string>{"POLICY_SAYS puppet: deny"});
}

TEST(PolicyTest, unloadIsCalledOnce) {
    const KeaLogFile file;
    const auto policy = makePolicy(guestConfig("unload_logs"), 4);
    policy->unload();
    policy->unload();
    EXPECT_EQ(file.messages("POLICY_SAYS"), std::vector<std::string>{"POLICY_SAYS unload_logs: bye"});
    EXPECT_EQ(ask(*policy), Verdict::Continue) << "Kea's libreload unloads and goes on with the same policies";
}

TEST(PolicyTest, faultOfUnloadIsLoggedOnly) {
    const KeaLogFile file;
    const auto policy = makePolicy("unload_loops");
    policy->unload();
    EXPECT_EQ(file.messages("POLICY_UNLOAD_FAILED"),
              std::vector<std::string>{"POLICY_UNLOAD_FAILED policy unload_loops failed in unload() (budget): it used more than 100000000 "
                                       "instructions in unload"});
    for (const std::uint64_t faults : policy->totals(pkt4Receive()).faults) {
        EXPECT_EQ(faults, 0U);
    }
    makePolicy("continue")->unload();
    EXPECT_EQ(file.messages("POLICY_UNLOAD_FAILED").size(), 1U) << "who has none is not asked";
}

}  // namespace
}  // namespace kea_policy
