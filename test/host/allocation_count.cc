// SPDX-License-Identifier: MPL-2.0
// Takes malloc and its kin for the whole program, so that a test can tell that a way through the code allocates nothing.
#include "allocation_count.h"

#include <cerrno>

namespace {
thread_local std::size_t allocations = 0;
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

constexpr bool counts = true;

// glibc's own names of what is replaced here.
extern "C" void* __libc_malloc(std::size_t bytes);
extern "C" void* __libc_calloc(std::size_t count, std::size_t bytes);
extern "C" void* __libc_realloc(void* memory, std::size_t bytes);
extern "C" void* __libc_memalign(std::size_t alignment, std::size_t bytes);

extern "C" void* malloc(std::size_t bytes) {
    ++allocations;
    return __libc_malloc(bytes);
}

extern "C" void* calloc(std::size_t count, std::size_t bytes) {
    ++allocations;
    return __libc_calloc(count, bytes);
}

extern "C" void* realloc(void* memory, std::size_t bytes) {
    ++allocations;
    return __libc_realloc(memory, bytes);
}

extern "C" int posix_memalign(void** memory, std::size_t alignment, std::size_t bytes) {
    ++allocations;
    *memory = __libc_memalign(alignment, bytes);
    return *memory == nullptr ? ENOMEM : 0;
}

extern "C" void* aligned_alloc(std::size_t alignment, std::size_t bytes) {
    ++allocations;
    return __libc_memalign(alignment, bytes);
}

#else

constexpr bool counts = false;

#endif

namespace kea_policy {

AllocationCount::AllocationCount() noexcept : before_(allocations) {}

std::size_t AllocationCount::count() const noexcept {
    return allocations - before_;
}

bool AllocationCount::works() noexcept {
    return counts;
}

}  // namespace kea_policy
