// SPDX-License-Identifier: MPL-2.0
#include "compiled_module.h"

#include <algorithm>

namespace kea_policy {

namespace {

using Remembered = std::vector<std::weak_ptr<const CompiledModule>>;

/// Never destroyed, as everything of this library that outlives a configuration.
Remembered& remembered() {
    static Remembered* modules = new Remembered();
    return *modules;
}

}  // namespace

std::shared_ptr<const CompiledModule> CompiledModule::find(const std::vector<std::uint8_t>& bytes) {
    for (const auto& one : remembered()) {
        const auto compiled = one.lock();
        if (compiled && compiled->bytes == bytes) {
            return compiled;
        }
    }
    return nullptr;
}

void CompiledModule::remember(const std::shared_ptr<const CompiledModule>& compiled) {
    Remembered& modules = remembered();
    modules.erase(std::remove_if(modules.begin(), modules.end(), [](const auto& one) { return one.expired(); }), modules.end());
    modules.push_back(compiled);
}

}  // namespace kea_policy
