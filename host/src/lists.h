// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "config.h"
#include "list_kind.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace kea_policy {

/// A set of keys read from a file, shared by all instances of all policies. It never changes after load(), so any number of
/// threads look up without a lock; a reload makes a new List and the old one goes with its last owner.
class List {
public:
    /// config_path: the key that names the file, as in "policies[0].lists.denied.file". Throws ConfigError.
    static std::shared_ptr<const List> load(const ListConfig& config, const std::string& config_path);

    virtual ~List() = default;
    List(const List&) = delete;
    List& operator=(const List&) = delete;

    ListKind kind() const noexcept { return kind_; }

    /// Entries, each counted once however often the file repeats it.
    virtual std::size_t size() const noexcept = 0;

    /// hwaddr, duid, string: are exactly these bytes listed? oui: are the first three bytes (a shorter key: no)?
    /// prefix: does a listed prefix cover this address of 4 or 16 bytes (another length: no)? Neither allocates nor locks.
    virtual bool has(const std::uint8_t* key, std::size_t length) const noexcept = 0;

    /// Asks the memory for what has() will read for this key, and does not wait: a list of 100,000 entries is seldom in the cache, and
    /// its memory takes longer to answer than a policy to decide.
    virtual void prefetch(const std::uint8_t*, std::size_t) const noexcept {}

    /// Bytes of memory that the list holds.
    virtual std::size_t memoryBytes() const noexcept = 0;

protected:
    explicit List(ListKind kind) noexcept : kind_(kind) {}

private:
    ListKind kind_;
};

/// Loads each file once per kind: policies of one configuration that name the same file share the List. Make one per
/// configuration, so that a reload reads changed files again. Used by one thread.
class ListRegistry {
public:
    std::shared_ptr<const List> load(const ListConfig& config, const std::string& config_path);

private:
    std::map<std::pair<std::string, ListKind>, std::shared_ptr<const List>> lists_;
};

}  // namespace kea_policy
