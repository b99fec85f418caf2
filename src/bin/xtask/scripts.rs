//! The scripts beside the module.

use crate::Outcome;
use std::{path::Path, process::Command};

/// Takes blanks, comments and long names out of a script. Trunk's own minifier cannot read what wasm-bindgen
/// writes.
pub(crate) fn shorten(script: &Path) -> Outcome {
    let mut terser = Command::new("terser");
    terser.arg(script).args(["--compress", "passes=3", "--mangle", "--output"]).arg(script);
    // Only wasm-bindgen's glue is a module; in the others the names at the top belong to the page.
    if script.file_name().is_some_and(|name| name.to_string_lossy().starts_with("ashar-")) {
        terser.arg("--module");
    }
    let done =
        terser.status().map_err(|error| format!("terser: {error}; run .ci/install build"))?;
    if done.success() { Ok(()) } else { Err("terser could not read a script".into()) }
}
