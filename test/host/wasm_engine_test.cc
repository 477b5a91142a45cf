// SPDX-License-Identifier: MPL-2.0
#include "wasm_engine.h"

#include "guests.h"
#include "packet_callouts.h"
#include "raw_packets.h"

#include <gtest/gtest.h>

#include <sys/resource.h>

#include <fstream>

namespace kea_policy {
namespace {

std::size_t addressSpaceKib() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.compare(0, 7, "VmSize:") == 0) {
            return std::stoul(line.substr(7));
        }
    }
    return 0;
}

/// In a process of its own: does a policy run, fault and run again with so much more address space?
void runWithAddressSpaceLimit(std::size_t more_mib) {
    const rlim_t limit = addressSpaceKib() * 1024 + more_mib * 1024 * 1024;
    const rlimit limits{limit, limit};
    setrlimit(RLIMIT_AS, &limits);
    if (!WasmEngine::instance().smallReservations()) {
        std::fprintf(stderr, "reservations are large\n");
        std::exit(2);
    }
    const auto policy = makePolicy(guestConfig("global_counter"), 8);
    const auto packet = receive4(RawDhcp4());
    for (int i = 0; i < 7; ++i) {
        Pkt4Callout callout(packet);
        policy->ask(pkt4Receive(), callout);
        policy->refill();
    }
    std::exit(faultCount(*policy, FaultKind::Trap) == 2 ? 0 : 3);
}

TEST(WasmEngineTest, oneForTheProcess) {
    EXPECT_EQ(&WasmEngine::instance(), &WasmEngine::instance());
    EXPECT_NE(WasmEngine::instance().engine(), nullptr);
    EXPECT_NE(WasmEngine::instance().linker(), nullptr);
}

TEST(WasmEngineDeathTest, limitedAddressSpaceIsEnoughForManySlots) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "sanitizers reserve terabytes of address space";
#endif
    testing::GTEST_FLAG(death_test_style) = "threadsafe";
    EXPECT_EXIT(runWithAddressSpaceLimit(512), testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace kea_policy
