// SPDX-License-Identifier: MPL-2.0
// The decisions of the measured policies written by hand in C++, as one would write them for Kea. Parameters: "hook-point"; "family",
// 4 or 6; "list", a file of hardware addresses or DUIDs (without it, the vendor 00:16:3e is refused, as policies/mac_compare does).
#include <dhcp/dhcp6.h>
#include <dhcp/hwaddr.h>
#include <dhcp/option.h>
#include <dhcp/pkt4.h>
#include <dhcp/pkt6.h>
#include <hooks/hooks.h>

#include <cstdint>
#include <cstring>
#include <fstream>
#include <string>
#include <unordered_set>
#include <vector>

using namespace isc::dhcp;
using namespace isc::hooks;

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint8_t kOui[] = {0x00, 0x16, 0x3e};
constexpr std::size_t kMacBytes = 6;
/// A DUID of the link-layer kind: type and hardware type, two bytes each, then the MAC.
constexpr std::size_t kDuidLlBytes = 10;

// A MAC fits into a number and a DUID into a short string: neither look-up allocates.
std::unordered_set<std::uint64_t> denied_macs;
std::unordered_set<std::string> denied_duids;

std::uint64_t macNumber(const std::uint8_t* mac) {
    std::uint64_t number = 0;
    std::memcpy(&number, mac, kMacBytes);
    return number;
}

/// The client's address is copied out of the packet by nobody: Kea hands out a pointer to it.
template <typename Decide>
int decide4(CalloutHandle& handle, Decide denied) {
    Pkt4Ptr query;
    handle.getArgument("query4", query);
    const HWAddrPtr address = query->getHWAddr();
    if (address && denied(address->hwaddr_)) {
        handle.setStatus(CalloutHandle::NEXT_STEP_DROP);
    }
    return 0;
}

template <typename Decide>
int decide6(CalloutHandle& handle, Decide denied) {
    Pkt6Ptr query;
    handle.getArgument("query6", query);
    // Not getOption(), which copies the option where it is called in a callout.
    const auto found = query->options_.find(D6O_CLIENTID);
    if (found != query->options_.end() && denied(found->second->getData())) {
        handle.setStatus(CalloutHandle::NEXT_STEP_DROP);
    }
    return 0;
}

int compare4(CalloutHandle& handle) {
    return decide4(handle, [](const Bytes& mac) { return mac.size() >= sizeof kOui && std::memcmp(mac.data(), kOui, sizeof kOui) == 0; });
}

int compare6(CalloutHandle& handle) {
    return decide6(handle, [](const Bytes& duid) {
        return duid.size() == kDuidLlBytes && std::memcmp(duid.data() + kDuidLlBytes - kMacBytes, kOui, sizeof kOui) == 0;
    });
}

int lookUp4(CalloutHandle& handle) {
    return decide4(handle, [](const Bytes& mac) { return mac.size() == kMacBytes && denied_macs.count(macNumber(mac.data())) != 0; });
}

int lookUp6(CalloutHandle& handle) {
    return decide6(handle, [](const Bytes& duid) { return denied_duids.count(std::string(duid.begin(), duid.end())) != 0; });
}

Bytes parseHex(const std::string& line) {
    Bytes bytes;
    for (std::size_t at = 0; at + 2 <= line.size(); at += 3) {
        bytes.push_back(static_cast<std::uint8_t>(std::stoul(line.substr(at, 2), nullptr, 16)));
    }
    return bytes;
}

void readList(const std::string& path, bool v6) {
    denied_macs.clear();
    denied_duids.clear();
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const Bytes key = parseHex(line);
        if (v6) {
            denied_duids.emplace(key.begin(), key.end());
        } else {
            denied_macs.insert(macNumber(key.data()));
        }
    }
}

}  // namespace

extern "C" {

int version() {
    return KEA_HOOKS_VERSION;
}

int multi_threading_compatible() {
    return 1;
}

int load(LibraryHandle& handle) {
    const bool v6 = handle.getParameter("family")->intValue() == 6;
    const std::string hook_point = handle.getParameter("hook-point")->stringValue();
    const auto list = handle.getParameter("list");
    if (list) {
        readList(list->stringValue(), v6);
        handle.registerCallout(hook_point, v6 ? lookUp6 : lookUp4);
    } else {
        handle.registerCallout(hook_point, v6 ? compare6 : compare4);
    }
    return 0;
}

int unload() {
    return 0;
}

}  // extern "C"
