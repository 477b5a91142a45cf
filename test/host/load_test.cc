// SPDX-License-Identifier: MPL-2.0
// The real libdhcp_policy.so, opened and loaded as Kea does: what links wrong shows only here.
#include "guests.h"
#include "kea_log_file.h"
#include "raw_packets.h"

#include <dhcpsrv/callout_handle_store.h>
#include <dhcpsrv/cfgmgr.h>
#include <hooks/hooks.h>
#include <hooks/hooks_manager.h>
#include <hooks/server_hooks.h>
#include <log/message_initializer.h>

#include <gtest/gtest.h>

#include <dlfcn.h>
#include <elf.h>

#include <cstring>
#include <fstream>
#include <set>

namespace kea_policy {
namespace {

using isc::hooks::CalloutHandle;
using isc::hooks::CalloutHandlePtr;
using isc::hooks::HooksManager;

std::set<std::string> exportedSymbols(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    Elf64_Ehdr header;
    std::memcpy(&header, bytes.data(), sizeof header);
    std::vector<Elf64_Shdr> sections(header.e_shnum);
    std::memcpy(sections.data(), bytes.data() + header.e_shoff, sections.size() * sizeof(Elf64_Shdr));
    std::set<std::string> names;
    for (const Elf64_Shdr& section : sections) {
        for (std::size_t at = 0; section.sh_type == SHT_DYNSYM && at < section.sh_size; at += sizeof(Elf64_Sym)) {
            Elf64_Sym symbol;
            std::memcpy(&symbol, bytes.data() + section.sh_offset + at, sizeof symbol);
            if (symbol.st_shndx != SHN_UNDEF && ELF64_ST_BIND(symbol.st_info) != STB_LOCAL) {
                names.insert(bytes.data() + sections[section.sh_link].sh_offset + symbol.st_name);
            }
        }
    }
    return names;
}

TEST(LoadTest, exportsWhatKeaLooksUpAndNothingElse) {
    EXPECT_EQ(exportedSymbols(KEA_POLICY_LIBRARY), (std::set<std::string>{"version", "load", "unload", "multi_threading_compatible"}));
}

TEST(LoadTest, openedAndClosedRunsItsConstructorsOnce) {
    const bool fresh = dlopen(KEA_POLICY_LIBRARY, RTLD_NOW | RTLD_NOLOAD) == nullptr;
    const std::size_t before = isc::log::MessageInitializer::getPendingCount();
    for (int i = 0; i < 3; ++i) {
        void* library = dlopen(KEA_POLICY_LIBRARY, RTLD_NOW | RTLD_LOCAL);
        ASSERT_NE(library, nullptr) << dlerror();
        const auto call = [&](const char* name) { return reinterpret_cast<int (*)()>(dlsym(library, name))(); };
        EXPECT_EQ(call("version"), KEA_HOOKS_VERSION);
        EXPECT_NE(call("multi_threading_compatible"), 0);
        // Its log messages are registered by a static constructor.
        EXPECT_EQ(isc::log::MessageInitializer::getPendingCount(), before + (fresh ? 1 : 0)) << i;
        EXPECT_EQ(dlclose(library), 0);
        void* mapped = dlopen(KEA_POLICY_LIBRARY, RTLD_NOW | RTLD_NOLOAD);
        EXPECT_NE(mapped, nullptr) << "wasmtime's signal handlers must not go away";
        dlclose(mapped);
    }
}

int hookPointNumber(const std::string& name) {
    const int index = isc::hooks::ServerHooks::getServerHooks().findIndex(name);
    return index >= 0 ? index : HooksManager::registerHook(name);
}

class LoadInKeaTest : public testing::Test {
protected:
    void SetUp() override { isc::dhcp::CfgMgr::instance().setFamily(AF_INET); }
    void TearDown() override {
        stage(false);
        EXPECT_TRUE(unload());
    }

    /// Does the configuration that Kea is about to take have the library? Kea unloads and loads it for each.
    void stage(bool has_library) {
        auto& libraries = isc::dhcp::CfgMgr::instance().getStagingCfg()->getHooksConfig();
        libraries.clear();
        if (has_library) {
            libraries.add(KEA_POLICY_LIBRARY, isc::data::Element::createMap());
        }
    }

