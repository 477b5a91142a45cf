// SPDX-License-Identifier: MPL-2.0
#include "kea_json.h"

#include "frame_reader.h"

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

using isc::data::Element;

TEST(KeaJsonTest, aPolicyGetsAnEmptyRecordAndAsksForTheText) {
    JsonReader reader(Element::fromJSON("{ \"b\": [ 1, null, \"x\\ny\" ],\n \"a\": true }"));
    ASSERT_TRUE(reader.exists());
    FrameReader frame;
    frame.cursor.used = kHeaderBytes;
    const std::uint32_t record = reader.write(frame.cursor, 3, FieldsRead());
    ASSERT_EQ(record, kHeaderBytes);
    EXPECT_EQ(frame.number<std::uint32_t>(record + kRecordLength), offset::Json::kRecordBytes);
    EXPECT_EQ(frame.number<std::uint32_t>(record + kRecordObject), 3U);
    EXPECT_EQ(reader.text(0), "{ \"a\": true, \"b\": [ 1, null, \"x\\ny\" ] }");
    EXPECT_EQ(reader.text(1), "") << "it has no other text";
    FrameReader full(kHeaderBytes + 8);
    full.cursor.used = kHeaderBytes;
    EXPECT_EQ(reader.write(full.cursor, 3, FieldsRead()), 0U);
}

TEST(KeaJsonTest, anEmptyStringIsSomethingAndNoElementIsNothing) {
    EXPECT_EQ(JsonReader(Element::create("")).text(0), "\"\"");
    EXPECT_FALSE(JsonReader(nullptr).exists());
}

}  // namespace
}  // namespace kea_policy
