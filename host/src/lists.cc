// SPDX-License-Identifier: MPL-2.0
#include "lists.h"

#include "in_quotes.h"
#include "key_hash.h"
#include "key_table.h"
#include "list_file.h"
#include "prefix_table.h"
#include "short_key_table.h"

#include <algorithm>
#include <new>

#include <endian.h>

namespace kea_policy {

namespace {

constexpr std::size_t oui_bytes = 3;

__extension__ using Address6 = unsigned __int128;

std::uint32_t address4(const std::uint8_t* bytes) noexcept {
    return be32toh(loadWord<std::uint32_t>(bytes));
}

Address6 address6(const std::uint8_t* bytes) noexcept {
    const Address6 high = be64toh(loadWord<std::uint64_t>(bytes));
    return high << 64 | be64toh(loadWord<std::uint64_t>(bytes + sizeof(std::uint64_t)));
}

class KeyList final : public List {
public:
    KeyList(const ListConfig& config, const std::string& config_path) : List(config.kind) {
        readListFile(config.file, config_path, config.kind, [this](const ListEntry& entry) {
            if (entry.length <= ShortKeyTable::longest) {
                short_keys_.add(entry.bytes, entry.length);
            } else {
                keys_.add(entry.bytes, entry.length);
            }
        });
        short_keys_.build();
        keys_.build();
    }

    std::size_t size() const noexcept override { return short_keys_.size() + keys_.size(); }
    std::size_t memoryBytes() const noexcept override { return short_keys_.memoryBytes() + keys_.memoryBytes(); }

    bool has(const std::uint8_t* key, std::size_t length) const noexcept override {
        if (kind() == ListKind::Oui) {
            return length >= oui_bytes && short_keys_.has(key, oui_bytes);
        }
        return length <= ShortKeyTable::longest ? short_keys_.has(key, length) : keys_.has(key, length);
    }

    void prefetch(const std::uint8_t* key, std::size_t length) const noexcept override {
        if (kind() == ListKind::Oui) {
            length = std::min(length, oui_bytes);
        }
        if (length <= ShortKeyTable::longest) {
            short_keys_.prefetch(key, length);
        } else {
            keys_.prefetch(key, length);
        }
    }

private:
    ShortKeyTable short_keys_;
    KeyTable keys_;
};

class PrefixList final : public List {
public:
    PrefixList(const ListConfig& config, const std::string& config_path) : List(config.kind) {
        readListFile(config.file, config_path, config.kind, [this](const ListEntry& entry) { add(entry); });
        v4_.build();
        v6_.build();
    }

    std::size_t size() const noexcept override { return v4_.size() + v6_.size(); }
    std::size_t memoryBytes() const noexcept override { return v4_.memoryBytes() + v6_.memoryBytes(); }

    bool has(const std::uint8_t* key, std::size_t length) const noexcept override {
        switch (length) {
        case sizeof(std::uint32_t): return v4_.has(address4(key));
        case sizeof(Address6): return v6_.has(address6(key));
        default: return false;
        }
    }

private:
    void add(const ListEntry& entry) {
        if (entry.length == sizeof(std::uint32_t)) {
            v4_.add(address4(entry.bytes), entry.prefix_length);
        } else {
            v6_.add(address6(entry.bytes), entry.prefix_length);
        }
    }

    PrefixTable<std::uint32_t> v4_;
    PrefixTable<Address6> v6_;
};

}  // namespace

std::shared_ptr<const List> List::load(const ListConfig& config, const std::string& config_path) {
    try {
        if (config.kind == ListKind::Prefix) {
            return std::make_shared<PrefixList>(config, config_path);
        }
        return std::make_shared<KeyList>(config, config_path);
    } catch (const std::bad_alloc&) {
        throw ConfigError(config_path + " names the file " + inQuotes(config.file, longest_path) +
                          ", for which memory is short: make the list smaller or give Kea more memory.");
    }
}

std::shared_ptr<const List> ListRegistry::load(const ListConfig& config, const std::string& config_path) {
    std::shared_ptr<const List>& list = lists_[{config.file, config.kind}];
    if (!list) {
        list = List::load(config, config_path);
    }
    return list;
}

}  // namespace kea_policy