    bool unload() {
        HooksManager::prepareUnloadLibraries();
        return HooksManager::unloadLibraries();
    }
    /// As at a configuration: the old libraries go, the new ones are looked at, then loaded.
    bool load(const std::string& parameters, int times = 1) {
        EXPECT_TRUE(unload());
        EXPECT_TRUE(HooksManager::validateLibraries({KEA_POLICY_LIBRARY}).empty());
        isc::hooks::HookLibsCollection libraries;
        for (int i = 0; i < times; ++i) {
            libraries.emplace_back(KEA_POLICY_LIBRARY, isc::data::Element::fromJSON(parameters));
        }
        return HooksManager::loadLibraries(libraries);
    }
    bool loadGuest(const std::string& guest) {
        return load("{\"policies\": [{\"name\": \"p\", \"wasm\": \"" + guestPath(guest) + "\", \"on-error\": \"drop\"}]}");
    }
    /// The sentence with which the configuration is refused, or "".
    std::string configure() {
        const CalloutHandlePtr handle = HooksManager::createCalloutHandle();
        handle->setArgument("server_config", isc::dhcp::CfgMgr::instance().getCurrentCfg());
        HooksManager::callCallouts(configured_, *handle);
        std::string sentence;
        if (handle->getStatus() == CalloutHandle::NEXT_STEP_DROP) {
            handle->getArgument("error", sentence);
        }
        return sentence;
    }
    CalloutHandle::CalloutNextStep receive(CalloutHandle::CalloutNextStep before = CalloutHandle::NEXT_STEP_CONTINUE) {
        isc::dhcp::Pkt4Ptr query = receive4(RawDhcp4());
        const CalloutHandlePtr handle = isc::dhcp::getCalloutHandle(query);
        isc::hooks::ScopedCalloutHandleState state(handle);
        handle->setArgument("query4", query);
        handle->setStatus(before);
        HooksManager::callCallouts(received_, *handle);
        // The packet is kept; a handle that is would hold the library.
        query->resetCalloutHandle();
        return handle->getStatus();
    }

