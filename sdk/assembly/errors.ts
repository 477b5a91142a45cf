// SPDX-License-Identifier: MPL-2.0
// Sentences of the aborts that several files share. @lazy and @inline: a policy that cannot meet one does not carry its text.

// @ts-ignore: decorator
@lazy @inline
export const E_BYTE_INDEX: string = "The index is outside of the bytes: compare it with .length first.";

// @ts-ignore: decorator
@lazy @inline
export const E_LIST_INDEX: string = "The index is outside of the list: compare it with .length first.";

// @ts-ignore: decorator
@lazy @inline
export const E_EDITS_FULL: string = "The edits of this callout take more than 64 KiB: set fewer or shorter options.";

// @ts-ignore: decorator
@lazy @inline
export const E_VIEWS_FULL: string = "The views of this callout take more than 256 KiB: take a part of an option once, not in a loop.";

// @ts-ignore: decorator
@lazy @inline
export const E_NO_NAME: string = " is not a domain name: write labels of 1 to 63 characters with dots between, 255 bytes in all.";
