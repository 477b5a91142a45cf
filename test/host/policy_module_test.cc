// SPDX-License-Identifier: MPL-2.0
#include "policy_module.h"

#include "config_error_of.h"
#include "guests.h"
#include "kea_log_file.h"
#include "temporary_folder.h"

#include <hooks/hooks.h>

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

std::vector<std::string> namesOf(const PolicyModule& module) {
    std::vector<std::string> names;
    for (const HookPointInfo* hook_point : module.hookPoints()) {
        names.emplace_back(hook_point->name);
    }
    return names;
}

/// What follows "policies[0].wasm: /PATH/guests/NAME.wasm ".
std::string refusalOf(const PolicyConfig& config, int family = 4) {
    const std::string sentence = configErrorOf([&] { PolicyModule(config, family); });
    const std::string subject = "policies[0].wasm: " + config.wasm + " ";
    return sentence.compare(0, subject.size(), subject) == 0 ? sentence.substr(subject.size()) : "not about the file: " + sentence;
}

std::string refusalOf(const std::string& guest) {
    return refusalOf(guestConfig(guest));
}

TEST(PolicyModuleTest, takesWhatIsExported) {
    const PolicyModule both(guestConfig("continue"), 4);
    EXPECT_EQ(namesOf(both), (std::vector<std::string>{"pkt4_receive", "pkt6_receive"}));
    EXPECT_FALSE(both.hasLoad());
    EXPECT_FALSE(both.hasStart());
    const PolicyModule started(guestConfig("start_runs_first"), 4);
    EXPECT_TRUE(started.hasLoad());
    EXPECT_TRUE(started.hasStart());
}

TEST(PolicyModuleTest, isCompiledAgainOnlyWhereItsFileHasOtherContents) {
    const KeaLogFile file;
    const PolicyConfig config = guestConfig("global_counter");
    const PolicyModule first(config, 4), second(config, 4), another(guestConfig("start_runs_first"), 4), third(config, 4);
    EXPECT_EQ(file.messages("POLICY_COMPILED"),
              (std::vector<std::string>{"POLICY_COMPILED policy " + config.name + " is compiled from " + config.wasm,
                                        "POLICY_COMPILED policy start_runs_first is compiled from " + guestConfig("start_runs_first").wasm}));
}

TEST(PolicyModuleTest, refusesWhatIsNoPolicy) {
    const std::string extends = "build it with the SDK's asconfig.json (\"extends\": \"kea-policy/asconfig.json\")";
    EXPECT_EQ(refusalOf("not_a_policy"), "is a wasm module but not a policy: it does not export the constant kea_policy_abi; " + extends);
    EXPECT_EQ(refusalOf("memory_missing"), "is a wasm module but not a policy: it does not export its memory as \"memory\"; " + extends);
    EXPECT_EQ(refusalOf("start_section"), "has a wasm start section, which would run without a budget; " + extends +
                                              ", which exports kea_policy_start instead");
    EXPECT_EQ(refusalOf("no_hook_point"), "exports no hook point that this library knows; a policy exports at least one function named as "
                                          "Kea names the hook point, such as pkt4_receive");
    EXPECT_EQ(refusalOf("misspelt_hook_point"), "exports no hook point that this library knows (did you mean pkt4_receive instead of "
                                                "pkt4_recieve?); a policy exports at least one function named as Kea names the hook "
                                                "point, such as pkt4_receive");
    for (const char* guest : {"memory_shared", "memory64"}) {
        EXPECT_EQ(refusalOf(guest).find("is not a valid wasm module: "), 0U) << guest;
    }
}

