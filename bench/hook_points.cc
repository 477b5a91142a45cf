// SPDX-License-Identifier: MPL-2.0
// What a policy adds at each hook point of the schema, and what a hook point costs that no policy exports. Kea's own HooksManager calls, with
// arguments of Kea's own classes.
//   bench-hook_points list FAMILY                          the hook points that this Kea has, as JSON
//   bench-hook_points time|instructions FAMILY POLICY      POLICY, a .wasm, exports all of them
//   time           prints a line of JSON for each hook point, in nanoseconds
//   instructions   under `valgrind --tool=callgrind --collect-atstart=no --instr-atstart=no`: a dump "HOOK_POINT WHAT CALLS" for each figure
#include "hook_libraries.h"
#include "hook_points.h"
#include "kea_arguments.h"
#include "medians.h"
#include "samples.h"

#include <log/logger_support.h>
#include <valgrind/callgrind.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace kea_policy_bench {
namespace {

using isc::hooks::CalloutHandlePtr;
using isc::hooks::HooksManager;
using kea_policy::Arguments;
using kea_policy::HookPointId;
using kea_policy::HookPointInfo;
using kea_policy::kHookPointCount;
using kea_policy::kHookPoints;

/// Callouts between two looks at the clock, each with arguments of its own.
constexpr std::size_t kBlock = 16;
/// As in callout.cc, but there are more hook points than cases.
constexpr std::size_t kRuns = 15;
constexpr std::size_t kRunsThatCount = 5;
constexpr int kRoundsInRun = 150;
constexpr std::size_t kCallsUnderCallgrind = 256;
/// A look whether there are callouts takes some nanoseconds.
constexpr std::size_t kLooks = 2000;

/// The arguments of one call at a hook point.
template <HookPointId Id, typename Positions = std::make_index_sequence<kea_policy::kArgumentCount<Id>>>
class Given;

template <HookPointId Id, std::size_t... I>
class Given<Id, std::index_sequence<I...>> {
    static constexpr const auto& kArguments = Arguments<Id>::list;
    template <std::size_t Position>
    using Kea = typename kea_policy::ReaderOf<kArguments[Position].type>::Kea;

public:
    /// The first argument of a type that samples.h does not make; nullptr where there is none.
    static const char* unknown() {
        const char* name = nullptr;
        (void)((!HasSample<Kea<I>>::value && (name = kArguments[I].name, true)) || ...);
        return name;
    }

    explicit Given(Samples& samples) : values_(make<Kea<I>>(samples)...) {}

    /// What the server does at a hook point, step by step.
    void call(int index) const {
        const CalloutHandlePtr handle = HooksManager::createCalloutHandle();
        (set<I>(*handle), ...);
        HooksManager::callCallouts(index, *handle);
    }

private:
    template <typename Type>
    static Type make(Samples& samples) {
        if constexpr (HasSample<Type>::value) {
            return samples.make(Of<Type>());
        } else {
            throw std::runtime_error("unknown() was not asked");
        }
    }

    template <std::size_t Position>
    void set(isc::hooks::CalloutHandle& handle) const {
        if constexpr (kArguments[Position].since <= KEA_HOOKS_VERSION) {
            handle.setArgument(kArguments[Position].name, std::get<Position>(values_));
        }
    }

