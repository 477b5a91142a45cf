// SPDX-License-Identifier: MPL-2.0
#include "starter_socket.h"

#include "starter_process.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <iterator>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace kea_policy {

static_assert(static_cast<int>(ScriptEnd::How::TooLate) == static_cast<int>(starter::How::TooLate), "the starter's words, in its order");

StarterSocket& StarterSocket::operator=(StarterSocket&& other) noexcept {
    close();
    socket_ = std::exchange(other.socket_, -1);
    process_ = std::exchange(other.process_, 0);
    message_.swap(other.message_);
    return *this;
}

bool StarterSocket::launch(const std::string& program, int& error) {
    message_.resize(starter::kLongestMessage);
    // The Hello of the one before may have been heard after that was moved away.
    process_ = 0;
    socket_ = launchStarter(program, error);
    return isOpen();
}

void StarterSocket::close() noexcept {
    if (isOpen()) {
        ::close(socket_);
    }
    socket_ = -1;
    process_ = 0;
}

void StarterSocket::kill() noexcept {
    if (!isOpen()) {
        return;
    }
    if (process_ > 1) {
        ::kill(process_, SIGKILL);
    }
    ::shutdown(socket_, SHUT_RDWR);
}

bool StarterSocket::send(const ScriptJob& job) {
    // The clock is the system's, and so the starter's as well.
    const std::int64_t deadline = std::chrono::nanoseconds(job.deadline.time_since_epoch()).count();
    const starter::Start start{starter::Kind::Start, job.number, job.script, job.hasDeadline() ? 0 : job.timeout_ms, deadline, job.background};
    return send(start, job.path, job.argument, job.environment, -1, -1);
}

bool StarterSocket::send(const ScriptJob& job, ResidentProgram& program) {
    const starter::Start start{starter::Kind::Start, program.number, program.script, 0, 0, job.background};
    const bool sent = send(start, job.path, "resident", job.start_environment, program.input(), program.output());
    if (sent) {
        program.wasSent();
    }
    return sent;
}

bool StarterSocket::send(const starter::Start& start, const std::string& path, const std::string& argument, const std::string& environment,
                         int input, int output) {
    const auto text = [](const std::string& string, std::size_t bytes) { return iovec{const_cast<char*>(string.c_str()), bytes}; };
    iovec parts[] = {
        {const_cast<starter::Start*>(&start), sizeof start},
        text(path, path.size() + 1),
        text(argument, argument.size() + 1),
        text(environment, environment.size()),
    };
    msghdr message{};
    message.msg_iov = parts;
    message.msg_iovlen = std::size(parts);
    const int descriptors[] = {input, output};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof descriptors)] = {};
    if (input >= 0 && output >= 0) {
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        cmsghdr* const rights = CMSG_FIRSTHDR(&message);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(sizeof descriptors);
        std::memcpy(CMSG_DATA(rights), descriptors, sizeof descriptors);
    }
    return ::sendmsg(socket_, &message, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0 || !starter::isFull(errno);
}

bool StarterSocket::sendEnd(std::uint32_t job, std::chrono::milliseconds within) {
    const starter::End end{starter::Kind::End, job, static_cast<std::uint32_t>(within.count())};
    return ::send(socket_, &end, sizeof end, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0 || !starter::isFull(errno);
}

bool StarterSocket::send(starter::Kind kind) {
    const starter::Bare bare{kind};
    return ::send(socket_, &bare, sizeof bare, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0 || starter::isFull(errno);
}

bool StarterSocket::receive(StarterListener& listener) {
    for (int messages = 0; messages < 100; ++messages) {
        const ssize_t got = ::recv(socket_, message_.data(), message_.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
            return true;
        }
        if (got < static_cast<ssize_t>(sizeof(starter::Bare))) {
            return false;
        }
        handOn(message_.data(), static_cast<std::size_t>(got), listener);
    }
    return true;
}

void StarterSocket::handOn(const char* message, std::size_t length, StarterListener& listener) {
    starter::Bare bare;
    std::memcpy(&bare, message, sizeof bare);
    if (bare.kind == starter::Kind::Hello && length >= sizeof(starter::Hello)) {
        starter::Hello word;
        std::memcpy(&word, message, sizeof word);
        listener.hello(word.pid, word.may_schedule);
    } else if (bare.kind == starter::Kind::Started && length >= sizeof(starter::Started)) {
        starter::Started word;
        std::memcpy(&word, message, sizeof word);
        listener.started(word.job, word.process);
    } else if (bare.kind == starter::Kind::Ended && length >= sizeof(starter::Ended)) {
        starter::Ended word;
        std::memcpy(&word, message, sizeof word);
        listener.ended(word.job, {static_cast<ScriptEnd::How>(word.how), word.value});
    } else if (bare.kind == starter::Kind::Says && length > sizeof(starter::Says)) {
        starter::Says word;
        std::memcpy(&word, message, sizeof word);
        const std::string text(message + sizeof word, length - sizeof word);
        const std::size_t end = text.find('\0');
        if (end != std::string::npos) {
            listener.says(word.script, text.substr(0, end), text.substr(end + 1));
        }
    } else if (bare.kind == starter::Kind::LeftOut && length >= sizeof(starter::LeftOut)) {
        starter::LeftOut word;
        std::memcpy(&word, message, sizeof word);
        listener.leftOut(word.script, word.lines);
    }
}

}  // namespace kea_policy
