// SPDX-License-Identifier: MPL-2.0
// What Kea asks a hook library about itself before it loads it.
#include <hooks/hooks.h>

extern "C" {

// Kea takes a library only if this equals its own number: one binary for each Kea release.
int version() {
    return KEA_HOOKS_VERSION;
}

// Callouts may run on several threads at once: each claims an instance of its own.
int multi_threading_compatible() {
    return 1;
}

}  // extern "C"
