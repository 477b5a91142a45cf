// SPDX-License-Identifier: MPL-2.0
#include "stat_policy_get.h"

#include "config_error.h"
#include "in_quotes.h"
#include "nearest.h"
#include "policy_statistics.h"

#include <cc/command_interpreter.h>
#include <stats/stats_mgr.h>
#include <util/boost_time_utils.h>

#include <algorithm>
#include <optional>

namespace kea_policy {

using isc::data::ConstElementPtr;
using isc::data::Element;
using isc::data::ElementPtr;

namespace {

/// The table's rows before they are narrowed.
using Row = std::pair<const Policy*, const HookPointInfo*>;

std::vector<Row> rowsOf(const PolicySet* set, int family) {
    std::vector<Row> rows;
    if (set != nullptr) {
        for (const auto& policy : set->policies()) {
            for (const HookPointInfo* hook_point : policy->hookPoints()) {
                if (isOf(*hook_point, family)) {
                    rows.emplace_back(policy.get(), hook_point);
                }
            }
        }
    }
    return rows;
}

/// Ends with an error that names what was asked for, what was probably meant, and what there is.
[[noreturn]] void refuseWord(const std::string& what, const std::string& word, const std::vector<std::string>& known) {
    std::string list;
    for (const std::string& one : known) {
        list += (list.empty() ? "" : ", ") + one;
    }
    const auto meant = nearestWord(word, known);
    throw ConfigError("stat-policy-get: " + inQuotes(word) + " is no " + what + (meant ? " (did you mean " + *meant + "?)" : "") +
                      "; there is " + (list.empty() ? "none" : list));
}

/// The word that narrows one column, if any; it must be one of those that the column has.
std::optional<std::string> filter(const ConstElementPtr& arguments, const char* key, const char* what, std::vector<std::string> known) {
    const ConstElementPtr value = arguments ? arguments->get(key) : ConstElementPtr();
    if (!value) {
        return std::nullopt;
    }
    if (value->getType() != Element::string) {
        throw ConfigError(std::string("stat-policy-get: \"") + key + "\" must be a string, not " + Element::typeToName(static_cast<Element::types>(value->getType())));
    }
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    if (std::find(known.begin(), known.end(), value->stringValue()) == known.end()) {
        refuseWord(what, value->stringValue(), known);
    }
    return value->stringValue();
}

std::vector<Row> chosenRows(std::vector<Row> rows, const ConstElementPtr& arguments) {
    if (arguments && arguments->getType() != Element::map) {
        throw ConfigError("stat-policy-get: its arguments must be a map, with \"policy\" or \"hook-point\" or both");
    }
    if (arguments) {
        for (const auto& argument : arguments->mapValue()) {
            if (argument.first != "policy" && argument.first != "hook-point") {
                refuseWord("argument", argument.first, {"hook-point", "policy"});
            }
        }
    }
    std::vector<std::string> policies, hook_points;
    for (const auto& [policy, hook_point] : rows) {
        policies.push_back(policy->config().name);
        hook_points.emplace_back(hook_point->name);
    }
    const auto policy = filter(arguments, "policy", "policy", policies);
    const auto hook_point = filter(arguments, "hook-point", "hook point that a policy handles here", hook_points);
    const auto isLeftOut = [&](const Row& row) {
        return (policy && *policy != row.first->config().name) || (hook_point && *hook_point != row.second->name);
    };
    rows.erase(std::remove_if(rows.begin(), rows.end(), isLeftOut), rows.end());
    return rows;
}

ElementPtr columns() {
    ElementPtr names = Element::createList();
    names->add(Element::create("policy"));
    names->add(Element::create("hook-point"));
    forEachTotal({}, [&](const std::string& name, std::uint64_t) { names->add(Element::create(name)); });
    return names;
}

ElementPtr values(const Policy& policy, const HookPointInfo& hook_point) {
    ElementPtr row = Element::createList();
    row->add(Element::create(policy.config().name));
    row->add(Element::create(std::string(hook_point.name)));
    const std::string prefix = statisticPrefix(policy, hook_point);
    forEachTotal({}, [&](const std::string& name, std::uint64_t) {
        const auto observation = isc::stats::StatsMgr::instance().getObservation(prefix + name);
        row->add(Element::create(observation ? static_cast<long long>(observation->getInteger().first) : 0LL));
    });
    return row;
}

}  // namespace

ConstElementPtr statPolicyGetAnswer(const PolicySet* set, int family, const ConstElementPtr& arguments) {
    const std::vector<Row> rows = chosenRows(rowsOf(set, family), arguments);
    ElementPtr result_set = Element::createMap();
    result_set->set("timestamp", Element::create(isc::util::ptimeToText(boost::posix_time::microsec_clock::universal_time())));
    result_set->set("columns", columns());
    ElementPtr table = Element::createList();
    for (const auto& [policy, hook_point] : rows) {
        table->add(values(*policy, *hook_point));
    }
    result_set->set("rows", table);
    ElementPtr result = Element::createMap();
    result->set("result-set", result_set);
    const std::string text = "stat-policy-get: " + std::to_string(rows.size()) + (rows.size() == 1 ? " row found" : " rows found");
    return isc::config::createAnswer(rows.empty() ? isc::config::CONTROL_RESULT_EMPTY : isc::config::CONTROL_RESULT_SUCCESS, text, result);
}

}  // namespace kea_policy
