// SPDX-License-Identifier: MPL-2.0
#include "wasm_file.h"

#include "in_quotes.h"
#include "limits.h"
#include "regular_file.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <string_view>

namespace kea_policy {

namespace {

constexpr std::string_view magic("\0asm", 4);
constexpr std::size_t header_bytes = 8;  // magic and version
constexpr std::uint8_t custom_section = 0;
constexpr std::uint8_t start_section = 8;
constexpr char metadata_section[] = "kea_policy";
constexpr char compile_it[] =
    "compile the policy's source with \"npx asc --config asconfig.json\" and name the .wasm file it writes";

/// Reads on within bounds; `broken` tells that it could not, and stays so.
struct Reader {
    const std::uint8_t* at;
    const std::uint8_t* end;
    bool broken = false;

    std::size_t left() const noexcept { return static_cast<std::size_t>(end - at); }

    std::uint8_t byte() noexcept {
        if (at == end) {
            broken = true;
            return 0;
        }
        return *at++;
    }

    /// LEB128 of a 32-bit number: at most five bytes, of which the last has four bits.
    std::uint32_t number() noexcept {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            const std::uint8_t next = byte();
            if (shift == 28 && next > 0x0f) {
                break;
            }
            value |= static_cast<std::uint32_t>(next & 0x7f) << shift;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
        broken = true;
        return 0;
    }

    Reader part(std::size_t length) noexcept {
        if (broken || length > left()) {
            broken = true;
            return {end, end, true};
        }
        const Reader inner{at, at + length};
        at += length;
        return inner;
    }

    std::string_view text() const noexcept { return {reinterpret_cast<const char*>(at), left()}; }
};

/// Calls visit(id, section) for each section. Returns an empty string or what is broken.
std::string walkSections(const std::vector<std::uint8_t>& bytes, const std::function<void(std::uint8_t, Reader&)>& visit) {
    if (bytes.size() < header_bytes) {
        return "it ends within its header of 8 bytes";
    }
    Reader file{bytes.data() + header_bytes, bytes.data() + bytes.size()};
    while (file.left() != 0) {
        const auto offset = static_cast<std::size_t>(file.at - bytes.data());
        const std::uint8_t id = file.byte();
        Reader section = file.part(file.number());
        if (!file.broken) {
            visit(id, section);
        }
        if (file.broken || section.broken) {
            return "its section at byte " + std::to_string(offset) + " of " + std::to_string(bytes.size()) +
                   " does not fit into the file";
        }
    }
    return "";
}

/// Content of the named custom section; problem: what is broken.
std::optional<std::string> findSection(const std::vector<std::uint8_t>& bytes, std::string_view name, std::string& problem) {
    std::optional<std::string> content;
    problem = walkSections(bytes, [&](std::uint8_t id, Reader& section) {
        if (id == custom_section) {
            const Reader section_name = section.part(section.number());
            if (!section.broken && !content && section_name.text() == name) {
                content = std::string(section.text());
            }
        }
    });
    if (!problem.empty()) {
        content.reset();
    }
    return content;
}

[[noreturn]] void refuseLayout(const std::string& problem) {
    throw ConfigError("The wasm module is cut off or damaged, " + problem + ": compile the policy again.");
}

/// What the operator named instead of a module.
std::string otherContent(std::string_view text, const std::string& path) {
    const auto endsWith = [&](std::string_view end) {
        return path.size() >= end.size() && std::string_view(path).substr(path.size() - end.size()) == end;
    };
    std::string_view code = text.substr(0, 1024);
    code.remove_prefix(std::min(code.find_first_not_of(" \t\r\n\xef\xbb\xbf"), code.size()));
    const auto startsWith = [&](std::string_view start) { return code.substr(0, start.size()) == start; };
    if (startsWith("(module") || startsWith("(;") || startsWith(";;") || endsWith(".wat")) {
        return std::string("is WebAssembly text, not a compiled module: translate it with wat2wasm, or ") + compile_it;
    }
    if (startsWith("import ") || startsWith("export ") || startsWith("//") || startsWith("/*") || endsWith(".ts")) {
        return std::string("is AssemblyScript source, not a compiled module: ") + compile_it;
    }
    if (startsWith("{")) {
        return std::string("is JSON, not a compiled module: ") + compile_it;
    }
    return "does not start with the bytes \"\\0asm\" of a wasm module but with " + inQuotes(text.substr(0, 4)) + ": " +
           compile_it;
}

std::string checkHeader(const std::vector<std::uint8_t>& bytes, const std::string& path) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (text.empty()) {
        return std::string("is empty: ") + compile_it;
    }
    if (text.substr(0, magic.size()) != magic) {
        return otherContent(text, path);
    }
    if (text.size() < header_bytes) {
        return std::string("is cut off or damaged, it ends within its header of 8 bytes: ") + compile_it;
    }
    // Two little-endian halves: the version, and the layer (0 core module, 1 component).
    const unsigned version = bytes[4] | static_cast<unsigned>(bytes[5]) << 8;
    const unsigned layer = bytes[6] | static_cast<unsigned>(bytes[7]) << 8;
    if (layer == 1) {
        return std::string("is a WebAssembly component, but policies are core modules: ") + compile_it;
    }
    if (layer != 0 || version != 1) {
        return "is a wasm module of version " + std::to_string(version | layer << 16) + ", but policies are of version 1: " +
               compile_it;
    }
    return "";
}

}  // namespace

WasmFile readWasmFile(const std::string& path, const std::string& config_path) {
    const auto refuse = [&](const std::string& problem) {
        throw ConfigError(config_path + " names the file " + inQuotes(path, longest_path) + ", which " + problem + ".");
    };
    WasmFile wasm;
    {
        RegularFile file(path, config_path, limits::wasm_file_bytes);
        constexpr std::size_t chunk = 64 * 1024;
        // One byte more than the file had, so that its end is seen without growing.
        wasm.bytes.resize(static_cast<std::size_t>(file.size()) + 1);
        std::size_t done = 0;
        while (const std::size_t got = file.read(wasm.bytes.data() + done, wasm.bytes.size() - done)) {
            done += got;
            if (done == wasm.bytes.size()) {
                wasm.bytes.resize(done + chunk);
            }
        }
        wasm.bytes.resize(done);
    }
    std::string problem = checkHeader(wasm.bytes, path);
    if (!problem.empty()) {
        refuse(problem);
    }
    wasm.metadata = findSection(wasm.bytes, metadata_section, problem);
    if (!problem.empty()) {
        refuse("is cut off or damaged, " + problem + ": " + compile_it);
    }
    return wasm;
}

std::optional<std::string> findCustomSection(const std::vector<std::uint8_t>& bytes, const std::string& name) {
    std::string problem;
    auto content = findSection(bytes, name, problem);
    if (!problem.empty()) {
        refuseLayout(problem);
    }
    return content;
}

bool hasStartSection(const std::vector<std::uint8_t>& bytes) {
    bool found = false;
    const std::string problem = walkSections(bytes, [&](std::uint8_t id, Reader&) {
        found = found || id == start_section;
    });
    if (!problem.empty()) {
        refuseLayout(problem);
    }
    return found;
}

}  // namespace kea_policy
