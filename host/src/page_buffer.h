// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace kea_policy {

/// Bytes straight from the kernel, zeroed. For lists: growing moves page tables instead of copying, so there is never a second
/// copy of a large list; pages that were never touched take no memory; and what is freed goes back to the system at once,
/// where malloc may keep it after a reload.
class PageBuffer {
public:
    PageBuffer() = default;
    ~PageBuffer() { release(); }
    PageBuffer(const PageBuffer&) = delete;
    PageBuffer& operator=(const PageBuffer&) = delete;

    std::uint8_t* data() noexcept { return data_; }
    const std::uint8_t* data() const noexcept { return data_; }
    std::size_t size() const noexcept { return size_; }

    /// Makes it at least that large or, rounded up to pages, that small; the bytes that remain keep their values. Throws
    /// std::bad_alloc. Addresses change.
    void resize(std::size_t bytes);
    /// Gives everything back.
    void release() noexcept;

private:
    std::uint8_t* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace kea_policy
