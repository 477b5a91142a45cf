// SPDX-License-Identifier: MPL-2.0
#include "wasm_file.h"

#include "config_error_of.h"
#include "limits.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

namespace kea_policy {
namespace {

constexpr const char* key = "policies[0].wasm";
const std::string header("\0asm\1\0\0\0", 8);
const std::string compile_it = "compile the policy's source with \"npx asc --config asconfig.json\" and name the .wasm file it writes.";

std::string leb(std::uint32_t value) {
    std::string out;
    for (; value >= 0x80; value >>= 7) {
        out += static_cast<char>(value | 0x80);
    }
    return out + static_cast<char>(value);
}

std::string section(int id, const std::string& content) {
    return static_cast<char>(id) + leb(static_cast<std::uint32_t>(content.size())) + content;
}

std::string custom(const std::string& name, const std::string& content) {
    return section(0, leb(static_cast<std::uint32_t>(name.size())) + name + content);
}

std::vector<std::uint8_t> bytesOf(const std::string& text) {
    return {text.begin(), text.end()};
}

class WasmFileTest : public testing::Test {
protected:
    WasmFile read(const std::string& content, const std::string& name = "policy.wasm") {
        return readWasmFile(folder_.write(name, content), key);
    }

    /// What follows "... names the file "PATH", which ".
    std::string refusalOf(const std::string& content, const std::string& name = "policy.wasm") {
        const std::string sentence = configErrorOf([&] { read(content, name); });
        const std::string start = std::string(key) + " names the file \"" + folder_.file(name) + "\", which ";
        EXPECT_EQ(sentence.substr(0, start.size()), start);
        return sentence.substr(std::min(start.size(), sentence.size()));
    }

