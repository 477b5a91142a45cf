// SPDX-License-Identifier: MPL-2.0
#include "host_functions.h"

#include "puppet.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <set>

namespace kea_policy {
namespace {

constexpr std::int64_t top = 0xffffffff;
constexpr std::int64_t end = Puppet::memory_end;

std::string asText(const Bytes& bytes) {
    return std::string(bytes.begin(), bytes.end());
}

isc::dhcp::Pkt4Ptr packet() {
    return receive4(RawDhcp4().option(60, bytesOfText("docsis")).option(80, {}).option(82, {1, 4, 'e', 't', 'h', '0'}));
}

TEST(HostFunctionsTest, hostileAddressesEndTheCallOnly) {
    struct Case {
        Import import;
        std::vector<std::int64_t> before;  // arguments before address and length
        const char* what;
    };
    const Case cases[] = {
        {Import::Abort, {}, "handed the host a text that is not inside its memory in run, called by pkt4_receive"},
        {Import::Abort, {0, 0}, "handed the host a text that is not inside its memory in run, called by pkt4_receive"},
        {Import::Log, {1}, "handed the host a text that is not inside its memory in run, called by pkt4_receive"},
        {Import::Refuse, {}, "handed the host a text that is not inside its memory in run, called by pkt4_receive"},
        {Import::ListOpen, {}, "handed the host a text that is not inside its memory in run, called by pkt4_receive"},
        {Import::ConfigMember, {1}, "handed the host a text that is not inside its memory in run, called by pkt4_receive"},
        {Import::ListHas, {1}, "handed the host a key that is not inside its memory in run, called by pkt4_receive"},
        {Import::Text, {0, 1}, "handed the host a buffer that is not inside its memory in run, called by pkt4_receive"},
        {Import::ConfigString, {12}, "handed the host a buffer that is not inside its memory in run, called by pkt4_receive"},
        {Import::ConfigName, {13, 0}, "handed the host a buffer that is not inside its memory in run, called by pkt4_receive"},
    };
    const std::pair<std::int64_t, std::int64_t> hostile[] = {{end, 4}, {end - 1, 4}, {top, 4}, {top - 3, 4}, {0x80000000, 0x80000000},
                                                             {top - 1, 2}, {end + 1, 0}, {top, 0}};
    for (const Case& test : cases) {
        for (const auto& [address, length] : hostile) {
            Puppet puppet{test.import, test.before};
            puppet.arguments.insert(puppet.arguments.end(), {address, length});
            puppet.more_config = R"("value", {"name": 1})";
            const PuppetResult result = play(puppet, packet());
            EXPECT_EQ(result.fault, test.what) << kImports[static_cast<int>(test.import)].name << " " << address << " " << length;
            EXPECT_EQ(result.kind, FaultKind::Trap);
        }
    }
}

TEST(HostFunctionsTest, lengthsThatReachAroundTheAddressSpace) {
    for (const Import import : {Import::Log, Import::ListOpen, Import::ListHas, Import::ConfigMember}) {
        Puppet puppet{import, {16, top}};
        if (import != Import::ListOpen) {
            puppet.arguments.insert(puppet.arguments.begin(), 1);
        }
        EXPECT_EQ(play(puppet).fault.find("handed the host a "), 0U) << kImports[static_cast<int>(import)].name;
    }
}

TEST(HostFunctionsTest, nothingAtTheEndOfMemoryIsInside) {
    EXPECT_EQ(play({Import::Log, {1, end, 0}}).fault, "");
    EXPECT_EQ(play({Import::ListOpen, {end, 0}}).fault, "");
    EXPECT_EQ(play({Import::ListHas, {1, end, 0}}).fault, "");
    EXPECT_EQ(play({Import::ConfigMember, {1, end, 0}}).fault, "");
    EXPECT_EQ(play({Import::Text, {0, 1, end, 0}}).fault, "");
    EXPECT_EQ(play({Import::Log, {1, end - 2, 2}}).fault, "") << "the last letter of memory";
}

TEST(HostFunctionsTest, buffersMayBeLargerThanMemoryIfTheTextFits) {
    // Writes as much as there is, so a capacity is no promise.
    const PuppetResult result = play({Import::Text, {0, 1, Puppet::buffer, top}, Puppet::buffer, 8}, packet());
    EXPECT_EQ(result.fault, "");
    EXPECT_EQ(result.result, packet()->getLabel().size());
    EXPECT_EQ(asText(result.shown), packet()->getLabel().substr(0, 8));
}

TEST(HostFunctionsTest, textIsCutToTheBuffer) {
    const std::string label = packet()->getLabel();
    const PuppetResult result = play({Import::Text, {0, 1, Puppet::buffer, 5}, Puppet::buffer, 8}, packet());
    EXPECT_EQ(result.result, label.size()) << "the full length, so that a larger buffer can be made";
    EXPECT_EQ(asText(result.shown), label.substr(0, 5) + std::string(3, '\0'));
    EXPECT_EQ(play({Import::Text, {0, 0, 0, 0}}, packet()).result, packet()->toText().size());
    EXPECT_EQ(play({Import::Text, {0, 3, 0, 0}}, packet()).result, 0U);
    EXPECT_EQ(play({Import::Text, {7, 0, 0, 0}}, packet()).result, 0U);
}

TEST(HostFunctionsTest, optionsAreBrought) {
    EXPECT_EQ(asText(play({Import::Option, {0, 60}, Puppet::at_form}, packet()).shown), "docsis");
    EXPECT_EQ(asText(play({Import::SubOption, {0, 82, 1}, Puppet::at_form}, packet()).shown), "eth0");
    const PuppetResult empty = play({Import::Option, {0, 80}, Puppet::at_form}, packet());
    EXPECT_EQ(empty.fault, "");
    EXPECT_NE(empty.result, 0U) << "empty is not absent";
    EXPECT_TRUE(empty.shown.empty());
    const PuppetResult sname = play({Import::Fetch, {0, 2}, Puppet::at_form}, packet());
    EXPECT_EQ(sname.shown.size(), 64U);
}

TEST(HostFunctionsTest, whatDoesNotExistIsNothing) {
    for (const Puppet& puppet : {Puppet{Import::Option, {0, 61}}, {Import::Option, {1, 60}}, {Import::Option, {top, 60}}, {Import::Option, {0, top}}, {Import::OptionAt, {0, 60, 0}}, {Import::OptionAt, {top, top, top}},
                                 {Import::SubOption, {0, 82, 9}}, {Import::SubOption, {0, 61, 1}}, {Import::SubOption, {9, 82, 1}},
                                 {Import::Fetch, {0, 0}}, {Import::Fetch, {0, 5}}, {Import::Fetch, {0, top}}, {Import::Fetch, {1, 2}},
                                 {Import::Fetch, {0, 1}}, {Import::Relay, {0, 0}}, {Import::Relay, {top, top}}, {Import::Item, {0, 0}}, {Import::Item, {top, top}},
                                 {Import::ListOpen, {32, 8}}, {Import::ListKind, {0}}, {Import::ListKind, {1}}, {Import::ListKind, {top}},
                                 {Import::ListHas, {0, 16, 6}}, {Import::ListHas, {top, 16, 6}},
                                 {Import::ConfigKind, {0}}, {Import::ConfigKind, {14}}, {Import::ConfigKind, {top}},
                                 {Import::ConfigSize, {0}}, {Import::ConfigSize, {top}}, {Import::ConfigItem, {1, top}}, {Import::ConfigItem, {1, 10}},
                                 {Import::ConfigItem, {top, 0}}, {Import::ConfigItem, {2, 0}}, {Import::ConfigMember, {1, 16, 8}},
                                 {Import::ConfigMember, {top, 16, 8}}, {Import::ConfigName, {1, 0, 16, 0}}, {Import::ConfigName, {top, top, 16, 0}},
                                 {Import::ConfigInteger, {0}}, {Import::ConfigInteger, {top}}, {Import::ConfigNumber, {top}},
                                 {Import::ConfigString, {1, 16, 0}}, {Import::ConfigString, {top, 16, 0}}}) {
        const PuppetResult result = play(puppet, packet());
        EXPECT_EQ(result.fault, "") << puppet.config();
        EXPECT_EQ(result.result, 0U) << puppet.config();
    }
}

TEST(HostFunctionsTest, configurationIsRead) {
    const std::string config = R"("Grüße", {"deny": true, "list": -5, "x": 2.5}, null, [])";
    const auto read = [&](Import import, const std::vector<std::int64_t>& arguments, std::int64_t bytes = 0) {
        return play({import, arguments, Puppet::buffer, bytes, 0, config});
    };
    EXPECT_EQ(read(Import::ConfigKind, {1}).result, 6U);
    EXPECT_EQ(read(Import::ConfigSize, {1}).result, 14U);
    EXPECT_EQ(read(Import::ConfigItem, {1, 10}).result, 12U);
    EXPECT_EQ(read(Import::ConfigKind, {12}).result, 5U);
    EXPECT_EQ(read(Import::ConfigSize, {12}).result, 7U) << "bytes of UTF-8";
    const PuppetResult text = read(Import::ConfigString, {12, Puppet::buffer, 100}, 7);
    EXPECT_EQ(text.result, 7U);
    EXPECT_EQ(asText(text.shown), "Grüße");
    EXPECT_EQ(read(Import::ConfigKind, {13}).result, 7U);
    EXPECT_EQ(read(Import::ConfigMember, {13, 32, 8}).result, 16U) << "deny";
    EXPECT_EQ(read(Import::ConfigMember, {13, 16, 8}).result, 17U) << "list";
    EXPECT_EQ(read(Import::ConfigMember, {13, 16, 7}).result, 0U) << "lis: an odd byte is left out";
    EXPECT_EQ(read(Import::ConfigKind, {16}).result, 2U);
    EXPECT_EQ(read(Import::ConfigInteger, {16}).result, 1U) << "true";
    EXPECT_EQ(read(Import::ConfigInteger, {17}).result, static_cast<std::uint64_t>(-5));
    const PuppetResult name = read(Import::ConfigName, {13, 1, Puppet::buffer, 3}, 4);
    EXPECT_EQ(name.result, 4U);
    EXPECT_EQ(asText(name.shown), std::string("lis\0", 4));
    double number = 0;
    const std::uint64_t bits = read(Import::ConfigNumber, {18}).result;
    std::memcpy(&number, &bits, sizeof number);
    EXPECT_EQ(number, 2.5);
    EXPECT_EQ(read(Import::ConfigKind, {14}).result, 1U);
    EXPECT_EQ(read(Import::ConfigKind, {15}).result, 6U);
}

TEST(HostFunctionsTest, listsAreAsked) {
    const TemporaryFolder folder;
    ListConfig list{"deny", folder.write("deny.txt", "list\n"), ListKind::String};
    const std::vector<std::pair<std::string, std::shared_ptr<const List>>> lists = {{"deny", List::load(list, "policies[0].lists.deny.file")}};
    EXPECT_EQ(play({Import::ListOpen, {32, 8}}, packet(), lists).result, 1U);
    EXPECT_EQ(play({Import::ListOpen, {32, 6}}, packet(), lists).result, 0U) << "den";
    EXPECT_EQ(play({Import::ListOpen, {16, 8}}, packet(), lists).result, 0U);
    EXPECT_EQ(play({Import::ListKind, {1}}, packet(), lists).result, 5U);
    EXPECT_EQ(play({Import::ListKind, {2}}, packet(), lists).result, 0U);
    EXPECT_EQ(play({Import::ListHas, {1, 16, 8}}, packet(), lists).result, 0U) << "a key is bytes: UTF-16 is not listed";
    EXPECT_EQ(play({Import::ListHas, {1, 16, end - 16}}, packet(), lists).result, 0U) << "a key of all memory";
    EXPECT_EQ(play({Import::ListHas, {2, 16, 8}}, packet(), lists).result, 0U);
}

TEST(HostFunctionsTest, thereIsNoPacketOutsideOfACallout) {
    for (const int when : {1, 2}) {
        const std::string begin = when == 1 ? "failed in load() (trap): it " : "failed while it started (trap): it ";
        for (const Puppet& puppet : {Puppet{Import::Fetch, {0, 2}}, {Import::Option, {0, 60}}, {Import::SubOption, {0, 82, 1}},
                                     {Import::Relay, {0, 0}}, {Import::Text, {0, 0, 4096, 100}}}) {
            Puppet early = puppet;
            early.when = when;
            EXPECT_EQ(play(early).fault.find(begin + "asked for packet data outside of a callout, where there is none in run"), 0U)
                << early.config() << play(early).fault;
        }
        for (const Puppet& puppet : {Puppet{Import::ListOpen, {32, 8}}, {Import::ConfigKind, {1}}, {Import::Log, {1, 32, 8}}, {Import::Now, {}},
                                     {Import::Seed, {}}}) {
            Puppet early = puppet;
            early.when = when;
            EXPECT_EQ(play(early).fault, "") << early.config();
        }
    }
}

TEST(HostFunctionsTest, refuseInACalloutDoesNothing) {
    EXPECT_EQ(play({Import::Refuse, {32, 8}}).fault, "");
}

TEST(HostFunctionsTest, timeAndChance) {
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    const auto told = static_cast<std::int64_t>(play({Import::Now, {}}).result);
    EXPECT_GE(told, now);
    EXPECT_LT(told, now + 60'000);
    std::set<double> numbers;
    for (int i = 0; i < 5; ++i) {
        const std::uint64_t bits = play({Import::Seed, {}}).result;
        double number = 0;
        std::memcpy(&number, &bits, sizeof number);
        EXPECT_GE(number, 0.0);
        EXPECT_LT(number, 1.0);
        numbers.insert(number);
    }
    EXPECT_EQ(numbers.size(), 5U) << "each instance has a seed of its own";
}

}  // namespace
}  // namespace kea_policy
