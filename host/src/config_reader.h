// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cc/data.h>

#include <cstdint>
#include <string>
#include <vector>

namespace kea_policy {

/// What a value may be; several are combined with `|`.
enum ValueType : unsigned { StringValue = 1, IntegerValue = 2, ListValue = 4, MapValue = 8, AnyValue = 16, BooleanValue = 32 };

/// A key of a map in the configuration.
struct Keyword {
    const char* name;
    unsigned types;       // ValueTypes
    bool mandatory;
    const char* example;  // a right value as it is written in JSON
};
using Keywords = std::vector<Keyword>;

/// A value of the configuration and where it stands. The checks throw ConfigErrors that name the place, what is expected,
/// what was found, and a right value.
class ConfigReader {
public:
    /// path: where the value stands in the parameters, as in "policies[0].on-error"; empty for the parameters themselves.
    ConfigReader(const isc::data::ConstElementPtr& value, const std::string& path) : value_(value), path_(path) {}

    const isc::data::ConstElementPtr& value() const noexcept { return value_; }
    const std::string& path() const noexcept { return path_; }

    /// Is it, after checkType(), of that type?
    bool is(ValueType type) const;
    void checkType(unsigned types, const std::string& example) const;
    /// The value is a map, has no key but these, each of its type, and all that are mandatory.
    void checkKeywords(const Keywords& keywords) const;
    bool has(const std::string& key) const;
    ConfigReader member(const std::string& key) const;
    /// The items of a list.
    std::vector<ConfigReader> items() const;

    /// A string of the letters A-Z a-z 0-9 . _ - that is short enough for a statistic's name.
    std::string name() const;
    /// A file's path that does not depend on Kea's working directory. example: a right one.
    std::string absolutePath(const std::string& example) const;
    /// One of these words; the nearest is suggested for another. noun: what the words are, as in "hook point".
    std::string oneOf(const std::vector<std::string>& words, const std::string& noun) const;
    std::int64_t integerBetween(std::int64_t least, std::int64_t most) const;

    /// Refuses the value: "<path> <problem>."
    [[noreturn]] void refuse(const std::string& problem) const;

    /// Refuses a key of this map that is not a name().
    void checkMemberName(const std::string& key) const;

private:
    [[noreturn]] void refuseKey(const std::string& key, const Keywords& keywords) const;

    isc::data::ConstElementPtr value_;
    std::string path_;
};

}  // namespace kea_policy
