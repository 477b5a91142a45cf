// SPDX-License-Identifier: MPL-2.0
#include "received.h"

#include <cstring>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {

Received::Received(Received&& other) noexcept : length(other.length) {
    for (int i = 0; i < 2; ++i) {
        descriptors[i] = std::exchange(other.descriptors[i], -1);
    }
}

Received::~Received() {
    for (const int descriptor : descriptors) {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }
}

Received receiveFrom(int socket, char* message, std::size_t size) {
    Received received;
    iovec text{message, size};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof received.descriptors)];
    msghdr head{};
    head.msg_iov = &text;
    head.msg_iovlen = 1;
    head.msg_control = control;
    head.msg_controllen = sizeof control;
    received.length = ::recvmsg(socket, &head, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    const cmsghdr* const rights = received.length < 0 ? nullptr : CMSG_FIRSTHDR(&head);
    if (rights != nullptr && rights->cmsg_type == SCM_RIGHTS) {
        // Fewer than were sent where we have no room for more.
        std::memcpy(received.descriptors, CMSG_DATA(rights), rights->cmsg_len - CMSG_LEN(0));
    }
    return received;
}

}  // namespace starter
}  // namespace kea_policy
