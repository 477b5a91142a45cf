// SPDX-License-Identifier: MPL-2.0
#include "edit_log.h"

#include "guest_memory.h"
#include "limits.h"

namespace kea_policy {

namespace {

constexpr std::uint32_t kHeadBytes = 8;
constexpr std::uint32_t kEntryHeadBytes = 16;

bool isKnown(std::uint16_t operation) {
    switch (static_cast<Edit>(operation)) {
    case Edit::SetOption:
    case Edit::RemoveOption:
    case Edit::AddClass:
    case Edit::SetArgument:
    case Edit::SetValidLifetime:
    case Edit::SetPreferredLifetime:
    case Edit::SetHostname:
    case Edit::SetUserContext:
        return true;
    }
    return false;
}

}  // namespace

std::optional<std::string> readEditLog(const std::uint8_t* region, std::uint32_t size, std::vector<EditEntry>& edits) {
    const std::uint64_t end = std::uint64_t{kHeadBytes} + loadLittle<std::uint32_t>(region);
    if (end > size) {
        return "wrote an edit log that is longer than its region";
    }
    if (end - kHeadBytes > limits::edit_log_bytes) {
        return "wrote more than " + std::to_string(limits::edit_log_bytes) + " bytes of edits";
    }
    for (std::uint64_t at = kHeadBytes; at < end;) {
        if (at + kEntryHeadBytes > end) {
            return "wrote an edit log that ends inside of an entry";
        }
        const auto operation = loadLittle<std::uint16_t>(region + at);
        const auto length = loadLittle<std::uint32_t>(region + at + 12);
        if (!isKnown(operation)) {
            return "wrote an edit with the unknown operation " + std::to_string(operation);
        }
        if (at + kEntryHeadBytes + length > end) {
            return "wrote an edit log that ends inside of a value";
        }
        if (edits.size() == limits::edit_log_entries) {
            return "wrote more than " + std::to_string(limits::edit_log_entries) + " edits";
        }
        EditEntry entry;
        entry.operation = static_cast<Edit>(operation);
        entry.object = loadLittle<std::uint32_t>(region + at + 4);
        entry.code = loadLittle<std::uint32_t>(region + at + 8);
        entry.value = ByteView{region + at + kEntryHeadBytes, length};
        edits.push_back(entry);
        at += kEntryHeadBytes + ((std::uint64_t{length} + 7) & ~std::uint64_t{7});
    }
    return std::nullopt;
}

}  // namespace kea_policy
