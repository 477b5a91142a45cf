// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace kea_policy {

/// Every number that bounds a policy, with its reason. Nothing else in the host holds such a number.
/// The build finds our headers by -iquote, not -I: the C library has a limits.h too.
namespace limits {

// --- What an operator may set ---------------------------------------------------------------------------------------

/// Instructions of one callout (`max-instructions`). A large policy with strings needs some thousands; a million ends an
/// endless loop after about a millisecond, before clients notice.
constexpr std::uint64_t max_instructions_default = 1'000'000;
/// Below this not even a MAC compare with a log line fits, so a smaller number is a mistake.
constexpr std::uint64_t max_instructions_least = 1'000;
/// About a second of one thread: whoever wants more does not want it on the packet path.
constexpr std::uint64_t max_instructions_most = 1'000'000'000;

/// Memory of one instance (`memory-limit-kib`). 64 wasm pages: two regions of one page each, static data, and room for the
/// sets a policy keeps; a larger set belongs into a list, which the host keeps once for all instances.
constexpr std::uint32_t memory_limit_kib_default = 4096;
/// 16 wasm pages: less does not hold the two regions, static data and a heap.
constexpr std::uint32_t memory_limit_kib_least = 1024;
/// 1 GiB: a quarter of what 32-bit wasm can address, and every slot and spare instance has its own.
constexpr std::uint32_t memory_limit_kib_most = 1'048'576;

/// Lines of its own that a policy may write into Kea's log each second (`log-lines-per-second`), and twice as many at once: enough to
/// follow a packet, too few to fill a disk.
constexpr std::uint32_t log_lines_per_second_default = 10;
/// A policy without a word is one without log lines in it; here they would be lost unseen.
constexpr std::uint32_t log_lines_per_second_least = 1;
/// For a policy that is there to log: what follows every packet of a busy server.
constexpr std::uint32_t log_lines_per_second_most = 100'000;

/// Policies of one configuration: a chain longer than this is a generated mistake, and each policy costs slots.
constexpr std::size_t policies_most = 64;
/// Lists of one policy; a policy names them in its source, so dozens are already many.
constexpr std::size_t lists_most = 64;
/// Names of lists that a policy asks for while it loads, remembered to tell the operator of one that no policy uses.
constexpr std::size_t asked_lists_most = 256;
/// Letters of a policy's or a list's name: it becomes part of statistic names and of each log line.
constexpr std::size_t name_length_most = 64;

// --- Running --------------------------------------------------------------------------------------------------------

/// Instructions of the start function and load() together. They run once per instance off the packet path and build the
/// policy's sets from its configuration, so they get a hundred callouts' worth; the floor lets a policy with a tight budget
/// for packets still load (a hundred million instructions are about a tenth of a second).
constexpr std::uint64_t loadInstructions(std::uint64_t max_instructions) noexcept {
    constexpr std::uint64_t callouts = 100;
    constexpr std::uint64_t least = 100'000'000;
    return max_instructions * callouts > least ? max_instructions * callouts : least;
}

/// Wasm stack of one call. Recursion of some thousand levels fits; Kea's packet threads have 8 MiB, so the host keeps ample
/// room below it for its own functions.
constexpr std::size_t wasm_stack_bytes = 256 * 1024;

/// Instances that stand ready per policy beside the slots: one for the packet after a fault, one for the packet after that,
/// while new ones are made off the packet path.
constexpr std::size_t spare_instances = 2;

/// Every so manieth call is timed: two clock reads cost as much as a small policy.
constexpr std::uint64_t time_every_call = 16;

/// Faults in a row after which a policy is suspended: a single bad client does not suspend it, a broken policy costs ten
/// instances only.
constexpr std::uint32_t faults_until_suspension = 10;
/// First suspension; it doubles while the policy keeps failing.
constexpr std::chrono::milliseconds suspension_first{1'000};
/// Longest suspension: a policy that works again (a list mended, a peer back) is tried within a minute.
constexpr std::chrono::milliseconds suspension_longest{60'000};

// --- Scripts --------------------------------------------------------------------------------------------------------

/// How long Kea waits for a script (`timeout-ms`). Clients send again after two to four seconds, and other clients wait as well: a
/// second is long. Where nobody waits, a script may take a minute before it is taken for one that never ends.
constexpr std::uint32_t script_timeout_ms_default = 1'000;
constexpr std::uint32_t script_timeout_ms_default_later = 60'000;
constexpr std::uint32_t script_timeout_ms_least = 1;
constexpr std::uint32_t script_timeout_ms_most = 60'000;
/// On top of that for the starter's word that it killed the script: it comes within a millisecond where the starter is well, and has not much
/// to do. One that says nothing for so long either is taken for one that something stopped.
constexpr std::chrono::milliseconds script_grace{250};
/// Programs of one script that run at once (`max-running`): a few for each processor; more do not make more in a second.
constexpr std::uint32_t script_max_running_default = 8;
constexpr std::uint32_t script_max_running_most = 256;
/// Runs of one script that wait (`max-queued`), of some kilobytes each: one or two seconds' worth.
constexpr std::uint32_t script_max_queued_default = 1'000;
constexpr std::uint32_t script_max_queued_most = 100'000;
/// Lines that one script may write into Kea's log at once, and per second after that: a debug script writes fifty for each packet.
constexpr std::uint32_t script_lines_burst = 200;
constexpr std::uint32_t script_lines_per_second = 50;
/// How long it may take until the log tells of lines and runs that were left out, where nothing follows that would tell of them.
constexpr std::chrono::milliseconds left_out_rest{1'000};
/// A program that stays and answers within this time is kept on the processor of the thread that waits for it; a slower one would only keep
/// that processor from others.
constexpr std::chrono::milliseconds resident_quick{1};
/// Events of a program for which it is left where it is at most, after it was too slow again and again: so one that became quick is noticed.
constexpr std::uint32_t resident_events_apart = 64;
/// How often a thread that sleeps until a program answers looks whether the program is still there: its end wakes the thread at once,
/// unless something that it started holds its output open.
constexpr std::chrono::milliseconds resident_look{50};
/// Bytes of an answer: three digits and an end of line, with blanks around as one likes.
constexpr std::size_t resident_answer_bytes = 512;
/// A program whose output is closed has ended, or does so at once; else it is of no use and is killed.
constexpr std::chrono::milliseconds resident_end{100};
/// What a program has to end by itself after its input did.
constexpr std::chrono::milliseconds resident_leave{1'000};
/// Of a program that ends before it answers anything: the first rest before another one is started, which doubles, and the longest.
constexpr std::chrono::milliseconds resident_rest_first{100};
constexpr std::chrono::milliseconds resident_rest_longest{10'000};
/// What a configuration waits once for a starter to be ready, which takes a millisecond or two; what a starter has to leave Kea, and then
/// for its first word.
constexpr std::chrono::seconds starter_hello{5};
/// A starter that lives shorter than this is not started again at once, but after a rest that doubles.
constexpr std::chrono::seconds starter_proved_itself{2};
constexpr std::chrono::milliseconds starter_rest_first{100};
constexpr std::chrono::milliseconds starter_rest_longest{10'000};

// --- What a policy may hand back ------------------------------------------------------------------------------------

/// Lines about faults of a policy, at once and per second after that; its statistics count all of them.
constexpr std::uint32_t fault_lines_burst = 20;
constexpr std::uint32_t fault_lines_per_second = 10;
/// What Kea hands over and this library cannot read, it cannot read with the next packet either: a line about it each minute will do.
constexpr std::chrono::minutes unread_argument_rest{1};
/// Bytes of one log line in UTF-8; the rest is cut. Syslog implementations cut near 1 KiB as well.
constexpr std::size_t log_line_bytes = 1024;

/// Edit log of one callout in bytes: one wasm page, the size of the SDK's region. No DHCP packet over UDP is larger.
constexpr std::size_t edit_log_bytes = 64 * 1024;
/// Edits of one callout: each becomes an object made by Kea's parsers, so their number is bounded as well as their bytes.
constexpr std::size_t edit_log_entries = 256;

// --- Files ----------------------------------------------------------------------------------------------------------

/// A policy is some ten kilobytes; 16 MiB bounds the time to compile and what a wrong path can make Kea read.
constexpr std::size_t wasm_file_bytes = 16 * 1024 * 1024;

/// Some fourteen million MAC addresses. Offsets into a list are 32 bits wide, which this keeps true.
constexpr std::uint64_t list_file_bytes = 256 * 1024 * 1024;
/// The longest DUID takes 389 letters; a longer line than this is a file of another kind.
constexpr std::size_t list_line_bytes = 4096;

/// Bytes of a source map's JSON text. asc writes some ten kilobytes, and half a megabyte if the sources' text is in it.
constexpr std::size_t source_map_bytes = 4 * 1024 * 1024;
/// Values in that JSON: its lists of sources and of names. Each takes Kea's parser some hundred bytes.
constexpr std::size_t source_map_values = 50'000;
/// Nesting of that JSON: two are needed; Kea's parser calls itself for each level.
constexpr std::size_t source_map_nesting = 16;
/// Mappings kept of a source map, of 16 bytes each; a policy of 86 kB has 8,000.
constexpr std::size_t source_map_mappings = 250'000;
/// Bytes of a source file's name as a log line shows it.
constexpr std::size_t source_name_bytes = 256;

// --- A policy's own configuration -----------------------------------------------------------------------------------

/// Nesting of `config`: a reader of deeper JSON is lost, and so is a recursive policy.
constexpr std::size_t config_nesting = 64;
/// Values in `config`. They are held once per policy (24 bytes each) and read instruction by instruction in load();
/// larger sets belong into `lists`.
constexpr std::size_t config_nodes = 100'000;
/// Bytes of all strings and member names in `config`.
constexpr std::size_t config_text_bytes = 4 * 1024 * 1024;

}  // namespace limits
}  // namespace kea_policy
