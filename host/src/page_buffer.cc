// SPDX-License-Identifier: MPL-2.0
#include "page_buffer.h"

#include <new>

#include <sys/mman.h>
#include <unistd.h>

namespace kea_policy {

void PageBuffer::release() noexcept {
    if (data_ != nullptr) {
        ::munmap(data_, size_);
    }
    data_ = nullptr;
    size_ = 0;
}

void PageBuffer::resize(std::size_t bytes) {
    const std::size_t page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const std::size_t size = bytes == 0 ? page : (bytes + page - 1) / page * page;
    if (size == size_) {
        return;
    }
    void* moved = data_ == nullptr
                      ? ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                      : ::mremap(data_, size_, size, MREMAP_MAYMOVE);
    if (moved == MAP_FAILED) {
        throw std::bad_alloc();
    }
    data_ = static_cast<std::uint8_t*>(moved);
    size_ = size;
}

}  // namespace kea_policy
