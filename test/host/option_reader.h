// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "guests.h"
#include "instance.h"
#include "packet_callouts.h"
#include "raw_packets.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace kea_policy {

/// The policy test/sdk/policies/option_values: an author's code, compiled by asc and run by the real engine. It is handed bytes and says
/// what they mean.
class OptionReader {
public:
    explicit OptionReader(int family = 4) : config_(guestConfig("option_values")), module_(config_, family), resources_(config_) {
        std::string failure;
        instance_ = Instance::make(module_, resources_, {limits::max_instructions_default, 4096}, false, failure);
        EXPECT_TRUE(instance_) << failure;
    }

    /// What it reads these bytes as.
    std::string read(const std::string& what, const Bytes& value) {
        RawDhcp4 raw;
        raw.option(226, bytesOfText(what));
        return value.empty() ? answer(receive4(raw.option(224, {}))) : answer(receive4(raw.longOption(224, value)));
    }
    std::string read(const std::string& what, const std::string& text) { return read(what, bytesOfText(text)); }

    /// What it says to a packet.
    std::string answer(const isc::dhcp::Pkt4Ptr& packet) {
        Pkt4Callout callout(packet);
        return call(hookPointInfo(HookPointId::pkt4_receive), callout);
    }
    std::string answer(const isc::dhcp::Pkt6Ptr& packet) {
        Pkt6Callout callout(packet);
        return call(hookPointInfo(HookPointId::pkt6_receive), callout);
    }

private:
    template <typename Callout>
    std::string call(const HookPointInfo& hook_point, Callout& callout) {
        std::int32_t verdict = -1;
        Fault fault;
        if (!instance_->call(hook_point, callout, verdict, fault)) {
            return "fault: " + fault.text;
        }
        std::vector<EditEntry> edits;
        EXPECT_EQ(instance_->readEdits(edits), std::nullopt);
        if (edits.size() != 1) {
            return std::to_string(edits.size()) + " edits";
        }
        return std::string(reinterpret_cast<const char*>(edits[0].value.data), edits[0].value.size);
    }

    PolicyConfig config_;
    PolicyModule module_;
    PolicyResources resources_;
    std::unique_ptr<Instance> instance_;
};

}  // namespace kea_policy
