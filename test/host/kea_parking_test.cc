// SPDX-License-Identifier: MPL-2.0
// How a packet stays parked, in Kea's own parking lots; also at hook points where only later Keas park, since it is the same code.
#include "kea_parking.h"

#include "kea_callout.h"
#include "raw_packets.h"
#include "temporary_folder.h"

#include <dhcp/pkt4o6.h>
#include <dhcpsrv/alloc_engine.h>
#include <hooks/callout_manager.h>

#include <boost/make_shared.hpp>
#include <gtest/gtest.h>

#include <atomic>

#include <sys/stat.h>
#include <unistd.h>

namespace kea_policy {
namespace {

using isc::hooks::CalloutHandle;
using isc::hooks::ServerHooks;

static_assert(std::is_same_v<KeaSubnet4, decltype(isc::dhcp::AllocEngine::ClientContext4::subnet_)>, "what Kea reads when it goes on");
static_assert(std::is_same_v<KeaSubnet6, decltype(isc::dhcp::AllocEngine::ClientContext6::subnet_)>, "what Kea reads when it goes on");

struct Owner final : ScriptOwner {
    void ended(const ScriptJob& job) noexcept override {
        ++ends;
        job.after(job.end->value == 2 ? Verdict::Drop : Verdict::Continue);
    }
    void says(const std::string&, const std::string&) noexcept override {}
    void leftOut(std::uint64_t) noexcept override {}
    const std::shared_ptr<ScriptQueue> queue = std::make_shared<ScriptQueue>(8, 8);
    std::atomic<int> ends{0};
};

class KeaParkingTest : public testing::Test {
protected:
    static int hookOf(const std::string& name) {
        const auto names = ServerHooks::getServerHooks().getHookNames();
        const bool known = std::find(names.begin(), names.end(), name) != names.end();
        return known ? ServerHooks::getServerHooks().getIndex(name) : ServerHooks::getServerHooks().registerHook(name);
    }

    ~KeaParkingTest() override { ServerHooks::getServerHooks().getParkingLotsPtr()->clear(); }

    /// What Kea's server does before it calls the callouts of a hook point.
    void beginCallout(const std::string& hook_point) {
        handle.setCurrentHook(hookOf(hook_point));
        handle.setCurrentLibrary(3);
        handle.setArgument("query4", query);
        lotOf(hook_point)->park(query, [this] { ++resumed; });
    }
    static isc::hooks::ParkingLotPtr lotOf(const std::string& hook_point) {
        return ServerHooks::getServerHooks().getParkingLotPtr(hookOf(hook_point));
    }
    ScriptJobs script(int status) {
        const std::string file = folder.write("script.sh", "#!/bin/sh\nexit " + std::to_string(status) + "\n");
        ::chmod(file.c_str(), 0755);
        starter.start("script");
        auto made = std::make_shared<ScriptJob>();
        made->owner = owner;
        made->queue = owner->queue;
        made->script = starter.introduce(owner, owner->queue);
        made->path = file;
        made->timeout_ms = 5000;
        return {made};
    }
    void serve() {
        while (packets.waiting() != 0) {
            ::usleep(1000);
        }
        packets.resumeDecided();
    }

