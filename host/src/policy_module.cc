// SPDX-License-Identifier: MPL-2.0
#include "policy_module.h"

#include "config_error.h"
#include "hook_point_names.h"
#include "in_quotes.h"
#include "limits.h"
#include "log.h"
#include "module_interface.h"
#include "wasm_engine.h"
#include "wasm_file.h"

#include <hooks/hooks.h>

#include <algorithm>
#include <iterator>

namespace kea_policy {

namespace {

/// "policies[0].wasm: /etc/kea/policies/x.wasm " begins every sentence about the file.
std::string subject(const PolicyConfig& config) {
    return config.path + ".wasm: " + config.wasm + " ";
}

/// The library is built for one Kea exactly, so this is the one that runs.
bool isCalledByThisKea(const HookPointInfo& hook_point) {
    return hook_point.since_version <= KEA_HOOKS_VERSION;
}

std::string thisKea() {
    return "Kea " + std::to_string(KEA_HOOKS_VERSION / 10000) + "." + std::to_string(KEA_HOOKS_VERSION / 100 % 100) + "." +
           std::to_string(KEA_HOOKS_VERSION % 100);
}

/// "lease4_offer since Kea 2.5.2, addr6_register since Kea 2.7.7".
std::string joinVersions(const std::vector<const HookPointInfo*>& hook_points) {
    std::string text;
    for (const HookPointInfo* hook_point : hook_points) {
        text += (text.empty() ? "" : ", ") + std::string(hook_point->name) + " since Kea " + hook_point->since;
    }
    return text;
}

/// The right to run a program is given and used, or neither.
void checkScript(const wasmtime_module_t* module, const PolicyConfig& config) {
    const bool runs = hasImport(module, Import::RunScript);
    if (runs && !config.script) {
        throw ConfigError(config.path + ".script: " + config.wasm + " runs a program, and the configuration names none; add the key, as in "
                          "\"script\": \"/etc/kea/script.sh\"");
    }
    if (!runs && config.script) {
        throw ConfigError(config.script->key_path + ": " + config.wasm + " never runs a program; take the key out, or take wasm out for the policy "
                          "that comes with the library and runs the script at each hook point");
    }
}

/// Refuses what is of a newer interface.
void readMetadata(const std::string& metadata, const PolicyConfig& config, CompiledModule& compiled) {
    isc::data::ConstElementPtr json;
    try {
        if (metadata.size() <= limits::source_map_bytes && isModest(metadata)) {
            json = isc::data::Element::fromJSON(metadata);
        }
    } catch (const std::exception&) {
        // A broken section costs the file and line of later faults and some speed, nothing else.
    }
    if (!json || json->getType() != isc::data::Element::map) {
        return;
    }
    const auto abi = json->get("abi");
    if (abi && abi->getType() == isc::data::Element::integer && abi->intValue() > static_cast<std::int64_t>(kAbi)) {
        throw ConfigError(subject(config) + "was built for version " + std::to_string(abi->intValue()) +
                          " of the policy interface, and this libdhcp_policy.so knows versions up to " + std::to_string(kAbi) +
                          "; install a newer libdhcp_policy.so, or build the policy with an older kea-policy package");
    }
    compiled.map = SourceMap(json->get("sourceMap"));
    compiled.fields_read = FieldsRead(json->get("fields"));
}

}  // namespace

PolicyModule::PolicyModule(const PolicyConfig& config, int family) {
    WasmFile file = readWasmFile(config.wasm, config.path + ".wasm");
    code_ = CompiledModule::find(file.bytes);
    if (!code_) {
        code_ = compile(std::move(file), config);
    }
    readExports(code_->module.get(), config);
    checkImports(code_->module.get(), subject(config));
    checkScript(code_->module.get(), config);
    chooseHookPoints(config, family);

    WasmEngine& engine = WasmEngine::instance();
    wasmtime_instance_pre_t* pre = nullptr;
    if (const ErrorHandle error{wasmtime_linker_instantiate_pre(engine.linker(), code_->module.get(), &pre)}) {
        throw ConfigError(subject(config) + "cannot be linked: " + messageOf(error.get()) + "; build it with this version's SDK");
    }
    pre_.reset(pre);
}

std::shared_ptr<const CompiledModule> PolicyModule::compile(WasmFile file, const PolicyConfig& config) {
    auto compiled = std::make_shared<CompiledModule>();
    if (file.metadata) {
        readMetadata(*file.metadata, config, *compiled);
    }
    if (hasStartSection(file.bytes)) {
        throw ConfigError(subject(config) + "has a wasm start section, which would run without a budget; build it with the SDK's "
                          "asconfig.json (\"extends\": \"kea-policy/asconfig.json\"), which exports kea_policy_start instead");
    }
    wasmtime_module_t* module = nullptr;
    if (const ErrorHandle error{wasmtime_module_new(WasmEngine::instance().engine(), file.bytes.data(), file.bytes.size(), &module)}) {
        throw ConfigError(subject(config) + "is not a valid wasm module: " + messageOf(error.get()) +
                          "; build it again and copy it whole");
    }
    compiled->module.reset(module);
    compiled->bytes = std::move(file.bytes);
    CompiledModule::remember(compiled);
    LOG_INFO(policy_logger, POLICY_COMPILED).arg(config.name).arg(config.wasm);
    return compiled;
}

void PolicyModule::readExports(const wasmtime_module_t* module, const PolicyConfig& config) {
    const ModuleExports found(module);
    if (!found.isPolicy()) {
        throw ConfigError(subject(config) + "is a wasm module but not a policy: it does not export " + found.firstMissing() +
                          "; build it with the SDK's asconfig.json (\"extends\": \"kea-policy/asconfig.json\")");
    }
    if (found.memoryKib() > config.memory_limit_kib) {
        throw ConfigError(config.path + ".memory-limit-kib: " + config.wasm + " has " + std::to_string(found.memoryKib()) +
                          " KiB of memory from its start, more than the " + std::to_string(config.memory_limit_kib) +
                          " that it may have; raise memory-limit-kib to that and some room for what it allocates");
    }
    has_start_ = found.has("kea_policy_start", "", "");
    if (!has_start_ && found.hasName("kea_policy_start")) {
        throw ConfigError(subject(config) + "exports kea_policy_start with parameters or a result, so its own initialisation would not run; "
                          "build it with the SDK's asconfig.json (\"extends\": \"kea-policy/asconfig.json\")");
    }
    has_load_ = found.has("load", "", "i");
    if (!has_load_ && found.hasName("load")) {
        throw ConfigError(subject(config) + "exports load with other parameters or another result than a policy's; write it as "
                          "`export function load(): bool`");
    }
    has_unload_ = found.has("unload", "", "");
    if (!has_unload_ && found.hasName("unload")) {
        throw ConfigError(subject(config) + "exports unload with parameters or a result; write it as `export function unload(): void`");
    }
    for (const HookPointInfo& hook_point : kHookPoints) {
        if (found.has(hook_point.name, "i", "i")) {
            hook_points_.push_back(&hook_point);
        } else if (found.hasName(hook_point.name)) {
            throw ConfigError(subject(config) + "exports " + hook_point.name + " with other parameters or another result than "
                              "that hook point's; write it as `export function " + hook_point.name + "(ctx: " +
                              hook_point.context + "): Verdict`");
        }
    }
    if (hook_points_.empty()) {
        throw ConfigError(subject(config) + "exports no hook point that this library knows" + found.nearestHookPoint() +
                          "; a policy exports at least one function named as Kea names the hook point, such as pkt4_receive");
    }
}

void PolicyModule::chooseHookPoints(const PolicyConfig& config, int family) {
    if (config.hook_points) {
        for (const std::string& wanted : *config.hook_points) {
            if (std::none_of(hook_points_.begin(), hook_points_.end(),
                             [&](const HookPointInfo* info) { return wanted == info->name; })) {
                throw ConfigError(config.path + ".hook-points: " + config.wasm + " does not export " + wanted +
                                  ", only " + namesOf(hook_points_) + "; take " + wanted + " out of the list or build the policy with it");
            }
        }
        const auto& wanted = *config.hook_points;
        hook_points_.erase(std::remove_if(hook_points_.begin(), hook_points_.end(),
                                          [&](const HookPointInfo* info) {
                                              return std::find(wanted.begin(), wanted.end(), info->name) == wanted.end();
                                          }),
                           hook_points_.end());
    }
    const std::vector<const HookPointInfo*> missing = leaveOutWhatKeaLacks(config, family);
    if (std::none_of(hook_points_.begin(), hook_points_.end(), [&](const HookPointInfo* info) { return isOf(*info, family); })) {
        if (!missing.empty()) {
            throw ConfigError(subject(config) + "would never be called: kea-dhcp" + std::to_string(family) + " has " + joinVersions(missing) +
                              ", and this is " + thisKea() + "; run a newer Kea, or let the policy export a hook point of this one");
        }
        // Of a script the operator knows its own file, not that of the policy that runs it.
        const std::string file = config.classic ? "the script " + inQuotes(config.script->path, longest_path) : config.wasm;
        throw ConfigError((config.hook_points ? config.path + ".hook-points: " + file + " " : subject(config)) +
                          "would never be called: kea-dhcp" + std::to_string(family) + " has no hook point " +
                          namesOf(hook_points_) + "; configure it in kea-dhcp" + std::to_string(family == 4 ? 6 : 4) + " instead");
    }
    if (!missing.empty()) {
        LOG_INFO(policy_logger, POLICY_NOT_CALLED_YET).arg(config.name).arg(joinVersions(missing)).arg(thisKea());
    }
}

std::vector<const HookPointInfo*> PolicyModule::leaveOutWhatKeaLacks(const PolicyConfig& config, int family) {
    std::vector<const HookPointInfo*> missing;
    const auto called = std::stable_partition(hook_points_.begin(), hook_points_.end(),
                                              [](const HookPointInfo* info) { return isCalledByThisKea(*info); });
    if (config.hook_points && called != hook_points_.end()) {
        throw ConfigError(config.path + ".hook-points: " + thisKea() + " has no " + (*called)->name + ", which exists since Kea " +
                          (*called)->since + "; take " + (*called)->name + " out of the list or run a newer Kea");
    }
    std::copy_if(called, hook_points_.end(), std::back_inserter(missing), [&](const HookPointInfo* info) { return isOf(*info, family); });
    hook_points_.erase(called, hook_points_.end());
    return missing;
}

std::string PolicyModule::describe(const wasm_frame_vec_t& frames) const {
    constexpr std::size_t frames_told = 8;
    std::string text;
    std::size_t told = 0;
    for (std::size_t i = 0; i < frames.size && told < frames_told; ++i) {
        const wasm_frame_t* frame = frames.data[i];
        const wasm_name_t* name = wasmtime_frame_func_name(frame);
        const auto position = code_->map.find(static_cast<std::uint32_t>(wasm_frame_module_offset(frame)));
        if (name == nullptr && !position) {
            continue;
        }
        text += told == 0 ? "" : ", called by ";
        text += name != nullptr ? toString(*name).substr(0, limits::source_name_bytes)
                                : "function " + std::to_string(wasm_frame_func_index(frame));
        if (position) {
            text += " at " + position->file + ":" + std::to_string(position->line) + ":" + std::to_string(position->column);
        }
        ++told;
    }
    return text;
}

bool PolicyModule::isInMemoryManager(const wasm_frame_vec_t& frames) const {
    if (frames.size == 0) {
        return false;
    }
    const auto position = code_->map.find(static_cast<std::uint32_t>(wasm_frame_module_offset(frames.data[0])));
    return position && position->file.compare(0, 8, "~lib/rt/") == 0;
}

}  // namespace kea_policy
