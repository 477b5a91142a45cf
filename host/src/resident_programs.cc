// SPDX-License-Identifier: MPL-2.0
#include "resident_programs.h"

#include "limits.h"

#include <algorithm>
#include <csignal>
#include <utility>

namespace kea_policy {

bool ResidentPrograms::claim(const ScriptJobPtr& job, std::uint32_t number, ScriptEnd& why) {
    OfScript& script = scripts_[job->script];
    ResidentProgramPtr program = idleOf(script);
    if (!program) {
        if (Clock::now() < script.rests_until) {
            why = {ScriptEnd::How::Resting, 0};
            return false;
        }
        int error = 0;
        program = make(job, number, error);
        if (!program) {
            why = {ScriptEnd::How::NotStarted, error};
            return false;
        }
    }
    program->job = job;
    job->program = std::move(program);
    return true;
}

ResidentProgramPtr ResidentPrograms::idleOf(OfScript& script) {
    while (!script.idle.empty()) {
        ResidentProgramPtr program = std::move(script.idle.back());
        script.idle.pop_back();
        if (program->isSilent()) {
            return program;
        }
        // It ended, or answered what nobody asked: that must not be taken for the answer of this event.
        dismiss(*program, limits::resident_end);
    }
    return nullptr;
}

ResidentProgramPtr ResidentPrograms::make(const ScriptJobPtr& job, std::uint32_t number, int& error) {
    ResidentProgramPtr program = ResidentProgram::make(number, job->script, error);
    if (program) {
        all_[number] = program;
        outbox_.start(job, program);
    }
    return program;
}

void ResidentPrograms::dismiss(ResidentProgram& program, std::chrono::milliseconds within) {
    program.close();
    if (!program.gone) {
        outbox_.end(program.number, within);
    }
}

void ResidentPrograms::giveBack(ScriptJob& job) {
    const ResidentProgramPtr program = std::move(job.program);
    program->job = nullptr;
    if (program->gone) {
        bury(*program);
    } else if (program->leaving) {
        dismiss(*program, limits::resident_leave);
    } else if (program->isOpen()) {
        scripts_[program->script].idle.push_back(program);
    }
}

void ResidentPrograms::started(std::uint32_t number, std::int32_t process) {
    const auto found = all_.find(number);
    if (found != all_.end()) {
        found->second->process = process;
        if (moves_) {
            found->second->place.mayMove(process);
        }
    }
}

ResidentProgramPtr ResidentPrograms::ended(std::uint32_t number, ScriptEnd how) {
    const auto found = all_.find(number);
    if (found == all_.end()) {
        return nullptr;
    }
    const ResidentProgramPtr program = std::move(found->second);
    all_.erase(found);
    program->end = how;
    program->gone = true;
    if (!program->job) {
        bury(*program);
    }
    return program;
}

void ResidentPrograms::bury(const ResidentProgram& program) {
    const auto found = scripts_.find(program.script);
    if (found == scripts_.end()) {
        return;
    }
    OfScript& script = found->second;
    script.idle.erase(std::remove_if(script.idle.begin(), script.idle.end(), [&program](const ResidentProgramPtr& one) { return one.get() == &program; }),
                      script.idle.end());
    if (program.hasAnswered()) {
        script.rest = {};
        script.rests_until = {};
    } else if (program.end->how != ScriptEnd::How::NotStarted) {
        script.rest = std::clamp(script.rest * 2, limits::resident_rest_first, limits::resident_rest_longest);
        script.rests_until = Clock::now() + script.rest;
    }
}

void ResidentPrograms::killGroups() {
    for (const auto& [number, program] : all_) {
        if (program->process > 1) {
            ::kill(-program->process, SIGKILL);
        }
    }
}

std::vector<ResidentProgramPtr> ResidentPrograms::lost() {
    std::vector<ResidentProgramPtr> busy;
    for (const auto& [number, program] : all_) {
        program->end = ScriptEnd{ScriptEnd::How::StarterEnded, 0};
        program->gone = true;
        if (program->job) {
            busy.push_back(program);
        }
    }
    all_.clear();
    scripts_.clear();
    return busy;
}

void ResidentPrograms::forget(std::uint32_t script) {
    const auto found = scripts_.find(script);
    if (found == scripts_.end()) {
        return;
    }
    const std::vector<ResidentProgramPtr> idle = std::move(found->second.idle);
    scripts_.erase(found);
    for (const auto& [number, program] : all_) {
        program->leaving = program->leaving || program->script == script;
    }
    for (const ResidentProgramPtr& program : idle) {
        dismiss(*program, limits::resident_leave);
    }
}

void ResidentPrograms::letGo() {
    while (!scripts_.empty()) {
        forget(scripts_.begin()->first);
    }
    for (const auto& [number, program] : all_) {
        program->endInput();
    }
}

}  // namespace kea_policy