    const int configured_ = hookPointNumber("dhcp4_srv_configured");
    const int received_ = hookPointNumber("pkt4_receive");
};

TEST_F(LoadInKeaTest, decidesLoadAfterLoad) {
    for (int round = 0; round < 3; ++round) {
        ASSERT_TRUE(loadGuest("drop"));
        EXPECT_EQ(configure(), "");
        EXPECT_EQ(receive(), CalloutHandle::NEXT_STEP_DROP);
        ASSERT_TRUE(loadGuest("skip"));
        EXPECT_EQ(configure(), "");
        EXPECT_EQ(receive(), CalloutHandle::NEXT_STEP_SKIP);
        ASSERT_TRUE(loadGuest("continue"));
        EXPECT_EQ(configure(), "");
        EXPECT_EQ(receive(), CalloutHandle::NEXT_STEP_CONTINUE);
        ASSERT_TRUE(loadGuest("recursion"));
        EXPECT_EQ(configure(), "");
        EXPECT_EQ(receive(), CalloutHandle::NEXT_STEP_DROP) << "on-error, and the process lives";
    }
}

TEST_F(LoadInKeaTest, refusesInSrvConfiguredAndKeepsTheLastGoodSet) {
    ASSERT_TRUE(loadGuest("drop"));
    ASSERT_EQ(configure(), "");
    for (const std::string& parameters : {std::string("{}"), std::string(R"({"policies": []})"), std::string(R"({"polices": []})"),
                                          "{\"policies\": [{\"name\": \"p\", \"wasm\": \"" + guestPath("load_false") + "\"}]}"}) {
        ASSERT_TRUE(load(parameters)) << "load() never fails: Kea would answer nobody";
        EXPECT_NE(configure(), "") << parameters;
        EXPECT_EQ(receive(), CalloutHandle::NEXT_STEP_DROP) << "the set before decides";
    }
    ASSERT_TRUE(loadGuest("continue"));
    EXPECT_EQ(configure(), "");
    EXPECT_EQ(receive(), CalloutHandle::NEXT_STEP_CONTINUE);
}

TEST_F(LoadInKeaTest, setBeforeDecidesUntilConfigured) {
    ASSERT_TRUE(loadGuest("drop"));
    ASSERT_EQ(configure(), "");
    ASSERT_TRUE(loadGuest("continue"));
    EXPECT_EQ(receive(), CalloutHandle::NEXT_STEP_DROP);
    EXPECT_EQ(configure(), "");
    EXPECT_EQ(receive(), CalloutHandle::NEXT_STEP_CONTINUE);
}

TEST_F(LoadInKeaTest, listedTwiceIsRefused) {
    const std::string parameters = "{\"policies\": [{\"name\": \"p\", \"wasm\": \"" + guestPath("continue") + "\"}]}";
    ASSERT_TRUE(load(parameters, 2));
    EXPECT_EQ(configure(), "hooks-libraries: libdhcp_policy.so is listed 2 times; list it once and put all policies into its \"policies\"");
    ASSERT_TRUE(load(parameters));
    EXPECT_EQ(configure(), "");
}

TEST_F(LoadInKeaTest, unloadOfAPolicyIsCalledOnceWhenAnotherSetTakesItsPlace) {
    const KeaLogFile file(isc::log::INFO);
    stage(true);
    ASSERT_TRUE(loadGuest("unload_logs"));
    ASSERT_EQ(configure(), "");
    ASSERT_TRUE(unload());
    ASSERT_TRUE(load(R"({"polices": []})"));
    ASSERT_NE(configure(), "");
    ASSERT_TRUE(unload());
    EXPECT_TRUE(file.messages("POLICY_SAYS").empty()) << "the last good set goes on";
    ASSERT_TRUE(loadGuest("continue"));
    EXPECT_TRUE(file.messages("POLICY_SAYS").empty()) << "it decides until the next one is in force";
    ASSERT_EQ(configure(), "");
    // Joins the thread that deletes the set before.
    ASSERT_TRUE(unload());
    EXPECT_EQ(file.messages("POLICY_SAYS"), std::vector<std::string>{"POLICY_SAYS p: bye"});
}

TEST_F(LoadInKeaTest, unloadOfAPolicyIsCalledWhereTheNextConfigurationHasNoLibrary) {
    const KeaLogFile file(isc::log::INFO);
    stage(true);
    ASSERT_TRUE(loadGuest("unload_logs"));
    ASSERT_EQ(configure(), "");
    stage(false);
    ASSERT_TRUE(unload());
    EXPECT_EQ(file.messages("POLICY_SAYS"), std::vector<std::string>{"POLICY_SAYS p: bye"});
    ASSERT_TRUE(loadGuest("continue"));
    ASSERT_EQ(configure(), "");
    ASSERT_TRUE(unload());
    EXPECT_EQ(file.messages("POLICY_SAYS").size(), 1U) << "and not again when it is deleted";
}

TEST_F(LoadInKeaTest, statusOfALibraryBeforeIsNotLowered) {
    // Kea resets the status before the first library's callout, so a library before ours is one that registers before it.
    struct Before {
        static int drop(CalloutHandle& handle) {
            handle.setStatus(CalloutHandle::NEXT_STEP_DROP);
            return 0;
        }
        static int skip(CalloutHandle& handle) {
            handle.setStatus(CalloutHandle::NEXT_STEP_SKIP);
            return 0;
        }
    };
    for (const auto& [guest, skip_after, drop_after] :
         {std::tuple<const char*, CalloutHandle::CalloutNextStep, CalloutHandle::CalloutNextStep>{
              "continue", CalloutHandle::NEXT_STEP_SKIP, CalloutHandle::NEXT_STEP_DROP},
          {"skip", CalloutHandle::NEXT_STEP_SKIP, CalloutHandle::NEXT_STEP_DROP},
          {"drop", CalloutHandle::NEXT_STEP_DROP, CalloutHandle::NEXT_STEP_DROP}}) {
        ASSERT_TRUE(loadGuest(guest));
        ASSERT_EQ(configure(), "");
        HooksManager::preCalloutsLibraryHandle().registerCallout("pkt4_receive", Before::skip);
        EXPECT_EQ(receive(), skip_after) << guest;
        HooksManager::preCalloutsLibraryHandle().deregisterAllCallouts("pkt4_receive");
        HooksManager::preCalloutsLibraryHandle().registerCallout("pkt4_receive", Before::drop);
        EXPECT_EQ(receive(), drop_after) << guest;
        HooksManager::preCalloutsLibraryHandle().deregisterAllCallouts("pkt4_receive");
    }
}

}  // namespace
}  // namespace kea_policy
