// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "generated/abi.h"
#include "fields_read.h"
#include "frame_cursor.h"
#include "list_kind.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kea_policy {

struct ScriptJob;
using ScriptJobs = std::vector<std::shared_ptr<ScriptJob>>;

/// One entry of an edit log. The value lies in the policy's memory: good until the policy is called again.
struct EditEntry {
    Edit operation;
    std::uint32_t object;
    std::uint32_t code;
    ByteView value;
};

/// One callout, as the engine sees it: everything that a policy may read of Kea's arguments or change in them. The
/// implementations (kea_callout.h and the readers) are the only ones that know Kea's packets; this header knows neither Kea nor wasmtime,
/// so that what is on either side can be tested without the other.
///
/// Methods that bring something into the frame return its distance from the frame's begin, or 0 where there is nothing;
/// where the frame has no room left, they return 0 and frame.full is set. A handle or number that does not exist counts
/// as nothing: it comes from the policy and may be anything.
class CalloutView {
public:
    virtual ~CalloutView() = default;

    /// Writes header, callout record and arguments. Fields that are not read may be left out, as if they were absent, where that saves
    /// work. False where the frame is too small, or an argument could not be read.
    virtual bool write(FrameCursor& frame, const FieldsRead& read) = 0;

    /// Name of an argument that Kea should have given and that could not be read; nullptr where all could.
    virtual const char* unreadArgument() const noexcept { return nullptr; }

    /// What a policy most likely looks up in a list of this kind: the client's address or DUID. Empty where there is nothing likely. Good
    /// until the packet is edited.
    virtual ByteView likelyKey(ListKind) { return {}; }

    /// Why this Kea would crash on the verdict, Skip or Drop; nullptr where it would not.
    virtual const char* dangerOf(Verdict) const noexcept { return nullptr; }

    /// Where Kea parks the packet: what is put here runs when the chain has ended, and decides then what becomes of the packet. nullptr where it
    /// does not.
    virtual ScriptJobs* afterChain() noexcept { return nullptr; }

    virtual std::uint32_t fetch(FrameCursor& frame, std::uint32_t object, std::uint32_t field) = 0;
    virtual std::uint32_t option(FrameCursor& frame, std::uint32_t object, std::uint32_t code) = 0;
    virtual std::uint32_t optionAt(FrameCursor& frame, std::uint32_t object, std::uint32_t code, std::uint32_t index) = 0;
    virtual std::uint32_t subOption(FrameCursor& frame, std::uint32_t object, std::uint32_t code, std::uint32_t sub_code) = 0;
    virtual std::uint32_t relay(FrameCursor& frame, std::uint32_t object, std::uint32_t index) = 0;
    virtual std::uint32_t item(FrameCursor& frame, std::uint32_t object, std::uint32_t index) = 0;
    virtual std::uint32_t find(FrameCursor& frame, std::uint32_t object, std::uint32_t number) = 0;

    /// Kea's own text of an object (which 0), its label (1) or the name of its type or state (2); empty where there is none. May throw what Kea throws.
    virtual std::string text(std::uint32_t object, std::uint32_t which) = 0;

    /// The client, for log lines.
    virtual std::string client() = 0;

    /// Checks the edits and builds everything that they need, changing nothing of Kea's. A sentence where one is refused.
    virtual std::optional<std::string> prepareEdits(const std::vector<EditEntry>& edits) = 0;
    /// Applies what was prepared last.
    virtual void applyEdits() noexcept = 0;
};

}  // namespace kea_policy
