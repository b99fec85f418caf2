//! The scripts of a release, made small by esbuild.

use crate::{Failure, Outcome};
use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

/// Takes blanks, comments and long names out of a script, in place.
pub(crate) fn shorten(script: &Path, target: &str) -> Outcome {
    let short = shortened(script, target)?;
    Ok(fs::write(script, short)?)
}

/// A script without blanks, comments and long names. It is left as readable for old browsers as it was written; names at its
/// top belong to the page and stay.
pub(crate) fn shortened(script: &Path, target: &str) -> Result<String, Failure> {
    let mut esbuild = Command::new("esbuild");
    esbuild.arg(script).args(["--minify", "--log-level=warning"]);
    esbuild.arg(format!("--target={target}"));
    run(esbuild, "")
}

/// What every browser can read that runs the app.
pub(crate) const MODERN: &str = "es2020";
/// What browsers can read that cannot run it: those are told so.
pub(crate) const OLD: &str = "es5";

/// One script out of a module and all that it imports from a folder, without what none of them needs. `options`: further ones
/// of esbuild.
pub(crate) fn bundle(module: &str, folder: &Path, options: &[String]) -> Result<String, Failure> {
    let mut esbuild = Command::new("esbuild");
    esbuild.args(["--bundle", "--format=esm", "--minify", "--log-level=warning"]);
    // wasm-bindgen lists a script once for each function that the module imports from it.
    esbuild.arg("--log-override:duplicate-object-key=silent");
    esbuild.arg(format!("--target={MODERN}")).args(options).current_dir(folder);
    run(esbuild, module)
}

/// Runs esbuild with a text as its input; gives what it prints.
fn run(mut esbuild: Command, input: &str) -> Result<String, Failure> {
    let missing = |error| format!("esbuild: {error}; run .ci/install build");
    esbuild.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = esbuild.spawn().map_err(missing)?;
    // Dropped at the end of this line, which is the end of the input.
    running.stdin.take().ok_or("esbuild takes no input")?.write_all(input.as_bytes())?;
    let done = running.wait_with_output()?;
    if done.status.success() {
        Ok(String::from_utf8(done.stdout)?)
    } else {
        Err("esbuild could not read a script".into())
    }
}
