// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "callout_frame.h"
#include "hook_points.h"
#include "kea_arguments.h"
#include "kea_readers.h"
#include "script_job.h"
#include "unread_argument.h"

#include <hooks/callout_handle.h>
#include <hooks/hooks.h>

#include <array>
#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace kea_policy {

template <HookPointId Id, typename Positions = std::make_index_sequence<kArgumentCount<Id>>>
class KeaCallout;

/// A callout of any hook point: its arguments as the schema lists them, each with the reader of its type. Compilers see through it,
/// so a hook point costs what its own readers cost.
template <HookPointId Id, std::size_t... I>
class KeaCallout<Id, std::index_sequence<I...>> final : public CalloutView {
    static constexpr const auto& kArguments = Arguments<Id>::list;

public:
    explicit KeaCallout(isc::hooks::CalloutHandle& handle) : KeaCallout(KeaArguments<Id>(handle)) { handle_ = &handle; }
    explicit KeaCallout(const KeaArguments<Id>& arguments) : readers_(argument<I>(arguments)...) {}
    /// From the arguments themselves; what a policy sets of them is seen by the next one, and by nobody else.
    explicit KeaCallout(const typename ReaderOf<kArguments[I].type>::Kea&... arguments) : readers_(arguments...) {}

    bool write(FrameCursor& frame, const FieldsRead& read) override {
        return unread_ == nullptr && beginFrame(frame, Id, Arguments<Id>::record_bytes) && (writeArgument<I>(frame, read) && ...) && endFrame(frame);
    }

    const char* unreadArgument() const noexcept override { return unread_; }

    ByteView likelyKey(ListKind kind) override {
        ByteView key;
        (void)((std::get<I>(readers_).exists() && (key = std::get<I>(readers_).likelyKey(kind)).size != 0) || ...);
        return key;
    }

    std::uint32_t fetch(FrameCursor& frame, std::uint32_t object, std::uint32_t field) override {
        return ask(object, [&](auto& reader, std::uint32_t part) { return part == 0 ? reader.fetch(frame, field) : reader.fetchOfPart(frame, part, field); });
    }
    std::uint32_t option(FrameCursor& frame, std::uint32_t object, std::uint32_t code) override {
        return ask(object, [&](auto& reader, std::uint32_t part) { return reader.option(frame, part, code); });
    }
    std::uint32_t optionAt(FrameCursor& frame, std::uint32_t object, std::uint32_t code, std::uint32_t index) override {
        return ask(object, [&](auto& reader, std::uint32_t part) { return part == 0 ? reader.optionAt(frame, code, index) : 0; });
    }
    std::uint32_t subOption(FrameCursor& frame, std::uint32_t object, std::uint32_t code, std::uint32_t sub_code) override {
        return ask(object, [&](auto& reader, std::uint32_t part) { return reader.subOption(frame, part, code, sub_code); });
    }
    std::uint32_t relay(FrameCursor& frame, std::uint32_t object, std::uint32_t index) override {
        return ask(object, [&](auto& reader, std::uint32_t part) { return part == 0 ? reader.relay(frame, object, index) : 0; });
    }
    std::uint32_t item(FrameCursor& frame, std::uint32_t object, std::uint32_t index) override {
        return ask(object, [&](auto& reader, std::uint32_t part) { return part == 0 ? reader.item(frame, object, index) : reader.itemOfPart(frame, part, index); });
    }
    std::uint32_t find(FrameCursor& frame, std::uint32_t object, std::uint32_t number) override {
        return ask(object, [&](auto& reader, std::uint32_t part) { return part == 0 ? reader.find(frame, object, number) : 0; });
    }
    std::string text(std::uint32_t object, std::uint32_t which) override {
        std::string text;
        ask(object, [&](auto& reader, std::uint32_t part) {
            text = part == 0 ? reader.text(which) : reader.textOfPart(part, which);
            return 0U;
        });
        return text;
    }

