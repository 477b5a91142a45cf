// SPDX-License-Identifier: MPL-2.0
#include "packet_callouts.h"

#include "raw_packets.h"

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

EditEntry edit(Edit operation, std::uint32_t object) {
    static const std::uint8_t value[] = {'x'};
    EditEntry entry{};
    entry.operation = operation;
    entry.object = object;
    entry.code = 12;
    entry.value = {value, 1};
    return entry;
}

TEST(KeaCalloutTest, onlyArgumentsThatTheSchemaSaysMayBeEdited) {
    const auto query = receive4(RawDhcp4());
    Pkt4Callout callout(query);
    for (const std::uint32_t object : {1U, 0x10000U, 0xffffffffU}) {
        const std::string sentence = "edited object " + std::to_string(object) + ", which is not to be edited at this hook point";
        EXPECT_EQ(callout.prepareEdits({edit(Edit::SetOption, object)}), sentence);
        EXPECT_EQ(callout.prepareEdits({edit(Edit::SetOption, 0), edit(Edit::AddClass, object)}), sentence);
    }
    EXPECT_EQ(callout.prepareEdits({edit(Edit::SetOption, 0)}), std::nullopt);
}

TEST(KeaCalloutTest, anArgumentThatKeaDidNotGiveIsNothing) {
    Pkt4Callout callout(isc::dhcp::Pkt4Ptr{});
    std::vector<std::uint8_t> region(4096, 0xaa);
    FrameCursor frame(region.data(), 4096);
    EXPECT_FALSE(callout.write(frame, FieldsRead())) << "this one is always there";
    EXPECT_EQ(callout.option(frame, 0, 53), 0U);
    EXPECT_EQ(callout.fetch(frame, 0, 1), 0U);
    EXPECT_EQ(callout.text(0, 0), "");
    EXPECT_EQ(callout.client(), "");
    EXPECT_EQ(callout.likelyKey(ListKind::HwAddr).size, 0U);
    EXPECT_EQ(callout.prepareEdits({edit(Edit::SetOption, 0)}), "edited object 0, which is not to be edited at this hook point");
    callout.applyEdits();
}

}  // namespace
}  // namespace kea_policy
