//! Cuts the module into the part that every visit begins with and those that are fetched when they are first needed.
//!
//! Where a part begins is marked in `lazy.rs`. What only that part reaches goes with it, code and data; the parts share
//! memory and the table of functions with the first one.

use crate::Outcome;
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasm_split_cli_support::{Options, transform};

/// What the compiler uses beyond the first version of WebAssembly; the parts do not tell.
pub(crate) const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// How the loaders are called that the module imports, one for each part.
const LOADER: &str = "__wasm_split_load_";

/// From where it imports them: a script that the splitter writes, and ours takes the place of ([`write_loaders`]).
const LOADERS: &str = "__wasm_split.js";

/// The part that every visit fetches, and that every other one waits for.
pub(crate) const FIRST: &str = "cases";

/// The script around the first part, as wasm-bindgen writes it.
pub(crate) const SCRIPT: &str = "ashar.js";

/// What came of the cut.
pub(crate) struct Cut {
    /// Where the first part lies, and the script around it.
    pub(crate) bound: PathBuf,
    /// The first part.
    pub(crate) module: PathBuf,
    /// The other parts, each with its file.
    pub(crate) parts: BTreeMap<String, PathBuf>,
    /// What several parts share, but not the first one: the files travel inside those of the parts, because a request for each
    /// would cost more than they weigh.
    pub(crate) between: Vec<PathBuf>,
    /// What of that travels inside which part, by places in `between`: inside [`FIRST`] what that needs itself, so that it
    /// travels once; inside every other part what only such need, so that nobody fetches it for nothing.
    pub(crate) inside: BTreeMap<String, Vec<usize>>,
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
    let loaders = ["./", LOADERS].concat();
    options.link_name = &loaders;
    let cut = transform(options).map_err(|error| format!("cutting the module: {error:?}"))?;
    let path = |name: &str| folder.join(name).with_extension("wasm");
    let mut parts = BTreeMap::new();
    let mut needs = BTreeMap::new();
    for (part, mut files) in BTreeMap::from_iter(cut.prefetch_map) {
        // What it shares comes before what is its own.
        let own = files.pop().ok_or_else(|| format!("the part {part} has no file"))?;
        parts.insert(part.clone(), path(&own));
        needs.insert(part, files.iter().map(|file| path(file)).collect::<Vec<_>>());
    }
    let between: Vec<PathBuf> =
        needs.values().flatten().collect::<BTreeSet<_>>().into_iter().cloned().collect();
    let first = needs.get(FIRST).cloned().unwrap_or_default();
    let mut inside = BTreeMap::new();
    for (part, files) in needs {
        let own = files.iter().filter(|file| part == FIRST || !first.contains(file));
        let places = own.filter_map(|file| between.binary_search(file).ok());
        inside.insert(part.clone(), places.collect::<Vec<_>>());
    }

    let mut bind = Command::new("wasm-bindgen");
    bind.args([
        "--target",
        "web",
        "--keep-lld-exports",
        "--no-typescript",
        // `xtask sizes` reads the names, and tells from them whose a function is.
        "--no-demangle",
        "--out-name",
        "ashar",
        "--out-dir",
    ]);
    let bound = folder.join("bound");
    let done = bind.arg(&bound).arg(&main).status();
    if !done.map_err(|error| format!("wasm-bindgen: {error}; run .ci/install build"))?.success() {
        return Err("wasm-bindgen could not read the first part".into());
    }
    Ok(Cut { module: bound.join("ashar_bg.wasm"), bound, parts, between, inside })
}

/// Writes the script that fetches the parts beside the one that calls it. `names`: what the file of each part is called.
pub(crate) fn write_loaders(cut: &Cut, names: &BTreeMap<String, String>) -> Outcome {
    let exports =
        names.keys().map(|part| format!("export const {LOADER}{part} = loader({part:?});\n"));
    let script = [
        format!("import {{ partLoader }} from \"./{PART_LOADER}\";\n"),
        format!("const loader = partLoader({FIRST:?}, {SECTION:?}, {});\n", json!(names)),
    ];
    let script: String = script.into_iter().chain(exports).collect();
    fs::copy(Path::new("src/bin/xtask").join(PART_LOADER), cut.bound.join(PART_LOADER))?;
    fs::write(cut.bound.join(LOADERS), script)?;
    Ok(())
}

/// What fetches a part.
const PART_LOADER: &str = "part-loader.js";

/// Puts what a part shares with others into its file, as sections that mean nothing to the machine and are found by their
/// name. Each begins with its number, by which the loader knows what another part has brought along already.
pub(crate) fn enclose(cut: &Cut, part: &str, into: &Path) -> Result<(), Box<dyn Error>> {
    let mut bytes = fs::read(into)?;
    for place in cut.inside.get(part).into_iter().flatten() {
        let module = fs::read(cut.between.get(*place).ok_or("a shared file is missing")?)?;
        let name = SECTION.as_bytes();
        bytes.push(0);
        number(2 + name.len() + module.len(), &mut bytes);
        number(name.len(), &mut bytes);
        bytes.extend(name);
        bytes.push(u8::try_from(*place)?);
        bytes.extend(module);
    }
    fs::write(into, bytes)?;
    Ok(())
}

/// The name of those sections; shorter than 128 letters, so that its length is one byte.
pub(crate) const SECTION: &str = "shared";

/// Writes a number as WebAssembly has it: seven bits a byte, the low ones first.
fn number(mut number: usize, out: &mut Vec<u8>) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            return out.push(low);
        }
        out.push(low | 128);
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_written_seven_bits_a_byte() {
        for (given, written) in
            [(0, vec![0]), (127, vec![127]), (128, vec![128, 1]), (624_485, vec![0xE5, 0x8E, 0x26])]
        {
            let mut out = Vec::new();
            number(given, &mut out);
            assert_eq!(out, written);
        }
    }
}
