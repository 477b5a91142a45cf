// SPDX-License-Identifier: MPL-2.0
#include "packet_functions.h"

#include "generated/abi.h"

#include <algorithm>

#include <algorithm>

namespace kea_policy {

namespace {

/// Runs *bring*, which writes into the frame, and turns the result into an address in the policy's memory.
template <typename Bring>
std::uint32_t intoFrame(GuestState& state, Bring bring) {
    CalloutView& view = viewOf(state);
    state.frame.base = state.at(state.frame_address, state.frame_size);
    const std::uint32_t before = state.frame.used;
    const std::uint32_t offset = bring(view, state.frame);
    if (state.frame.full) {
        raise(FaultKind::Trap, "read more than its frame holds; read each option once and keep what you need of it");
    }
    charge(state, (state.frame.used - before) / 8);
    return offset == 0 ? 0 : state.frame_address + offset;
}

/// The same for what is read by key: what was brought before is found again.
template <typename Bring>
std::uint32_t intoFrameOnce(GuestState& state, Import by, std::uint32_t object, std::uint32_t code, std::uint32_t sub_code,
                            Bring bring) {
    for (std::uint32_t i = 0; i < state.brought_count; ++i) {
        const GuestState::Brought& brought = state.brought[i];
        if (brought.object == object && brought.code == code && brought.sub_code == sub_code && brought.by == by) {
            return brought.offset;
        }
    }
    const std::uint32_t address = intoFrame(state, bring);
    if (state.brought_count < state.brought.size()) {
        state.brought[state.brought_count++] = {by, object, code, sub_code, address};
    }
    return address;
}

/// Divides what the frame has left: options and fields go on in the lower half, items of lists are written in the upper one.
void makeRoomForItems(GuestState& state) {
    FrameCursor& frame = state.frame;
    const std::uint32_t half = (frame.size - frame.used) / 2;
    state.items_begin = std::min((frame.used + half + kFrameAlignment - 1) & ~(kFrameAlignment - 1), frame.size);
    state.items = FrameCursor(nullptr, frame.size, state.items_begin);
    frame.size = state.items_begin;
}

}  // namespace

/// Some fields take Kea microseconds: it searches a DHCPv6 client's hardware address in seven places.
constexpr std::uint64_t kFuelOfFetch = 1000;

void fetch(GuestState& state, Values v) {
    charge(state, kFuelOfFetch);
    const std::uint32_t object = argument(v, 0), field = argument(v, 1);
    answer(v, intoFrame(state, [&](CalloutView& view, FrameCursor& frame) { return view.fetch(frame, object, field); }));
}

void option(GuestState& state, Values v) {
    const std::uint32_t object = argument(v, 0), code = argument(v, 1);
    answer(v, intoFrameOnce(state, Import::Option, object, code, 0, [&](CalloutView& view, FrameCursor& frame) {
               return view.option(frame, object, code);
           }));
}

void optionAt(GuestState& state, Values v) {
    const std::uint32_t object = argument(v, 0), code = argument(v, 1), index = argument(v, 2);
    // Finding it means going over those before it.
    charge(state, 2 * std::uint64_t{std::min(index, 32768U)});
    answer(v, intoFrameOnce(state, Import::OptionAt, object, code, index, [&](CalloutView& view, FrameCursor& frame) {
               return view.optionAt(frame, object, code, index);
           }));
}

void subOption(GuestState& state, Values v) {
    const std::uint32_t object = argument(v, 0), code = argument(v, 1), sub_code = argument(v, 2);
    answer(v, intoFrameOnce(state, Import::SubOption, object, code, sub_code, [&](CalloutView& view, FrameCursor& frame) {
               return view.subOption(frame, object, code, sub_code);
           }));
}

void relay(GuestState& state, Values v) {
    const std::uint32_t object = argument(v, 0), index = argument(v, 1);
    answer(v, intoFrameOnce(state, Import::Relay, object, index, 0, [&](CalloutView& view, FrameCursor& frame) {
               return view.relay(frame, object, index);
           }));
}

namespace {

/// Runs *bring*, which writes an item, and turns the result into an address in the policy's memory.
template <typename Bring>
std::uint32_t intoItems(GuestState& state, Bring bring) {
    CalloutView& view = viewOf(state);
    if (state.items.size == 0) {
        makeRoomForItems(state);
    }
    FrameCursor& items = state.items;
    items.base = state.at(state.frame_address, state.frame_size);
    std::uint32_t before = items.used;
    std::uint32_t offset = bring(view, items);
    if (items.full) {
        items.full = false;
        items.used = before = state.items_begin;
        offset = bring(view, items);
    }
    if (items.full) {
        raise(FaultKind::Trap, "asked for an item of a list that does not fit into its frame");
    }
    charge(state, (items.used - before) / 8);
    return offset == 0 ? 0 : state.frame_address + offset;
}

}  // namespace

void item(GuestState& state, Values v) {
    const std::uint32_t object = argument(v, 0), index = argument(v, 1);
    answer(v, intoItems(state, [&](CalloutView& view, FrameCursor& items) { return view.item(items, object, index); }));
}

void find(GuestState& state, Values v) {
    const std::uint32_t object = argument(v, 0), number = argument(v, 1);
    answer(v, intoItems(state, [&](CalloutView& view, FrameCursor& items) { return view.find(items, object, number); }));
}

void text(GuestState& state, Values v) {
    // Making Kea's text is by far the dearest thing that a policy can ask for.
    charge(state, 5000);
    const std::string text = viewOf(state).text(argument(v, 0), argument(v, 1));
    charge(state, text.size());
    answer(v, copyOut(state, text, argument(v, 2), argument(v, 3)));
}

}  // namespace kea_policy
