// SPDX-License-Identifier: MPL-2.0
// Scripts that cannot be right are refused before anybody runs them.
#include "script_path.h"

#include "config_error_of.h"
#include "temporary_folder.h"

#ifdef KEA_POLICY_HAS_SCRIPTS_CHECKER
#include <hooks/hooks_parser.h>
#endif

#include <gtest/gtest.h>

#include <filesystem>

namespace kea_policy {
namespace {

class ScriptPathTest : public testing::Test {
protected:
#ifdef KEA_POLICY_HAS_SCRIPTS_CHECKER
    // This Kea wants scripts in one folder.
    ScriptPathTest() { isc::hooks::HookLibraryScriptsChecker::getHookScriptsPath(true, folder_.path()); }
    ~ScriptPathTest() override { isc::hooks::HookLibraryScriptsChecker::getHookScriptsPath(true); }
#endif

    std::string script(const std::string& content) {
        const std::string path = folder_.write("script", content);
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        return path;
    }
    /// What follows the name of the file.
    std::string refusalOf(const std::string& content) {
        const std::string path = script(content);
        const std::string sentence = configErrorOf([&] { checkScriptPath(path, "policies[0].script"); });
        const std::string begin = "policies[0].script names the file \"" + path + "\", ";
        return sentence.compare(0, begin.size(), begin) == 0 ? sentence.substr(begin.size()) : sentence;
    }

    TemporaryFolder folder_;
};

TEST_F(ScriptPathTest, whatCanBeRunIsTaken) {
    for (const char* content : {"#!/bin/sh", "#!/bin/sh\n", "#! /bin/sh -e\necho a\r\n", "#!\t/bin/sh\t-e\n", "\x7f""ELF"}) {
        const std::string path = script(content);
        EXPECT_NO_THROW(checkScriptPath(path, "script")) << content;
    }
}

TEST_F(ScriptPathTest, lineEndsOfWindowsAreTold) {
    for (const char* content : {"#!/bin/sh\r\necho\r\n", "#!/bin/sh -e\r\n", "#!/usr/bin/env python3\r\n", "#!/bin/sh\r"}) {
        EXPECT_EQ(refusalOf(content), "which has the line ends of Windows, so that the system takes a carriage return for a part of its first line: write it "
                                      "with those of Unix, as sed -i 's/\\r$//' makes them")
            << content;
    }
}

TEST_F(ScriptPathTest, interpretersThatAreNoneAreRefused) {
    const std::string folder = folder_.path();
    EXPECT_EQ(refusalOf("#!" + folder + "\n"), "whose first line names the interpreter \"" + folder + "\", which is a folder: correct "
                                               "it, as in #!/bin/sh");
    EXPECT_EQ(refusalOf("#!/bin/nosh -e\n"), "whose first line names the interpreter \"/bin/nosh\", which cannot be executed (No such file or directory): correct it, "
                                             "as in #!/bin/sh");
    EXPECT_EQ(refusalOf("#! \n"), "whose first line names the interpreter \"\", which cannot be executed (No such file or directory): correct it, as in #!/bin/sh");
    const std::string neither = "which is neither a script nor a program: its first line must name its interpreter, as in #!/bin/sh";
    EXPECT_EQ(refusalOf(""), neither);
    EXPECT_EQ(refusalOf("echo\r\n"), neither);
}

}  // namespace
}  // namespace kea_policy
