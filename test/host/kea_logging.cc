// SPDX-License-Identifier: MPL-2.0
// Starts Kea's logging for all tests, silent: the first use of a logger fixes its name and its lock for the whole process.
#include <log/logger_manager.h>

#include <gtest/gtest.h>

#include <stdlib.h>

namespace kea_policy {
namespace {

class KeaLogging : public testing::Environment {
    void SetUp() override {
        ::setenv("KEA_LOCKFILE_DIR", "none", 1);
        isc::log::LoggerManager::init("host-tests", isc::log::NONE, 0, nullptr);
    }
};

[[maybe_unused]] const testing::Environment* const environment = testing::AddGlobalTestEnvironment(new KeaLogging);

}  // namespace
}  // namespace kea_policy
