// SPDX-License-Identifier: MPL-2.0
#include "fields_read.h"

#include <gtest/gtest.h>

#include <string>

namespace kea_policy {
namespace {

constexpr std::uint64_t kAll = ~std::uint64_t{0};

FieldsRead read(const std::string& json) {
    return FieldsRead(isc::data::Element::fromJSON(json));
}

TEST(FieldsReadTest, takesWhatIsNamed) {
    const FieldsRead fields = read(R"(["Pkt4.hwaddr", "Pkt4.clientId", "Pkt6.duid"])");
    EXPECT_EQ(fields.of(ObjectClass::Pkt4), field::Pkt4::hwaddr | field::Pkt4::client_id);
    EXPECT_EQ(fields.of(ObjectClass::Pkt6), field::Pkt6::duid);
    EXPECT_EQ(fields.of(ObjectClass::RelayHop), 0u);
}

TEST(FieldsReadTest, emptyListIsNone) {
    EXPECT_EQ(read("[]").of(ObjectClass::Pkt4), 0u);
}

TEST(FieldsReadTest, passesOverWhatItDoesNotKnow) {
    EXPECT_EQ(read(R"(["Pkt4.tomorrow", "Lease9.cltt", "", "pkt4.hwaddr", "Pkt4.type"])").of(ObjectClass::Pkt4), field::Pkt4::type);
}

TEST(FieldsReadTest, whatIsNoListOfNamesMeansAll) {
    EXPECT_EQ(FieldsRead().of(ObjectClass::Pkt4), kAll);
    EXPECT_EQ(FieldsRead(isc::data::ConstElementPtr()).of(ObjectClass::Pkt6), kAll);
    for (const char* json : {"null", "1", "\"Pkt4.type\"", "{\"Pkt4.type\": true}", "[\"Pkt4.type\", 7]", "[[\"Pkt4.type\"]]", "[null]"}) {
        EXPECT_EQ(read(json).of(ObjectClass::Pkt4), kAll) << json;
        EXPECT_EQ(read(json).of(ObjectClass::RelayHop), kAll) << json;
    }
}

}  // namespace
}  // namespace kea_policy
