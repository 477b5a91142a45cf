// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "instance.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace kea_policy {

/// The instances of one policy, one for each thread that may call it and some spare ones. The packet path claims, gives back and
/// throws away without lock or allocation; making and deleting happens elsewhere (resize, refill), one caller at a time.
class Slots {
public:
    struct Claim {
        Instance* instance = nullptr;
        std::size_t slot = 0;
    };

    Slots() = default;
    ~Slots();
    Slots(const Slots&) = delete;
    Slots& operator=(const Slots&) = delete;

    /// Packet path. A claim without instance where all are in use or used up.
    Claim claim() noexcept;
    void giveBack(Claim claim) noexcept { slots_[claim.slot].in_use.store(false, std::memory_order_release); }
    /// Packet path: puts a spare instance into the slot, if there is one.
    void throwAway(Claim claim) noexcept;

    std::size_t size() const noexcept { return slots_.size(); }

    /// Off the packet path, and while no packet is processed: sets the number of slots.
    void resize(std::size_t count);
    /// Off the packet path: deletes what was thrown away and calls *make* for each empty place until it returns nullptr.
    template <typename Make>
    void refill(Make make);

private:
    /// Each in a cache line of its own: threads hammer on them.
    struct alignas(64) Slot {
        std::atomic<Instance*> instance{nullptr};
        /// True while the slot's instance is with a callout, or somebody looks whether there is one.
        std::atomic<bool> in_use{false};
    };

    void deleteDiscarded() noexcept;

    std::vector<Slot> slots_;
    std::vector<Slot> spares_;
    std::atomic<Instance*> discarded_{nullptr};
};

template <typename Make>
void Slots::refill(Make make) {
    deleteDiscarded();
    for (auto* places : {&slots_, &spares_}) {
        for (Slot& place : *places) {
            // Whether it is in use does not matter: a thread that finds a place empty holds it for a moment only, and if it were
            // passed over then, it would stay empty until the next fault.
            if (place.instance.load(std::memory_order_acquire) != nullptr) {
                continue;
            }
            std::unique_ptr<Instance> made = make();
            if (!made) {
                return;
            }
            // Nobody else fills an empty place: throwAway() puts a spare only where its own instance was.
            place.instance.store(made.release(), std::memory_order_release);
        }
    }
}

}  // namespace kea_policy
