// SPDX-License-Identifier: MPL-2.0
#include "config_reader.h"

#include "config_error.h"
#include "in_quotes.h"
#include "limits.h"
#include "nearest.h"

#include <algorithm>

namespace kea_policy {

using isc::data::ConstElementPtr;
using isc::data::Element;

namespace {

constexpr const char* name_rule = "1 to 64 of the letters A-Z, a-z, 0-9, dot, underscore and hyphen";
static_assert(limits::name_length_most == 64, "name_rule says it in words");

// Kea 2.2 returns an int, later Keas an enum; both compare as int.
int typeOf(const ConstElementPtr& value) {
    return static_cast<int>(value->getType());
}

unsigned valueType(const ConstElementPtr& value) {
    if (!value) {
        return 0;
    }
    switch (typeOf(value)) {
    case Element::string: return StringValue;
    case Element::integer: return IntegerValue;
    case Element::list: return ListValue;
    case Element::map: return MapValue;
    case Element::boolean: return BooleanValue;
    default: return 0;  // what no key takes: 1.5, null, an integer beyond 64 bits
    }
}

std::string typeNames(unsigned types) {
    const std::pair<unsigned, const char*> names[] = {
        {StringValue, "a string"}, {IntegerValue, "an integer"}, {ListValue, "a list"}, {MapValue, "a map"}, {BooleanValue, "true or false"}};
    std::string text;
    for (const auto& [type, name] : names) {
        if ((types & type) != 0) {
            text += (text.empty() ? "" : " or ") + std::string(name);
        }
    }
    return text;
}

std::string counted(std::size_t count, const char* noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

/// The value for a message. Containers only by their size: printing them would be long, and recursive.
std::string shown(const ConstElementPtr& value) {
    if (!value) {
        return "nothing";
    }
    switch (typeOf(value)) {
    case Element::list: return "a list of " + counted(value->size(), "item");
    case Element::map: return "a map of " + counted(value->mapValue().size(), "key");
    case Element::string: return inQuotes(value->stringValue());
    default: return value->str();
    }
}

bool isNameLetter(char letter) noexcept {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '.' || letter == '_' || letter == '-';
}

bool isName(const std::string& text) noexcept {
    return !text.empty() && text.size() <= limits::name_length_most && std::all_of(text.begin(), text.end(), isNameLetter);
}

std::string memberPath(const std::string& path, const std::string& key) {
    if (!isName(key)) {
        return path + "[" + inQuotes(key) + "]";
    }
    return path.empty() ? key : path + "." + key;
}

}  // namespace

bool ConfigReader::is(ValueType type) const {
    return valueType(value_) == type;
}

void ConfigReader::checkType(unsigned types, const std::string& example) const {
    if ((types & AnyValue) == 0 && (valueType(value_) & types) == 0) {
        refuse("must be " + typeNames(types) + ", as in " + example + ", but is " + shown(value_));
    }
}

void ConfigReader::checkKeywords(const Keywords& keywords) const {
    for (const auto& [key, value] : value_->mapValue()) {
        const auto found = std::find_if(keywords.begin(), keywords.end(),
                                        [&name = key](const Keyword& keyword) { return name == keyword.name; });
        if (found == keywords.end()) {
            refuseKey(key, keywords);
        }
        ConfigReader(value, memberPath(path_, key)).checkType(found->types, found->example);
    }
    for (const Keyword& keyword : keywords) {
        if (keyword.mandatory && !has(keyword.name)) {
            ConfigReader({}, memberPath(path_, keyword.name))
                .refuse(std::string("is missing: add it, as in \"") + keyword.name + "\": " + keyword.example);
        }
    }
}

void ConfigReader::refuseKey(const std::string& key, const Keywords& keywords) const {
    std::vector<std::string> names;
    std::string all;
    for (const Keyword& keyword : keywords) {
        names.emplace_back(keyword.name);
        all += (all.empty() ? "" : ", ") + names.back();
    }
    const auto nearest = nearestWord(key, names);
    ConfigReader({}, memberPath(path_, key))
        .refuse("is not a known key: " + (nearest ? "did you mean \"" + *nearest + "\"?" : "the keys here are " + all));
}

bool ConfigReader::has(const std::string& key) const {
    return value_->contains(key);
}

ConfigReader ConfigReader::member(const std::string& key) const {
    return {value_->get(key), memberPath(path_, key)};
}

std::vector<ConfigReader> ConfigReader::items() const {
    std::vector<ConfigReader> items;
    for (const auto& value : value_->listValue()) {
        items.emplace_back(value, path_ + "[" + std::to_string(items.size()) + "]");
    }
    return items;
}

std::string ConfigReader::name() const {
    const std::string text = value_->stringValue();
    if (!isName(text)) {
        refuse(std::string("must be ") + name_rule + ", as in \"blocklist\", but is " + inQuotes(text));
    }
    return text;
}

void ConfigReader::checkMemberName(const std::string& key) const {
    if (!isName(key)) {
        refuse(std::string("has the key ") + inQuotes(key) + ", but a name must be " + name_rule + ", as in \"denied\"");
    }
}

std::string ConfigReader::absolutePath(const std::string& example) const {
    const std::string text = value_->stringValue();
    if (text.empty() || text.front() != '/') {
        refuse("must be an absolute path, as in \"" + example + "\", since a relative one depends on the folder that Kea was "
               "started in, but is " + inQuotes(text));
    }
    // At a zero byte the system would stop reading and open another file; other control characters break log lines.
    if (std::any_of(text.begin(), text.end(), [](unsigned char letter) { return letter < 0x20 || letter == 0x7f; })) {
        refuse("must be a path without control characters, but is " + inQuotes(text));
    }
    return text;
}

std::string ConfigReader::oneOf(const std::vector<std::string>& words, const std::string& noun) const {
    const std::string text = value_->stringValue();
    if (std::find(words.begin(), words.end(), text) != words.end()) {
        return text;
    }
    const auto nearest = nearestWord(text, words);
    std::string all;
    for (const std::string& word : words) {
        all += (all.empty() ? "" : ", ") + word;
    }
    refuse("is " + inQuotes(text) + ", which is not a known " + noun + ": " +
           (nearest ? "did you mean \"" + *nearest + "\"?" : "it must be one of " + all));
}

std::int64_t ConfigReader::integerBetween(std::int64_t least, std::int64_t most) const {
    const std::int64_t number = value_->intValue();
    if (number < least || number > most) {
        refuse("must be from " + std::to_string(least) + " to " + std::to_string(most) + ", but is " + std::to_string(number));
    }
    return number;
}

void ConfigReader::refuse(const std::string& problem) const {
    const bool question = !problem.empty() && problem.back() == '?';
    throw ConfigError((path_.empty() ? "parameters" : path_) + " " + problem + (question ? "" : "."));
}

}  // namespace kea_policy
