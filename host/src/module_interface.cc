// SPDX-License-Identifier: MPL-2.0
#include "module_interface.h"

#include "config_error.h"
#include "generated/abi.h"
#include "nearest.h"

namespace kea_policy {

namespace {

char letterOf(const wasm_valtype_t* type) {
    switch (wasm_valtype_kind(type)) {
    case WASM_I32: return 'i';
    case WASM_I64: return 'I';
    case WASM_F32: return 'f';
    case WASM_F64: return 'F';
    default: return '?';
    }
}

std::string lettersOf(const wasm_valtype_vec_t* types) {
    std::string letters;
    for (std::size_t i = 0; i < types->size; ++i) {
        letters += letterOf(types->data[i]);
    }
    return letters;
}

std::string typeOf(const wasm_externtype_t* type) {
    if (const wasm_functype_t* function = wasm_externtype_as_functype_const(type)) {
        return lettersOf(wasm_functype_params(function)) + ">" + lettersOf(wasm_functype_results(function));
    }
    if (const wasm_globaltype_t* global = wasm_externtype_as_globaltype_const(type)) {
        return wasm_globaltype_mutability(global) == WASM_CONST ? std::string("=") + letterOf(wasm_globaltype_content(global))
                                                               : "other";
    }
    return wasm_externtype_as_memorytype_const(type) != nullptr ? "memory" : "other";
}

}  // namespace

ModuleExports::ModuleExports(const wasmtime_module_t* module) {
    OwnedExports exports;
    wasmtime_module_exports(module, &exports.value);
    for (std::size_t i = 0; i < exports.value.size; ++i) {
        const wasm_exporttype_t* one = exports.value.data[i];
        exports_.push_back({toString(*wasm_exporttype_name(one)), typeOf(wasm_exporttype_type(one))});
        if (const wasm_memorytype_t* memory = wasm_externtype_as_memorytype_const(wasm_exporttype_type(one))) {
            memory_kib_ = wasmtime_memorytype_minimum(memory) * 64;  // a page is 64 KiB
        }
    }
}

bool ModuleExports::hasName(std::string_view name) const {
    for (const Export& one : exports_) {
        if (one.name == name) {
            return true;
        }
    }
    return false;
}

bool ModuleExports::hasType(std::string_view name, std::string_view type) const {
    for (const Export& one : exports_) {
        if (one.name == name) {
            return one.type == type;
        }
    }
    return false;
}

bool ModuleExports::has(std::string_view name, std::string_view parameters, std::string_view results) const {
    return hasType(name, std::string(parameters) + ">" + std::string(results));
}

std::string ModuleExports::firstMissing() const {
    for (const char* global :
         {"kea_policy_abi", "kea_policy_frame", "kea_policy_frame_size", "kea_policy_edits", "kea_policy_edits_size"}) {
        if (!hasType(global, "=i")) {
            return std::string("the constant ") + global;
        }
    }
    return hasType("memory", "memory") ? "" : "its memory as \"memory\"";
}

std::string ModuleExports::nearestHookPoint() const {
    std::vector<std::string> known;
    for (const HookPointInfo& hook_point : kHookPoints) {
        known.emplace_back(hook_point.name);
    }
    for (const Export& one : exports_) {
        if (one.type.find('>') == std::string::npos) {
            continue;
        }
        if (const auto near = nearestWord(one.name, known)) {
            return " (did you mean " + *near + " instead of " + one.name + "?)";
        }
    }
    return "";
}

bool hasImport(const wasmtime_module_t* module, Import function) {
    OwnedImports imports;
    wasmtime_module_imports(module, &imports.value);
    for (std::size_t i = 0; i < imports.value.size; ++i) {
        const wasm_importtype_t* one = imports.value.data[i];
        if (toString(*wasm_importtype_module(one)) == kImportModule &&
            toString(*wasm_importtype_name(one)) == kImports[static_cast<std::size_t>(function)].name) {
            return true;
        }
    }
    return false;
}

void checkImports(const wasmtime_module_t* module, const std::string& subject) {
    OwnedImports imports;
    wasmtime_module_imports(module, &imports.value);
    for (std::size_t i = 0; i < imports.value.size; ++i) {
        const wasm_importtype_t* one = imports.value.data[i];
        const std::string from = toString(*wasm_importtype_module(one));
        const std::string name = toString(*wasm_importtype_name(one));
        const std::string type = typeOf(wasm_importtype_type(one));
        bool known = false;
        for (const ImportInfo& info : kImports) {
            known = known || (from == kImportModule && name == info.name &&
                              type == std::string(info.parameters) + ">" + info.result);
        }
        if (!known) {
            throw ConfigError(subject + "imports " + from + "." + name + ", which a policy is not given; " +
                              (from == "env" ? "build it with the SDK's asconfig.json (\"extends\": \"kea-policy/asconfig.json\")"
                                             : "build it with the kea-policy package of this libdhcp_policy.so's version"));
        }
    }
}

}  // namespace kea_policy
