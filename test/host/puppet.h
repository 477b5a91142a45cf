// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "one_instance.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace kea_policy {

/// The guest puppet.wat: calls one host function with any arguments and shows the result.
struct Puppet {
    static constexpr std::int64_t at_result = -1, at_form = -2;
    static constexpr std::uint32_t memory_end = 393216;
    /// Free memory of the guest.
    static constexpr std::uint32_t buffer = 4096;

    Import import;
    std::vector<std::int64_t> arguments{};
    /// Where to look after the call, and how many bytes.
    std::int64_t shown_at = buffer;
    std::int64_t shown_bytes = 0;
    int when = 0;
    /// Nodes of the configuration behind the ten that drive the puppet: the first one is node 12.
    std::string more_config{};

    std::string config() const {
        std::vector<std::int64_t> numbers = {when, static_cast<std::int64_t>(import)};
        numbers.insert(numbers.end(), arguments.begin(), arguments.end());
        numbers.resize(8);
        numbers.push_back(shown_at);
        numbers.push_back(shown_bytes);
        std::string json = "[";
        for (const std::int64_t number : numbers) {
            json += (json.size() == 1 ? "" : ", ") + std::to_string(number);
        }
        return json + (more_config.empty() ? "" : ", " + more_config) + "]";
    }
};

/// What came of the call: a fault, or the result and the bytes shown.
struct PuppetResult {
    std::string fault{};
    FaultKind kind = FaultKind::Trap;
    std::uint64_t result = 0;
    Bytes shown{};
};

inline PuppetResult play(const Puppet& puppet, const isc::dhcp::Pkt4Ptr& packet = receive4(RawDhcp4()),
                         const std::vector<std::pair<std::string, std::shared_ptr<const List>>>& lists = {}) {
    PolicyConfig config = guestConfig("puppet", puppet.config());
    const PolicyModule module(config, 4);
    PolicyResources resources(config);
    resources.lists = lists;
    std::string failure;
    const auto instance = Instance::make(module, resources, {1'000'000, 4096}, false, failure);
    if (!instance) {
        return {failure};
    }
    Pkt4Callout callout(packet);
    std::int32_t verdict = 0;
    Fault fault;
    if (!instance->call(pkt4Receive(), callout, verdict, fault)) {
        return {fault.text, fault.kind};
    }
    std::vector<EditEntry> edits;
    EXPECT_EQ(instance->readEdits(edits), std::nullopt);
    EXPECT_EQ(edits.size(), puppet.when == 0 ? 2U : 0U);
    if (edits.size() != 2) {
        return {};
    }
    const ByteView shown = edits[1].value;
    return {"", FaultKind::Trap, loadLittle<std::uint64_t>(edits[0].value.data), Bytes(shown.data, shown.data + shown.size)};
}

}  // namespace kea_policy
