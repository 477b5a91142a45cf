// SPDX-License-Identifier: MPL-2.0
#include "resource_functions.h"

#include "limits.h"

namespace kea_policy {

namespace {

const List* listAt(GuestState& state, std::uint32_t number) {
    const auto& lists = state.resources.lists;
    return number >= 1 && number <= lists.size() ? lists[number - 1].second.get() : nullptr;
}

}  // namespace

void listOpen(GuestState& state, Values v) {
    const std::string name = textAt(state, argument(v, 0), argument(v, 1), 2 * limits::name_length_most);
    if (state.view == nullptr && state.asked_lists.size() < limits::asked_lists_most) {
        state.asked_lists.insert(name);
    }
    const auto& lists = state.resources.lists;
    std::uint32_t found = 0;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        if (lists[i].first == name) {
            found = static_cast<std::uint32_t>(i + 1);
        }
    }
    answer(v, found);
}

void listKind(GuestState& state, Values v) {
    const List* list = listAt(state, argument(v, 0));
    answer(v, list == nullptr ? 0 : static_cast<std::uint32_t>(list->kind()) + 1);
}

void listHas(GuestState& state, Values v) {
    const std::uint32_t bytes = argument(v, 2);
    const std::uint8_t* key = state.at(argument(v, 1), bytes);
    if (key == nullptr) {
        raise(FaultKind::Trap, "handed the host a key that is not inside its memory");
    }
    // Hashing the key; a prefix list has up to 129 lengths to try.
    charge(state, 20 + bytes / 8);
    const List* list = listAt(state, argument(v, 0));
    answer(v, list != nullptr && list->has(key, bytes) ? 1 : 0);
}

void configKind(GuestState& state, Values v) {
    answer(v, static_cast<std::uint32_t>(state.resources.tree.kind(argument(v, 0))));
}

void configSize(GuestState& state, Values v) {
    answer(v, state.resources.tree.size(argument(v, 0)));
}

void configItem(GuestState& state, Values v) {
    answer(v, state.resources.tree.item(argument(v, 0), argument(v, 1)));
}

void configMember(GuestState& state, Values v) {
    const std::string name = textAt(state, argument(v, 1), argument(v, 2), limits::config_text_bytes);
    charge(state, name.size());
    answer(v, state.resources.tree.member(argument(v, 0), name));
}

void configName(GuestState& state, Values v) {
    answer(v, copyOut(state, state.resources.tree.name(argument(v, 0), argument(v, 1)), argument(v, 2), argument(v, 3)));
}

void configInteger(GuestState& state, Values v) {
    const ConfigTree& tree = state.resources.tree;
    const std::uint32_t node = argument(v, 0);
    v[0].i64 = tree.kind(node) == NodeKind::Boolean ? tree.boolean(node) : tree.integer(node);
}

void configNumber(GuestState& state, Values v) {
    v[0].f64 = state.resources.tree.number(argument(v, 0));
}

void configString(GuestState& state, Values v) {
    answer(v, copyOut(state, state.resources.tree.text(argument(v, 0)), argument(v, 1), argument(v, 2)));
}

}  // namespace kea_policy
