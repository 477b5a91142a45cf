// SPDX-License-Identifier: MPL-2.0
// Identity associations as Kea makes them for an answer, written into a frame and read back.
#include "kea_ia.h"

#include "object_alone.h"

#include <boost/make_shared.hpp>
#include <gtest/gtest.h>

namespace kea_policy {
namespace {

namespace at = offset::Option6IA;
using isc::dhcp::Option;
using isc::dhcp::Option6IA;
using isc::dhcp::OptionPtr;

TEST(KeaIaTest, numbersFromTheLeastToTheHighest) {
    for (const std::uint16_t type : {3, 25}) {
        for (const std::uint32_t number : {0U, 1U, 0x80000000U, 0xffffffffU}) {
            const auto association = boost::make_shared<Option6IA>(type, number);
            association->setT1(number);
            association->setT2(~number);
            const Alone<Option6IAReader> alone(association);
            EXPECT_EQ(alone.number<std::uint16_t>(at::type), type);
            EXPECT_EQ(alone.number<std::uint32_t>(at::iaid), number);
            EXPECT_EQ(alone.number<std::uint32_t>(at::t1), number);
            EXPECT_EQ(alone.number<std::uint32_t>(at::t2), ~number);
        }
    }
    expectNoRegionTooSmall<Option6IAReader>(boost::make_shared<Option6IA>(3, 1));
}

TEST(KeaIaTest, optionsThatAreAbsentEmptyAndLong) {
    const auto association = boost::make_shared<Option6IA>(25, 1);
    const Bytes longest(65'535, 7);
    association->addOption(OptionPtr(new Option(Option::V6, 65001, Bytes())));
    association->addOption(OptionPtr(new Option(Option::V6, 65002, longest)));
    Alone<Option6IAReader> alone(association, FieldsRead(), 256 * 1024);
    EXPECT_EQ(alone.reader.option(alone.frame.cursor, 0, 13), 0U) << "absent";
    const std::uint32_t empty = alone.reader.option(alone.frame.cursor, 0, 65001);
    ASSERT_NE(empty, 0U) << "empty is not absent";
    EXPECT_TRUE(alone.frame.view(empty).empty());
    EXPECT_EQ(alone.frame.view(alone.reader.option(alone.frame.cursor, 0, 65002)), longest);
    EXPECT_EQ(alone.reader.option(alone.frame.cursor, 1, 65002), 0U) << "an association has no parts";
    Alone<Option6IAReader> small(association);
    EXPECT_EQ(small.reader.option(small.frame.cursor, 0, 65002), 0U);
    EXPECT_TRUE(small.frame.cursor.full);
}

}  // namespace
}  // namespace kea_policy
