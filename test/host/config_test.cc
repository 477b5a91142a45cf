// SPDX-License-Identifier: MPL-2.0
#include "config.h"

#include "config_error_of.h"
#include "limits.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kea_policy {
namespace {

using isc::data::ConstElementPtr;
using isc::data::Element;

const std::set<std::string> hook_points = {"pkt4_receive", "pkt6_receive", "lease4_select"};

Config parse(const std::string& json) {
    return parseConfig(Element::fromJSON(json), hook_points);
}

/// Parameters of one policy with these further keys.
std::string policyWith(const std::string& keys) {
    return R"({ "policies": [ { "name": "p", "wasm": "/p.wasm", )" + keys + " } ] }";
}

TEST(ConfigTest, readsEveryKey) {
    const Config config = parse(R"({ "policies": [ {
        "name": "block-list_1.x", "wasm": "/etc/kea/policies/blocklist.wasm",
        "config": { "ouis": [ "00:16:3e" ] },
        "lists": { "denied": { "file": "/etc/kea/denied.txt", "kind": "hwaddr" },
                   "allowed": { "file": "/etc/kea/allowed.txt", "kind": "prefix" } },
        "hook-points": [ "pkt6_receive", "pkt4_receive" ],
        "on-error": { "default": "skip", "pkt4_receive": "drop" },
        "max-instructions": 5000, "memory-limit-kib": 2048, "log-lines-per-second": 300 } ] })");
    ASSERT_EQ(config.policies.size(), 1u);
    const PolicyConfig& policy = config.policies[0];
    EXPECT_EQ(policy.path, "policies[0]");
    EXPECT_EQ(policy.name, "block-list_1.x");
    EXPECT_EQ(policy.wasm, "/etc/kea/policies/blocklist.wasm");
    EXPECT_EQ(policy.config->get("ouis")->get(0)->stringValue(), "00:16:3e");
    ASSERT_EQ(policy.lists.size(), 2u);
    EXPECT_EQ(policy.lists[0].name, "allowed");
    EXPECT_EQ(policy.lists[0].file, "/etc/kea/allowed.txt");
    EXPECT_EQ(policy.lists[0].kind, ListKind::Prefix);
    EXPECT_EQ(policy.lists[1].name, "denied");
    EXPECT_EQ(policy.lists[1].kind, ListKind::HwAddr);
    EXPECT_EQ(policy.hook_points, (std::vector<std::string>{"pkt6_receive", "pkt4_receive"}));
    EXPECT_EQ(policy.on_error.forHookPoint("pkt4_receive"), Verdict::Drop);
    EXPECT_EQ(policy.on_error.forHookPoint("pkt6_receive"), Verdict::Skip);
    EXPECT_EQ(policy.max_instructions, 5000u);
    EXPECT_EQ(policy.memory_limit_kib, 2048u);
    EXPECT_EQ(policy.log_lines_per_second, 300u);
}

TEST(ConfigTest, givesDefaultsToWhatIsAbsent) {
    const Config config = parse(R"({ "policies": [ { "name": "p", "wasm": "/p.wasm" } ] })");
    const PolicyConfig& policy = config.policies.at(0);
    ASSERT_TRUE(policy.config);
    EXPECT_EQ(policy.config->str(), Element::createMap()->str());
    EXPECT_TRUE(policy.lists.empty());
    EXPECT_FALSE(policy.hook_points.has_value());
    EXPECT_EQ(policy.on_error.forHookPoint("pkt4_receive"), Verdict::Continue);
    EXPECT_EQ(policy.max_instructions, limits::max_instructions_default);
    EXPECT_EQ(policy.memory_limit_kib, limits::memory_limit_kib_default);
    EXPECT_EQ(policy.log_lines_per_second, limits::log_lines_per_second_default);
}

TEST(ConfigTest, takesAnyJsonAsConfig) {
    for (const char* json : {"{}", "[]", "null", "1", "1.5", "true", "\"text\"", "[ { \"a\": [ null ] } ]"}) {
        const Config config = parse(policyWith(std::string("\"config\": ") + json));
        EXPECT_EQ(config.policies[0].config->str(), Element::fromJSON(json)->str());
    }
}

