// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "script_job.h"
#include "starter_protocol.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace kea_policy {

/// Who hears what kea-policy-starter says.
class StarterListener {
public:
    /// It is ready; its process, and whether it may be said where programs run.
    virtual void hello(std::int32_t process, bool may_schedule) = 0;
    /// A job's program runs, in this process and process group.
    virtual void started(std::uint32_t job, std::int32_t process) = 0;
    virtual void ended(std::uint32_t job, ScriptEnd end) = 0;
    /// A program of this script, started with this argument, wrote a line.
    virtual void says(std::uint32_t script, const std::string& argument, const std::string& line) = 0;
    /// Programs of this script wrote so many lines that it does not hand on.
    virtual void leftOut(std::uint32_t script, std::uint64_t lines) = 0;

protected:
    ~StarterListener() = default;
};

/// Our end of the socket to kea-policy-starter: jobs out, words in. One thread may receive while another one sends; what else is
/// done at the same time, the owner's mutex keeps apart.
class StarterSocket {
public:
    StarterSocket() = default;
    ~StarterSocket() { close(); }
    StarterSocket(const StarterSocket&) = delete;
    /// Takes over another one's end; its own is closed.
    StarterSocket& operator=(StarterSocket&& other) noexcept;

    bool isOpen() const noexcept { return socket_ >= 0; }
    int descriptor() const noexcept { return socket_; }

    /// Starts the program. False, and errno in *error*, where that fails.
    bool launch(const std::string& program, int& error);
    void close() noexcept;
    /// The process at the other end, as it said.
    void setProcess(std::int32_t process) noexcept { process_ = process; }
    bool saidHello() const noexcept { return process_ != 0; }
    /// Ends a starter that does not answer; the end of the socket follows.
    void kill() noexcept;

    /// False where the socket is full for the moment. Other errors are the starter's end, which receiving finds out.
    bool send(const ScriptJob& job);
    /// Starts the job's program that stays.
    bool send(const ScriptJob& job, ResidentProgram& program);
    /// Ends a program.
    bool sendEnd(std::uint32_t job, std::chrono::milliseconds within);
    /// Pause or resume. False where the starter is gone.
    bool send(starter::Kind kind);

    /// Hands on what is there, but not for ever. False where the other end is closed.
    bool receive(StarterListener& listener);

private:
    bool send(const starter::Start& start, const std::string& path, const std::string& argument, const std::string& environment, int input,
              int output);
    static void handOn(const char* message, std::size_t length, StarterListener& listener);

    int socket_ = -1;
    /// 0 where it said nothing yet.
    std::int32_t process_ = 0;
    std::vector<char> message_;
};

}  // namespace kea_policy