    std::string client() override {
        std::string client;
        (void)((std::get<I>(readers_).exists() && !(client = std::get<I>(readers_).client()).empty()) || ...);
        return client;
    }

    /// As the log names an argument; a part of one, or what is none, by its number.
    static std::string nameOf(std::uint32_t object) {
        const char* name = nullptr;
        (void)((I == object && (name = kArguments[I].name, true)) || ...);
        return name != nullptr ? name : "object " + std::to_string(object);
    }

    std::optional<std::string> prepareEdits(const std::vector<EditEntry>& edits) override {
        (beginEdits<I>(), ...);
        bool sets = false;
        for (const EditEntry& edit : edits) {
            sets = sets || edit.operation == Edit::SetArgument;
            std::optional<std::string> refused;
            const bool taken = ((I == edit.object && takes<I>(edit) && (refused = prepareEdit<I>(edit), true)) || ...);
            if (!taken) {
                return "edited " + nameOf(edit.object) + ", which is not to be edited at this hook point";
            }
            if (refused) {
                return refused;
            }
        }
        std::optional<std::string> refused;
        if (sets) {
            (void)((refused = checkSet<I>()) || ...);
        }
        if (!refused) {
            (void)((kArguments[I].editable && std::get<I>(readers_).exists() && (refused = std::get<I>(readers_).finishEdits())) || ...);
        }
        return refused;
    }
    void applyEdits() noexcept override { (applyEdits<I>(), ...); }

    const char* dangerOf(Verdict verdict) const noexcept override {
        constexpr UnsafeVerdict unsafe = Arguments<Id>::unsafe_verdict;
        static_assert(unsafe.why == nullptr || unsafe.verdict != Verdict::Continue, "policy.cc asks about no Continue");
        if constexpr (unsafe.before > KEA_HOOKS_VERSION) {
            if (verdict != unsafe.verdict) {
                return nullptr;
            }
            if constexpr (unsafe.where == kAlways) {
                return unsafe.why;
            } else {
                return unread_ != nullptr || std::get<unsafe.where>(readers_).value() ? unsafe.why : nullptr;
            }
        }
        return nullptr;
    }

    ScriptJobs* afterChain() noexcept override {
        if constexpr (kParks) {
            return handle_ != nullptr && std::get<0>(readers_).exists() && std::get<0>(readers_).isParked() ? &after_chain_ : nullptr;
        }
        return nullptr;
    }
    /// Of a hook point where Kea parks packets: what came together there.
    bool hasScripts() const noexcept { return !after_chain_.empty(); }
    ScriptJobs takeScripts() noexcept { return std::move(after_chain_); }

private:
    static constexpr bool kParks = parks(hookPointInfo(Id), KEA_HOOKS_VERSION);
    struct NothingParked {};

    /// Kea takes the names of arguments as strings: made once, not for each packet.
    static const std::string& nameOf(std::size_t position) {
        static const std::array<std::string, sizeof...(I)> names{kArguments[I].name...};
        return names[position];
    }

    template <typename Reader>
    static typename Reader::Kea noneOf() {
        if constexpr (Reader::is_object) {
            return nullptr;
        } else {
            return Reader::none();
        }
    }

    template <std::size_t Position>
    const auto& argument(const KeaArguments<Id>& arguments) {
        using Reader = ReaderOf<kArguments[Position].type>;
        if constexpr (kArguments[Position].since <= KEA_HOOKS_VERSION) {
            if (const auto* given = arguments.template get<Position, typename Reader::Kea>()) {
                return *given;
            }
            // Kea gives not always the same arguments to callouts of one hook point.
            if (!kArguments[Position].optional || arguments.template has<Position>()) {
                missed<Position>(arguments.template has<Position>());
            }
        }
        static const typename Reader::Kea none = noneOf<Reader>();
        return none;
    }