TEST(ConfigTest, takesEachVerdictAndListKindByItsWord) {
    for (Verdict verdict : {Verdict::Continue, Verdict::Skip, Verdict::Drop}) {
        const Config config = parse(policyWith(std::string(R"("on-error": ")") + verdictName(verdict) + "\""));
        EXPECT_EQ(config.policies[0].on_error.fallback, verdict);
    }
    for (ListKind kind : all_list_kinds) {
        const Config config =
            parse(policyWith(std::string(R"("lists": { "l": { "file": "/l", "kind": ")") + listKindName(kind) + "\" } }"));
        EXPECT_EQ(config.policies[0].lists[0].kind, kind);
    }
}

TEST(ConfigTest, takesTheEndsOfRanges) {
    for (const char* keys : {R"("max-instructions": 1000)", R"("max-instructions": 1000000000)",
                             R"("memory-limit-kib": 1024)", R"("memory-limit-kib": 1048576)",
                             R"("log-lines-per-second": 1)", R"("log-lines-per-second": 100000)"}) {
        EXPECT_NO_THROW(parse(policyWith(keys))) << keys;
    }
    EXPECT_EQ(limits::loadInstructions(1'000), 100'000'000u);
    EXPECT_EQ(limits::loadInstructions(1'000'000'000), 100'000'000'000u);
}

TEST(ConfigTest, keepsTheOrderOfPolicies) {
    const Config config = parse(R"({ "policies": [ { "name": "z", "wasm": "/z" }, { "name": "a", "wasm": "/a" } ] })");
    ASSERT_EQ(config.policies.size(), 2u);
    EXPECT_EQ(config.policies[0].name, "z");
    EXPECT_EQ(config.policies[1].path, "policies[1]");
}

struct Refusal {
    const char* json;
    const char* sentence;  // in full: operators and the documentation rely on it
};

class ConfigRefusal : public testing::TestWithParam<Refusal> {};

TEST_P(ConfigRefusal, saysWhatIsWrongAndTheMend) {
    EXPECT_EQ(configErrorOf([] { parse(GetParam().json); }), GetParam().sentence);
}

constexpr Refusal whole_refusals[] = {
    {"{}", R"(parameters name no policy: add the key "policies", as in "parameters": { "policies": [ { "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm" } ] }, or the key "script" for a script alone.)"},
    {"[]", R"(parameters must be a map, as in { "policies": [ ... ] }, but is a list of 0 items.)"},
    {R"({ "policies": [] })", R"(policies is an empty list: name at least one policy, as in "parameters": { "policies": [ { "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm" } ] }.)"},
    {R"({ "policies": {} })", R"(policies must be a list, as in [ { "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm" } ], but is a map of 0 keys.)"},
    {R"({ "polices": [] })", R"(polices is not a known key: did you mean "policies"?)"},
    {R"({ "zzz": 1 })", "zzz is not a known key: the keys here are policies, name, hook-points, on-error, script, wait, sync, mode, timeout-ms, exit-status, max-running, max-queued, environment, variables, prefixes, comment, user-context."},
    {R"({ "wasm": "/p" })", R"(wasm belongs into an entry of policies, as in "policies": [ { "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm" } ].)"},
    {R"({ "name": "p", "wasm": "/p" })", R"(wasm belongs into an entry of policies, as in "policies": [ { "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm" } ].)"},
    {R"({ "script": "/s", "max-instructions": 5000 })", R"(max-instructions belongs into an entry of policies, as in "policies": [ { "name": "script", "script": "/etc/kea/script.sh", "max-instructions": 1000000 } ].)"},
    {R"({ "policies": [ { "name": "p", "wasm": "/p" } ], "memory-limit-kib": 2048 })", R"(memory-limit-kib belongs into an entry of policies, as in "policies": [ { "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm", "memory-limit-kib": 4096 } ].)"},
    {R"({ "script": "/s", "env": {} })", R"(env is not a known key: did you mean "environment"?)"},
    {R"({ "policies": [], "comment": 7 })", R"(comment must be a string, as in "asked for by the lab", but is 7.)"},
    {R"({ "policies": [], "user-context": "lab" })", R"(user-context must be a map, as in { "ticket": 12 }, but is "lab".)"},
    {R"({ "comment": "lab" })", R"(parameters name no policy: add the key "policies", as in "parameters": { "policies": [ { "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm" } ] }, or the key "script" for a script alone.)"},
    {R"({ "policies": [ "blocklist" ] })", R"(policies[0] must be a map, as in { "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm" }, but is "blocklist".)"},
    {R"({ "policies": [ { "wasm": "/p" } ] })", R"(policies[0].name is missing: add it, as in "name": "blocklist".)"},
    {R"({ "policies": [ { "name": "p" } ] })", R"(policies[0].wasm is missing: add it, as in "wasm": "/etc/kea/policies/blocklist.wasm", or a "script".)"},
    {R"({ "policies": [ { "name": 7, "wasm": "/p" } ] })", R"(policies[0].name must be a string, as in "blocklist", but is 7.)"},
    {R"({ "policies": [ { "name": "", "wasm": "/p" } ] })", R"(policies[0].name must be 1 to 64 of the letters A-Z, a-z, 0-9, dot, underscore and hyphen, as in "blocklist", but is "".)"},
    {R"({ "policies": [ { "name": "a b", "wasm": "/p" } ] })", R"(policies[0].name must be 1 to 64 of the letters A-Z, a-z, 0-9, dot, underscore and hyphen, as in "blocklist", but is "a b".)"},
    {R"({ "policies": [ { "name": "p", "wasm": "p.wasm" } ] })", R"(policies[0].wasm must be an absolute path, as in "/etc/kea/policies/blocklist.wasm", since a relative one depends on the folder that Kea was started in, but is "p.wasm".)"},
    {R"({ "policies": [ { "name": "p", "wasm": "" } ] })", R"(policies[0].wasm must be an absolute path, as in "/etc/kea/policies/blocklist.wasm", since a relative one depends on the folder that Kea was started in, but is "".)"},
    {R"({ "policies": [ { "name": "p", "wasm": "/p\u0000q" } ] })", R"(policies[0].wasm must be a path without control characters, but is "/p\x00q".)"},
    {R"({ "policies": [ { "name": "p", "wasm": "/p" }, { "name": "p", "wasm": "/q" } ] })", R"(policies[1].name is "p", the name of policies[0]: give each policy a name of its own.)"},
};
INSTANTIATE_TEST_SUITE_P(Whole, ConfigRefusal, testing::ValuesIn(whole_refusals));

struct KeyRefusal {
    const char* keys;  // beside name and wasm
    const char* sentence;
};

class ConfigKeyRefusal : public testing::TestWithParam<KeyRefusal> {};

TEST_P(ConfigKeyRefusal, saysWhatIsWrongAndTheMend) {
    EXPECT_EQ(configErrorOf([] { parse(policyWith(GetParam().keys)); }), std::string("policies[0]") + GetParam().sentence);
}

constexpr KeyRefusal key_refusals[] = {
    {R"("max-instruction": 5)", R"(.max-instruction is not a known key: did you mean "max-instructions"?)"},
    {R"("hook_points": [])", R"(.hook_points is not a known key: did you mean "hook-points"?)"},
    {R"("zzzzzzzz": 5)", ".zzzzzzzz is not a known key: the keys here are name, wasm, config, lists, hook-points, on-error, max-instructions, memory-limit-kib, log-lines-per-second, script, wait, sync, mode, timeout-ms, exit-status, max-running, max-queued, environment, variables, prefixes, comment, user-context."},
    {R"("a\nb": 5)", R"(["a\x0ab"] is not a known key: the keys here are name, wasm, config, lists, hook-points, on-error, max-instructions, memory-limit-kib, log-lines-per-second, script, wait, sync, mode, timeout-ms, exit-status, max-running, max-queued, environment, variables, prefixes, comment, user-context.)"},
    {R"("comment": [])", R"(.comment must be a string, as in "asked for by the lab", but is a list of 0 items.)"},
    {R"("user-context": true)", R"(.user-context must be a map, as in { "ticket": 12 }, but is true.)"},
    {R"("max-instructions": "many")", R"(.max-instructions must be an integer, as in 1000000, but is "many".)"},
    {R"("max-instructions": true)", ".max-instructions must be an integer, as in 1000000, but is true."},
    {R"("max-instructions": null)", ".max-instructions must be an integer, as in 1000000, but is null."},
    {R"("log-lines-per-second": 0)", ".log-lines-per-second must be from 1 to 100000, but is 0."},
    {R"("max-instructions": 999)", ".max-instructions must be from 1000 to 1000000000, but is 999."},
    {R"("max-instructions": 1000000001)", ".max-instructions must be from 1000 to 1000000000, but is 1000000001."},
    {R"("max-instructions": -9223372036854775808)", ".max-instructions must be from 1000 to 1000000000, but is -9223372036854775808."},
    {R"("memory-limit-kib": 1023)", ".memory-limit-kib must be from 1024 to 1048576, but is 1023."},
    {R"("memory-limit-kib": 1048577)", ".memory-limit-kib must be from 1024 to 1048576, but is 1048577."},
    {R"("memory-limit-kib": 4294971392)", ".memory-limit-kib must be from 1024 to 1048576, but is 4294971392."},
    {R"("hook-points": "pkt4_receive")", R"(.hook-points must be a list, as in [ "pkt4_receive" ], but is "pkt4_receive".)"},
    {R"("hook-points": [])", R"(.hook-points is an empty list: name a hook point, as in [ "pkt4_receive" ], or leave the key out for all that the policy exports.)"},
    {R"("hook-points": [ 4 ])", R"(.hook-points[0] must be a string, as in "pkt4_receive", but is 4.)"},
    {R"("hook-points": [ "pkt4_receive", "pkt4_recieve" ])", R"(.hook-points[1] is "pkt4_recieve", which is not a known hook point: did you mean "pkt4_receive"?)"},
    {R"("hook-points": [ "" ])", R"(.hook-points[0] is "", which is not a known hook point: it must be one of lease4_select, pkt4_receive, pkt6_receive.)"},
    {R"("hook-points": [ "pkt4_receive", "pkt4_receive" ])", R"(.hook-points[1] is "pkt4_receive", which the list names before: leave one of them out.)"},
    {R"("on-error": 1)", R"(.on-error must be a string or a map, as in "continue" or { "default": "continue", "pkt4_receive": "drop" }, but is 1.)"},
    {R"("on-error": "dorp")", R"(.on-error is "dorp", which is not a known verdict: did you mean "drop"?)"},
    {R"("on-error": "Continue!!!!!!!!!!")", R"(.on-error is "Continue!!!!!!!!!!", which is not a known verdict: it must be one of continue, skip, drop.)"},
    {R"("on-error": { "pkt4_receiv": "drop" })", R"(.on-error.pkt4_receiv is not a known key: did you mean "pkt4_receive"?)"},
    {R"("on-error": { "default": 1 })", R"(.on-error.default must be a string, as in "continue", but is 1.)"},
    {R"("on-error": { "pkt4_receive": "drops" })", R"(.on-error.pkt4_receive is "drops", which is not a known verdict: did you mean "drop"?)"},
    {R"("lists": [])", R"(.lists must be a map, as in { "denied": { "file": "/etc/kea/denied.txt", "kind": "hwaddr" } }, but is a list of 0 items.)"},
    {R"("lists": { "a b": {} })", R"(.lists has the key "a b", but a name must be 1 to 64 of the letters A-Z, a-z, 0-9, dot, underscore and hyphen, as in "denied".)"},
    {R"("lists": { "denied": "/etc/kea/denied.txt" })", R"(.lists.denied must be a map, as in { "file": "/etc/kea/denied.txt", "kind": "hwaddr" }, but is "/etc/kea/denied.txt".)"},
    {R"("lists": { "denied": {} })", R"(.lists.denied.file is missing: add it, as in "file": "/etc/kea/denied.txt".)"},
    {R"("lists": { "denied": { "file": "/l" } })", R"(.lists.denied.kind is missing: add it, as in "kind": "hwaddr".)"},
    {R"("lists": { "denied": { "file": "/l", "kind": [ 1, 2 ] } })", R"(.lists.denied.kind must be a string, as in "hwaddr", but is a list of 2 items.)"},
    {R"("lists": { "denied": { "file": "/l", "kind": "mac" } })", R"(.lists.denied.kind is "mac", which is not a known kind of list: it must be one of hwaddr, oui, duid, prefix, string.)"},
    {R"("lists": { "denied": { "file": "/l", "kind": "hwadr" } })", R"(.lists.denied.kind is "hwadr", which is not a known kind of list: did you mean "hwaddr"?)"},
    {R"("lists": { "denied": { "file": "l.txt", "kind": "oui" } })", R"(.lists.denied.file must be an absolute path, as in "/etc/kea/denied.txt", since a relative one depends on the folder that Kea was started in, but is "l.txt".)"},
    {R"("lists": { "denied": { "file": "/l", "kind": "oui", "path": "/l" } })", ".lists.denied.path is not a known key: the keys here are file, kind."},
};
INSTANTIATE_TEST_SUITE_P(Keys, ConfigKeyRefusal, testing::ValuesIn(key_refusals));

TEST(ConfigTest, letsNotesPassUnread) {
    const std::string notes = R"("comment": "asked for by the lab", "user-context": { "ticket": [ 12, null ] })";
    EXPECT_EQ(parse("{ " + notes + R"(, "policies": [ { "name": "p", "wasm": "/p.wasm", )" + notes + " } ] }").policies.at(0).name, "p");
    EXPECT_EQ(parse("{ " + notes + R"(, "script": "/s" })").policies.at(0).script->path, "/s");
}

TEST(ConfigTest, refusesAbsentParameters) {
    const std::string sentence = configErrorOf([] { parseConfig(ConstElementPtr(), hook_points); });
    EXPECT_NE(sentence.find("parameters name no policy"), std::string::npos) << sentence;
}

TEST(ConfigTest, refusesTooManyOfEach) {
    std::string policies;
    std::string lists;
    for (std::size_t i = 0; i <= limits::policies_most; ++i) {
        policies += (i == 0 ? "" : ", ") + std::string(R"({ "name": "p)") + std::to_string(i) + R"(", "wasm": "/p" })";
        lists += (i == 0 ? "" : ", ") + std::string("\"l") + std::to_string(i) + R"(": { "file": "/l", "kind": "oui" })";
    }
    EXPECT_EQ(configErrorOf([&] { parse("{ \"policies\": [ " + policies + " ] }"); }),
              "policies has 65 policies where at most 64 are allowed: join some of them.");
    EXPECT_EQ(configErrorOf([&] { parse(policyWith("\"lists\": { " + lists + " }")); }),
              "policies[0].lists has 65 lists where at most 64 are allowed: join some of their files.");
}

TEST(ConfigTest, limitsNamesTo64Letters) {
    EXPECT_NO_THROW(parse(R"({ "policies": [ { "name": ")" + std::string(64, 'x') + R"(", "wasm": "/p" } ] })"));
    EXPECT_THROW(parse(R"({ "policies": [ { "name": ")" + std::string(65, 'x') + R"(", "wasm": "/p" } ] })"), ConfigError);
}

TEST(ConfigTest, shortensWhatItFound) {
    const std::string sentence =
        configErrorOf([] { parse(policyWith("\"on-error\": \"" + std::string(100'000, 'x') + "\"")); });
    EXPECT_LT(sentence.size(), 300u);
    EXPECT_TRUE(isSentence(sentence)) << sentence;
}

}  // namespace
}  // namespace kea_policy
