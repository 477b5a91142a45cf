// SPDX-License-Identifier: MPL-2.0
// What a class of the starter alone says to the library.
#pragma once

#include "messages_out.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

namespace kea_policy {

class StarterMessages {
    struct Sockets {
        Sockets() { ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends); }
        ~Sockets() {
            ::close(ends[0]);
            ::close(ends[1]);
        }
        int ends[2] = {-1, -1};
    } sockets_;

public:
    /// Takes what was said since.
    void hear() {
        std::vector<char> message(starter::kLongestMessage);
        do {
            out.flush();
            for (ssize_t got; (got = ::recv(sockets_.ends[0], message.data(), message.size(), MSG_DONTWAIT)) > 0;) {
                hear(message.data(), static_cast<std::size_t>(got));
            }
        } while (out.waiting());
    }

    starter::MessagesOut out{sockets_.ends[1]};
    std::vector<std::string> lines;
    /// How many lines it did not hand on, all in all.
    std::uint64_t left_out = 0;

private:
    void hear(const char* message, std::size_t length) {
        starter::LeftOut word{};
        std::memcpy(&word, message, std::min(length, sizeof word));
        if (word.kind == starter::Kind::LeftOut) {
            left_out += word.lines;
        } else if (word.kind == starter::Kind::Says) {
            const char* const argument = message + sizeof(starter::Says);
            lines.emplace_back(argument + std::strlen(argument) + 1, message + length);
        }
    }
};

}  // namespace kea_policy
