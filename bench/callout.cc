// SPDX-License-Identifier: MPL-2.0
// What a policy adds to one callout: Kea's own HooksManager calls our library, an empty hook and the same decision in C++, in turn,
// with packets that Kea parsed just before.
//   bench-callout time|instructions|profile FOLDER CASE...
// FOLDER holds the policies NAME.wasm; a CASE is NAME and the family: mac_compare4, mac_compare6, blocklist4, blocklist6.
//   time          prints a line of JSON for each case, in nanoseconds
//   instructions  under `valgrind --tool=callgrind --collect-atstart=no --instr-atstart=no`: a dump "CASE HOOK CALLS" for each hook
//   profile       calls our library alone, for perf to look at
#include "clients.h"
#include "hooks_under_test.h"
#include "medians.h"
#include "packets.h"

#include <log/logger_support.h>
#include <valgrind/callgrind.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include <unistd.h>

namespace kea_policy_bench {
namespace {

constexpr std::size_t kListed = 100'000;
/// Packets between two looks at the clock: few, so that the hooks take turns often, and each finds fresh packets in the cache.
constexpr std::size_t kBlock = 16;
/// Runs that are made, and those of them that count: in which the empty hook was quickest. In the others somebody else had the memory or
/// half of the processor; what is measured has no say in which they are.
constexpr std::size_t kRuns = 33;
constexpr std::size_t kRunsThatCount = 11;
constexpr int kRoundsInRun = 400;
constexpr std::size_t kCallsUnderCallgrind = 512;
constexpr std::size_t kCallsToProfile = 4'000'000;

template <typename Family>
using Packets = std::vector<boost::shared_ptr<typename Family::Packet>>;

template <typename Family>
Packets<Family> receiveBlock(Clients& clients) {
    Packets<Family> packets;
    packets.reserve(kBlock);
    for (std::size_t i = 0; i < kBlock; ++i) {
        packets.push_back(Family::packet(clients.next()));
    }
    return packets;
}

template <typename Family>
std::size_t callAll(int hook_point, Packets<Family>& packets) {
    std::size_t dropped = 0;
    for (auto& packet : packets) {
        dropped += HooksUnderTest<Family>::call(hook_point, packet) ? 1 : 0;
    }
    return dropped;
}

/// Nanoseconds of one callout, as the mean of a block of fresh packets.
template <typename Family>
double timeBlock(int hook_point, Clients& clients) {
    using Clock = std::chrono::steady_clock;
    Packets<Family> packets = receiveBlock<Family>(clients);
    const auto begin = Clock::now();
    callAll<Family>(hook_point, packets);
    const std::chrono::duration<double, std::nano> took = Clock::now() - begin;
    return took.count() / static_cast<double>(kBlock);
}

/// A figure is wrong where a hook decides wrongly: ours must drop whom the native one drops.
template <typename Family>
void compareDecisions(const HooksUnderTest<Family>& hooks, const Clients& clients) {
    Clients ours = clients, native = clients, empty = clients;
    std::size_t by_ours = 0, by_native = 0, by_empty = 0;
    for (std::size_t packets = 0; packets < 1024; packets += kBlock) {
        Packets<Family> for_ours = receiveBlock<Family>(ours), for_native = receiveBlock<Family>(native);
        Packets<Family> for_empty = receiveBlock<Family>(empty);
        by_ours += callAll<Family>(hooks.ours, for_ours);
        by_native += callAll<Family>(hooks.native, for_native);
        by_empty += callAll<Family>(hooks.empty, for_empty);
    }
    if (by_ours != by_native || by_ours == 0 || by_empty != 0) {
        throw std::runtime_error("Of the same 1024 packets our library dropped " + std::to_string(by_ours) + ", the native hook " +
                                 std::to_string(by_native) + " and the empty one " + std::to_string(by_empty) + ".");
    }
}

template <typename Family>
void measureTime(const std::string& name, const HooksUnderTest<Family>& hooks, Clients& clients) {
    struct Run {
        double empty, ours, native, empty_again;
    };
    std::vector<Run> runs;
    while (runs.size() < kRuns) {
        std::vector<double> empty, ours_less, native_less, empty_less;
        // Ours and the native one each by itself against the empty one: a server has one of them, and the table of the other would push
        // its own out of the processor's cache.
        for (int round = 0; round < kRoundsInRun; ++round) {
            const double first = timeBlock<Family>(hooks.empty, clients);
            const double ours = timeBlock<Family>(hooks.ours, clients);
            const double second = timeBlock<Family>(hooks.empty, clients);
            empty.push_back(first);
            ours_less.push_back(ours - first);
            empty_less.push_back(second - first);
        }
        for (int round = 0; round < kRoundsInRun; ++round) {
            const double first = timeBlock<Family>(hooks.empty, clients);
            native_less.push_back(timeBlock<Family>(hooks.native, clients) - first);
        }
        runs.push_back({median(empty), median(ours_less), median(native_less), median(empty_less)});
    }
    std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.empty < b.empty; });
    runs.resize(kRunsThatCount);
    const auto figures = [&](double Run::*what) {
        std::vector<double> values;
        for (const Run& run : runs) {
            values.push_back(run.*what);
        }
        return values;
    };
    std::printf("{\"case\": \"%s\", ", name.c_str());
    printFigure("empty", figures(&Run::empty), ", ");
    printFigure("ours", figures(&Run::ours), ", ");
    printFigure("native", figures(&Run::native), ", ");
    printFigure("emptyAgainstEmpty", figures(&Run::empty_again), "}\n");
}

