// SPDX-License-Identifier: MPL-2.0
#include "outputs.h"

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

namespace kea_policy {
namespace starter {

namespace {

/// Where there are more, the oldest whose program has ended is closed: programs that end may leave something running each time.
constexpr std::size_t kMostOutputs = 512;

}  // namespace

std::shared_ptr<Output> Outputs::make(std::uint32_t script, const std::string& argument, int& writing) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return nullptr;
    }
    // Only our end: programs expect that writing waits.
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    writing = ends[1];
    if (all_.size() >= kMostOutputs) {
        // That of a program that runs is kept by its job as well: nobody would read it, and the program would wait for ever once the pipe is full.
        const auto left_behind = std::find_if(all_.begin(), all_.end(), [](const auto& output) { return output.use_count() == 1; });
        if (left_behind != all_.end()) {
            all_.erase(left_behind);
        }
    }
    all_.push_back(std::make_shared<Output>(ends[0], script, argument));
    return all_.back();
}

void Outputs::addTo(std::vector<pollfd>& polled, Clock::time_point now) const {
    for (const auto& output : all_) {
        polled.push_back({output->resumesAt() <= now ? output->descriptor() : -1, POLLIN, 0});
    }
}

void Outputs::read(const std::vector<pollfd>& polled, Clock::time_point now) {
    for (const pollfd& one : polled) {
        if (one.fd < 0 || one.revents == 0) {
            continue;
        }
        for (const auto& output : all_) {
            if (output->descriptor() == one.fd) {
                output->read(out_, now);
            }
        }
    }
    for (const auto& output : all_) {
        if (output->ended()) {
            output->finish(out_, now);
        } else if (output->tellsAt() <= now) {
            output->tellLeftOut(out_);
        }
    }
    all_.erase(std::remove_if(all_.begin(), all_.end(), [](const auto& output) { return output->ended(); }), all_.end());
}

Clock::time_point Outputs::nextDeadline(Clock::time_point now) const {
    auto next = Clock::time_point::max();
    for (const auto& output : all_) {
        if (output->resumesAt() > now) {
            next = std::min(next, output->resumesAt());
        }
        next = std::min(next, output->tellsAt());
    }
    return next;
}

}  // namespace starter
}  // namespace kea_policy