    std::tuple<Kea<I>...> values_;
};

/// Calls made one after the other, with arguments that were made just before. Returns nanoseconds of one, or counts instructions.
template <HookPointId Id>
double callBlock(int index, Samples& samples, bool count) {
    std::vector<Given<Id>> given;
    given.reserve(kBlock);
    for (std::size_t i = 0; i < kBlock; ++i) {
        given.emplace_back(samples);
    }
    if (count) {
        CALLGRIND_TOGGLE_COLLECT;
    }
    const auto begin = std::chrono::steady_clock::now();
    for (const auto& one : given) {
        one.call(index);
    }
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
    if (count) {
        CALLGRIND_TOGGLE_COLLECT;
    }
    return took.count() / static_cast<double>(kBlock);
}

template <HookPointId Id>
void time(const HookPointInfo& info, int empty, Samples& samples) {
    struct Run {
        double empty, ours, empty_again;
    };
    const int index = hookPoint(info.name);
    std::vector<Run> runs;
    while (runs.size() < kRuns) {
        std::vector<double> first, ours_less, again_less;
        for (int round = 0; round < kRoundsInRun; ++round) {
            first.push_back(callBlock<Id>(empty, samples, false));
            ours_less.push_back(callBlock<Id>(index, samples, false) - first.back());
            again_less.push_back(callBlock<Id>(empty, samples, false) - first.back());
        }
        runs.push_back({median(first), median(ours_less), median(again_less)});
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
    std::printf("{\"hookPoint\": \"%s\", ", info.name);
    printFigure("empty", figures(&Run::empty), ", ");
    printFigure("ours", figures(&Run::ours), ", ");
    printFigure("emptyAgainstEmpty", figures(&Run::empty_again), "}\n");
}

void dump(const char* hook_point, const char* what, std::size_t calls) {
    const std::string title = std::string(hook_point) + " " + what + " " + std::to_string(calls);
    CALLGRIND_DUMP_STATS_AT(title.c_str());
}

template <HookPointId Id>
void measure(const HookPointInfo& info, bool count, int empty, Samples& samples) {
    if (const char* unknown = Given<Id>::unknown()) {
        std::printf("{\"hookPoint\": \"%s\", \"notMeasured\": \"bench/samples.h makes no argument %s\"}\n", info.name, unknown);
        return;
    }
    if (!count) {
        time<Id>(info, empty, samples);
        return;
    }
    for (const auto& [what, index] : {std::make_pair("empty", empty), std::make_pair("ours", hookPoint(info.name))}) {
        // The first block proves types of arguments, and so on.
        callBlock<Id>(index, samples, false);
        CALLGRIND_START_INSTRUMENTATION;
        for (std::size_t calls = 0; calls < kCallsUnderCallgrind; calls += kBlock) {
            callBlock<Id>(index, samples, true);
        }
        dump(info.name, what, kCallsUnderCallgrind);
        CALLGRIND_STOP_INSTRUMENTATION;
    }
}

using Measure = void (*)(const HookPointInfo&, bool, int, Samples&);
template <std::size_t... Position>
constexpr std::array<Measure, kHookPointCount> measuresOf(std::index_sequence<Position...>) {
    return {measure<kHookPoints[Position].id>...};
}
constexpr auto kMeasures = measuresOf(std::make_index_sequence<kHookPointCount>());

bool isHere(const HookPointInfo& info, int family) {
    return kea_policy::isOf(info, family) && info.since_version <= KEA_HOOKS_VERSION;
}

isc::hooks::HookLibsCollection libraries(const std::string& policy, const std::string& more) {
    const std::string folder = KEA_POLICY_OUTPUT_DIR;
    isc::hooks::HookLibsCollection libraries;
    libraries.emplace_back(folder + "/libempty_hook.so", isc::data::Element::fromJSON("{\"hook-point\": \"empty\"}"));
    libraries.emplace_back(folder + "/libdhcp_policy.so",
                           isc::data::Element::fromJSON("{\"policies\": [{\"name\": \"measured\", \"wasm\": \"" + policy + "\"" + more + "}]}"));
    return libraries;
}

/// All that a server does at a hook point without callouts: it looks whether there are some.
double look(int index, bool count) {
    if (count) {
        CALLGRIND_TOGGLE_COLLECT;
    }
    const auto begin = std::chrono::steady_clock::now();
    std::size_t present = 0;
    for (std::size_t looks = 0; looks < kLooks; ++looks) {
        present += HooksManager::calloutsPresent(index) ? 1 : 0;
    }
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
    if (count) {
        CALLGRIND_TOGGLE_COLLECT;
    }
    if (present != 0) {
        throw std::runtime_error("A hook point is registered that no policy exports.");
    }
    return took.count() / static_cast<double>(kLooks);
}

/// A hook point that no policy exports, in a server with our library and in one without any.
void measureUnexported(int family, const std::string& policy, bool count) {
    const HookPointInfo *exported = nullptr, *other = nullptr;
    for (const HookPointInfo& info : kHookPoints) {
        if (isHere(info, family)) {
            (exported == nullptr ? exported : other) = &info;
        }
    }
    const int index = hookPoint(other->name);
    std::vector<double> without, with;
    for (const bool loaded : {false, true, false, true, false, true}) {
        std::unique_ptr<HookLibraries> ours;
        if (loaded) {
            ours = std::make_unique<HookLibraries>(libraries(policy, ", \"hook-points\": [\"" + std::string(exported->name) + "\"]"), family);
        }
        if (count) {
            CALLGRIND_START_INSTRUMENTATION;
            look(index, true);
            dump(other->name, loaded ? "withUs" : "withoutUs", kLooks);
            CALLGRIND_STOP_INSTRUMENTATION;
            continue;
        }
        std::vector<double> runs;
        for (std::size_t run = 0; run < 100; ++run) {
            runs.push_back(look(index, false));
        }
        (loaded ? with : without).push_back(median(runs));
    }
    if (!count) {
        std::printf("{\"unexported\": \"%s\", ", other->name);
        printFigure("withUs", with, ", ");
        printFigure("withoutUs", without, "}\n");
    }
}

void run(const std::vector<std::string>& arguments) {
    const bool lists = arguments.size() == 2 && arguments[0] == "list";
    if (!lists && (arguments.size() != 3 || (arguments[0] != "time" && arguments[0] != "instructions"))) {
        throw std::runtime_error("Usage: bench-hook_points list FAMILY, or time|instructions FAMILY POLICY");
    }
    const int family = arguments[1] == "6" ? 6 : 4;
    if (lists) {
        std::string names;
        for (const HookPointInfo& info : kHookPoints) {
            names += isHere(info, family) ? (names.empty() ? "\"" : ", \"") + std::string(info.name) + "\"" : "";
        }
        std::printf("[%s]\n", names.c_str());
        return;
    }
    const bool count = arguments[0] == "instructions";
    isc::log::initLogger("bench-hook_points", isc::log::WARN);
    for (const HookPointInfo& info : kHookPoints) {
        hookPoint(info.name);
    }
    const int empty = hookPoint("empty");
    hookPoint("dhcp" + arguments[1] + "_srv_configured");
    measureUnexported(family, arguments[2], count);
    const HookLibraries ours(libraries(arguments[2], ""), family);
    Clients clients(0);
    Samples samples(clients);
    for (const HookPointInfo& info : kHookPoints) {
        if (!isHere(info, family)) {
            continue;
        }
        if (!HooksManager::calloutsPresent(hookPoint(info.name))) {
            throw std::runtime_error(std::string("Our library registered no callout at ") + info.name + ".");
        }
        kMeasures[kea_policy::hookPointIndex(info.id)](info, count, empty, samples);
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
