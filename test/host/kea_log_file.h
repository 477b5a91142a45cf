// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "temporary_folder.h"

#include <log/logger_manager.h>
#include <log/logger_specification.h>
#include <log/output_option.h>

#include <fstream>
#include <string>
#include <vector>

namespace kea_policy {

/// Sends what is logged to a file while it lives. Made ready for all tests by kea_logging.cc.
class KeaLogFile {
public:
    explicit KeaLogFile(isc::log::Severity severity = isc::log::DEBUG) {
        isc::log::LoggerManager::init("host-tests", severity, 40, nullptr);
        isc::log::LoggerSpecification specification("host-tests", severity, 40);
        isc::log::OutputOption output;
        output.destination = isc::log::OutputOption::DEST_FILE;
        output.filename = folder_.file("kea.log");
        output.flush = true;
        specification.addOutputOption(output);
        isc::log::LoggerManager().process(specification);
    }
    ~KeaLogFile() { isc::log::LoggerManager::init("host-tests", isc::log::NONE, 0, nullptr); }
    KeaLogFile(const KeaLogFile&) = delete;
    KeaLogFile& operator=(const KeaLogFile&) = delete;

    std::vector<std::string> lines() const {
        std::vector<std::string> lines;
        std::ifstream file(folder_.file("kea.log"));
        for (std::string line; std::getline(file, line);) {
            lines.push_back(line);
        }
        return lines;
    }
    /// The part of each line that begins with the message's name.
    std::vector<std::string> messages(const std::string& name) const {
        std::vector<std::string> messages;
        for (const std::string& line : lines()) {
            const auto at = line.find(name + " ");
            if (at != std::string::npos) {
                messages.push_back(line.substr(at));
            }
        }
        return messages;
    }

private:
    TemporaryFolder folder_;
};

}  // namespace kea_policy
