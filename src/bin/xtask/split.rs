//! Cuts the module into the part that every visit begins with and those that are fetched when they are first needed.
//!
//! Where a part begins is marked in `ui/later.rs`. What only that part reaches goes with it, code and data; the parts share
//! memory and the table of functions with the first one.

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasm_split_cli_support::{Options, transform};

/// How the loaders are called that the module imports, one for each part.
pub(crate) const LOADER: &str = "__wasm_split_load_";

/// From where it imports them.
pub(crate) const LOADERS: &str = "./__wasm_split.js";

/// What came of the cut.
pub(crate) struct Cut {
    /// The first part, and the script around it, as wasm-bindgen writes them.
    pub(crate) module: PathBuf,
    /// See there.
    pub(crate) script: PathBuf,
    /// The files of the other parts.
    pub(crate) files: BTreeMap<String, PathBuf>,
    /// The other parts, each with the names of its files, in the order in which they are needed: what two parts share lies in
    /// a file of its own.
    pub(crate) parts: BTreeMap<String, Vec<String>>,
    /// What the parts import of the first one.
    pub(crate) shared: Vec<String>,
}

/// Cuts a module as the compiler wrote it; what comes out lies in `folder`.
pub(crate) fn split(module: &Path, folder: &Path) -> Result<Cut, Box<dyn Error>> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let bytes = fs::read(module)?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LOADERS;
    let cut = transform(options).map_err(|error| format!("cutting the module: {error:?}"))?;
    let parts: BTreeMap<String, Vec<String>> = cut.prefetch_map.into_iter().collect();
    let path = |name: &String| (name.clone(), folder.join(name).with_extension("wasm"));
    let files = parts.values().flatten().map(path).collect();
    let link = fs::read_to_string(folder.join(LOADERS))?;
    let shared = link.split_once("const { ").and_then(|(_, rest)| rest.split_once(" } = initSync"));
    let (shared, _) = shared.ok_or("the parts share nothing with the first one")?;
    let shared = shared
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();

    let mut bind = Command::new("wasm-bindgen");
    bind.args([
        "--target",
        "web",
        "--keep-lld-exports",
        "--no-typescript",
        "--out-name",
        "ashar",
        "--out-dir",
    ]);
    let bound = folder.join("bound");
    let done = bind.arg(&bound).arg(&main).status();
    if !done.map_err(|error| format!("wasm-bindgen: {error}; run .ci/install build"))?.success() {
        return Err("wasm-bindgen could not read the first part".into());
    }
    Ok(Cut {
        module: bound.join("ashar_bg.wasm"),
        script: bound.join("ashar.js"),
        files,
        parts,
        shared,
    })
}