TEST(PolicyModuleTest, refusesFunctionsOfAnotherType) {
    const std::string hook_point = "exports pkt4_receive with other parameters or another result than that hook point's; write it as "
                                   "`export function pkt4_receive(ctx: Pkt4Receive): Verdict`";
    for (const char* guest : {"hook_point_takes_i64", "hook_point_takes_two", "hook_point_returns_nothing", "hook_point_returns_two",
                              "hook_point_is_a_global"}) {
        EXPECT_EQ(refusalOf(guest), hook_point) << guest;
    }
    for (const char* guest : {"load_returns_nothing", "load_takes_one"}) {
        EXPECT_EQ(refusalOf(guest), "exports load with other parameters or another result than a policy's; write it as "
                                    "`export function load(): bool`")
            << guest;
    }
    EXPECT_EQ(refusalOf("unload_returns_one"), "exports unload with parameters or a result; write it as `export function unload(): void`");
}

TEST(PolicyModuleTest, startOfAnotherTypeIsNotPassedOver) {
    // Else the policy would run without its initialisation.
    EXPECT_NE(refusalOf("start_of_other_type").find("exports kea_policy_start with"), std::string::npos);
}

TEST(PolicyModuleTest, refusesWhatTheEngineRefuses) {
    const TemporaryFolder folder;
    PolicyConfig config = guestConfig("continue");
    config.wasm = folder.write("broken.wasm", std::string("\0asm\1\0\0\0\1\1\x60", 11));
    const std::string refusal = refusalOf(config);
    EXPECT_EQ(refusal.find("is not a valid wasm module: "), 0U) << refusal;
    EXPECT_NE(refusal.find("; build it again and copy it whole"), std::string::npos);
    EXPECT_EQ(refusal.find('\n'), std::string::npos) << refusal;
}

TEST(PolicyModuleTest, hookPointsAreNarrowed) {
    PolicyConfig config = guestConfig("continue");
    config.hook_points = {{"pkt6_receive"}};
    EXPECT_EQ(namesOf(PolicyModule(config, 6)), std::vector<std::string>{"pkt6_receive"});
    EXPECT_EQ(configErrorOf([&] { PolicyModule(config, 4); }),
              "policies[0].hook-points: " + config.wasm +
                  " would never be called: kea-dhcp4 has no hook point pkt6_receive; configure it in kea-dhcp6 instead");
    // The policy that runs scripts is no file of the operator's.
    config = guestConfig("runs_script");
    config.classic = true;
    config.script.emplace().path = "/etc/kea/script.sh";
    config.hook_points = {{"pkt4_receive"}};
    EXPECT_EQ(configErrorOf([&] { PolicyModule(config, 6); }), "policies[0].hook-points: the script \"/etc/kea/script.sh\" would never be called: kea-dhcp6 has no hook "
                                                               "point pkt4_receive; configure it in kea-dhcp4 instead");
    config = guestConfig("skip");
    config.hook_points = {{"pkt4_receive", "pkt6_receive"}};
    EXPECT_EQ(configErrorOf([&] { PolicyModule(config, 4); }),
              "policies[0].hook-points: " + config.wasm +
                  " does not export pkt6_receive, only pkt4_receive; take pkt6_receive out of the list or build the policy with it");
}

TEST(PolicyModuleTest, otherServersPolicyIsRefused) {
    EXPECT_EQ(refusalOf("only_pkt6"), "would never be called: kea-dhcp4 has no hook point pkt6_receive; configure it in kea-dhcp6 instead");
    EXPECT_EQ(refusalOf(guestConfig("skip"), 6),
              "would never be called: kea-dhcp6 has no hook point pkt4_receive; configure it in kea-dhcp4 instead");
}

TEST(PolicyModuleTest, whatThisKeaDoesNotHaveIsLeftOut) {
    const bool has_offer = KEA_HOOKS_VERSION >= 20502, has_decline = KEA_HOOKS_VERSION >= 20505, has_register = KEA_HOOKS_VERSION >= 20707;
    std::vector<std::string> names = {"pkt4_receive"};
    for (const auto& [has, name] : {std::pair(has_offer, "lease4_offer"), std::pair(has_decline, "lease4_server_decline"), std::pair(has_register, "addr6_register")}) {
        if (has) {
            names.emplace_back(name);
        }
    }
    EXPECT_EQ(namesOf(PolicyModule(guestConfig("later_hook_points"), 4)), names);
}

