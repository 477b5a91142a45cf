// SPDX-License-Identifier: MPL-2.0
#include "messages_out.h"

#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {

namespace {

template <typename Message>
std::string bytesOf(const Message& message) {
    return std::string(reinterpret_cast<const char*>(&message), sizeof message);
}

}  // namespace

void MessagesOut::started(std::uint32_t job, std::int32_t process) {
    send(bytesOf(Started{Kind::Started, job, process}));
}

void MessagesOut::ended(std::uint32_t job, How how, std::int32_t value) {
    send(bytesOf(Ended{Kind::Ended, job, how, value}));
}

bool MessagesOut::says(std::uint32_t script, const std::string& argument, const char* line, std::size_t length) {
    if (!takesLines()) {
        return false;
    }
    send(bytesOf(Says{Kind::Says, script}) + argument + '\0' + std::string(line, length));
    return true;
}

bool MessagesOut::leftOut(std::uint32_t script, std::uint64_t lines) {
    if (!takesLines()) {
        return false;
    }
    send(bytesOf(LeftOut{Kind::LeftOut, script, lines}));
    return true;
}

void MessagesOut::hello(bool may_schedule) {
    send(bytesOf(Hello{Kind::Hello, ::getpid(), may_schedule}));
}

bool MessagesOut::sendNow(const std::string& message) {
    return ::send(socket_, message.data(), message.size(), MSG_DONTWAIT | MSG_NOSIGNAL) >= 0 || !isFull(errno);
}

void MessagesOut::send(std::string message) {
    if (!kept_.empty() || !sendNow(message)) {
        kept_.push_back(std::move(message));
    }
}

void MessagesOut::flush() {
    while (!kept_.empty() && sendNow(kept_.front())) {
        kept_.pop_front();
    }
}

}  // namespace starter
}  // namespace kea_policy
