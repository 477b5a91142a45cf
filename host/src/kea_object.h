// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "callout_view.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kea_policy {

/// What a callout may be asked about one of its arguments, answered with "nothing". The reader of each of Kea's classes (kea_pkt4, kea_pkt6
/// and so on) hides what it knows better; kea_callout.h calls it by its own type, so none of this is virtual. A *part* is the
/// object itself (0) or something that belongs to it and has a handle of its own, such as a relay hop or an item of a list (1 and up).
///
/// A reader has beside that: `using Kea`, the exact type of Kea's argument; a constructor from it; `exists()`, false where Kea gave none;
/// and `write(frame, handle, read)`, which appends the object's record and returns its distance, 0 where it does not fit. kea_value.h has
/// the readers of arguments that are no objects.
class KeaObject {
public:
    /// Is it empty where this library does not know the type in which Kea gives it? Else a policy is not called then.
    static constexpr bool is_empty_where_unread = false;

    ByteView likelyKey(ListKind) const { return {}; }
    std::uint32_t fetch(FrameCursor&, std::uint32_t) { return 0; }
    std::uint32_t option(FrameCursor&, std::uint32_t, std::uint32_t) { return 0; }
    std::uint32_t optionAt(FrameCursor&, std::uint32_t, std::uint32_t) { return 0; }
    std::uint32_t subOption(FrameCursor&, std::uint32_t, std::uint32_t, std::uint32_t) { return 0; }
    std::uint32_t relay(FrameCursor&, std::uint32_t, std::uint32_t) { return 0; }
    std::uint32_t item(FrameCursor&, std::uint32_t, std::uint32_t) { return 0; }
    std::uint32_t find(FrameCursor&, std::uint32_t, std::uint32_t) { return 0; }
    std::uint32_t fetchOfPart(FrameCursor&, std::uint32_t, std::uint32_t) { return 0; }
    std::uint32_t itemOfPart(FrameCursor&, std::uint32_t, std::uint32_t) { return 0; }
    std::string text(std::uint32_t) const { return {}; }
    std::string textOfPart(std::uint32_t, std::uint32_t) const { return {}; }
    /// The client, where the object tells it.
    std::string client() const { return {}; }
    std::optional<std::string> prepareEdit(const EditEntry&) { return "edited an object that has nothing to edit"; }
    void beginEdits() {}
    /// Checks what all edits together come to.
    std::optional<std::string> finishEdits() const { return std::nullopt; }
    void applyEdits() noexcept {}
};

/// Handles of an argument's parts: its own, and above it those that were brought in.
constexpr std::uint32_t kMostParts = 0xffff;
constexpr std::uint32_t partHandle(std::uint32_t argument, std::uint32_t part) {
    return argument | part << 16;
}
constexpr std::uint32_t argumentOf(std::uint32_t handle) {
    return handle & 0xffff;
}
constexpr std::uint32_t partOf(std::uint32_t handle) {
    return handle >> 16;
}

}  // namespace kea_policy
