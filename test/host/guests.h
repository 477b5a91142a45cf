// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config.h"
#include "limits.h"
#include "policy.h"

#include <cc/data.h>

#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>

namespace kea_policy {

/// The compiled test/guests/NAME.wat.
inline std::string guestPath(const std::string& name) {
    const std::string path = std::string(KEA_POLICY_OUTPUT_DIR) + "/guests/" + name + ".wasm";
    if (!std::ifstream(path)) {
        throw std::runtime_error(path + " is missing: compile the guests with 'npx tsx test/guests/build.ts " KEA_POLICY_OUTPUT_DIR "/guests'");
    }
    return path;
}

inline std::string guestBytes(const std::string& name) {
    std::ifstream file(guestPath(name), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// A custom section as it stands in a module, to be appended to one.
inline std::string customSection(const std::string& name, const std::string& content) {
    const auto leb = [](std::size_t value) {
        std::string out;
        for (; value >= 0x80; value >>= 7) {
            out += static_cast<char>(value | 0x80);
        }
        return out + static_cast<char>(value);
    };
    const std::string inside = leb(name.size()) + name + content;
    return '\0' + leb(inside.size()) + inside;
}

/// A policy as the configuration would name it.
inline PolicyConfig guestConfig(const std::string& name, const std::string& config = "{}") {
    PolicyConfig policy;
    policy.name = name;
    policy.wasm = guestPath(name);
    policy.path = "policies[0]";
    policy.config = isc::data::Element::fromJSON(config);
    policy.max_instructions = limits::max_instructions_default;
    policy.memory_limit_kib = limits::memory_limit_kib_default;
    policy.log_lines_per_second = limits::log_lines_per_second_default;
    return policy;
}

inline std::unique_ptr<Policy> makePolicy(const PolicyConfig& config, std::size_t slots = 1, int family = 4) {
    ListRegistry lists;
    auto policy = std::make_unique<Policy>(config, lists, family);
    policy->resize(slots);
    return policy;
}

inline std::unique_ptr<Policy> makePolicy(const std::string& guest, const std::string& config = "{}") {
    return makePolicy(guestConfig(guest, config));
}

inline const HookPointInfo& pkt4Receive() {
    return hookPointInfo(HookPointId::pkt4_receive);
}

inline const HookPointInfo& pkt6Receive() {
    return hookPointInfo(HookPointId::pkt6_receive);
}

inline std::uint64_t faultCount(const Policy& policy, FaultKind kind) {
    return policy.totals(pkt4Receive()).faults[static_cast<std::size_t>(kind)];
}

}  // namespace kea_policy
