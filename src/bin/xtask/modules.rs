//! The modules of a release: cut, shrunk, and named by what is in them.

use crate::{Failure, files, scripts::shorten, short, shrink, split, target};
use sha2::{Digest as _, Sha256};
use std::{collections::BTreeMap, fs, path::Path};

/// How the files of the parts are called that are fetched when they are first needed.
pub(crate) const PART: &str = "ashar-part-";

/// The part that a file is of, by its name.
pub(crate) fn part(name: &str) -> Option<&str> {
    name.strip_prefix(PART)?.split('-').next()
}

/// Cuts the module into its parts, shrinks them and their script, and names all by what is in them now: a phone keeps a name
/// for ever.
///
/// Gives the page.
pub(crate) fn small_modules(root: &Path, html: &str) -> Result<String, Failure> {
    let names = files(root)?;
    let old = names.keys().find_map(|name| name.strip_suffix("_bg.wasm"));
    let old = old.ok_or("the build has no module")?;
    // What Trunk has made of the module in one piece.
    fs::remove_file(root.join(format!("{old}_bg.wasm")))?;
    fs::remove_file(root.join(format!("{old}.js")))?;

    let target = target();
    let module = target.join("wasm32-unknown-unknown/release/ashar.wasm");
    let cut = split::split(&module, &target.join("split"))?;
    let mut names = BTreeMap::new();
    for module in cut.between.iter().chain(cut.parts.values()) {
        shrink::shrink_part(module)?;
    }
    for (part, path) in &cut.parts {
        split::enclose(&cut, part, path)?;
        let name = format!("{PART}{part}-{}.wasm", short(Sha256::digest(fs::read(path)?)));
        fs::copy(path, root.join(&name))?;
        names.insert(part.clone(), name);
    }
    shrink::shrink(&cut, &names)?;
    let text = fs::read_to_string(&cut.script)?;
    let bytes = fs::read(&cut.module)?;
    let new = format!(
        "ashar-{}",
        short(Sha256::new().chain_update(&text).chain_update(&bytes).finalize())
    );
    let script = root.join(format!("{new}.js"));
    fs::write(&script, text.replace("ashar_bg.wasm", &format!("{new}_bg.wasm")))?;
    shorten(&script)?;
    fs::copy(&cut.module, root.join(format!("{new}_bg.wasm")))?;
    Ok(html.replace(old, &new))
}