template <typename Family>
void countInstructions(const std::string& name, const HooksUnderTest<Family>& hooks, Clients& clients) {
    const std::pair<const char*, int> counted[] = {{"empty", hooks.empty}, {"ours", hooks.ours}, {"native", hooks.native}};
    CALLGRIND_START_INSTRUMENTATION;
    for (const auto& [hook, hook_point] : counted) {
        for (std::size_t calls = 0; calls < kCallsUnderCallgrind; calls += kBlock) {
            Packets<Family> packets = receiveBlock<Family>(clients);
            CALLGRIND_TOGGLE_COLLECT;
            callAll<Family>(hook_point, packets);
            CALLGRIND_TOGGLE_COLLECT;
        }
        const std::string title = name + " " + hook + " " + std::to_string(kCallsUnderCallgrind);
        CALLGRIND_DUMP_STATS_AT(title.c_str());
    }
    CALLGRIND_STOP_INSTRUMENTATION;
}

template <typename Family>
void callOursAlone(const HooksUnderTest<Family>& hooks, Clients& clients) {
    Packets<Family> packets = receiveBlock<Family>(clients);
    for (std::size_t calls = 0; calls < kCallsToProfile; calls += kBlock) {
        callAll<Family>(hooks.ours, packets);
    }
}

/// A file that is gone when the bench ends.
struct ListFile {
    std::string path;
    ListFile() {
        char name[] = "/tmp/kea-policy-bench-XXXXXX";
        const int descriptor = mkstemp(name);
        if (descriptor < 0) {
            throw std::runtime_error("The bench can make no file in /tmp for its list.");
        }
        close(descriptor);
        path = name;
    }
    ~ListFile() { std::remove(path.c_str()); }
};

template <typename Family>
void runCase(const std::string& mode, const std::string& folder, const std::string& name) {
    const std::string policy = name.substr(0, name.size() - 1);
    const bool by_list = policy == "blocklist";
    const ListFile list;
    Clients clients(by_list ? kListed : 0);
    std::string lists;
    if (by_list) {
        clients.writeList(list.path, Family::family);
        const std::string kind = Family::family == 4 ? "hwaddr" : "duid";
        lists = ", \"lists\": {\"denied\": {\"file\": \"" + list.path + "\", \"kind\": \"" + kind + "\"}}";
    }
    const std::string parameters = "{\"policies\": [{\"name\": \"measured\", \"wasm\": \"" + folder + "/" + policy + ".wasm\", " +
                                   "\"hook-points\": [\"" + Family::hook_point + "\"]" + lists + "}]}";
    const HooksUnderTest<Family> hooks(KEA_POLICY_OUTPUT_DIR, parameters, by_list ? list.path : "");
    compareDecisions<Family>(hooks, clients);
    if (mode == "instructions") {
        countInstructions<Family>(name, hooks, clients);
    } else if (mode == "profile") {
        callOursAlone<Family>(hooks, clients);
    } else {
        measureTime<Family>(name, hooks, clients);
    }
}

void run(const std::vector<std::string>& arguments) {
    if (arguments.size() < 3 || (arguments[0] != "time" && arguments[0] != "instructions" && arguments[0] != "profile")) {
        throw std::runtime_error("Usage: bench-callout time|instructions|profile FOLDER CASE...");
    }
    isc::log::initLogger("bench-callout", isc::log::WARN);
    const std::string folder = std::filesystem::absolute(arguments[1]);
    for (std::size_t i = 2; i < arguments.size(); ++i) {
        if (arguments[i].back() == '4') {
            runCase<V4>(arguments[0], folder, arguments[i]);
        } else if (arguments[i].back() == '6') {
            runCase<V6>(arguments[0], folder, arguments[i]);
        } else {
            throw std::runtime_error("The case " + arguments[i] + " does not end with its family, 4 or 6.");
        }
    }
}

}  // namespace
}  // namespace kea_policy_bench

int main(int argc, char** argv) {
    // Kea's loggers need no lock file of the system's Kea here.
    setenv("KEA_LOCKFILE_DIR", "none", /*overwrite=*/1);
    try {
        kea_policy_bench::run({argv + 1, argv + argc});
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
