// SPDX-License-Identifier: MPL-2.0
// Another library in the same Kea, which finds addresses in use that are about to be offered, as Kea's own ping check does. Parameter: "hwaddr",
// the one client to which that happens; without it, it happens to all.
#include <cc/data.h>
#include <dhcp/hwaddr.h>
#include <dhcp/pkt4.h>
#include <hooks/hooks.h>
#include <hooks/parking_lots.h>

#include <string>

// Kea before 2.5.2 asks nobody about offers; before 2.5.8 it has no place for the loops of hook libraries.
#if __has_include(<asiolink/io_service_mgr.h>)
#define KEA_ASKS_ABOUT_OFFERS 1
#include <asiolink/io_service.h>
#include <asiolink/io_service_mgr.h>
#include <boost/make_shared.hpp>
#endif

using namespace isc::hooks;

namespace {

std::string unlucky;

#ifdef KEA_ASKS_ABOUT_OFFERS
isc::asiolink::IOServicePtr loop;
#endif

}  // namespace

extern "C" {

int version() {
    return KEA_HOOKS_VERSION;
}

int multi_threading_compatible() {
    return 1;
}

#ifdef KEA_ASKS_ABOUT_OFFERS
int lease4_offer(CalloutHandle& handle) {
    isc::dhcp::Pkt4Ptr query;
    handle.getArgument("query4", query);
    if (!unlucky.empty() && query->getHWAddr()->toText(false) != unlucky) {
        return 0;
    }
    handle.setArgument("offer_address_in_use", true);
    const ParkingLotHandlePtr lot = handle.getParkingLotHandlePtr();
    lot->reference(query);
    handle.setStatus(CalloutHandle::NEXT_STEP_PARK);
    // Kea goes on in the thread that unparks, so that has to be its main one, and later.
    loop->post([lot, query] { lot->unpark(query); });
    return 0;
}
#endif

int load(LibraryHandle& handle) {
    const isc::data::ConstElementPtr hwaddr = handle.getParameter("hwaddr");
    unlucky = hwaddr ? hwaddr->stringValue() : "";
#ifdef KEA_ASKS_ABOUT_OFFERS
    loop = boost::make_shared<isc::asiolink::IOService>();
    isc::asiolink::IOServiceMgr::instance().registerIOService(loop);
#endif
    return 0;
}

int unload() {
#ifdef KEA_ASKS_ABOUT_OFFERS
    isc::asiolink::IOServiceMgr::instance().unregisterIOService(loop);
    loop.reset();
#endif
    return 0;
}

}  // extern "C"