    /// Kea gave no such argument, or one of a type that is not as it was when this was built. It is none for the policies; where they cannot
    /// do without it, each of them fails.
    template <std::size_t Position>
    [[gnu::cold, gnu::noinline]] void missed(bool given) {
        constexpr bool needed = !kArguments[Position].optional && !ReaderOf<kArguments[Position].type>::is_empty_where_unread;
        static UnreadArgument argument(hookPointInfo(Id).name, kArguments[Position].name, needed);
        argument.report(given);
        if (needed) {
            unread_ = kArguments[Position].name;
        }
    }

    template <std::size_t Position>
    bool writeArgument(FrameCursor& frame, const FieldsRead& read) {
        auto& reader = std::get<Position>(readers_);
        using Reader = std::remove_reference_t<decltype(reader)>;
        if constexpr (Reader::is_object) {
            if (!reader.exists()) {
                if constexpr (!Reader::is_empty_where_unread) {
                    // A policy would take something else for an argument that is always there.
                    return kArguments[Position].optional;
                }
            }
            const std::uint32_t record = reader.write(frame, static_cast<std::uint32_t>(Position), read);
            if (record == 0) {
                return false;
            }
            linkArgument(frame, kArguments[Position].offset, record);
        } else if constexpr (kArguments[Position].presence == 0) {
            reader.store(frame, calloutField(kArguments[Position].offset));
        } else if (kArguments[Position].since <= KEA_HOOKS_VERSION && reader.isGiven()) {
            addPresence(frame, kArguments[Position].presence);
            reader.store(frame, calloutField(kArguments[Position].offset));
        }
        return true;
    }

    template <std::size_t Position>
    bool isEditable() const {
        return kArguments[Position].editable && std::get<Position>(readers_).exists();
    }

    template <std::size_t Position>
    bool takes(const EditEntry& edit) const {
        return edit.operation == Edit::SetArgument ? kArguments[Position].settable : isEditable<Position>();
    }

    template <std::size_t Position>
    void beginEdits() {
        if (isEditable<Position>()) {
            std::get<Position>(readers_).beginEdits();
        }
        if constexpr (kArguments[Position].settable) {
            std::get<Position>(readers_).beginSet();
        }
    }

    template <std::size_t Position>
    std::optional<std::string> prepareEdit(const EditEntry& edit) {
        if constexpr (kArguments[Position].settable) {
            if (edit.operation == Edit::SetArgument) {
                return std::get<Position>(readers_).prepareSet(edit);
            }
        }
        return std::get<Position>(readers_).prepareEdit(edit);
    }

    template <std::size_t Position>
    std::optional<std::string> checkSet() const {
        if constexpr (kArguments[Position].settable) {
            return std::get<Position>(readers_).checkSet();
        }
        return std::nullopt;
    }

    template <std::size_t Position>
    void applyEdits() {
        if (isEditable<Position>()) {
            std::get<Position>(readers_).applyEdits();
        }
        if constexpr (kArguments[Position].settable) {
            std::get<Position>(readers_).applySet(handle_, nameOf(Position));
        }
    }

    /// Asks the argument that a handle belongs to; 0 where there is none.
    template <typename Question>
    std::uint32_t ask(std::uint32_t handle, Question question) {
        std::uint32_t answer = 0;
        (void)((I == argumentOf(handle) && std::get<I>(readers_).exists() &&
                (answer = question(std::get<I>(readers_), partOf(handle)), true)) || ...);
        return answer;
    }

    /// An argument that no policy can do without and that could not be read; else null. Before the readers, which are made from what is read.
    const char* unread_ = nullptr;
    std::tuple<ReaderOf<kArguments[I].type>...> readers_;
    /// Kea's own, which lives longer than the callout.
    isc::hooks::CalloutHandle* handle_ = nullptr;
    std::conditional_t<kParks, ScriptJobs, NothingParked> after_chain_;
};

}  // namespace kea_policy
