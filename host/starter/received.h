// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>

#include <sys/types.h>

namespace kea_policy {
namespace starter {

/// A message of the library's, with the descriptors that came with it; they close with this.
struct Received {
    Received() = default;
    ~Received();
    Received(Received&& other) noexcept;
    Received& operator=(Received&&) = delete;

    /// Of the message; -1 and errno where there is none, 0 where the library is gone.
    ssize_t length = -1;
    /// -1 where there are none.
    int descriptors[2] = {-1, -1};
};

/// Does not wait.
Received receiveFrom(int socket, char* message, std::size_t size);

}  // namespace starter
}  // namespace kea_policy
