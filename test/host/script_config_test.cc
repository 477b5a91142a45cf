// SPDX-License-Identifier: MPL-2.0
#include "config.h"

#include "config_error_of.h"
#include <gtest/gtest.h>

using namespace kea_policy;
using isc::data::Element;

namespace {

Config parse(const std::string& json) {
    return parseConfig(Element::fromJSON(json), {"lease4_select", "pkt4_receive", "pkt6_receive"});
}

PolicyConfig lone(const std::string& json) {
    return parse(json).policies.at(0);
}

/// Keys of an entry of `policies` that has a name and a script.
PolicyConfig entry(const std::string& keys) {
    return parse(R"({ "policies": [ { "name": "a", "script": "/s", )" + keys + " } ] }").policies.at(0);
}

TEST(ScriptConfig, theOldHooksOneLineIsEnough) {
    const PolicyConfig policy = lone(R"({ "script": "/etc/kea/script.sh" })");
    EXPECT_EQ(policy.name, "script");
    EXPECT_TRUE(policy.classic);
    EXPECT_FALSE(policy.hook_points);
    ASSERT_TRUE(policy.script);
    EXPECT_EQ(policy.script->path, "/etc/kea/script.sh");
    EXPECT_TRUE(policy.script->wait);
    EXPECT_EQ(policy.script->timeout_ms, 1000u);
    EXPECT_EQ(policy.script->max_running, 8u);
    EXPECT_EQ(policy.script->max_queued, 1000u);
    EXPECT_TRUE(policy.script->exit_status.empty());
    EXPECT_EQ(policy.script->other_status, Verdict::Continue);
    EXPECT_TRUE(policy.script->environment.empty());
    EXPECT_EQ(policy.script->variables, "kea-hook-runscript");
    EXPECT_EQ(policy.script->prefixes, (std::vector<std::string>{"KEA_", ""}));
    EXPECT_FALSE(policy.script->resident);
    EXPECT_FALSE(policy.script->at_load);
    EXPECT_FALSE(policy.script->at_unload);
}

TEST(ScriptConfig, iscsSpellingMeansIscsVariablesAndNoWaiting) {
    const ScriptConfig script = *lone(R"({ "name": "/etc/kea/script.sh", "sync": false })").script;
    EXPECT_EQ(script.path, "/etc/kea/script.sh");
    EXPECT_EQ(script.variables, "isc-run-script");
    EXPECT_FALSE(script.wait);
    EXPECT_FALSE(lone(R"({ "name": "/s" })").script->wait);
    EXPECT_TRUE(lone(R"({ "name": "/s", "sync": true })").script->wait);
    EXPECT_EQ(lone(R"({ "name": "/s", "variables": "kea-hook-runscript" })").script->variables, "kea-hook-runscript");
}

TEST(ScriptConfig, everyKeyIsRead) {
    const PolicyConfig policy = lone(R"({ "script": "/s", "wait": true, "mode": "resident", "timeout-ms": 250, "max-running": 2, "max-queued": 3,
        "exit-status": { "0": "continue", "1": "skip", "255": "drop", "other": "drop" }, "on-error": { "default": "continue", "pkt4_receive": "drop" },
        "environment": { "PATH": "/bin", "A": "" }, "prefixes": [ "KEA_" ], "hook-points": [ "load", "pkt4_receive", "unload" ] })");
    const ScriptConfig& script = *policy.script;
    EXPECT_TRUE(script.resident);
    EXPECT_EQ(script.timeout_ms, 250u);
    EXPECT_EQ(script.max_running, 2u);
    EXPECT_EQ(script.max_queued, 3u);
    EXPECT_EQ(script.exit_status, (std::map<int, Verdict>{{0, Verdict::Continue}, {1, Verdict::Skip}, {255, Verdict::Drop}}));
    EXPECT_EQ(script.other_status, Verdict::Drop);
    EXPECT_EQ(policy.on_error.forHookPoint("pkt4_receive"), Verdict::Drop);
    EXPECT_EQ(script.environment, (std::vector<std::string>{"A=", "PATH=/bin"}));
    EXPECT_EQ(script.prefixes, (std::vector<std::string>{"KEA_"}));
    EXPECT_EQ(policy.hook_points, (std::vector<std::string>{"pkt4_receive"}));
    EXPECT_TRUE(script.at_load);
    EXPECT_TRUE(script.at_unload);
}

TEST(ScriptConfig, aScriptThatNobodyWaitsForHasAMinute) {
    EXPECT_EQ(entry(R"("wait": false)").script->timeout_ms, 60000u);
    EXPECT_EQ(entry(R"("wait": false, "timeout-ms": 5)").script->timeout_ms, 5u);
}

TEST(ScriptConfig, aPolicyOfOnesOwnMayRunAScript) {
    const PolicyConfig policy = entry(R"("wasm": "/p.wasm", "config": { "a": 1 })");
    EXPECT_FALSE(policy.classic);
    EXPECT_EQ(policy.wasm, "/p.wasm");
    EXPECT_EQ(policy.script->key_path, "policies[0].script");
}

struct Refused {
    std::string json;
    const char* says;
};

class ScriptRefused : public testing::TestWithParam<Refused> {};

TEST_P(ScriptRefused, withASentence) {
    EXPECT_EQ(configErrorOf([] { parse(GetParam().json); }), GetParam().says);
}

