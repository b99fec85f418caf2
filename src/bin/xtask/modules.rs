//! The modules of a release: cut, optimised, and named by what is in them.

use crate::{Failure, files, optimise::optimise, scripts::bundle, short, split, target};
use sha2::{Digest as _, Sha256};
use std::{collections::BTreeMap, fs, path::Path};

/// How the files of the parts are called that are fetched when they are first needed.
pub(crate) const PART: &str = "ashar-part-";

/// The part that a file is of, by its name.
pub(crate) fn part(name: &str) -> Option<&str> {
    name.strip_prefix(PART)?.split('-').next()
}

/// Cuts the module into its parts, makes them and their script small, and names all by what is in them now: a phone keeps a name
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
    for module in cut.between.iter().chain(cut.parts.values()).chain([&cut.module]) {
        optimise(module)?;
    }
    for (part, path) in &cut.parts {
        split::enclose(&cut, part, path)?;
        let name = format!("{PART}{part}-{}.wasm", short(Sha256::digest(fs::read(path)?)));
        fs::copy(path, root.join(&name))?;
        names.insert(part.clone(), name);
    }
    split::write_loaders(&cut, &names)?;
    // The start is all that the page asks of the script; what else wasm-bindgen offers there is left out.
    let start = format!("export {{ default }} from \"./{}\";", split::SCRIPT);
    let script = bundle(&start, &cut.bound, &[])?;
    let module = fs::read(&cut.module)?;
    let digest = Sha256::new().chain_update(&script).chain_update(&module).finalize();
    let new = format!("ashar-{}", short(digest));
    fs::write(root.join(format!("{new}.js")), script)?;
    fs::write(root.join(format!("{new}_bg.wasm")), module)?;
    Ok(html.replace(old, &new))
}
