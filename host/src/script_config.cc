// SPDX-License-Identifier: MPL-2.0
#include "script_config.h"

#include "generated/script_manners.h"
#include "in_quotes.h"
#include "limits.h"
#include "starter_protocol.h"

#include <algorithm>

namespace kea_policy {

namespace {

constexpr const char* example_path = "/etc/kea/script.sh";
constexpr const char* other_key = "other";  // of `exit-status`: what holds for all statuses not named

bool parseWait(const ConfigReader& reader, bool by_default) {
    if (reader.has("wait") && reader.has("sync")) {
        reader.member("sync").refuse("says the same as wait, which is there as well: take one of them out");
    }
    for (const char* key : {"wait", "sync"}) {
        if (reader.has(key)) {
            return reader.member(key).value()->boolValue();
        }
    }
    return by_default;
}

std::uint32_t parseNumber(const ConfigReader& reader, const char* key, std::uint32_t least, std::uint32_t most, std::uint32_t by_default) {
    return reader.has(key) ? static_cast<std::uint32_t>(reader.member(key).integerBetween(least, most)) : by_default;
}

void parseExitStatus(const ConfigReader& reader, ScriptConfig& script) {
    script.exit_status_path = reader.path();
    static const std::vector<std::string> words = {"continue", "skip", "drop"};
    for (const auto& [key, value] : reader.value()->mapValue()) {
        const ConfigReader member = reader.member(key);
        member.checkType(StringValue, R"("continue")");
        const Verdict verdict = *parseVerdict(member.oneOf(words, "verdict"));
        if (key == other_key) {
            script.other_status = verdict;
            continue;
        }
        const bool number = !key.empty() && key.size() <= 3 && key.find_first_not_of("0123456789") == std::string::npos &&
                            (key.size() == 1 || key[0] != '0') && std::stoi(key) <= 255;
        if (!number) {
            member.refuse(R"(is no exit status: the keys here are "0" to "255" and "other")");
        }
        script.exit_status[std::stoi(key)] = verdict;
    }
}

std::vector<std::string> parseEnvironment(const ConfigReader& reader) {
    std::vector<std::string> environment;
    std::size_t bytes = 0;
    for (const auto& [name, value] : reader.value()->mapValue()) {
        const ConfigReader member = reader.member(name);
        member.checkType(StringValue, R"("/usr/sbin:/usr/bin:/sbin:/bin")");
        if (name.empty() || name.find('=') != std::string::npos || name.find('\0') != std::string::npos) {
            member.refuse("is no name of a variable: it must not be empty, nor have a \"=\" or a zero byte");
        }
        if (value->stringValue().find('\0') != std::string::npos) {
            member.refuse("has a zero byte, at which programs would stop reading: take it out");
        }
        environment.push_back(name + "=" + value->stringValue());
        bytes += environment.back().size() + 1;
    }
    if (bytes > starter::kLongestConfigured) {
        reader.refuse("has " + std::to_string(bytes) + " bytes of names and values where " + std::to_string(starter::kLongestConfigured) +
                      " are the most: put what is long into a file, and its path here");
    }
    return environment;
}

std::vector<std::string> parsePrefixes(const ConfigReader& reader) {
    std::vector<std::string> prefixes;
    for (const ConfigReader& item : reader.items()) {
        item.checkType(StringValue, R"("KEA_")");
        const std::string prefix = item.value()->stringValue();
        if (prefix != "KEA_" && !prefix.empty()) {
            item.refuse("must be \"KEA_\" or \"\", but is " + inQuotes(prefix));
        }
        if (std::find(prefixes.begin(), prefixes.end(), prefix) != prefixes.end()) {
            item.refuse("stands there twice: leave one of them out");
        }
        prefixes.push_back(prefix);
    }
    if (prefixes.empty()) {
        reader.refuse(R"(is an empty list: write [ "KEA_" ], [ "" ] or both)");
    }
    return prefixes;
}

}  // namespace

const Keywords& scriptKeys() {
    static const Keywords keys = {
        {"script", StringValue, false, R"("/etc/kea/script.sh")"},
        {"wait", BooleanValue, false, "true"},
        {"sync", BooleanValue, false, "true"},
        {"mode", StringValue, false, R"("once")"},
        {"timeout-ms", IntegerValue, false, "1000"},
        {"exit-status", MapValue, false, R"({ "0": "continue", "1": "skip", "2": "drop", "other": "continue" })"},
        {"max-running", IntegerValue, false, "8"},
        {"max-queued", IntegerValue, false, "1000"},
        {"environment", MapValue, false, R"({ "PATH": "/usr/sbin:/usr/bin:/sbin:/bin" })"},
        {"variables", StringValue, false, R"("kea-hook-runscript")"},
        {"prefixes", ListValue, false, R"([ "KEA_", "" ])"},
    };
    return keys;
}

ScriptConfig parseScript(const ConfigReader& reader, bool isc_name) {
    static const std::vector<std::string> modes = {"once", "resident"};
    static const std::vector<std::string> variables = [] {
        std::vector<std::string> names;
        for (const ScriptManner& manner : kScriptManners) {
            names.emplace_back(manner.name);
        }
        return names;
    }();
    ScriptConfig script;
    const ConfigReader path = reader.member(isc_name ? "name" : "script");
    script.key_path = path.path();
    script.path = path.absolutePath(example_path);
    script.wait = parseWait(reader, !isc_name);
    script.resident = reader.has("mode") && reader.member("mode").oneOf(modes, "mode") == "resident";
    script.timeout_ms = parseNumber(reader, "timeout-ms", limits::script_timeout_ms_least, limits::script_timeout_ms_most,
                                    script.wait ? limits::script_timeout_ms_default : limits::script_timeout_ms_default_later);
    script.max_running = parseNumber(reader, "max-running", 1, limits::script_max_running_most, limits::script_max_running_default);
    script.max_queued = parseNumber(reader, "max-queued", 1, limits::script_max_queued_most, limits::script_max_queued_default);
    if (reader.has("exit-status")) {
        if (!script.wait) {
            reader.member("exit-status").refuse("needs \"wait\": true, since a program that nobody waits for decides nothing");
        }
        parseExitStatus(reader.member("exit-status"), script);
    }
    if (reader.has("environment")) {
        script.environment = parseEnvironment(reader.member("environment"));
    }
    script.variables = isc_name ? "isc-run-script" : "kea-hook-runscript";
    if (reader.has("variables")) {
        script.variables = reader.member("variables").oneOf(variables, "set of variables");
    }
    script.prefixes = {"KEA_", ""};
    if (reader.has("prefixes")) {
        if (script.variables != "kea-hook-runscript") {
            reader.member("prefixes").refuse("is for \"variables\": \"kea-hook-runscript\"; those of isc-run-script have no prefix");
        }
        script.prefixes = parsePrefixes(reader.member("prefixes"));
    }
    return script;
}

void refuseScriptKeys(const ConfigReader& reader) {
    for (const Keyword& keyword : scriptKeys()) {
        if (reader.has(keyword.name)) {
            reader.member(keyword.name).refuse(std::string("is for a script, and there is none: add \"script\": \"") + example_path +
                                               "\" or take it out");
        }
    }
}

}  // namespace kea_policy
