// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "resident_programs.h"
#include "script_deadlines.h"
#include "script_queue.h"
#include "starter_outbox.h"
#include "starter_restarts.h"
#include "starter_socket.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include <poll.h>

namespace kea_policy {

/// Our side of kea-policy-starter: hands it jobs, or events to the programs that stay, tells their owners how they came out, and starts it again
/// where it dies. One thread of ours reads what it says. Scripts take milliseconds and events some ten microseconds, so one mutex for all of
/// them does no harm; it is never held over anything that waits.
class ScriptStarter final : private StarterListener {
public:
    /// The one beside the library. Never destroyed, as the library's state.
    static ScriptStarter& instance();

    explicit ScriptStarter(std::string program) : program_(std::move(program)) {}
    ~ScriptStarter();
    ScriptStarter(const ScriptStarter&) = delete;
    ScriptStarter& operator=(const ScriptStarter&) = delete;

    /// Makes it ready, where it is not: starts the program, or takes up again after pause(). Throws ConfigError, which begins
    /// with *key_path*, where the program cannot be started or ends before it is ready. Kea's main thread.
    void start(const std::string& key_path);
    /// Kea unloads the library: ends our thread. What runs goes on, what waits is kept. Does nothing where it was never started.
    /// *for_long*: it is not about to load it again, so programs that stay may end.
    void pause(bool for_long = false) noexcept;
    /// After pause(), where the library is not about to be loaded again: ends all that waits.
    void leaveOutWaiting();
    /// Kea loads the library again.
    void resume();

    /// The number for ScriptJob::script.
    std::uint32_t introduce(const std::shared_ptr<ScriptOwner>& owner, const std::shared_ptr<ScriptQueue>& queue);
    /// The queue of that name, as long as somebody has it; else a new one with these limits.
    std::shared_ptr<ScriptQueue> queueOf(const std::string& name, std::size_t max_running, std::size_t max_queued);
    /// What that lets start starts, and what it leaves no room for is left out. Any thread.
    void limit(ScriptQueue& queue, std::size_t max_running, std::size_t max_queued);

    /// The owner goes: programs of it that stay may end. Any thread, also while this class lets go of a job.
    void forget(std::uint32_t script);

    /// Runs a job and waits until it ended: its timeout at most, and a moment. Any thread.
    ScriptEnd run(const ScriptJobPtr& job);
    /// Runs a job when its turn comes. Any thread; does not wait.
    void later(const ScriptJobPtr& job);
    /// The same, but it ends within its timeout, also where its turn does not come: something else waits for it.
    void inTime(const ScriptJobPtr& job);

    /// Under the lock that guards all queues.
    template <typename Question>
    auto ask(Question question) {
        const std::lock_guard<std::mutex> lock(mutex_);
        return question();
    }

private:
    using Clock = ScriptJob::Clock;
    struct Known {
        std::weak_ptr<ScriptOwner> owner;
        std::shared_ptr<ScriptQueue> queue;
    };

    // With the mutex held.
    void dispatch(ScriptQueue& queue);
    void dispatchAll();
    /// Ends the oldest that wait where more do than may.
    void leaveOutOverflow(ScriptQueue& queue);
    /// Owners may have left something out: they are asked to tell of it in a while.
    void tellLeftOutSoon();
    void send(const ScriptJobPtr& job);
    void end(const ScriptJobPtr& job, ScriptEnd how);
    /// Its time is over: how it ended, where it was not handed to the starter.
    std::optional<ScriptEnd> takeBack(const ScriptJob& job);
    // With the mutex held, for programs that stay:
    void assign(const ScriptJobPtr& job);
    /// An event has come out so, or is late: Waits.
    void settle(const ScriptJobPtr& job, ResidentProgram::Step step);
    /// The starter has told how it ended.
    void programEnded(ResidentProgram& program);
    void conclude(const ScriptJobPtr& job, ScriptEnd how);
    /// The starter is gone, and with it all that it ran. How many runs that were.
    std::size_t bury();
    bool isInUse() const;
    bool isDown() const noexcept { return !socket_.isOpen() && start_error_ != 0; }

    // While there is no thread.
    bool launch();
    void startThread();

    // The thread.
    void runThread();
    void forgetForgotten();
    void flushOutbox();
    void takeFreshTalks();
    void addTalks(std::vector<pollfd>& polled) const;
    void hearTalks(const pollfd* polled);
    void hear(const ScriptJobPtr& job);
    void hello(std::int32_t process, bool may_schedule) override;
    void started(std::uint32_t number, std::int32_t process) override;
    void ended(std::uint32_t number, ScriptEnd how) override;
    void says(std::uint32_t script, const std::string& argument, const std::string& line) override;
    void leftOut(std::uint32_t script, std::uint64_t lines) override;
    std::shared_ptr<ScriptOwner> ownerOf(std::uint32_t script);
    void lost();
    void launchAgain();
    /// Milliseconds until there is something to do without being woken; -1 for ever.
    int timeToWait(int socket);
    void giveUpOverdue();
    void killIfStopped();
    /// Has the owners tell what they left out.
    void haveLeftOutTold();
    /// Tells the owners of jobs that nobody waits for.
    void tellOwners();
    void wake() noexcept;

    const std::string program_;
    bool used_ = false;
    std::thread thread_;
    std::atomic<bool> stopping_{false};
    int wake_ = -1;
    StarterRestarts restarts_;
    std::vector<pollfd> polled_;
    /// When the starter last said something, or was started.
    Clock::time_point heard_at_{};
    /// The events that it talks of.
    std::vector<ScriptJobPtr> talks_;

    std::mutex forgotten_mutex_;
    std::vector<std::uint32_t> forgotten_;

    std::mutex mutex_;
    StarterSocket socket_;
    StarterOutbox outbox_{socket_, [this] { wake(); }};
    ResidentPrograms residents_{outbox_};
    Clock::time_point launched_at_{};
    /// It said hello, or isDown().
    std::condition_variable ready_or_down_;
    /// Of the last attempt to start the program: 0 where it succeeded, else what ScriptEnd tells of NoStarter.
    int start_error_ = 0;
    std::uint32_t last_number_ = 0;
    std::unordered_map<std::uint32_t, ScriptJobPtr> running_;
    /// Events that no thread waits for, which the script thread is to take up.
    std::vector<ScriptJobPtr> fresh_talks_;
    std::vector<ScriptJobPtr> to_tell_;
    /// A job ended without a word of the starter: the script thread is to see whether that is stopped.
    bool doubtful_ = false;
    ScriptDeadlines deadlines_;
    std::map<std::uint32_t, Known> known_;
    std::map<std::string, std::weak_ptr<ScriptQueue>> queues_;
    /// When owners are asked to tell what they left out, where they may have.
    std::optional<Clock::time_point> tell_at_;
};

}  // namespace kea_policy
