// SPDX-License-Identifier: MPL-2.0
// A hook library whose callout does nothing: what Kea itself spends on any callout. Parameter: "hook-point".
#include <hooks/hooks.h>

using namespace isc::hooks;

namespace {

int doNothing(CalloutHandle&) {
    return 0;
}

}  // namespace

extern "C" {

int version() {
    return KEA_HOOKS_VERSION;
}

int multi_threading_compatible() {
    return 1;
}

int load(LibraryHandle& handle) {
    handle.registerCallout(handle.getParameter("hook-point")->stringValue(), doNothing);
    return 0;
}

int unload() {
    return 0;
}

}  // extern "C"
