// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>

namespace kea_policy {

/// How often this thread asked for memory since the count was made: by malloc and its kin, so also from Rust and from Kea.
class AllocationCount {
public:
    AllocationCount() noexcept;
    std::size_t count() const noexcept;

    /// False where a sanitizer has malloc for itself.
    static bool works() noexcept;

private:
    std::size_t before_;
};

}  // namespace kea_policy
