// SPDX-License-Identifier: MPL-2.0
#include "kea_main_thread.h"

#include "parked_packets.h"

#include <dhcp/iface_mgr.h>
#include <exceptions/exceptions.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

#include <sys/eventfd.h>
#include <unistd.h>

namespace kea_policy {

KeaMainThread& KeaMainThread::instance() {
    static KeaMainThread* only = new KeaMainThread([] { ParkedPackets::instance().resumeDecided(); });
    return *only;
}

KeaMainThread::~KeaMainThread() {
    stop();
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

void KeaMainThread::listen() {
    if (descriptor_ < 0) {
        descriptor_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        if (descriptor_ < 0) {
            isc_throw(isc::Unexpected, "no descriptor to wake Kea's main thread with: " << std::strerror(errno));
        }
    }
    isc::dhcp::IfaceMgr::instance().addExternalSocket(descriptor_, [this](int) { hear(); });
}

void KeaMainThread::stop() noexcept {
    try {
        if (descriptor_ >= 0) {
            isc::dhcp::IfaceMgr::instance().deleteExternalSocket(descriptor_);
        }
    } catch (...) {
        // The mutex of Kea's list cannot be had: there is nothing to be done.
    }
}

void KeaMainThread::wake() noexcept {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(descriptor_, &one, sizeof one);
}

void KeaMainThread::hear() noexcept {
    std::uint64_t ignored;
    [[maybe_unused]] const auto got = ::read(descriptor_, &ignored, sizeof ignored);
    work_();
}

}  // namespace kea_policy
