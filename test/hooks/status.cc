// SPDX-License-Identifier: MPL-2.0
// Another library in the same Kea, for the tests of chains. At subnet4_select it notes which status it found and sets one of its own.
// Parameters: "seen", a file that gets a line for each call (hardware address, status found); "statuses", hardware address → status.
#include <cc/data.h>
#include <dhcp/hwaddr.h>
#include <dhcp/pkt4.h>
#include <hooks/hooks.h>

#include <fstream>
#include <map>
#include <mutex>
#include <string>

using namespace isc::hooks;

namespace {

const std::map<std::string, CalloutHandle::CalloutNextStep> kStatuses = {
    {"continue", CalloutHandle::NEXT_STEP_CONTINUE}, {"skip", CalloutHandle::NEXT_STEP_SKIP}, {"drop", CalloutHandle::NEXT_STEP_DROP}};

std::map<std::string, CalloutHandle::CalloutNextStep> told;
std::ofstream seen;
std::mutex seen_mutex;

std::string nameOf(CalloutHandle::CalloutNextStep status) {
    for (const auto& [name, known] : kStatuses) {
        if (known == status) {
            return name;
        }
    }
    return "another";
}

}  // namespace

extern "C" {

int version() {
    return KEA_HOOKS_VERSION;
}

int multi_threading_compatible() {
    return 1;
}

int subnet4_select(CalloutHandle& handle) {
    isc::dhcp::Pkt4Ptr query;
    handle.getArgument("query4", query);
    const std::string client = query->getHWAddr()->toText(false);
    const std::lock_guard<std::mutex> lock(seen_mutex);
    seen << client << " " << nameOf(handle.getStatus()) << std::endl;
    const auto mine = told.find(client);
    if (mine != told.end()) {
        handle.setStatus(mine->second);
    }
    return 0;
}

int load(LibraryHandle& handle) {
    seen.open(handle.getParameter("seen")->stringValue(), std::ios::app);
    told.clear();
    for (const auto& [client, status] : handle.getParameter("statuses")->mapValue()) {
        told[client] = kStatuses.at(status->stringValue());
    }
    return 0;
}

int unload() {
    seen.close();
    return 0;
}

}  // extern "C"
