// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "compiled_module.h"
#include "config.h"
#include "generated/abi.h"
#include "wasm_file.h"

#include <memory>
#include <string>
#include <vector>

namespace kea_policy {

/// A policy's file, compiled and checked: everything that can be known without running it. Immutable; shared by all instances.
class PolicyModule {
public:
    /// Throws ConfigError with a sentence that names the key, the file and the mend. *family* (4 or 6) is the server's:
    /// a policy that exports no hook point of this server is refused.
    PolicyModule(const PolicyConfig& config, int family);

    /// For instantiation in any store of the engine.
    const wasmtime_instance_pre_t* pre() const noexcept { return pre_.get(); }

    /// What the policy exports and this Kea has, of both families, narrowed by the configuration's hook-points.
    const std::vector<const HookPointInfo*>& hookPoints() const noexcept { return hook_points_; }
    const FieldsRead& fieldsRead() const noexcept { return code_->fields_read; }
    bool hasLoad() const noexcept { return has_load_; }
    bool hasUnload() const noexcept { return has_unload_; }
    bool hasStart() const noexcept { return has_start_; }

    /// "f at index.ts:3:5, called by pkt4_receive at index.ts:9:10": the frames of a trap as far as the map and the names
    /// section know them; empty where neither does.
    std::string describe(const wasm_frame_vec_t& frames) const;
    /// Does the innermost frame lie in AssemblyScript's memory manager? That is how its "out of memory" looks.
    bool isInMemoryManager(const wasm_frame_vec_t& frames) const;

private:
    static std::shared_ptr<const CompiledModule> compile(WasmFile file, const PolicyConfig& config);
    void readExports(const wasmtime_module_t* module, const PolicyConfig& config);
    void chooseHookPoints(const PolicyConfig& config, int family);
    /// Those of this family that exist in later versions only.
    std::vector<const HookPointInfo*> leaveOutWhatKeaLacks(const PolicyConfig& config, int family);

    std::shared_ptr<const CompiledModule> code_;
    InstancePreHandle pre_;
    std::vector<const HookPointInfo*> hook_points_;
    bool has_load_ = false;
    bool has_unload_ = false;
    bool has_start_ = false;
};

}  // namespace kea_policy
