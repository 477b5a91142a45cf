// SPDX-License-Identifier: MPL-2.0
#include "script_functions.h"

#include "script_runner.h"

#include <system_error>

namespace kea_policy {

namespace {

/// NAME=VALUE strings, the last with its NUL as well.
void checkEnvironment(std::string_view block) {
    if (block.size() > starter::kLongestEnvironment) {
        raise(FaultKind::Trap, "wanted to run its script with " + std::to_string(block.size()) + " bytes of environment where " +
                                   std::to_string(starter::kLongestEnvironment) + " are the most (" + std::generic_category().message(E2BIG) + ")");
    }
    if (!block.empty() && block.back() != '\0') {
        raise(FaultKind::Trap, "wanted to run its script with an environment whose last variable has no end");
    }
    std::size_t number = 1;
    for (std::size_t at = 0, end = 0; at < block.size(); at = end + 1, ++number) {
        end = block.find('\0', at);
        const std::size_t equals = block.find('=', at);
        if (equals == at || equals > end) {
            raise(FaultKind::Trap, "wanted to run its script with an environment whose variable " + std::to_string(number) + " has no name");
        }
    }
}

}  // namespace

void runScript(GuestState& state, Values v) {
    const std::uint32_t bytes = argument(v, 1);
    const std::uint8_t* block = state.at(argument(v, 0), bytes);
    if (block == nullptr) {
        raise(FaultKind::Trap, "handed the host an environment that is not inside its memory");
    }
    CalloutView& view = viewOf(state);
    const std::string_view environment(reinterpret_cast<const char*>(block), bytes);
    charge(state, bytes / 8);
    checkEnvironment(environment);
    answer(v, static_cast<std::uint32_t>(state.resources.script->run(*state.hook_point, view, environment)));
}

}  // namespace kea_policy