INSTANTIATE_TEST_SUITE_P(ScriptConfig, ScriptRefused, testing::Values(
    Refused{R"({ "script": "script.sh" })", "script must be an absolute path, as in \"/etc/kea/script.sh\", since a relative one depends on the folder that Kea was started in, but is \"script.sh\"."},
    Refused{R"({ "script": true })", "script must be a string, as in \"/etc/kea/script.sh\", but is true."},
    Refused{R"({ "wait": true })", "wait is for a script, and there is none: add \"script\": \"/etc/kea/script.sh\" or take it out."},
    Refused{R"({ "script": "/s", "name": "/s" })", "name says the same as script, which is there as well: take one of them out."},
    Refused{R"({ "script": "/s", "wait": true, "sync": true })", "sync says the same as wait, which is there as well: take one of them out."},
    Refused{R"({ "script": "/s", "wait": "yes" })", "wait must be true or false, as in true, but is \"yes\"."},
    Refused{R"({ "script": "/s", "policies": [ { "name": "a", "wasm": "/w" } ] })", "script stands beside policies, where it says nothing: put it into one of them, or take it out."},
    Refused{R"({ "script": "/s", "mode": "residents" })", "mode is \"residents\", which is not a known mode: did you mean \"resident\"?"},
    Refused{R"({ "script": "/s", "timeout-ms": 0 })", "timeout-ms must be from 1 to 60000, but is 0."},
    Refused{R"({ "script": "/s", "timeout-ms": 60001 })", "timeout-ms must be from 1 to 60000, but is 60001."},
    Refused{R"({ "script": "/s", "max-running": 0 })", "max-running must be from 1 to 256, but is 0."},
    Refused{R"({ "script": "/s", "max-queued": 100001 })", "max-queued must be from 1 to 100000, but is 100001."},
    Refused{R"({ "script": "/s", "exit-status": { "256": "skip" } })", "exit-status.256 is no exit status: the keys here are \"0\" to \"255\" and \"other\"."},
    Refused{R"({ "script": "/s", "exit-status": { "01": "skip" } })", "exit-status.01 is no exit status: the keys here are \"0\" to \"255\" and \"other\"."},
    Refused{R"({ "script": "/s", "exit-status": { "1": "dorp" } })", "exit-status.1 is \"dorp\", which is not a known verdict: did you mean \"drop\"?"},
    Refused{R"({ "script": "/s", "wait": false, "exit-status": { "1": "drop" } })", "exit-status needs \"wait\": true, since a program that nobody waits for decides nothing."},
    Refused{R"({ "script": "/s", "environment": { "A=B": "c" } })", "environment[\"A=B\"] is no name of a variable: it must not be empty, nor have a \"=\" or a zero byte."},
    Refused{R"({ "script": "/s", "environment": { "A": ")" + std::string(16 * 1024 - 2, 'x') + R"(" } })", "environment has 16385 bytes of names and values where 16384 are the most: put what is long into a file, and its path here."},
    Refused{R"({ "script": "/s", "environment": { "A": 1 } })", "environment.A must be a string, as in \"/usr/sbin:/usr/bin:/sbin:/bin\", but is 1."},
    Refused{R"({ "script": "/s", "variables": "isc" })", "variables is \"isc\", which is not a known set of variables: did you mean \"isc-run-script\"?"},
    Refused{R"({ "script": "/s", "variables": "mine" })", "variables is \"mine\", which is not a known set of variables: it must be one of kea-hook-runscript, isc-run-script."},
    Refused{R"({ "script": "/s", "prefixes": [] })", "prefixes is an empty list: write [ \"KEA_\" ], [ \"\" ] or both."},
    Refused{R"({ "script": "/s", "prefixes": [ "kea_" ] })", "prefixes[0] must be \"KEA_\" or \"\", but is \"kea_\"."},
    Refused{R"({ "name": "/s", "prefixes": [ "" ] })", "prefixes is for \"variables\": \"kea-hook-runscript\"; those of isc-run-script have no prefix."},
    Refused{R"({ "script": "/s", "hook-points": [ "load" ] })", "hook-points names no hook point beside load and unload: add one, as in [ \"lease4_select\", \"load\" ]."},
    Refused{R"({ "policies": [ { "name": "a", "wasm": "/w", "hook-points": [ "load" ] } ] })", "policies[0].hook-points[0] is \"load\", which is not a known hook point: it must be one of lease4_select, pkt4_receive, pkt6_receive."},
    Refused{R"({ "policies": [ { "name": "a", "script": "/s", "config": {} } ] })", "policies[0].config is for a policy of your own: add \"wasm\", or take it out."},
    Refused{R"({ "policies": [ { "name": "a", "script": "/s", "wasm": "/w", "prefixes": [ "" ] } ] })", "policies[0].prefixes is for the policy that comes with the library; the one that wasm names makes its variables itself: take it out."},
    Refused{R"({ "policies": [ { "name": "a", "wasm": "/w", "max-queued": 1 } ] })", "policies[0].max-queued is for a script, and there is none: add \"script\": \"/etc/kea/script.sh\" or take it out."},
    Refused{R"({ "policies": [ { "name": "a" } ] })", "policies[0].wasm is missing: add it, as in \"wasm\": \"/etc/kea/policies/blocklist.wasm\", or a \"script\"."}));

}  // namespace