TEST(PolicyModuleTest, refusesWhatOnlyLaterKeasWouldCall) {
    const std::string version = std::to_string(KEA_HOOKS_VERSION / 10000) + "." + std::to_string(KEA_HOOKS_VERSION / 100 % 100) + "." +
                                std::to_string(KEA_HOOKS_VERSION % 100);
    if (KEA_HOOKS_VERSION < 20502) {
        EXPECT_EQ(refusalOf("only_later_hook_points"), "would never be called: kea-dhcp4 has lease4_offer since Kea 2.5.2, and this is Kea " + version +
                                                           "; run a newer Kea, or let the policy export a hook point of this one");
        PolicyConfig config = guestConfig("later_hook_points");
        config.hook_points = {{"pkt4_receive", "lease4_offer"}};
        EXPECT_EQ(configErrorOf([&] { PolicyModule(config, 4); }),
                  "policies[0].hook-points: Kea " + version + " has no lease4_offer, which exists since Kea 2.5.2; take lease4_offer out of the list "
                  "or run a newer Kea");
        config.hook_points = {{"pkt4_receive"}};
        EXPECT_EQ(namesOf(PolicyModule(config, 4)), std::vector<std::string>{"pkt4_receive"});
    }
    if (KEA_HOOKS_VERSION < 20707) {
        EXPECT_EQ(refusalOf(guestConfig("only_later_hook_points"), 6), "would never be called: kea-dhcp6 has addr6_register since Kea 2.7.7, and this is Kea " +
                                                                          version + "; run a newer Kea, or let the policy export a hook point of this one");
    }
}

class MetadataTest : public testing::Test {
protected:
    PolicyConfig withMetadata(const std::string& metadata) {
        PolicyConfig config = guestConfig("continue");
        config.wasm = folder_.write("policy.wasm", guestBytes("continue") + customSection("kea_policy", metadata));
        return config;
    }
    TemporaryFolder folder_;
};

TEST_F(MetadataTest, ofANewerVersionIsRefused) {
    EXPECT_EQ(refusalOf(withMetadata(R"({"abi": 1000})")),
              "was built for version 1000 of the policy interface, and this libdhcp_policy.so knows versions up to " + std::to_string(kAbi) + "; install a newer "
              "libdhcp_policy.so, or build the policy with an older kea-policy package");
    EXPECT_NE(refusalOf(withMetadata(R"({"abi": 9223372036854775807})")).find("was built for version 9223372036854775807"), std::string::npos);
}

TEST_F(MetadataTest, brokenCostsOnlyLines) {
    for (const std::string& metadata :
         {std::string(""), std::string("{"), std::string("null"), std::string("[]"), std::string("1"), std::string("\"x\""), std::string("{}"),
          std::string("\0\xff\xfe", 3), std::string(R"({"abi": "x"})"), std::string(R"({"abi": null, "sourceMap": null})"),
          std::string(R"({"abi": -1, "sourceMap": 7})"), std::string(R"({"sourceMap": {"version": "3", "sources": 1, "mappings": []}})"),
          std::string(R"({"sourceMap": {"version": 3, "sources": [{}], "mappings": "AAAA,gggggggggggggg"}})"),
          "{\"abi\": 1, \"x\": \"" + std::string(3'000'000, 'x') + "\"}"}) {
        EXPECT_NO_THROW(PolicyModule(withMetadata(metadata), 4)) << metadata.substr(0, 80);
    }
}

TEST_F(MetadataTest, deepNestingDoesNotEndTheServer) {
    for (const char* open : {"[", "{\"a\":", "[{\"a\":"}) {
        std::string metadata;
        while (metadata.size() < 1'000'000) {
            metadata += open;
        }
        EXPECT_NO_THROW(PolicyModule(withMetadata(metadata), 4));
    }
}

}  // namespace
}  // namespace kea_policy
