// SPDX-License-Identifier: MPL-2.0
#include "lists.h"

#include "in_quotes.h"
#include "key_table.h"
#include "list_file.h"
#include "prefix_table.h"

#include <new>

namespace kea_policy {

namespace {

constexpr std::size_t oui_bytes = 3;

__extension__ using Address6 = unsigned __int128;

template <typename Address>
Address addressFrom(const std::uint8_t* bytes) noexcept {
    Address address = 0;
    for (std::size_t i = 0; i < sizeof(Address); ++i) {
        address = address << 8 | bytes[i];
    }
    return address;
}

class KeyList final : public List {
public:
    KeyList(const ListConfig& config, const std::string& config_path) : List(config.kind) {
        // A key and its length never take more bytes than its line, except for strings of one letter.
        readListFile(config.file, config_path, config.kind,
                     {[this](std::uint64_t file_bytes) { keys_.reserve(static_cast<std::size_t>(file_bytes)); },
                      [this](const ListEntry& entry) { keys_.add(entry.bytes, entry.length); }});
        keys_.build();
    }

    std::size_t size() const noexcept override { return keys_.size(); }
    std::size_t memoryBytes() const noexcept override { return keys_.memoryBytes(); }

    bool has(const std::uint8_t* key, std::size_t length) const noexcept override {
        if (kind() == ListKind::Oui) {
            return length >= oui_bytes && keys_.has(key, oui_bytes);
        }
        return keys_.has(key, length);
    }

private:
    KeyTable keys_;
};

class PrefixList final : public List {
public:
    PrefixList(const ListConfig& config, const std::string& config_path) : List(config.kind) {
        readListFile(config.file, config_path, config.kind,
                     {[](std::uint64_t) {}, [this](const ListEntry& entry) { add(entry); }});
        v4_.build();
        v6_.build();
    }

    std::size_t size() const noexcept override { return v4_.size() + v6_.size(); }
    std::size_t memoryBytes() const noexcept override { return v4_.memoryBytes() + v6_.memoryBytes(); }

    bool has(const std::uint8_t* key, std::size_t length) const noexcept override {
        switch (length) {
        case sizeof(std::uint32_t): return v4_.has(addressFrom<std::uint32_t>(key));
        case sizeof(Address6): return v6_.has(addressFrom<Address6>(key));
        default: return false;
        }
    }

private:
    void add(const ListEntry& entry) {
        if (entry.length == sizeof(std::uint32_t)) {
            v4_.add(addressFrom<std::uint32_t>(entry.bytes), entry.prefix_length);
        } else {
            v6_.add(addressFrom<Address6>(entry.bytes), entry.prefix_length);
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
