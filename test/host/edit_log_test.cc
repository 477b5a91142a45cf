// SPDX-License-Identifier: MPL-2.0
#include "edit_log.h"

#include "edit_log_builder.h"
#include "limits.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace kea_policy {
namespace {

/// The log in an allocation of just that size: sanitizers see who reads behind it.
std::optional<std::string> read(const RawEditLog& log, std::vector<EditEntry>& edits, std::size_t region = 0) {
    std::vector<std::uint8_t> copy = log.bytes;
    copy.resize(std::max(region, copy.size()));
    copy.shrink_to_fit();
    const auto refused = readEditLog(copy.data(), static_cast<std::uint32_t>(copy.size()), edits);
    for (EditEntry& edit : edits) {  // the copy goes; its values must not be looked at
        EXPECT_GE(edit.value.data, copy.data());
        EXPECT_LE(edit.value.data + edit.value.size, copy.data() + copy.size());
    }
    return refused;
}

std::string refusalOf(const RawEditLog& log, std::size_t region = 0) {
    std::vector<EditEntry> edits;
    return read(log, edits, region).value_or("taken");
}

TEST(EditLogTest, emptyIsNoEdit) {
    std::vector<EditEntry> edits;
    EXPECT_EQ(read(RawEditLog(), edits, 4096), std::nullopt);
    EXPECT_TRUE(edits.empty());
}

TEST(EditLogTest, readsEntriesInOrder) {
    const RawEditLog log = RawEditLog()
                               .edit(1, 0, 12, {'h', 'o', 's', 't'})
                               .edit(2, 7, 0xfffffffe)
                               .edit(3, 0, 0, {1, 2, 3, 4, 5, 6, 7, 8})
                               .edit(1, 0, 13, {9, 9, 9, 9, 9, 9, 9, 9, 9});
    std::vector<EditEntry> edits;
    ASSERT_EQ(readEditLog(log.bytes.data(), static_cast<std::uint32_t>(log.bytes.size()), edits), std::nullopt);
    ASSERT_EQ(edits.size(), 4U);
    EXPECT_EQ(edits[0].operation, Edit::SetOption);
    EXPECT_EQ(edits[0].object, 0U);
    EXPECT_EQ(edits[0].code, 12U);
    EXPECT_EQ(std::string(edits[0].value.data, edits[0].value.data + edits[0].value.size), "host");
    EXPECT_EQ(edits[1].operation, Edit::RemoveOption);
    EXPECT_EQ(edits[1].object, 7U);
    EXPECT_EQ(edits[1].code, 0xfffffffeU);
    EXPECT_EQ(edits[1].value.size, 0U);
    EXPECT_EQ(edits[2].operation, Edit::AddClass);
    EXPECT_EQ(edits[2].value.size, 8U);
    EXPECT_EQ(edits[3].code, 13U);
    EXPECT_EQ(edits[3].value.size, 9U);
}

TEST(EditLogTest, lengthOfTheLogIsChecked) {
    const std::string too_long = "wrote an edit log that is longer than its region";
    EXPECT_EQ(refusalOf(RawEditLog().used(1), 8), too_long);
    EXPECT_EQ(refusalOf(RawEditLog().used(4089), 4096), too_long);
    EXPECT_EQ(refusalOf(RawEditLog().used(0xffffffff), 4096), too_long);
    EXPECT_EQ(refusalOf(RawEditLog().used(0xfffffff8), 4096), too_long);
    EXPECT_EQ(refusalOf(RawEditLog().edit(1, 0, 12, std::vector<std::uint8_t>(4096 - 24))), "taken");
}

TEST(EditLogTest, entriesMustBeWhole) {
    const std::string cut = "wrote an edit log that ends inside of an entry";
    for (std::uint32_t used = 1; used < 16; ++used) {
        EXPECT_EQ(refusalOf(RawEditLog().edit(2, 0, 12).used(used)), cut) << used;
    }
    EXPECT_EQ(refusalOf(RawEditLog().edit(2, 0, 12).edit(2, 0, 13).used(31)), cut);
    EXPECT_EQ(refusalOf(RawEditLog().edit(2, 0, 12).edit(2, 0, 13).used(32)), "taken");
}

TEST(EditLogTest, valuesMustBeWhole) {
    const std::string cut = "wrote an edit log that ends inside of a value";
    const RawEditLog log = RawEditLog().edit(1, 0, 12, {1, 2, 3});
    EXPECT_EQ(refusalOf(RawEditLog(log).used(18)), cut);
    EXPECT_EQ(refusalOf(RawEditLog(log).used(19)), "taken") << "the padding of the last value may be missing";
    for (const std::uint32_t length : {9U, 0x7fffffffU, 0xffffffe8U, 0xfffffff0U, 0xfffffff8U, 0xffffffffU}) {
        EXPECT_EQ(refusalOf(RawEditLog(log).poke(12, length)), cut) << length;
    }
}

TEST(EditLogTest, operationsMustBeKnown) {
    EXPECT_EQ(refusalOf(RawEditLog().edit(0, 0, 12)), "wrote an edit with the unknown operation 0");
    EXPECT_EQ(refusalOf(RawEditLog().edit(9, 0, 12)), "wrote an edit with the unknown operation 9");
    EXPECT_EQ(refusalOf(RawEditLog().edit(65535, 0, 12)), "wrote an edit with the unknown operation 65535");
}

TEST(EditLogTest, numberOfEditsIsBounded) {
    RawEditLog log;
    for (std::size_t i = 0; i < limits::edit_log_entries; ++i) {
        log.edit(2, 0, 12);
    }
    EXPECT_EQ(refusalOf(log), "taken");
    EXPECT_EQ(refusalOf(log.edit(2, 0, 12)), "wrote more than 256 edits");
}

TEST(EditLogTest, anyBytesAreEitherReadOrRefused) {
    std::mt19937 random(11);
    int taken = 0;
    for (int round = 0; round < 100'000; ++round) {
        RawEditLog log;
        for (unsigned i = random() % 4; i > 0; --i) {
            log.edit(static_cast<std::uint16_t>(1 + random() % 3), 0, random() % 300, std::vector<std::uint8_t>(random() % 20));
        }
        for (unsigned flips = random() % 3; flips > 0; --flips) {
            log.bytes[random() % log.bytes.size()] = static_cast<std::uint8_t>(random());
        }
        std::vector<EditEntry> edits;
        taken += read(log, edits) ? 0 : 1;
    }
    EXPECT_GT(taken, 1000);
    EXPECT_LT(taken, 99'000);
}

}  // namespace
}  // namespace kea_policy
