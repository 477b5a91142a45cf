// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "resident_program.h"
#include "script_job.h"
#include "starter_outbox.h"

#include <chrono>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace kea_policy {

/// The programs that stay, of all scripts: they are started when they are first needed, and one that fails is ended and replaced. How many of a
/// script there may be, its queue says, which lets no more events run at once. Not safe for threads: the starter's mutex guards it.
class ResidentPrograms {
public:
    explicit ResidentPrograms(StarterOutbox& outbox) : outbox_(outbox) {}

    /// One for the job: an idle one of its script, or a new one that the starter is told to start as *number*. False, and the reason in *why*,
    /// where there is none.
    bool claim(const ScriptJobPtr& job, std::uint32_t number, ScriptEnd& why);
    /// Its program is of no use: it is to be gone within so long, and is killed with all that it started where it is not.
    void dismiss(ResidentProgram& program, std::chrono::milliseconds within);
    /// The job needs its program no more.
    void giveBack(ScriptJob& job);

    /// May programs be moved to other processors?
    void setMoves(bool moves) noexcept { moves_ = moves; }

    /// The starter tells of a program. Nullptr where it is none of these.
    void started(std::uint32_t number, std::int32_t process);
    ResidentProgramPtr ended(std::uint32_t number, ScriptEnd how);
    /// Kills what is left of all of them and of what they started.
    void killGroups();
    /// The starter is gone, and all of them with it. Those that had an event.
    std::vector<ResidentProgramPtr> lost();

    /// Nobody will ask this script's programs any more: idle ones are let go, others when they have answered.
    void forget(std::uint32_t script);
    /// Nor those of any script, at least for a while. While nobody talks with one: the input of those that have an event ends as well.
    void letGo();

private:
    using Clock = ResidentProgram::Clock;
    struct OfScript {
        /// The one that answered last is asked first: the processor still has it at hand.
        std::vector<ResidentProgramPtr> idle;
        /// They end before they answer anything: a rest, which doubles, before the next one is started.
        std::chrono::milliseconds rest{0};
        Clock::time_point rests_until{};
    };

    ResidentProgramPtr idleOf(OfScript& script);
    ResidentProgramPtr make(const ScriptJobPtr& job, std::uint32_t number, int& error);
    void bury(const ResidentProgram& program);

    StarterOutbox& outbox_;
    bool moves_ = false;
    std::unordered_map<std::uint32_t, OfScript> scripts_;
    /// Those whose end the starter has not told of.
    std::unordered_map<std::uint32_t, ResidentProgramPtr> all_;
};

}  // namespace kea_policy
