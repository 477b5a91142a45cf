// SPDX-License-Identifier: MPL-2.0
#include "host_functions.h"

#include "generated/abi.h"
#include "guest_state.h"
#include "limits.h"
#include "wasm_handles.h"

#include <chrono>
#include <exception>
#include <stdexcept>
#include <string_view>

namespace kea_policy {

namespace {

/// Ends the call of the policy; thrown and caught inside of one host function, so no exception crosses a wasm frame.
struct GuestFault {
    Fault fault;
};

[[noreturn]] void raise(FaultKind kind, std::string text) {
    throw GuestFault{{kind, std::move(text)}};
}

/// So much more than its budget a call may use.
constexpr std::uint64_t kMostFuelOwed = 500;

void takeOwedFuel(GuestState& state) {
    std::uint64_t left = 0;
    ErrorHandle(wasmtime_context_get_fuel(state.context, &left));
    if (left < state.owed_fuel) {
        raise(FaultKind::Budget, "");
    }
    ErrorHandle(wasmtime_context_set_fuel(state.context, left - state.owed_fuel));
    state.owed_fuel = 0;
}

/// Takes fuel for work that the host does on the policy's behalf.
void charge(GuestState& state, std::uint64_t instructions) {
    state.owed_fuel += instructions;
    if (state.owed_fuel > kMostFuelOwed) {
        takeOwedFuel(state);
    }
}

CalloutView& viewOf(GuestState& state) {
    if (state.view == nullptr) {
        raise(FaultKind::Trap, "asked for packet data outside of a callout, where there is none");
    }
    return *state.view;
}

std::string textAt(GuestState& state, std::uint32_t address, std::uint32_t bytes, std::size_t limit) {
    auto text = state.memoryNow().text(address, bytes, limit);
    if (!text) {
        raise(FaultKind::Trap, "handed the host a text that is not inside its memory");
    }
    return *std::move(text);
}

std::uint32_t copyOut(GuestState& state, std::string_view text, std::uint32_t destination, std::uint32_t capacity) {
    const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), capacity));
    std::uint8_t* to = state.at(destination, length);
    if (to == nullptr) {
        raise(FaultKind::Trap, "handed the host a buffer that is not inside its memory");
    }
    std::memcpy(to, text.data(), length);
    charge(state, length / 8);
    return static_cast<std::uint32_t>(text.size());
}

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

// One function for each row of the schema's table. Arguments and result are in *v*, as wasmtime has them.
using Values = wasmtime_val_raw_t*;

std::uint32_t argument(Values v, std::size_t index) {
    return static_cast<std::uint32_t>(v[index].i32);
}

void answer(Values v, std::uint32_t result) {
    v[0].i32 = static_cast<std::int32_t>(result);
}

void abortPolicy(GuestState& state, Values v) {
    const std::string message = textAt(state, argument(v, 0), argument(v, 1), limits::log_line_bytes);
    const std::string file = textAt(state, argument(v, 2), argument(v, 3), limits::source_name_bytes);
    std::string text = "threw \"" + message + "\"";
    if (!file.empty()) {
        text += " at " + file + ":" + std::to_string(argument(v, 4)) + ":" + std::to_string(argument(v, 5));
    }
    raise(FaultKind::Abort, std::move(text));
}

void log(GuestState& state, Values v) {
    const std::uint32_t level = argument(v, 0);
    const std::string text = textAt(state, argument(v, 1), argument(v, 2), limits::log_line_bytes);
    charge(state, 1000 + text.size());
    if (!state.quiet) {
        state.resources.log.line(level <= 3 ? static_cast<PolicyLogLevel>(level) : PolicyLogLevel::Error, text);
    }
}

void refuse(GuestState& state, Values v) {
    state.refusal = textAt(state, argument(v, 0), argument(v, 1), limits::log_line_bytes);
}

