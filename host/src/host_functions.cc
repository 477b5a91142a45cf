// SPDX-License-Identifier: MPL-2.0
#include "host_functions.h"

#include "generated/abi.h"
#include "host_call.h"
#include "limits.h"
#include "packet_functions.h"
#include "resource_functions.h"
#include "script_functions.h"
#include "wasm_handles.h"

#include <chrono>
#include <exception>
#include <stdexcept>
#include <string_view>

namespace kea_policy {

namespace {

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
    std::string sentence = textAt(state, argument(v, 0), argument(v, 1), limits::log_line_bytes);
    state.refusal = sentence.empty() ? "it gave no reason" : std::move(sentence);
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
    case Import::OptionAt: return entry<optionAt>;
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
    case Import::Item: return entry<item>;
    case Import::RunScript: return entry<runScript>;
    case Import::Find: return entry<find>;
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
