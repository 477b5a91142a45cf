// SPDX-License-Identifier: MPL-2.0
// What a policy's edits become of, from its memory to Kea's packet: policy.cc, edit_log.cc and packet_editor.cc together.
#include "edit_log_builder.h"
#include "guests.h"
#include "kea_log_file.h"
#include "packet_callouts.h"
#include "raw_packets.h"

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

isc::dhcp::Pkt4Ptr packetWith(const RawEditLog& log, std::uint8_t verdict = 0) {
    return receive4(RawDhcp4().option(12, bytesOfText("old")).longOption(225, log.bytes).option(226, {verdict}));
}

struct Asked {
    std::unique_ptr<Policy> policy;
    Verdict verdict;
};

Asked ask(const isc::dhcp::Pkt4Ptr& packet) {
    PolicyConfig config = guestConfig("edits_from_packet");
    config.on_error.fallback = Verdict::Skip;
    Asked asked{makePolicy(config), Verdict::Continue};
    Pkt4Callout callout(packet);
    asked.verdict = asked.policy->ask(pkt4Receive(), callout);
    return asked;
}

std::string hostName(const isc::dhcp::Pkt4Ptr& packet) {
    const auto option = optionIn(*packet, 12);
    return option ? option->toString() : "none";
}

TEST(PolicyEditsTest, applyOnContinueAndSkip) {
    for (const std::uint8_t verdict : {0, 1}) {
        const auto packet = packetWith(RawEditLog().edit(Edit::SetOption, 12, bytesOfText("new")).edit(Edit::AddClass, 0, bytesOfText("gold")), verdict);
        EXPECT_EQ(static_cast<int>(ask(packet).verdict), verdict);
        EXPECT_EQ(hostName(packet), "new");
        EXPECT_TRUE(packet->inClass("gold"));
    }
}

TEST(PolicyEditsTest, dropAppliesNothing) {
    const auto packet = packetWith(RawEditLog().edit(Edit::SetOption, 12, bytesOfText("new")), 2);
    const PacketState<isc::dhcp::Pkt4> before(*packet);
    EXPECT_EQ(ask(packet).verdict, Verdict::Drop);
    EXPECT_TRUE(PacketState(*packet) == before);
}

TEST(PolicyEditsTest, dropDoesNotEvenReadThem) {
    const auto packet = packetWith(RawEditLog().used(0xffffffff), 2);
    const Asked asked = ask(packet);
    EXPECT_EQ(asked.verdict, Verdict::Drop);
    EXPECT_EQ(faultCount(*asked.policy, FaultKind::BadEdit), 0U);
}

TEST(PolicyEditsTest, badVerdictAppliesNothing) {
    const auto packet = packetWith(RawEditLog().edit(Edit::SetOption, 12, bytesOfText("new")), 3);
    const PacketState<isc::dhcp::Pkt4> before(*packet);
    const Asked asked = ask(packet);
    EXPECT_EQ(asked.verdict, Verdict::Skip) << "on-error";
    EXPECT_EQ(faultCount(*asked.policy, FaultKind::BadVerdict), 1U);
    EXPECT_TRUE(PacketState(*packet) == before);
}

TEST(PolicyEditsTest, anythingWrongAppliesNothing) {
    const auto good = [] { return RawEditLog().edit(Edit::SetOption, 12, bytesOfText("new")).edit(Edit::AddClass, 0, bytesOfText("gold")); };
    const std::pair<RawEditLog, const char*> cases[] = {
        {good().used(0xffffffff), "wrote an edit log that is longer than its region"},
        {good().used(16377), "wrote an edit log that is longer than its region"},
        {good().used(30), "wrote an edit log that ends inside of an entry"},
        {good().edit(9, 0, 12), "wrote an edit with the unknown operation 9"},
        {good().poke(12, 0xfffffff0), "wrote an edit log that ends inside of a value"},
        {good().edit(1, 1, 12), "edited object 1, which is not to be edited at this hook point"},
        {good().edit(1, 0xffffffff, 12), "edited object 4294967295, which is not to be edited at this hook point"},
        {good().edit(Edit::SetOption, 53, {1}), "edited option 53, which is Kea's alone"},
        {good().edit(Edit::RemoveOption, 82), "edited option 82, which is Kea's alone"},
        {good().edit(Edit::SetOption, 0, {1}), "edited option 0, but codes go from 1 to 254"},
        {good().edit(Edit::SetOption, 0xffffffff, {1}), "edited option 4294967295, but codes go from 1 to 254"},
        {good().edit(Edit::SetOption, 50, {1, 2, 3}), "set option 50 to a value that Kea refuses: "},
        {good().edit(Edit::AddClass, 0), "added a class whose name has 0 bytes instead of 1 to 255"},
    };
    for (const auto& [log, text] : cases) {
        const KeaLogFile file;
        const auto packet = packetWith(log);
        const PacketState<isc::dhcp::Pkt4> before(*packet);
        const Asked asked = ask(packet);
        EXPECT_EQ(asked.verdict, Verdict::Skip) << text;
        EXPECT_EQ(faultCount(*asked.policy, FaultKind::BadEdit), 1U) << text;
        EXPECT_TRUE(PacketState(*packet) == before) << text;
        ASSERT_EQ(file.messages("POLICY_FAULT").size(), 1U) << text;
        EXPECT_NE(file.messages("POLICY_FAULT")[0].find("]: bad-edit: it " + std::string(text)), std::string::npos) << file.lines()[0];
        // The slot has a fresh instance.
        const auto next = packetWith(RawEditLog().edit(Edit::SetOption, 12, bytesOfText("new")));
        Pkt4Callout callout(next);
        EXPECT_EQ(asked.policy->ask(pkt4Receive(), callout), Verdict::Continue);
        EXPECT_EQ(hostName(next), "new");
    }
}

}  // namespace
}  // namespace kea_policy
