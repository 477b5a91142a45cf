//! Puts wasmtime's C headers where the caller of cargo asked for them: they live in a cargo output folder with a hash in its
//! name, which only a dependent crate's build script is told.
use std::{env, fs, path::Path};

fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap_or_else(|error| panic!("cannot make {}: {error}", to.display()));
    for entry in fs::read_dir(from).expect("wasmtime's header folder is readable") {
        let entry = entry.expect("wasmtime's header folder is readable");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_tree(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).unwrap_or_else(|error| panic!("cannot write {}: {error}", target.display()));
        }
    }
}

fn main() {
    println!("cargo:rerun-if-env-changed=KEA_POLICY_WASMTIME_INCLUDE");
    let include = env::var("DEP_WASMTIME_C_API_INCLUDE").expect("wasmtime-c-api-impl tells where its headers are");
    if let Ok(target) = env::var("KEA_POLICY_WASMTIME_INCLUDE") {
        copy_tree(Path::new(&include), Path::new(&target));
    }
}
