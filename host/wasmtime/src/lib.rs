//! Nothing of our own: re-exports the C API so that its symbols end up in the static library.
pub use wasmtime_c_api::*;
