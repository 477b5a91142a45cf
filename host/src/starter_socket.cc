// SPDX-License-Identifier: MPL-2.0
#include "starter_socket.h"

#include "starter_process.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace kea_policy {

static_assert(static_cast<int>(ScriptEnd::How::Resting) == static_cast<int>(starter::How::Resting), "the starter's words, in its order");

StarterSocket& StarterSocket::operator=(StarterSocket&& other) noexcept {
    close();
    socket_ = std::exchange(other.socket_, -1);
    process_ = std::exchange(other.process_, 0);
    message_.swap(other.message_);
    return *this;
}

bool StarterSocket::launch(const std::string& program, int& error) {
    message_.resize(starter::kLongestMessage);
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
    std::uint32_t timeout = job.timeout_ms;
    if (job.hasDeadline()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(job.deadline - ScriptJob::Clock::now()).count();
        timeout = left < 1 ? 1 : static_cast<std::uint32_t>(left);
    }
    starter::Start start{starter::Kind::Start, job.number, job.script, timeout};
    starter::Ask ask{starter::Kind::Ask, job.number, job.script, timeout, static_cast<std::uint32_t>(job.start_environment.size())};
    const auto text = [](const std::string& string, std::size_t bytes) { return iovec{const_cast<char*>(string.c_str()), bytes}; };
    iovec parts[] = {
        job.resident ? iovec{&ask, sizeof ask} : iovec{&start, sizeof start},
        text(job.path, job.path.size() + 1),
        text(job.argument, job.argument.size() + 1),
        text(job.start_environment, job.start_environment.size()),
        text(job.environment, job.environment.size()),
    };
    msghdr message{};
    message.msg_iov = parts;
    message.msg_iovlen = 5;
    return ::sendmsg(socket_, &message, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0 || (errno != EAGAIN && errno != ENOBUFS && errno != ENOMEM);
}

bool StarterSocket::send(starter::Kind kind) {
    const starter::Bare bare{kind};
    return ::send(socket_, &bare, sizeof bare, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0 || errno == EAGAIN;
}

void StarterSocket::sendForget(std::uint32_t script) {
    const starter::Forget forget{starter::Kind::Forget, script};
    ::send(socket_, &forget, sizeof forget, MSG_DONTWAIT | MSG_NOSIGNAL);
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
        listener.hello(word.pid);
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
    }
}

}  // namespace kea_policy
