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
constexpr const char* least_example =
    R"("parameters": { "policies": [ { "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm" } ] })";

// --- The keys: name, types, mandatory, example ----------------------------------------------------------------------

const Keywords& parameterKeys() {
    static const Keywords keys = {
        {"policies", ListValue, false, R"([ { "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm" } ])"},
    };
    return keys;
}

const Keywords& policyKeys() {
    static const Keywords keys = {
        {"name", StringValue, true, R"("blocklist")"},
        {"wasm", StringValue, true, R"("/etc/kea/policies/blocklist.wasm")"},
        {"config", AnyValue, false, "{}"},
        {"lists", MapValue, false, R"({ "denied": { "file": "/etc/kea/denied.txt", "kind": "hwaddr" } })"},
        {"hook-points", ListValue, false, R"([ "pkt4_receive" ])"},
        {"on-error", StringValue | MapValue, false, R"("continue" or { "default": "continue", "pkt4_receive": "drop" })"},
        {"max-instructions", IntegerValue, false, "1000000"},
        {"memory-limit-kib", IntegerValue, false, "4096"},
    };
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

std::vector<std::string> parseHookPoints(const ConfigReader& reader, const std::set<std::string>& known_hook_points) {
    const std::vector<std::string> known(known_hook_points.begin(), known_hook_points.end());
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

PolicyConfig parsePolicy(const ConfigReader& reader, const std::set<std::string>& known_hook_points) {
    reader.checkType(MapValue, R"({ "name": "blocklist", "wasm": "/etc/kea/policies/blocklist.wasm" })");
    reader.checkKeywords(policyKeys());
    PolicyConfig policy;
    policy.path = reader.path();
    policy.name = reader.member("name").name();
    policy.wasm = reader.member("wasm").absolutePath("/etc/kea/policies/blocklist.wasm");
    policy.config = reader.has("config") ? reader.member("config").value() : Element::createMap();
    if (reader.has("lists")) {
        policy.lists = parseLists(reader.member("lists"));
    }
    if (reader.has("hook-points")) {
        policy.hook_points = parseHookPoints(reader.member("hook-points"), known_hook_points);
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
    return policy;
}

}  // namespace

Verdict OnError::forHookPoint(const std::string& hook_point) const {
    const auto found = by_hook_point.find(hook_point);
    return found == by_hook_point.end() ? fallback : found->second;
}

Config parseConfig(const ConstElementPtr& parameters, const std::set<std::string>& known_hook_points) {
    const ConfigReader reader(parameters ? parameters : ConstElementPtr(Element::createMap()), "");
    reader.checkType(MapValue, R"({ "policies": [ ... ] })");
    reader.checkKeywords(parameterKeys());
    if (!reader.has("policies")) {
        reader.refuse(std::string("name no policy: add the key \"policies\", as in ") + least_example);
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
        PolicyConfig policy = parsePolicy(item, known_hook_points);
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
