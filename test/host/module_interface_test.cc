// SPDX-License-Identifier: MPL-2.0
#include "module_interface.h"

#include "config_error_of.h"
#include "guests.h"
#include "wasm_engine.h"

#include <gtest/gtest.h>

namespace kea_policy {
namespace {

ModuleHandle compile(const std::string& guest) {
    const std::string bytes = guestBytes(guest);
    wasmtime_module_t* module = nullptr;
    const ErrorHandle error(wasmtime_module_new(WasmEngine::instance().engine(),
                                                reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), &module));
    EXPECT_FALSE(error) << messageOf(error.get());
    return ModuleHandle(module);
}

TEST(ModuleInterfaceTest, knowsExportsByNameAndType) {
    const ModuleExports exports(compile("load_true").get());
    EXPECT_TRUE(exports.has("pkt4_receive", "i", "i"));
    EXPECT_FALSE(exports.has("pkt4_receive", "", "i"));
    EXPECT_FALSE(exports.has("pkt4_receive", "i", ""));
    EXPECT_FALSE(exports.has("pkt4_receive", "I", "i"));
    EXPECT_FALSE(exports.has("pkt6_receive", "i", "i"));
    EXPECT_TRUE(exports.has("load", "", "i"));
    EXPECT_FALSE(exports.has("memory", "", ""));
    EXPECT_FALSE(exports.has("kea_policy_abi", "", "i")) << "a global is no function";
    EXPECT_TRUE(exports.hasName("memory"));
    EXPECT_FALSE(exports.hasName("memor"));
    EXPECT_FALSE(exports.hasName(""));
    EXPECT_TRUE(exports.isPolicy());
}

TEST(ModuleInterfaceTest, tellsWhatIsMissing) {
    for (const auto& [guest, missing] : {std::pair<const char*, const char*>{"abi_missing", "the constant kea_policy_abi"},
                                         {"abi_mutable", "the constant kea_policy_abi"},
                                         {"abi_i64", "the constant kea_policy_abi"},
                                         {"not_a_policy", "the constant kea_policy_abi"},
                                         {"memory_missing", "its memory as \"memory\""},
                                         {"memory_misnamed", "its memory as \"memory\""},
                                         {"memory_is_a_function", "its memory as \"memory\""},
                                         {"continue", ""}}) {
        const ModuleExports exports(compile(guest).get());
        EXPECT_EQ(exports.firstMissing(), missing) << guest;
        EXPECT_EQ(exports.isPolicy(), *missing == '\0') << guest;
    }
}

TEST(ModuleInterfaceTest, suggestsTheNearestHookPoint) {
    EXPECT_EQ(ModuleExports(compile("misspelt_hook_point").get()).nearestHookPoint(), " (did you mean pkt4_receive instead of pkt4_recieve?)");
    EXPECT_EQ(ModuleExports(compile("no_hook_point").get()).nearestHookPoint(), "");
}

TEST(ModuleInterfaceTest, importsMustBeInTheTable) {
    EXPECT_NO_THROW(checkImports(compile("puppet").get(), "subject "));
    const std::string sdk = "build it with the SDK's asconfig.json (\"extends\": \"kea-policy/asconfig.json\")";
    const std::string version = "build it with the kea-policy package of this libdhcp_policy.so's version";
    for (const auto& [guest, sentence] : {std::pair<const char*, std::string>{"import_from_env", "env.abort, which a policy is not given; " + sdk},
                                          {"memory_imported", "env.memory, which a policy is not given; " + sdk},
                                          {"import_from_wasi", "wasi_snapshot_preview1.fd_write, which a policy is not given; " + version},
                                          {"import_unknown", "kea_policy_1.lease_find, which a policy is not given; " + version},
                                          {"import_of_other_type", "kea_policy_1.option, which a policy is not given; " + version},
                                          {"import_global", "kea_policy_1.option, which a policy is not given; " + version},
                                          {"import_table", "kea_policy_1.option, which a policy is not given; " + version},
                                          {"memory_imported_from_us", "kea_policy_1.memory, which a policy is not given; " + version}}) {
        EXPECT_EQ(configErrorOf([&, guest = guest] { checkImports(compile(guest).get(), "subject "); }), "subject imports " + sentence) << guest;
    }
}

}  // namespace
}  // namespace kea_policy
