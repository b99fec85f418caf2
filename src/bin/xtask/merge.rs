//! Merges the modules of a release into one again, for the app in one file: nobody fetches a part of that, and what several parts
//! have in common is there once.

use crate::{
    Failure, Outcome, modules,
    optimise::wasm_opt,
    short,
    split::{FEATURES, SECTION},
    target,
};
use sha2::{Digest as _, Sha256};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasmparser::{Parser, Payload};

/// What the first module is called by those that import from it.
const FIRST: &str = "__wasm_split";

/// The first module of a release with all parts in it. `first`: the name of its file.
pub(crate) fn merged(shipped: &BTreeMap<String, Vec<u8>>, first: &str) -> Result<Vec<u8>, Failure> {
    let parts = || shipped.iter().filter(|(name, _)| modules::part(name).is_some());
    let main = shipped.get(first).ok_or_else(|| format!("the release has no {first}"))?;
    let mut digest = Sha256::new_with_prefix(main);
    parts().for_each(|(_, bytes)| digest.update(bytes));
    // The same release is packed again and again with other data.
    let folder = target().join("one-file").join(short(digest.finalize()));
    let done = folder.join("done.wasm");
    if !done.exists() {
        fs::create_dir_all(&folder)?;
        let mut pieces: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for (name, bytes) in parts() {
            let (part, shared) = opened(bytes)?;
            pieces.insert(name.clone(), part.to_owned());
            // What another part has brought along already is the same.
            let named = shared
                .into_iter()
                .map(|(number, module)| (format!("{SECTION}-{number}"), module.to_owned()));
            pieces.extend(named);
        }
        merge(&folder, main, &pieces, &done)?;
    }
    Ok(fs::read(done)?)
}

/// A module of a part and what it shares.
type Opened<'a> = (&'a [u8], Vec<(u8, &'a [u8])>);

/// Takes a part out of its file, and what it shares with others, each with its number (`split::enclose`).
fn opened(bytes: &[u8]) -> Result<Opened<'_>, Failure> {
    let mut shared = Vec::new();
    let mut end = 0;
    let mut own = bytes.len();
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload?;
        if let Payload::CustomSection(section) = &payload
            && section.name() == SECTION
            && let Some((number, module)) = section.data().split_first()
        {
            own = own.min(end);
            shared.push((*number, module));
        }
        if let Some((_, range)) = payload.as_section() {
            end = usize::try_from(range.end)?;
        }
    }
    Ok((bytes.get(..own).unwrap_or(bytes), shared))
}

/// Merges modules by Binaryen, and makes what comes out small.
fn merge(folder: &Path, main: &[u8], pieces: &BTreeMap<String, Vec<u8>>, done: &Path) -> Outcome {
    let file = |name: &str| folder.join(name).with_extension("wasm");
    let mut merge = Command::new("wasm-merge");
    let write = |name: &str, bytes: &[u8]| -> Result<PathBuf, Failure> {
        let path = file(name);
        fs::write(&path, bytes)?;
        Ok(path)
    };
    merge.arg(write(FIRST, main)?).arg(FIRST);
    for (name, bytes) in pieces {
        merge.arg(write(name, bytes)?).arg(name);
    }
    let whole = file("whole");
    merge.args(FEATURES).arg("-o").arg(&whole);
    let merged =
        merge.status().map_err(|error| format!("wasm-merge: {error}; run .ci/install build"))?;
    if !merged.success() {
        return Err("wasm-merge could not read a module".into());
    }
    let small = file("small");
    wasm_opt(&whole, &small, &["-Oz", "--low-memory-unused"])?;
    // Last, so that half a module is never taken for one.
    fs::rename(small, done)?;
    Ok(())
}
