// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "edit_log_builder.h"
#include "guests.h"
#include "instance.h"
#include "packet_callouts.h"
#include "raw_packets.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace kea_policy {

/// One instance of a guest, without the policy around it: what its faults are, word for word.
struct OneInstance {
    explicit OneInstance(const std::string& guest, const std::string& sections = "", std::uint32_t memory_limit_kib = 4096)
        : config(guestConfig(guest)) {
        if (!sections.empty()) {
            config.wasm = folder.write(guest + ".wasm", guestBytes(guest) + sections);
        }
        config.memory_limit_kib = memory_limit_kib;
        module = std::make_unique<PolicyModule>(config, 4);
        resources = std::make_unique<PolicyResources>(config);
        instance = Instance::make(*module, *resources, {1'000'000, memory_limit_kib}, false, failure);
    }

    Fault call() {
        EXPECT_TRUE(instance) << failure;
        Pkt4Callout callout(packet);
        Fault fault;
        return instance->call(pkt4Receive(), callout, verdict, fault) ? Fault{FaultKind::Trap, "no fault"} : fault;
    }

    TemporaryFolder folder;
    PolicyConfig config;
    std::unique_ptr<PolicyModule> module;
    std::unique_ptr<PolicyResources> resources;
    std::string failure;
    std::unique_ptr<Instance> instance;
    isc::dhcp::Pkt4Ptr packet = receive4(RawDhcp4().longOption(60, Bytes(100, 'v')));
    std::int32_t verdict = -7;
};

}  // namespace kea_policy
