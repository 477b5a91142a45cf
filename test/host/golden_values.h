// SPDX-License-Identifier: MPL-2.0
// The values of test/golden, and regions of memory with guards around them.
#pragma once

#include "frame_cursor.h"

#include <cc/data.h>

#include <arpa/inet.h>

#include <algorithm>
#include <deque>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace kea_policy {

inline std::string goldenPath(const std::string& file) { return std::string(KEA_POLICY_SOURCE_DIR) + "/test/golden/" + file; }

inline std::vector<uint8_t> goldenBytes(const std::string& name) {
    std::ifstream file(goldenPath(name + ".bin"), std::ios::binary);
    if (!file) throw std::runtime_error("test/golden/" + name + ".bin cannot be read");
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Reads one map of a golden JSON file; views point into it.
class GoldenValues {
public:
    explicit GoldenValues(isc::data::ConstElementPtr map) : map_(std::move(map)) {}

    static GoldenValues read(const std::string& name) {
        return GoldenValues(isc::data::Element::fromJSONFile(goldenPath(name + ".json")));
    }

    GoldenValues in(const std::string& key) const { return GoldenValues(at(key)); }

    template <typename Number>
    Number number(const std::string& key) const {
        return static_cast<Number>(at(key)->intValue());
    }

    bool boolean(const std::string& key) const { return at(key)->boolValue(); }

    uint32_t ipv4(const std::string& key) const {
        in_addr address{};
        if (inet_pton(AF_INET, at(key)->stringValue().c_str(), &address) != 1) throw std::runtime_error(key);
        return ntohl(address.s_addr);
    }

    Ipv6Bytes ipv6(const std::string& key) const {
        Ipv6Bytes address{};
        if (inet_pton(AF_INET6, at(key)->stringValue().c_str(), address.data()) != 1) throw std::runtime_error(key);
        return address;
    }

    ByteView bytes(const std::string& key) { return keep(*at(key)); }

    HwAddrView hwAddr(const std::string& key) {
        const isc::data::ConstElementPtr value = at(key);
        HwAddrView view;
        view.bytes = keep(*value->get("bytes"));
        view.htype = static_cast<uint16_t>(value->get("htype")->intValue());
        view.source = static_cast<uint32_t>(value->get("source")->intValue());
        return view;
    }

    std::vector<ByteView> bytesList(const std::string& key) {
        std::vector<ByteView> views;
        for (const auto& item : at(key)->listValue()) views.push_back(keep(*item));
        return views;
    }

private:
    isc::data::ConstElementPtr at(const std::string& key) const {
        isc::data::ConstElementPtr value = map_->get(key);
        if (!value) throw std::runtime_error("the golden file has no " + key);
        return value;
    }

    /// "01:de" is hexadecimal, { "text": "eth0" } stands for its UTF-8.
    ByteView keep(const isc::data::Element& value) {
        std::vector<uint8_t> bytes;
        if (value.getType() == isc::data::Element::map) {
            const std::string text = value.get("text")->stringValue();
            bytes.assign(text.begin(), text.end());
        } else {
            std::string digits = value.stringValue();
            digits.erase(std::remove(digits.begin(), digits.end(), ':'), digits.end());
            for (size_t index = 0; index < digits.size(); index += 2) {
                bytes.push_back(static_cast<uint8_t>(std::stoul(digits.substr(index, 2), nullptr, 16)));
            }
        }
        kept_.push_back(std::move(bytes));
        return {kept_.back().data(), static_cast<uint32_t>(kept_.back().size())};
    }

    isc::data::ConstElementPtr map_;
    std::deque<std::vector<uint8_t>> kept_;
};

/// A region as a packet before left it: full of other bytes, with guards on both sides that nobody may touch.
class GuardedRegion {
public:
    static constexpr uint8_t kOld = 0xa5;
    static constexpr uint8_t kGuard = 0x5a;
    static constexpr size_t kGuardBytes = 64;

    explicit GuardedRegion(uint32_t size) : size_(size), memory_(kGuardBytes + size + kGuardBytes, kGuard) {
        std::fill_n(memory_.begin() + kGuardBytes, size, kOld);
    }

    uint8_t* base() { return memory_.data() + kGuardBytes; }
    uint32_t size() const { return size_; }
    std::vector<uint8_t> first(uint32_t bytes) { return {base(), base() + bytes}; }

    bool guardsHold() const {
        const auto isGuard = [](uint8_t byte) { return byte == kGuard; };
        return std::all_of(memory_.begin(), memory_.begin() + kGuardBytes, isGuard) &&
               std::all_of(memory_.end() - kGuardBytes, memory_.end(), isGuard);
    }

private:
    uint32_t size_;
    std::vector<uint8_t> memory_;
};

}  // namespace kea_policy
