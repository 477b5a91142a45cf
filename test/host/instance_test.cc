// SPDX-License-Identifier: MPL-2.0
#include "instance.h"

#include "config_error_of.h"
#include "one_instance.h"

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

constexpr const char* not_a_region =
    "declares a frame or an edit log that is not a proper region of its memory; build it with the SDK's asconfig.json";

struct Refused {
    const char* guest;
    std::string failure;
};

void expectRefused(const std::vector<Refused>& cases) {
    for (const Refused& test : cases) {
        const OneInstance one(test.guest);
        EXPECT_EQ(one.instance, nullptr) << test.guest;
        EXPECT_EQ(one.failure, test.failure) << test.guest;
    }
}

TEST(InstanceTest, regionsMustBeProper) {
    for (const char* guest : {"frame_zero", "frame_misaligned", "frame_small", "frame_size_huge", "frame_outside", "frame_over_edits",
                              "edits_over_frame", "edits_in_frame", "edits_misaligned", "edits_outside", "edits_small"}) {
        const OneInstance one(guest);
        EXPECT_EQ(one.instance, nullptr) << guest;
        EXPECT_EQ(one.failure, not_a_region) << guest;
    }
}

TEST(InstanceTest, regionsAtTheirLimitsAreTaken) {
    for (const char* guest : {"edits_to_the_end", "frame_least", "continue"}) {
        OneInstance one(guest);
        ASSERT_TRUE(one.instance) << guest << ": " << one.failure;
        EXPECT_EQ(one.call().text, "no fault") << guest;
        EXPECT_FALSE(one.instance->hasEdits());
    }
}

TEST(InstanceTest, versionsMustBeKnown) {
    const auto sentence = [](const std::string& version) {
        return "was built for version " + version +
               " of the policy interface, and this libdhcp_policy.so knows versions 1 to " + std::to_string(kAbi) + "; install a newer libdhcp_policy.so, or build "
               "the policy with an older kea-policy package";
    };
    expectRefused({{"abi_zero", sentence("0")}, {"abi_newer", sentence("1000")}, {"abi_negative", sentence("4294967295")}});
}

TEST(InstanceTest, startAndLoadRunUnderABudget) {
    expectRefused({
        {"start_traps", "failed while it started (trap): it reached code that must not be reached in start"},
        {"start_loops", "failed while it started (budget): it used more than 100000000 instructions in start"},
        {"load_loops", "failed in load() (budget): it used more than 100000000 instructions in load"},
        {"load_throws", "failed in load() (abort): it threw \"bad\" in load"},
        {"load_false", "refuses its configuration: its load() returned false without a reason"},
        {"load_refuses", "refuses its configuration: no \xc3\xa9"},
        {"load_refuses_and_accepts", "refuses its configuration: no \xc3\xa9"},
        {"start_refuses", "refuses its configuration: it gave no reason"},
        {"data_out_of_bounds", "could not be started: it reached outside of its memory"},
    });
}

TEST(InstanceTest, refusalIsOneLine) {
    EXPECT_EQ(OneInstance("load_refuses_two_lines").failure.find('\n'), std::string::npos)
        << "it becomes the answer to config-set and a line of the log";
}

TEST(InstanceTest, loadAcceptsWithAnyNumberButZero) {
    EXPECT_TRUE(OneInstance("load_true").instance);
    EXPECT_TRUE(OneInstance("load_two").instance);
}

TEST(InstanceTest, startRunsBeforeLoadBeforeTheCallout) {
    OneInstance one("start_runs_first");
    ASSERT_TRUE(one.instance) << one.failure;
    EXPECT_EQ(one.call().text, "no fault");
    EXPECT_EQ(one.verdict, 0);
}

TEST(InstanceTest, limitsHoldFromTheBegin) {
    EXPECT_EQ(configErrorOf([] { OneInstance("memory_too_large"); }),
              "policies[0].memory-limit-kib: " + guestPath("memory_too_large") +
                  " has 4160 KiB of memory from its start, more than the 4096 that it may have; raise memory-limit-kib to that and some "
                  "room for what it allocates");
    EXPECT_TRUE(OneInstance("memory_too_large", "", 8192).instance) << "with more memory it may";
    EXPECT_NE(OneInstance("table_too_large").failure.find("could not be started: "), std::string::npos);
}

TEST(InstanceTest, verdictsComeBackUnchecked) {
    for (const auto& [guest, verdict] :
         {std::pair<const char*, int>{"continue", 0}, {"skip", 1}, {"drop", 2}, {"verdict_three", 3}, {"verdict_negative", -1}}) {
        OneInstance one(guest);
        EXPECT_EQ(one.call().text, "no fault") << guest;
        EXPECT_EQ(one.verdict, verdict) << guest;
    }
}

TEST(InstanceTest, stateOfAnInstanceLives) {
    OneInstance one("global_counter");
    EXPECT_EQ(one.call().text, "no fault");
    EXPECT_EQ(one.call().text, "no fault");
    EXPECT_EQ(one.call().kind, FaultKind::Trap);
    OneInstance fresh("global_counter");
    EXPECT_EQ(fresh.call().text, "no fault");
}

TEST(InstanceTest, packetThatDoesNotFitIsAFaultWithoutACall) {
    OneInstance one("frame_least");
    one.packet = receive4(RawDhcp4().longOption(61, Bytes(4096, 1)));
    EXPECT_EQ(one.call().text, "was not called: Kea's arguments do not fit into its frame");
    one.packet = receive4(RawDhcp4());
    EXPECT_EQ(one.call().text, "no fault");
}

TEST(InstanceTest, editsOfTheCallBeforeAreGone) {
    OneInstance once("edits_once");
    EXPECT_EQ(once.call().text, "no fault");
    EXPECT_TRUE(once.instance->hasEdits());
    EXPECT_EQ(once.call().text, "no fault");
    EXPECT_FALSE(once.instance->hasEdits());
}

TEST(InstanceTest, editsAreCheckedForForm) {
    OneInstance one("edits_from_packet");
    const auto packetWith = [](const RawEditLog& log) {
        return receive4(RawDhcp4().longOption(225, log.bytes).option(226, {0}));
    };
    one.packet = packetWith(RawEditLog().edit(Edit::RemoveOption, 12));
    EXPECT_EQ(one.call().text, "no fault");
    EXPECT_TRUE(one.instance->hasEdits());
    one.packet = packetWith(RawEditLog());
    EXPECT_EQ(one.call().text, "no fault");
    EXPECT_FALSE(one.instance->hasEdits());
    one.packet = packetWith(RawEditLog().edit(99, 0, 12));
    EXPECT_EQ(one.call().text, "no fault");
    std::vector<EditEntry> edits;
    const auto fault = one.instance->readEdits(edits);
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->kind, FaultKind::BadEdit);
    EXPECT_EQ(fault->text, "wrote an edit with the unknown operation 99");
}

TEST(InstanceTest, memoryThatGrewIsFoundAgain) {
    // After growing, memory may have moved: the next callout's frame must be written where it is now.
    OneInstance one("grow_and_go_on");
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(one.call().text, "no fault");
        ASSERT_TRUE(one.instance->hasEdits());
        std::vector<EditEntry> edits;
        ASSERT_EQ(one.instance->readEdits(edits), std::nullopt);
        EXPECT_EQ(loadLittle<std::uint32_t>(edits.at(0).value.data), 64U);
    }
}

}  // namespace
}  // namespace kea_policy
