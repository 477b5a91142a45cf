// SPDX-License-Identifier: MPL-2.0
#include "config.h"

#include "config_reader.h"
#include "limits.h"

#include <algorithm>

namespace kea_policy {

using isc::data::ConstElementPtr;
using isc::data::Element;

namespace {

constexpr const char* default_key = "default";  // of `on-error`: what holds for all hook points not named
constexpr const char* lone_script_name = "script";  // of a script that is configured without a name of its own
constexpr const char* least_example =
    R"("parameters": { "policies": [ { "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm" } ] })";

// --- The keys: name, types, mandatory, example ----------------------------------------------------------------------

/// What Kea lets an operator note in its own maps; nobody reads it.
const Keywords& noteKeys() {
    static const Keywords keys = {
        {"comment", StringValue, false, R"("asked for by the lab")"},
        {"user-context", MapValue, false, R"({ "ticket": 12 })"},
    };
    return keys;
}

Keywords withScriptAndNotes(Keywords keys) {
    for (const Keywords* more : {&scriptKeys(), &noteKeys()}) {
        keys.insert(keys.end(), more->begin(), more->end());
    }
    return keys;
}

bool isIn(const Keywords& keys, const std::string& name) {
    return std::any_of(keys.begin(), keys.end(), [&name](const Keyword& key) { return key.name == name; });
}

const Keywords& parameterKeys() {
    // A script alone has its keys here; "name" is how ISC's run_script spells "script".
    static const Keywords keys = withScriptAndNotes({
        {"policies", ListValue, false, R"([ { "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm" } ])"},
        {"name", StringValue, false, R"("/etc/kea/script.sh")"},
        {"hook-points", ListValue, false, R"([ "lease4_select" ])"},
        {"on-error", StringValue | MapValue, false, R"("continue" or { "default": "continue", "pkt4_receive": "drop" })"},
    });
    return keys;
}

const Keywords& policyKeys() {
    static const Keywords keys = withScriptAndNotes({
        {"name", StringValue, true, R"("blocklist")"},
        {"wasm", StringValue, false, R"("/etc/kea/policies/blocklist.wasm")"},
        {"config", AnyValue, false, "{}"},
        {"lists", MapValue, false, R"({ "denied": { "file": "/etc/kea/denied.txt", "kind": "hwaddr" } })"},
        {"hook-points", ListValue, false, R"([ "pkt4_receive" ])"},
        {"on-error", StringValue | MapValue, false, R"("continue" or { "default": "continue", "pkt4_receive": "drop" })"},
        {"max-instructions", IntegerValue, false, "1000000"},
        {"memory-limit-kib", IntegerValue, false, "4096"},
        {"log-lines-per-second", IntegerValue, false, "10"},
    });
    return keys;
}

const Keywords& listKeys() {
    static const Keywords keys = {
        {"file", StringValue, true, R"("/etc/kea/denied.txt")"},
        {"kind", StringValue, true, R"("hwaddr")"},
    };
    return keys;
}

// --- Values ---------------------------------------------------------------------------------------------------------

Verdict parseVerdictWord(const ConfigReader& reader) {
    static const std::vector<std::string> words = {"continue", "skip", "drop"};
    reader.checkType(StringValue, R"("continue")");
    return *parseVerdict(reader.oneOf(words, "verdict"));
}

OnError parseOnError(const ConfigReader& reader, const std::set<std::string>& known_hook_points) {
    OnError on_error;
    if (reader.is(StringValue)) {
        on_error.fallback = parseVerdictWord(reader);
        return on_error;
    }
    Keywords keys = {{default_key, StringValue, false, R"("continue")"}};
    for (const std::string& hook_point : known_hook_points) {
        keys.push_back({hook_point.c_str(), StringValue, false, R"("continue")"});
    }
    reader.checkKeywords(keys);
    for (const auto& [key, value] : reader.value()->mapValue()) {
        const Verdict verdict = parseVerdictWord(reader.member(key));
        if (key == default_key) {
            on_error.fallback = verdict;
        } else {
            on_error.by_hook_point[key] = verdict;
        }
    }
    return on_error;
}

/// Takes "load" and "unload" out of a script's hook points: they are no hook points of Kea's.
void takeEvents(const ConfigReader& reader, std::vector<std::string>& hook_points, ScriptConfig& script) {
    const auto taken = [&hook_points](const char* event) {
        const auto found = std::find(hook_points.begin(), hook_points.end(), event);
        return found != hook_points.end() && (hook_points.erase(found), true);
    };
    script.at_load = taken("load");
    script.at_unload = taken("unload");
    if (hook_points.empty()) {
        reader.refuse("names no hook point beside load and unload: add one, as in [ \"lease4_select\", \"load\" ]");
    }
}

std::vector<std::string> parseHookPoints(const ConfigReader& reader, const std::set<std::string>& known_hook_points,
                                         std::optional<ScriptConfig>& script) {
    std::vector<std::string> known(known_hook_points.begin(), known_hook_points.end());
    if (script) {
        known.insert(known.end(), {"load", "unload"});
    }
    std::vector<std::string> hook_points;
    for (const ConfigReader& item : reader.items()) {
        item.checkType(StringValue, R"("pkt4_receive")");
        const std::string hook_point = item.oneOf(known, "hook point");
        if (std::find(hook_points.begin(), hook_points.end(), hook_point) != hook_points.end()) {
            item.refuse("is \"" + hook_point + "\", which the list names before: leave one of them out");
        }
        hook_points.push_back(hook_point);
    }
    if (hook_points.empty()) {
        reader.refuse("is an empty list: name a hook point, as in [ \"pkt4_receive\" ], or leave the key out for all that the "
                      "policy exports");
    }
    if (script) {
        takeEvents(reader, hook_points, *script);
    }
    return hook_points;
}

std::vector<ListConfig> parseLists(const ConfigReader& reader) {
    static const std::vector<std::string> kinds = [] {
        std::vector<std::string> names;
        for (ListKind kind : all_list_kinds) {
            names.emplace_back(listKindName(kind));
        }
        return names;
    }();
    const auto& members = reader.value()->mapValue();
    if (members.size() > limits::lists_most) {
        reader.refuse("has " + std::to_string(members.size()) + " lists where at most " + std::to_string(limits::lists_most) +
                      " are allowed: join some of their files");
    }
    std::vector<ListConfig> lists;
    for (const auto& [name, value] : members) {
        reader.checkMemberName(name);
        const ConfigReader list = reader.member(name);
        list.checkType(MapValue, R"({ "file": "/etc/kea/denied.txt", "kind": "hwaddr" })");
        list.checkKeywords(listKeys());
        const std::string kind = list.member("kind").oneOf(kinds, "kind of list");
        lists.push_back({name, list.member("file").absolutePath("/etc/kea/denied.txt"), *parseListKind(kind)});
    }
    return lists;
}

/// In the parameters: what belongs into an entry of `policies`.
void refuseKeysOfAPolicy(const ConfigReader& reader) {
    const bool script = (reader.has("script") || reader.has("name")) && !reader.has("wasm");
    for (const Keyword& keyword : policyKeys()) {
        if (!reader.has(keyword.name) || isIn(parameterKeys(), keyword.name)) {
            continue;
        }
        const std::string beside = keyword.name == std::string("wasm") ? "" : std::string(", \"") + keyword.name + "\": " + keyword.example;
        reader.member(keyword.name).refuse(std::string("belongs into an entry of policies, as in \"policies\": [ ") +
                                           (script ? R"({ "name": "script", "script": "/etc/kea/script.sh")"
                                                   : R"({ "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm")") + beside + " } ]");
    }
}

/// What belongs to the policy of one's own, and to the one that comes with the library.
void checkScriptKeys(const ConfigReader& reader, bool classic) {
    for (const char* key : {"variables", "prefixes"}) {
        if (!classic && reader.has(key)) {
            reader.member(key).refuse("is for the policy that comes with the library; the one that wasm names makes its variables itself: "
                                      "take it out");
        }
    }
    for (const char* key : {"config", "lists"}) {
        if (classic && reader.has(key)) {
            reader.member(key).refuse("is for a policy of your own: add \"wasm\", or take it out");
        }
    }
}

/// A policy, or a script alone, which may then stand in the parameters themselves.
PolicyConfig parsePolicy(const ConfigReader& reader, const std::set<std::string>& known_hook_points, bool isc_name = false) {
    PolicyConfig policy;
    policy.path = reader.path().empty() ? "parameters" : reader.path();
    const bool has_script = isc_name || reader.has("script");
    policy.classic = has_script && !reader.has("wasm");
    if (has_script) {
        policy.script = parseScript(reader, isc_name);
        checkScriptKeys(reader, policy.classic);
    } else {
        refuseScriptKeys(reader);
    }
    if (!policy.classic) {
        policy.wasm = reader.member("wasm").absolutePath("/etc/kea/policies/blocklist.wasm");
    }
    policy.config = reader.has("config") ? reader.member("config").value() : Element::createMap();
    if (reader.has("lists")) {
        policy.lists = parseLists(reader.member("lists"));
    }
    if (reader.has("hook-points")) {
        policy.hook_points = parseHookPoints(reader.member("hook-points"), known_hook_points, policy.script);
    }
    if (reader.has("on-error")) {
        policy.on_error = parseOnError(reader.member("on-error"), known_hook_points);
    }
    policy.max_instructions = limits::max_instructions_default;
    if (reader.has("max-instructions")) {
        policy.max_instructions = static_cast<std::uint64_t>(reader.member("max-instructions")
                                      .integerBetween(limits::max_instructions_least, limits::max_instructions_most));
    }
    policy.memory_limit_kib = limits::memory_limit_kib_default;
    if (reader.has("memory-limit-kib")) {
        policy.memory_limit_kib = static_cast<std::uint32_t>(reader.member("memory-limit-kib")
                                      .integerBetween(limits::memory_limit_kib_least, limits::memory_limit_kib_most));
    }
    policy.log_lines_per_second = limits::log_lines_per_second_default;
    if (reader.has("log-lines-per-second")) {
        policy.log_lines_per_second = static_cast<std::uint32_t>(reader.member("log-lines-per-second")
                                          .integerBetween(limits::log_lines_per_second_least, limits::log_lines_per_second_most));
    }
    return policy;
}

/// The parameters of the old script hooks: one script, and nothing else.
Config parseLoneScript(const ConfigReader& reader, const std::set<std::string>& known_hook_points) {
    if (!reader.has("script") && !reader.has("name")) {
        refuseScriptKeys(reader);
        reader.refuse(std::string("name no policy: add the key \"policies\", as in ") + least_example +
                      ", or the key \"script\" for a script alone");
    }
    if (reader.has("script") && reader.has("name")) {
        reader.member("name").refuse("says the same as script, which is there as well: take one of them out");
    }
    Config config;
    config.policies.push_back(parsePolicy(reader, known_hook_points, !reader.has("script")));
    config.policies.back().name = lone_script_name;
    return config;
}

}  // namespace

Verdict OnError::forHookPoint(const std::string& hook_point) const {
    const auto found = by_hook_point.find(hook_point);
    return found == by_hook_point.end() ? fallback : found->second;
}

Config parseConfig(const ConstElementPtr& parameters, const std::set<std::string>& known_hook_points) {
    const ConfigReader reader(parameters ? parameters : ConstElementPtr(Element::createMap()), "");
    reader.checkType(MapValue, R"({ "policies": [ ... ] })");
    refuseKeysOfAPolicy(reader);
    reader.checkKeywords(parameterKeys());
    if (!reader.has("policies")) {
        return parseLoneScript(reader, known_hook_points);
    }
    for (const Keyword& keyword : parameterKeys()) {
        if (reader.has(keyword.name) && keyword.name != std::string("policies") && !isIn(noteKeys(), keyword.name)) {
            reader.member(keyword.name).refuse("stands beside policies, where it says nothing: put it into one of them, or take it out");
        }
    }
    const ConfigReader policies = reader.member("policies");
    const std::size_t count = policies.value()->size();
    if (count == 0) {
        policies.refuse(std::string("is an empty list: name at least one policy, as in ") + least_example);
    }
    if (count > limits::policies_most) {
        policies.refuse("has " + std::to_string(count) + " policies where at most " + std::to_string(limits::policies_most) +
                        " are allowed: join some of them");
    }
    Config config;
    for (const ConfigReader& item : policies.items()) {
        item.checkType(MapValue, R"({ "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm" })");
        item.checkKeywords(policyKeys());
        if (!item.has("wasm") && !item.has("script")) {
            item.member("wasm").refuse(R"(is missing: add it, as in "wasm": "/etc/kea/policies/blocklist.wasm", or a "script")");
        }
        PolicyConfig policy = parsePolicy(item, known_hook_points);
        policy.name = item.member("name").name();
        for (const PolicyConfig& before : config.policies) {
            if (before.name == policy.name) {
                item.member("name").refuse("is \"" + policy.name + "\", the name of " + before.path +
                                           ": give each policy a name of its own");
            }
        }
        config.policies.push_back(std::move(policy));
    }
    return config;
}

}  // namespace kea_policy
