// SPDX-License-Identifier: MPL-2.0
#include "commands.h"

#include "library.h"
#include "log.h"
#include "stat_policy_get.h"

#include <cc/command_interpreter.h>
#include <stats/stats_mgr.h>

#include <exception>

namespace kea_policy {

using isc::data::ConstElementPtr;
using isc::hooks::CalloutHandle;
using isc::stats::StatsMgr;

namespace {

using KeaHandler = ConstElementPtr (*)(const std::string&, const ConstElementPtr&);

int answerWith(KeaHandler handler, CalloutHandle& handle) {
    ConstElementPtr response;
    try {
        Library::instance().flushStatistics();
        ConstElementPtr command, arguments;
        handle.getArgument("command", command);
        const std::string name = isc::config::parseCommand(arguments, command);
        response = handler(name, arguments);
    } catch (const std::exception& error) {
        response = isc::config::createAnswer(isc::config::CONTROL_RESULT_ERROR, error.what());
    }
    handle.setArgument("response", response);
    return 0;
}

ConstElementPtr policyTable(const std::string&, const ConstElementPtr& arguments) {
    const Library& library = Library::instance();
    return statPolicyGetAnswer(library.active(), library.family(), arguments);
}

}  // namespace

int statisticGet(CalloutHandle& handle) {
    return answerWith(StatsMgr::statisticGetHandler, handle);
}

int statisticGetAll(CalloutHandle& handle) {
    return answerWith(StatsMgr::statisticGetAllHandler, handle);
}

int statisticReset(CalloutHandle& handle) {
    return answerWith(StatsMgr::statisticResetHandler, handle);
}

int statisticResetAll(CalloutHandle& handle) {
    return answerWith(StatsMgr::statisticResetAllHandler, handle);
}

int statPolicyGet(CalloutHandle& handle) {
    return answerWith(policyTable, handle);
}

}  // namespace kea_policy