void seed(GuestState& state, Values v) {
    // SplitMix64: chance for jitter and sampling, not for secrets.
    std::uint64_t z = (state.random += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    v[0].f64 = static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
}

void now(GuestState&, Values v) {
    using namespace std::chrono;
    v[0].i64 = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

void fetch(GuestState& state, Values v) {
    const std::uint32_t object = argument(v, 0), field = argument(v, 1);
    answer(v, intoFrame(state, [&](CalloutView& view, FrameCursor& frame) { return view.fetch(frame, object, field); }));
}

void option(GuestState& state, Values v) {
    const std::uint32_t object = argument(v, 0), code = argument(v, 1);
    answer(v, intoFrameOnce(state, Import::Option, object, code, 0, [&](CalloutView& view, FrameCursor& frame) {
               return view.option(frame, object, code);
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

void text(GuestState& state, Values v) {
    // Making Kea's text is by far the dearest thing that a policy can ask for.
    charge(state, 5000);
    const std::string text = viewOf(state).text(argument(v, 0), argument(v, 1));
    charge(state, text.size());
    answer(v, copyOut(state, text, argument(v, 2), argument(v, 3)));
}

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

const List* listAt(GuestState& state, std::uint32_t number) {
    const auto& lists = state.resources.lists;
    return number >= 1 && number <= lists.size() ? lists[number - 1].second.get() : nullptr;
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

/// What wasmtime calls: no exception leaves it, and every call costs some fuel.
template <void Body(GuestState&, Values)>
wasm_trap_t* entry(void*, wasmtime_caller_t* caller, wasmtime_val_raw_t* values, std::size_t) noexcept {
    constexpr std::uint64_t every_call = 20;
    auto& state = *static_cast<GuestState*>(wasmtime_context_get_data(wasmtime_caller_context(caller)));
    try {
        charge(state, every_call);
        Body(state, values);
        return nullptr;
    } catch (GuestFault& guest_fault) {
        state.raised = std::move(guest_fault.fault);
    } catch (const std::exception& error) {
        state.raised = Fault{FaultKind::Trap, std::string("made the host fail: ") + error.what()};
    } catch (...) {
        state.raised = Fault{FaultKind::Trap, "made the host fail"};
    }
    constexpr std::string_view told = "ended by the host";
    return wasmtime_trap_new(told.data(), told.size());
}

using Entry = wasmtime_func_unchecked_callback_t;

Entry entryOf(Import import) {
    switch (import) {
    case Import::Abort: return entry<abortPolicy>;
    case Import::Log: return entry<log>;
    case Import::Refuse: return entry<refuse>;
    case Import::Seed: return entry<seed>;
    case Import::Now: return entry<now>;
    case Import::Fetch: return entry<fetch>;
    case Import::Option: return entry<option>;
    case Import::SubOption: return entry<subOption>;
    case Import::Relay: return entry<relay>;
    case Import::Text: return entry<text>;
    case Import::ListOpen: return entry<listOpen>;
    case Import::ListKind: return entry<listKind>;
    case Import::ListHas: return entry<listHas>;
    case Import::ConfigKind: return entry<configKind>;
    case Import::ConfigSize: return entry<configSize>;
    case Import::ConfigItem: return entry<configItem>;
    case Import::ConfigMember: return entry<configMember>;
    case Import::ConfigName: return entry<configName>;
    case Import::ConfigInteger: return entry<configInteger>;
    case Import::ConfigNumber: return entry<configNumber>;
    case Import::ConfigString: return entry<configString>;
    }
    return nullptr;
}

wasm_valtype_vec_t valueTypes(std::string_view letters) {
    wasm_valtype_vec_t types;
    wasm_valtype_vec_new_uninitialized(&types, letters.size());
    for (std::size_t i = 0; i < letters.size(); ++i) {
        types.data[i] = wasm_valtype_new(letters[i] == 'i' ? WASM_I32 : letters[i] == 'I' ? WASM_I64 : WASM_F64);
    }
    return types;
}

}  // namespace

void defineHostFunctions(wasmtime_linker* linker) {
    constexpr std::string_view module = kImportModule;
    std::uint32_t index = 0;
    for (const ImportInfo& info : kImports) {
        wasm_valtype_vec_t parameters = valueTypes(info.parameters);
        wasm_valtype_vec_t results = valueTypes(info.result);
        const FunctionTypeHandle type(wasm_functype_new(&parameters, &results));
        const std::string_view name = info.name;
        const ErrorHandle error(wasmtime_linker_define_func_unchecked(linker, module.data(), module.size(), name.data(),
                                                                      name.size(), type.get(),
                                                                      entryOf(static_cast<Import>(index++)), nullptr, nullptr));
        if (error) {
            throw std::runtime_error(messageOf(error.get()));
        }
    }
}

}  // namespace kea_policy
