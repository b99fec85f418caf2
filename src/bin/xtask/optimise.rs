//! Makes modules smaller, by wasm-opt.

use crate::{Outcome, split::FEATURES};
use std::{path::Path, process::Command};

/// How wasm-opt works on a module, tried out for the size in brotli. `flatten` and `rereloop` straighten the branches that the
/// compiler left; the low memory is where a full stack would end, so nothing lies there.
const PASSES: [&str; 10] = [
    "-Oz",
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "-Oz",
    "-Oz",
    "--strip-producers",
    "--strip-target-features",
];

/// The end of the name under which a module is kept with the names of its functions, for `xtask sizes`.
pub(crate) const NAMED: &str = "named.wasm";

/// Makes a module smaller, in place, and keeps it beside with the names of its functions, which only people would read.
pub(crate) fn optimise(module: &Path) -> Outcome {
    let named = module.with_extension(NAMED);
    wasm_opt(module, &named, &[&PASSES[..], &["--debuginfo"]].concat())?;
    wasm_opt(&named, module, &["--strip-debug"])
}

/// Runs wasm-opt on a module.
pub(crate) fn wasm_opt(from: &Path, into: &Path, options: &[&str]) -> Outcome {
    let mut command = Command::new("wasm-opt");
    command.arg(from).args(FEATURES).args(options).arg("-o").arg(into);
    let done =
        command.status().map_err(|error| format!("wasm-opt: {error}; run .ci/install build"))?;
    if done.success() { Ok(()) } else { Err("wasm-opt could not read a module".into()) }
}
