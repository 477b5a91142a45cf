// SPDX-License-Identifier: MPL-2.0
#include "policy_call.h"

#include "one_instance.h"

#include <gtest/gtest.h>

#include <chrono>

namespace kea_policy {
namespace {

struct Case {
    const char* guest;
    FaultKind kind;
    const char* text;
};

class FaultTest : public testing::TestWithParam<Case> {};

TEST_P(FaultTest, isOfItsKindAndSaysWhatHappenedWhere) {
    OneInstance one(GetParam().guest);
    const Fault fault = one.call();
    EXPECT_STREQ(faultName(fault.kind), faultName(GetParam().kind));
    EXPECT_EQ(fault.text, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Guests, FaultTest,
    testing::Values(
        Case{"endless_loop", FaultKind::Budget, "used more than 1000000 instructions in pkt4_receive"},
        Case{"fill_loop", FaultKind::Budget, "used more than 1000000 instructions in pkt4_receive"},
        Case{"copy_loop", FaultKind::Budget, "used more than 1000000 instructions in pkt4_receive"},
        Case{"log_loop", FaultKind::Budget, "used more than 1000000 instructions in pkt4_receive"},
        Case{"many_host_calls", FaultKind::Budget, "used more than 1000000 instructions in pkt4_receive"},
        Case{"text_loop", FaultKind::Budget, "used more than 1000000 instructions in pkt4_receive"},
        Case{"recursion", FaultKind::StackOverflow,
             "called itself too deep in deeper, called by deeper, called by deeper, called by deeper, called by deeper, called by deeper, "
             "called by deeper, called by deeper"},
        Case{"divide_by_zero", FaultKind::Trap, "divided by zero in pkt4_receive"},
        Case{"integer_overflow", FaultKind::Trap, "overflowed an integer in pkt4_receive"},
        Case{"bad_conversion", FaultKind::Trap, "overflowed an integer in pkt4_receive"},
        Case{"out_of_bounds", FaultKind::Trap, "reached outside of its memory in pkt4_receive"},
        Case{"out_of_bounds_far", FaultKind::Trap, "reached outside of its memory in pkt4_receive"},
        Case{"unreachable", FaultKind::Trap, "reached code that must not be reached in inner, called by pkt4_receive"},
        Case{"grow_for_ever", FaultKind::Trap, "reached code that must not be reached in pkt4_receive"},
        Case{"null_call", FaultKind::Trap, "called a function that is null in pkt4_receive"},
        Case{"bad_signature", FaultKind::Trap, "called a function of another type in pkt4_receive"},
        Case{"table_out_of_bounds", FaultKind::Trap, "called a function that its table does not hold in pkt4_receive"},
        Case{"abort", FaultKind::Abort, "threw \"sorry\" at p.ts:7:9 in pkt4_receive"},
        Case{"abort_hostile_text", FaultKind::Abort, "threw \"a\nb\xef\xbf\xbd\" in pkt4_receive"},
        Case{"fetch_loop", FaultKind::Trap,
             "read more than its frame holds; read each option once and keep what you need of it in pkt4_receive"}),
    [](const testing::TestParamInfo<Case>& info) { return std::string(info.param.guest); });

TEST(PolicyCallTest, refusedMemoryInTheMemoryManagerIsOutOfMemory) {
    // A source map that puts the whole module into AssemblyScript's memory manager.
    const std::string map = R"({"abi": 1, "sourceMap": {"version": 3, "sources": ["~lib/rt/tlsf.ts"], "names": [], "mappings": "AAAA"}})";
    OneInstance one("grow_for_ever", customSection("kea_policy", map));
    const Fault fault = one.call();
    EXPECT_EQ(fault.kind, FaultKind::OutOfMemory);
    EXPECT_EQ(fault.text, "wanted more memory than memory-limit-kib allows (it has 4096 KiB) in pkt4_receive at ~lib/rt/tlsf.ts:1:1");
}

TEST(PolicyCallTest, memoryLimitIsTheConfiguredOne) {
    OneInstance one("grow_and_go_on", "", 1024);
    EXPECT_EQ(one.call().text, "no fault");
    std::vector<EditEntry> edits;
    ASSERT_EQ(one.instance->readEdits(edits), std::nullopt);
    ASSERT_EQ(edits.size(), 1U);
    EXPECT_EQ(loadLittle<std::uint32_t>(edits[0].value.data), 16U) << "pages of 64 KiB";
}

TEST(PolicyCallTest, linesAreToldAsFarAsTheMapKnowsThem) {
    const std::string map = R"({"sourceMap": {"version": 3, "sources": ["index.ts"], "names": [], "mappings": "AAEE"}})";
    OneInstance one("unreachable", customSection("kea_policy", map));
    EXPECT_EQ(one.call().text, "reached code that must not be reached in inner at index.ts:3:3, called by pkt4_receive at index.ts:3:3");
}

TEST(PolicyCallTest, endlessWorkEndsSoon) {
    // A million instructions are a millisecond; a fill or copy of megabytes must cost what it takes. Generous: the machine is shared.
    for (const char* guest : {"endless_loop", "fill_loop", "copy_loop", "log_loop", "text_loop", "recursion"}) {
        OneInstance one(guest);
        const auto begin = std::chrono::steady_clock::now();
        one.call();
        const auto took = std::chrono::steady_clock::now() - begin;
        EXPECT_LT(std::chrono::duration_cast<std::chrono::milliseconds>(took).count(), 500) << guest;
    }
}

TEST(PolicyCallTest, optionReadInALoopTakesNoMoreRoom) {
    OneInstance one("option_loop");
    EXPECT_EQ(one.call().text, "no fault");
    EXPECT_EQ(one.verdict, 0);
}

}  // namespace
}  // namespace kea_policy