    TemporaryFolder folder_;
};

TEST_F(WasmFileTest, readsModuleAndMetadata) {
    const std::string module = header + section(1, "\1\x60") + custom("name", "x") + custom("kea_policy", "{ \"abi\": 1 }") +
                               custom("kea_policy", "second");
    const WasmFile wasm = read(module);
    EXPECT_EQ(wasm.bytes, bytesOf(module));
    EXPECT_EQ(wasm.metadata, "{ \"abi\": 1 }");
}

TEST_F(WasmFileTest, absentAndEmptyMetadataDiffer) {
    EXPECT_EQ(read(header).metadata, std::nullopt);
    EXPECT_EQ(read(header + custom("kea_policyx", "x") + custom("kea_polic", "x")).metadata, std::nullopt);
    EXPECT_EQ(read(header + custom("kea_policy", "")).metadata, "");
}

TEST_F(WasmFileTest, readsALargeModule) {
    const std::string module = header + custom("filler", std::string(3'000'000, 'x')) + custom("kea_policy", "m");
    const WasmFile wasm = read(module);
    EXPECT_EQ(wasm.bytes.size(), module.size());
    EXPECT_EQ(wasm.metadata, "m");
}

TEST_F(WasmFileTest, saysWhatTheFileIsInstead) {
    EXPECT_EQ(refusalOf(""), "is empty: " + compile_it);
    EXPECT_EQ(refusalOf(std::string("\0asm", 4)), "is cut off or damaged, it ends within its header of 8 bytes: " + compile_it);
    EXPECT_EQ(refusalOf("\x7f" "ELF\2\1\1"), "does not start with the bytes \"\\0asm\" of a wasm module but with \"\\x7fELF\": " + compile_it);
    EXPECT_EQ(refusalOf("  (module)"), "is WebAssembly text, not a compiled module: translate it with wat2wasm, or " + compile_it);
    EXPECT_EQ(refusalOf("x", "p.wat"), "is WebAssembly text, not a compiled module: translate it with wat2wasm, or " + compile_it);
    EXPECT_EQ(refusalOf("// my policy\n"), "is AssemblyScript source, not a compiled module: " + compile_it);
    EXPECT_EQ(refusalOf("\xef\xbb\xbfimport { Verdict } from"), "is AssemblyScript source, not a compiled module: " + compile_it);
    EXPECT_EQ(refusalOf("let x = 1;", "p.ts"), "is AssemblyScript source, not a compiled module: " + compile_it);
    EXPECT_EQ(refusalOf("{}"), "is JSON, not a compiled module: " + compile_it);
    EXPECT_EQ(refusalOf(std::string("\0asm\x0d\0\1\0", 8)), "is a WebAssembly component, but policies are core modules: " + compile_it);
    EXPECT_EQ(refusalOf(std::string("\0asm\2\0\0\0", 8)), "is a wasm module of version 2, but policies are of version 1: " + compile_it);
    EXPECT_EQ(refusalOf(std::string("\0asm\1\0\2\0", 8)), "is a wasm module of version 131073, but policies are of version 1: " + compile_it);
}

TEST_F(WasmFileTest, refusesSectionsThatDoNotFit) {
    struct Case {
        const char* what;
        std::string sections;
    };
    const Case cases[] = {
        {"no size", std::string("\1", 1)},
        {"size beyond the end", std::string("\1\5abc", 5)},
        {"size cut off", std::string("\1\x80", 2)},
        {"size of six bytes", std::string("\1\x80\x80\x80\x80\x80\0", 7)},
        {"size beyond 32 bits", std::string("\1\xff\xff\xff\xff\x1f", 6)},
        {"size of 2 in 32 bits", std::string("\1\x82\x80\x80\x80\x10""ab", 8)},
        {"largest size", std::string("\1\xff\xff\xff\xff\x0f", 6)},
        {"custom section without a name", section(0, "")},
        {"name beyond its section", section(0, "\5ab")},
        {"name of the largest length", section(0, "\xff\xff\xff\xff\x0f")},
        {"name beyond its section but within the file", section(0, "\5ab") + section(1, "0123456789")},
    };
    for (const Case& test : cases) {
        EXPECT_EQ(refusalOf(header + test.sections),
                  "is cut off or damaged, its section at byte 8 of " + std::to_string(8 + test.sections.size()) +
                      " does not fit into the file: " + compile_it)
            << test.what;
        EXPECT_THROW(findCustomSection(bytesOf(header + test.sections), "x"), ConfigError) << test.what;
    }
}

TEST_F(WasmFileTest, refusesWhatIsNoReadableFile) {
    const auto refusal = [&](const std::string& file) { return configErrorOf([&] { readWasmFile(file, key); }); };
    const std::string missing = folder_.file("missing.wasm");
    EXPECT_EQ(refusal(missing), "policies[0].wasm names the file \"" + missing +
                                    "\", which cannot be read (No such file or directory): put the file there or correct the path.");
    EXPECT_EQ(refusal(folder_.path()), "policies[0].wasm names the file \"" + folder_.path() + "\", which is a directory: name a file in it.");
    const std::string large = folder_.write("large.wasm", header);
    ASSERT_EQ(::truncate(large.c_str(), limits::wasm_file_bytes + 1), 0);
    EXPECT_EQ(refusal(large), "policies[0].wasm names the file \"" + large +
                                  "\", which has 16777217 bytes where at most 16777216 are read: name the right file or make it smaller.");
    const std::string pipe = folder_.file("pipe.wasm");
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_NE(refusal(pipe).find("which is a pipe, a socket or a device"), std::string::npos);
}

TEST(WasmSectionsTest, findsTheFirstOfAName) {
    const auto module = bytesOf(header + custom("a", "1") + section(8, "\0") + custom("b", std::string("2\0", 2)) + custom("b", "3"));
    EXPECT_EQ(findCustomSection(module, "a"), "1");
    EXPECT_EQ(findCustomSection(module, "b"), std::string("2\0", 2));
    EXPECT_EQ(findCustomSection(module, ""), std::nullopt);
    EXPECT_EQ(findCustomSection(bytesOf(header + custom("", "x")), ""), "x");
}

TEST(WasmSectionsTest, findsTheStartSection) {
    EXPECT_FALSE(hasStartSection(bytesOf(header)));
    EXPECT_FALSE(hasStartSection(bytesOf(header + section(1, "\x08\x01") + custom("x", "\x08"))));
    EXPECT_TRUE(hasStartSection(bytesOf(header + section(1, "") + section(8, "\5") + section(10, ""))));
    EXPECT_THROW(hasStartSection(bytesOf(header + "\x08")), ConfigError);
    EXPECT_THROW(hasStartSection({}), ConfigError);
}

TEST(WasmSectionsTest, findsABrokenSectionBehindTheWanted) {
    const auto module = bytesOf(header + custom("kea_policy", "x") + section(8, "\5") + "\1\x7f");
    EXPECT_THROW(findCustomSection(module, "kea_policy"), ConfigError);
    EXPECT_THROW(hasStartSection(module), ConfigError);
}

TEST(WasmSectionsTest, anyBytesAreEitherReadOrRefused) {
    const std::string module = header + section(1, "abcdef") + custom("name", "some") + section(8, "\1") +
                               custom("kea_policy", "{ \"abi\": 1 }") + section(10, std::string(200, 'c'));
    std::mt19937 random(9);
    for (int i = 0; i < 200'000; ++i) {
        std::string broken = module.substr(0, random() % 4 == 0 ? random() % module.size() : module.size());
        for (int flips = random() % 6; flips > 0 && broken.size() > 8; --flips) {
            broken[8 + random() % (broken.size() - 8)] = static_cast<char>(random());
        }
        const std::vector<std::uint8_t> bytes = bytesOf(broken);  // its end is the end of an allocation: sanitizers see overruns
        try {
            const auto content = findCustomSection(bytes, "kea_policy");
            ASSERT_LE(content.value_or("").size(), bytes.size());
            hasStartSection(bytes);
        } catch (const ConfigError& error) {
            ASSERT_TRUE(isSentence(error.what())) << error.what();
        }
    }
}

}  // namespace
}  // namespace kea_policy
