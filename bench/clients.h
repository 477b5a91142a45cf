// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "packets.h"

#include <cstdint>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace kea_policy_bench {

/// Clients by chance, the same in every run: one in ten is refused by the policy that is measured, and no two are alike.
class Clients {
public:
    /// Clients that a list refuses; without any, those of the vendor 00:16:3e are refused.
    explicit Clients(std::size_t listed) {
        for (std::size_t i = 0; i < listed; ++i) {
            listed_.push_back(any());
        }
    }

    Mac next() {
        if (chance_() % 10 != 0) {
            return any();
        }
        if (!listed_.empty()) {
            return listed_[chance_() % listed_.size()];
        }
        Mac mac = any();
        mac[0] = 0x00;
        mac[1] = 0x16;
        mac[2] = 0x3e;
        return mac;
    }

    void writeList(const std::string& path, int family) const {
        std::ofstream file(path);
        for (const Mac& mac : listed_) {
            const Bytes key = family == 4 ? Bytes(mac.begin(), mac.end()) : duidOf(mac);
            const char* separator = "";
            for (const std::uint8_t byte : key) {
                constexpr char digits[] = "0123456789abcdef";
                file << separator << digits[byte >> 4] << digits[byte & 15];
                separator = ":";
            }
            file << "\n";
        }
    }

private:
    Mac any() {
        const std::uint64_t bits = chance_();
        Mac mac;
        std::memcpy(mac.data(), &bits, mac.size());
        // Locally administered, no vendor's.
        mac[0] = static_cast<std::uint8_t>((mac[0] & 0xfc) | 0x02);
        return mac;
    }

    std::mt19937_64 chance_{20220727};
    std::vector<Mac> listed_;
};

}  // namespace kea_policy_bench