    TemporaryFolder folder;
    ScriptStarter starter{std::string(KEA_POLICY_OUTPUT_DIR) + "/kea-policy-starter"};
    ParkedPackets packets{starter, [] {}};
    std::shared_ptr<Owner> owner = std::make_shared<Owner>();
    isc::dhcp::Pkt4Ptr query = receive4(RawDhcp4());
    CalloutHandle handle{boost::make_shared<isc::hooks::CalloutManager>(0)};
    int resumed = 0;
    static inline int dropped = 0;
};

TEST_F(KeaParkingTest, aPacketStaysParkedAndGoesOn) {
    const long before = query.use_count();
    beginCallout("leases4_committed");
    KeaParking<HookPointId::leases4_committed>::park(packets, handle, script(0), [] { ++dropped; });
    EXPECT_EQ(handle.getStatus(), CalloutHandle::NEXT_STEP_PARK);
    EXPECT_EQ(lotOf("leases4_committed")->size(), 1u);
    serve();
    EXPECT_EQ(resumed, 1);
    EXPECT_EQ(lotOf("leases4_committed")->size(), 0u);
    EXPECT_EQ(query.use_count(), before + 1) << "one more in the arguments";
}

TEST_F(KeaParkingTest, aPacketIsDropped) {
    beginCallout("leases4_committed");
    KeaParking<HookPointId::leases4_committed>::park(packets, handle, script(2), [] { ++dropped; });
    const int before = dropped;
    serve();
    EXPECT_EQ(resumed, 0);
    EXPECT_EQ(dropped, before + 1);
    EXPECT_EQ(lotOf("leases4_committed")->size(), 0u);
}

TEST_F(KeaParkingTest, aPacketWaitsForOtherLibrariesToo) {
    beginCallout("leases4_committed");
    lotOf("leases4_committed")->reference(query);
    handle.setStatus(CalloutHandle::NEXT_STEP_PARK);
    KeaParking<HookPointId::leases4_committed>::park(packets, handle, script(0), [] {});
    serve();
    EXPECT_EQ(resumed, 0);
    lotOf("leases4_committed")->unpark(query);
    EXPECT_EQ(resumed, 1);
}

TEST_F(KeaParkingTest, aPacketThatKeaForgotDoesNotGoOn) {
    beginCallout("leases4_committed");
    KeaParking<HookPointId::leases4_committed>::park(packets, handle, script(0), [] {});
    ServerHooks::getServerHooks().getParkingLotsPtr()->clear();
    serve();
    EXPECT_EQ(resumed, 0);
}

TEST_F(KeaParkingTest, whereAnotherLibraryHasFinishedWithAPacketItsScriptsRunAllTheSame) {
    beginCallout("leases4_committed");
    lotOf("leases4_committed")->reference(query);
    handle.setStatus(CalloutHandle::NEXT_STEP_PARK);
    lotOf("leases4_committed")->unpark(query);
    KeaParking<HookPointId::leases4_committed>::park(packets, handle, script(2), [] { ++dropped; });
    EXPECT_EQ(handle.getStatus(), CalloutHandle::NEXT_STEP_PARK);
    EXPECT_EQ(packets.waiting(), 1u);
    const int before = dropped;
    serve();
    EXPECT_EQ(resumed, 1);
    EXPECT_EQ(dropped, before);
    EXPECT_EQ(owner->ends, 1);
}

TEST_F(KeaParkingTest, theChosenSubnetIsWhereKeaLooksForIt) {
    const auto chosen = boost::make_shared<isc::dhcp::Subnet4>(isc::asiolink::IOAddress("192.0.2.0"), 24, 1, 2, 3, 7);
    for (const bool skipped : {false, true}) {
        lotOf("subnet4_select")->drop(query);
        beginCallout("subnet4_select");
        handle.setArgument("subnet4", KeaSubnet4(chosen));
        handle.setStatus(skipped ? CalloutHandle::NEXT_STEP_SKIP : CalloutHandle::NEXT_STEP_CONTINUE);
        KeaParking<HookPointId::subnet4_select>::park(packets, handle, script(0), [] {});
        EXPECT_EQ(handle.getCurrentLibrary(), 3);
        serve();
        handle.setCurrentLibrary(-1);
        decltype(isc::dhcp::AllocEngine::ClientContext4::subnet_) found;
        handle.getContext("subnet4", found);
        EXPECT_EQ(found, skipped ? KeaSubnet4() : KeaSubnet4(chosen));
    }
    EXPECT_EQ(resumed, 2);
}

TEST_F(KeaParkingTest, anOfferedAddressIsSaidToBeFreeUnlessAnotherLibrarySaysMore) {
    for (const bool in_use : {false, true}) {
        lotOf("lease4_offer")->drop(query);
        handle.deleteAllArguments();
        beginCallout("lease4_offer");
        if (in_use) {
            handle.setArgument("offer_address_in_use", true);
        }
        KeaParking<HookPointId::lease4_offer>::park(packets, handle, script(0), [] {});
        bool said = !in_use;
        handle.getArgument("offer_address_in_use", said);
        EXPECT_EQ(said, in_use);
        serve();
    }
}

TEST_F(KeaParkingTest, aPacketInsideOfDhcpv6IsWaitedFor) {
    using Committed = KeaCallout<HookPointId::leases4_committed>;
    const auto inner = boost::make_shared<isc::dhcp::Pkt4o6>(RawDhcp4().bytes(), receive6(RawDhcp6(20, 5)));
    inner->unpack();
    const auto leases = boost::make_shared<isc::dhcp::Lease4Collection>();
    handle.setArgument("leases4", isc::dhcp::Lease4CollectionPtr(leases));
    handle.setArgument("deleted_leases4", isc::dhcp::Lease4CollectionPtr(leases));
    if (Arguments<HookPointId::leases4_committed>::list[3].since <= KEA_HOOKS_VERSION) {
        handle.setArgument("response4", query);
    }
    handle.setArgument("query4", isc::dhcp::Pkt4Ptr(inner));
    EXPECT_EQ(Committed(handle).afterChain(), nullptr);
    handle.setArgument("query4", query);
    Committed other(handle);
    EXPECT_NE(other.afterChain(), nullptr);
}

}  // namespace
}  // namespace kea_policy
