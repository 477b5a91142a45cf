// SPDX-License-Identifier: MPL-2.0
#include "script_runner.h"

#include "in_quotes.h"
#include "limits.h"
#include "log.h"
#include "script_path.h"

#include <algorithm>

namespace kea_policy {

namespace {

/// What jobs of one client have in common: its DUID in DHCPv6, its hardware address in DHCPv4.
std::string clientKey(CalloutView& view) {
    for (const ListKind kind : {ListKind::Duid, ListKind::HwAddr}) {
        const ByteView key = view.likelyKey(kind);
        if (key.size != 0) {
            return std::string(reinterpret_cast<const char*>(key.data), key.size);
        }
    }
    return {};
}

/// Does the block set the variable? *name* ends with "=".
bool sets(std::string_view environment, std::string_view name) {
    for (std::size_t at = 0; at < environment.size(); at = environment.find('\0', at) + 1) {
        if (environment.compare(at, name.size(), name) == 0) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::shared_ptr<ScriptRunner> ScriptRunner::make(const std::string& policy_name, const ScriptConfig& config, const OnError& on_error,
                                                 ScriptStarter& starter) {
    checkScriptPath(config.path, config.key_path);
    starter.start(config.key_path);
    auto runner = std::make_shared<ScriptRunner>(policy_name, config, on_error, starter);
    runner->number_ = starter.introduce(runner, runner->queue_);
    return runner;
}

ScriptRunner::ScriptRunner(const std::string& policy_name, const ScriptConfig& config, const OnError& on_error, ScriptStarter& starter)
    : policy_name_(policy_name), config_(config), on_error_(on_error), starter_(starter),
      queue_(starter.queueOf(policy_name, config.max_running, config.max_queued)), lines_(limits::script_lines_burst, limits::script_lines_per_second), changes_(limits::fault_lines_burst, limits::fault_lines_per_second),
      drops_(1, 1) {
    addConfigured(start_environment_);
}

ScriptRunner::~ScriptRunner() {
    tellLeftOut();
    try {
        if (number_ != 0) {
            starter_.forget(number_);
        }
    } catch (...) {
        // No memory: programs that stay end with the starter.
    }
}

Verdict ScriptRunner::run(const HookPointInfo& hook_point, CalloutView& view, std::string_view environment) {
    const ScriptJobPtr one = job(hook_point.name, &hook_point, environment, clientKey(view));
    if (!config_.wait) {
        starter_.later(one);
        return Verdict::Continue;
    }
    if (ScriptJobs* after_chain = view.afterChain()) {
        after_chain->push_back(one);
        return Verdict::Continue;
    }
    const ScriptEnd end = starter_.run(one);
    note(*one, end);
    const Verdict verdict = verdictOf(end, hook_point);
    return view.dangerOf(verdict) == nullptr ? verdict : Verdict::Continue;
}

void ScriptRunner::comeIntoForce() {
    starter_.limit(*queue_, config_.max_running, config_.max_queued);
}

void ScriptRunner::runEvent(const char* event) {
    const ScriptJobPtr one = job(event, nullptr, {}, {});
    one->goes_first = true;
    note(*one, starter_.run(one));
}

ScriptJobPtr ScriptRunner::job(const char* argument, const HookPointInfo* hook_point, std::string_view environment, std::string client) {
    calls_.fetch_add(1, std::memory_order_relaxed);
    auto made = std::make_shared<ScriptJob>();
    made->owner = shared_from_this();
    made->queue = queue_;
    made->script = number_;
    made->path = config_.path;
    made->argument = argument;
    made->hook_point = hook_point;
    made->resident = config_.resident;
    made->environment = block(argument, environment);
    if (config_.resident) {
        made->start_environment = start_environment_;
    }
    made->client = std::move(client);
    made->timeout_ms = config_.timeout_ms;
    // Kea waits for load and unload; a program that stays is there for the other events.
    made->background = !config_.wait && (config_.resident || hook_point != nullptr);
    return made;
}

std::string ScriptRunner::block(const char* argument, std::string_view environment) const {
    std::string whole;
    // One piece of memory is enough for most; what is configured is short.
    whole.reserve(environment.size() + 256);
    if (config_.resident) {
        whole.append("KEA_HOOK_POINT=").append(argument).append(1, '\0');
    }
    whole.append(environment);
    addConfigured(whole);
    if (config_.resident) {
        whole.append(1, '\0');
    }
    return whole;
}

void ScriptRunner::addConfigured(std::string& whole) const {
    for (const std::string& variable : config_.environment) {
        // What is said of the packet is true; the configuration must not stand against it.
        if (!sets(whole, std::string_view(variable).substr(0, variable.find('=') + 1))) {
            whole.append(variable.c_str(), variable.size() + 1);
        }
    }
}

Verdict ScriptRunner::verdictOf(const ScriptEnd& end, const HookPointInfo& hook_point) const noexcept {
    Verdict verdict = on_error_[hookPointIndex(hook_point.id)];
    if (!end.failed()) {
        const auto found = config_.exit_status.find(end.value);
        verdict = found == config_.exit_status.end() ? config_.other_status : found->second;
    }
    // One map for all hook points: where Kea does not take the verdict, the status decides nothing.
    return honours(hook_point, static_cast<std::int32_t>(verdict)) ? verdict : Verdict::Continue;
}

void ScriptRunner::ended(const ScriptJob& job) noexcept {
    note(job, *job.end);
    if (job.after) {
        // Kea can go on with a packet that it parked, or drop it, but no more.
        const bool drops = verdictOf(*job.end, *job.hook_point) == Verdict::Drop;
        packets_dropped_.fetch_add(drops, std::memory_order_relaxed);
        job.after(drops ? Verdict::Drop : Verdict::Continue);
    }
}

void ScriptRunner::note(const ScriptJob& job, const ScriptEnd& end) noexcept {
    try {
        if (end.how == ScriptEnd::How::Dropped) {
            noteDropped();
            return;
        }
        if (end.how == ScriptEnd::How::Unloaded) {
            unloaded_.fetch_add(1, std::memory_order_relaxed);
            return;
        }
        if (end.failed()) {
            (end.how == ScriptEnd::How::TimedOut ? timed_out_ : failed_).fetch_add(1, std::memory_order_relaxed);
        }
        if (!end.failed() && end.value != 0) {
            nonzero_.fetch_add(1, std::memory_order_relaxed);
        }
        if (!end.failed() && !failing_.load(std::memory_order_relaxed)) {
            return;
        }
        const std::string words = end.failed() ? wordsOf(end, job.timeout_ms, job.waitedLong(), job.resident) : "";
        // Until the line is written: those of two threads must not overtake each other.
        const std::lock_guard<std::mutex> lock(state_mutex_);
        std::uint64_t suppressed = 0;
        // What is left out now stays to be told by a later run.
        if (words == told_ || !changes_.allow(suppressed)) {
            return;
        }
        told_ = words;
        failing_ = end.failed();
        if (end.failed()) {
            LOG_ERROR(policy_logger, POLICY_SCRIPT_FAILED).arg(inQuotes(job.path, longest_path)).arg(policy_name_).arg(job.argument).arg(words);
        } else {
            LOG_INFO(policy_logger, POLICY_SCRIPT_WORKS).arg(inQuotes(job.path, longest_path)).arg(policy_name_);
        }
    } catch (...) {
        // No memory for a line of the log.
    }
}

void ScriptRunner::noteDropped() {
    dropped_.fetch_add(1, std::memory_order_relaxed);
    std::uint64_t suppressed = 0;
    if (drops_.allow(suppressed)) {
        tellDropped();
    }
}

void ScriptRunner::tellOfLines(std::uint64_t left_out) {
    if (left_out != 0) {
        LOG_WARN(policy_logger, POLICY_SCRIPT_LINES_SUPPRESSED).arg(policy_name_).arg(left_out);
    }
}

void ScriptRunner::tellDropped() {
    const std::uint64_t count = dropped_.load(std::memory_order_relaxed);
    if (told_dropped_.exchange(count) != count) {
        LOG_WARN(policy_logger, POLICY_SCRIPT_DROPPED).arg(inQuotes(config_.path, longest_path)).arg(policy_name_).arg(count);
    }
}

void ScriptRunner::tellLeftOut() noexcept {
    try {
        tellOfLines(lines_.takeSuppressed());
        tellDropped();
        const std::uint64_t unloaded = unloaded_.load(std::memory_order_relaxed);
        if (const std::uint64_t untold = unloaded - told_unloaded_.exchange(unloaded)) {
            LOG_WARN(policy_logger, POLICY_SCRIPT_NOT_RUN).arg(inQuotes(config_.path, longest_path)).arg(policy_name_).arg(untold);
        }
    } catch (...) {
        // No memory for a line of the log.
    }
}

ScriptRunner::Totals ScriptRunner::totals() const {
    Totals totals{calls_, failed_, nonzero_, timed_out_, dropped_ + unloaded_, packets_dropped_, 0, 0};
    starter_.ask([&] {
        totals.waiting = queue_->waiting();
        totals.running = queue_->running();
    });
    return totals;
}

void ScriptRunner::leftOut(std::uint64_t lines) noexcept {
    // Nothing is counted for a line that Kea's logger would not write.
    if (policy_logger.isInfoEnabled()) {
        lines_.leaveOut(lines);
    }
}

void ScriptRunner::says(const std::string& argument, const std::string& line) noexcept {
    try {
        std::uint64_t suppressed = 0;
        if (!policy_logger.isInfoEnabled() || !lines_.allow(suppressed)) {
            return;
        }
        tellOfLines(suppressed);
        LOG_INFO(policy_logger, POLICY_SCRIPT_SAYS).arg(policy_name_).arg(argument).arg(escapeControls(line));
    } catch (...) {
        // No memory for a line of the log.
    }
}

}  // namespace kea_policy
