// SPDX-License-Identifier: MPL-2.0
#include "slots.h"

#include "limits.h"

#include <algorithm>

namespace kea_policy {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Where this thread found a free slot last: threads spread over the slots and stay there. Plain data: the library has no
/// thread-local destructors, which would bind it to threads of Kea. Initial-exec: read without a call, out of the room that the
/// dynamic linker keeps for libraries that are loaded late.
__attribute__((tls_model("initial-exec"))) thread_local std::size_t last_slot = kNone;
std::atomic<std::size_t> next_thread{0};

}  // namespace

Slots::~Slots() {
    for (auto* places : {&slots_, &spares_}) {
        for (Slot& place : *places) {
            delete place.instance.load(std::memory_order_acquire);
        }
    }
    deleteDiscarded();
}

Slots::Claim Slots::claim() noexcept {
    if (last_slot == kNone) {
        last_slot = next_thread.fetch_add(1, std::memory_order_relaxed);
    }
    const std::size_t count = slots_.size();
    // Another policy may have more slots than this one. A division would cost more than the whole claim.
    std::size_t index = last_slot < count ? last_slot : last_slot % std::max<std::size_t>(count, 1);
    for (std::size_t tried = 0; tried < count; ++tried, index = index + 1 == count ? 0 : index + 1) {
        Slot& slot = slots_[index];
        if (slot.in_use.exchange(true, std::memory_order_acquire)) {
            continue;
        }
        Instance* instance = slot.instance.load(std::memory_order_acquire);
        if (instance != nullptr) {
            last_slot = index;
            return {instance, index};
        }
        slot.in_use.store(false, std::memory_order_release);
    }
    return {};
}

void Slots::throwAway(Claim claim) noexcept {
    Instance* head = discarded_.load(std::memory_order_relaxed);
    do {
        claim.instance->next_discarded = head;
    } while (!discarded_.compare_exchange_weak(head, claim.instance, std::memory_order_release, std::memory_order_relaxed));

    Instance* spare = nullptr;
    for (Slot& place : spares_) {
        spare = place.instance.exchange(nullptr, std::memory_order_acq_rel);
        if (spare != nullptr) {
            break;
        }
    }
    slots_[claim.slot].instance.store(spare, std::memory_order_release);
    giveBack(claim);
}

void Slots::resize(std::size_t count) {
    std::vector<Slot> slots(count);
    std::size_t kept = 0;
    for (Slot& slot : slots_) {
        Instance* instance = slot.instance.load(std::memory_order_acquire);
        if (kept < count) {
            slots[kept++].instance.store(instance, std::memory_order_release);
        } else {
            delete instance;
        }
    }
    slots_.swap(slots);
    if (spares_.empty()) {
        std::vector<Slot> spares(limits::spare_instances);
        spares_.swap(spares);
    }
}

void Slots::deleteDiscarded() noexcept {
    for (Instance* instance = discarded_.exchange(nullptr, std::memory_order_acquire); instance != nullptr;) {
        Instance* next = instance->next_discarded;
        delete instance;
        instance = next;
    }
}

}  // namespace kea_policy
