// SPDX-License-Identifier: MPL-2.0
#include "script_path.h"

#include "config_error.h"
#include "in_quotes.h"
#include "regular_file.h"

#ifdef KEA_POLICY_HAS_SCRIPTS_CHECKER
#include <hooks/hooks_parser.h>
#endif

#include <cerrno>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kea_policy {

namespace {

/// A wrong file may be large; only its begin is read.
constexpr std::uint64_t any_size = UINT64_MAX;

std::string beginOf(const std::string& path, const std::string& key_path) {
    RegularFile file(path, key_path, any_size);
    char begin[256];
    return std::string(begin, file.read(begin, sizeof begin));
}

bool isExecutable(const std::string& path) {
    return ::faccessat(AT_FDCWD, path.c_str(), X_OK, AT_EACCESS) == 0;
}

/// One counts as executable as well.
bool isFolder(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string firstLineOf(const std::string& begin) {
    return begin.substr(0, begin.find('\n'));
}

/// "/bin/sh" of "#!/bin/sh -e".
std::string interpreterOf(const std::string& first_line) {
    const std::string line = first_line.substr(2);
    const std::size_t from = line.find_first_not_of(" \t");
    return from == std::string::npos ? "" : line.substr(from, line.find_first_of(" \t", from) - from);
}

void checkKeasRule(const std::string& path, const std::string& key_path) {
#ifdef KEA_POLICY_HAS_SCRIPTS_CHECKER
    try {
        isc::hooks::HookLibraryScriptsChecker::validatePath(path);
    } catch (const std::exception& error) {
        throw ConfigError(key_path + ": Kea wants the scripts of hook libraries in " +
                          isc::hooks::HookLibraryScriptsChecker::getHookScriptsPath() + " (" + error.what() +
                          "): put it there, or start Kea with KEA_HOOK_SCRIPTS_PATH set to its folder");
    }
#endif
}

}  // namespace

void checkScriptPath(const std::string& path, const std::string& key_path) {
    checkKeasRule(path, key_path);
    const std::string begin = beginOf(path, key_path);
    const std::string subject = key_path + " names the file " + inQuotes(path, longest_path);
    if (!isExecutable(path)) {
        throw ConfigError(subject + ", which Kea may not execute (" + std::generic_category().message(errno) +
                          "): chmod +x it, and look whether its file system is mounted noexec");
    }
    if (begin.compare(0, 4, std::string_view("\x7f""ELF")) == 0) {
        return;
    }
    if (begin.compare(0, 2, "#!") != 0) {
        throw ConfigError(subject + ", which is neither a script nor a program: its first line must name its interpreter, as in #!/bin/sh");
    }
    const std::string first_line = firstLineOf(begin);
    if (first_line.back() == '\r') {
        throw ConfigError(subject + ", which has the line ends of Windows, so that the system takes a carriage return for a part of its first line: write "
                          "it with those of Unix, as sed -i 's/\\r$//' makes them");
    }
    const std::string interpreter = interpreterOf(first_line);
    if (interpreter.empty() || !isExecutable(interpreter)) {
        throw ConfigError(subject + ", whose first line names the interpreter " + inQuotes(interpreter, longest_path) +
                          ", which cannot be executed (" + std::generic_category().message(interpreter.empty() ? ENOENT : errno) +
                          "): correct it, as in #!/bin/sh");
    }
    if (isFolder(interpreter)) {
        throw ConfigError(subject + ", whose first line names the interpreter " + inQuotes(interpreter, longest_path) +
                          ", which is a folder: correct it, as in #!/bin/sh");
    }
}

}  // namespace kea_policy
