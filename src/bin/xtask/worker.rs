//! Writes the worker: which files a phone keeps, how each is known to be whole, and the version.

use crate::{
    EMBED, NOT_FOUND, OFF, Outcome,
    data_files::{DATA, DataFiles, OWN},
    files, modules, one_file, say,
    scripts::{MODERN, shorten},
    short, split,
};
use ashar::{
    domain::chunk::Chunk,
    i18n::MORE_MESSAGES,
    static_site::{ONE_FILE, READING_FOLDER},
};
use sha2::{Digest as _, Sha256};
use std::{collections::BTreeMap, fs, path::Path};

/// The worker, which every release has under the same name.
const WORKER: &str = "sw.js";

/// A file in a list of the worker: its name, what its content type must contain, and how it is known to be whole.
type Listed = (String, &'static str, String);

/// The files of a release, by their names.
type Shipped = BTreeMap<String, Vec<u8>>;

/// Writes the worker of a release with these data files.
pub(crate) fn write(root: &Path, data: &DataFiles) -> Outcome {
    let worker = root.join(WORKER);
    // Not the one in the release, which may have its lists already.
    fs::copy(Path::new("public").join(WORKER), &worker)?;
    shorten(&worker, MODERN)?;
    let shipped = files(root)?;
    let mut version = Sha256::new();
    let mut list: Vec<Listed> = Vec::new();
    // Made of the others.
    let packed = |name: &str| [ONE_FILE, one_file::CODE].contains(&name);
    for (name, bytes) in shipped.iter().filter(|(name, _)| !packed(name)) {
        version.update(name.as_bytes());
        version.update(bytes);
        if is_first_visit(name, data) {
            list.push(listed(&shipped, name)?);
        }
    }
    let parts: BTreeMap<&String, _> = data
        .iter()
        .map(|(lang, files)| Ok((lang, parts(&shipped, lang, files)?)))
        .collect::<Result<_, String>>()?;
    let version = short(version.finalize());
    let code = fs::read_to_string(&worker)?
        .replace("__VERSION__", &version)
        .replace("__FILES__", &serde_json::to_string(&list)?)
        .replace("__PARTS__", &serde_json::to_string(&parts)?);
    fs::write(&worker, code)?;
    say(&format!("version {version}: {} files for offline use", list.len()));
    Ok(())
}

/// Whether every visit fetches a file. The worker is fetched by the browser itself, and must never be kept by itself; the plain
/// pages are for those who cannot use the app, one script is for other sites, and one page for addresses that there are not; parts and their data are kept when they are
/// needed, but for the first one in the page's own language.
fn is_first_visit(name: &str, data: &DataFiles) -> bool {
    if let Some(part) = modules::part(name) {
        part == split::FIRST
    } else if name.starts_with(DATA) {
        let own = data.get(OWN).and_then(|files| files.get(Chunk::Cases.data()?));
        own.is_some_and(|own| own == name)
    } else {
        ![WORKER, OFF, EMBED, NOT_FOUND].contains(&name) && !name.starts_with(READING_FOLDER)
    }
}

/// What the app fetches in a language when it is first needed, by the part that needs it.
fn parts(
    shipped: &Shipped,
    lang: &str,
    data: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, Vec<Listed>>, String> {
    let mut parts: BTreeMap<String, Vec<Listed>> = BTreeMap::new();
    let mut add = |part: &str, name: &str| {
        let listed = listed(shipped, name)?;
        parts.entry(part.to_owned()).or_default().push(listed);
        Ok::<_, String>(())
    };
    for name in shipped.keys() {
        if let Some(part) = modules::part(name).filter(|part| *part != split::FIRST) {
            add(part, name)?;
        }
    }
    for (kind, name) in data {
        let shows = |part: &Chunk| {
            part.data() == Some(kind) || kind == MORE_MESSAGES && part.shows_more_messages()
        };
        let mut parts: Vec<Chunk> = Chunk::ALL.into_iter().filter(shows).collect();
        if parts.is_empty() {
            // What a language begins with comes with its cases.
            parts.push(Chunk::Cases);
        }
        for part in parts.into_iter().filter(|part| lang != OWN || *part != Chunk::Cases) {
            add(part.id(), name)?;
        }
    }
    Ok(parts)
}

/// A file as the worker lists it: with its digest, or the page with the script that it starts, because some hosts write into
/// pages.
fn listed(shipped: &Shipped, name: &str) -> Result<Listed, String> {
    let kind = kind(name)?;
    if name == "index.html" {
        let module = shipped.keys().find_map(|name| name.strip_suffix("_bg.wasm"));
        let script = module.ok_or("the build has no module")?;
        return Ok(("./".to_owned(), kind, format!("{script}.js")));
    }
    let bytes = shipped.get(name).ok_or_else(|| format!("the build has no {name}"))?;
    Ok((name.to_owned(), kind, short(Sha256::digest(bytes))))
}

/// What the content type of a file must contain, so that a captive portal's page is not kept for it.
fn kind(name: &str) -> Result<&'static str, String> {
    let end = name.rsplit('.').next().unwrap_or_default();
    Ok(match end {
        "html" => "text/html",
        "js" => "javascript",
        "json" => "json",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "svg" => "image/svg",
        "png" => "image/png",
        // Hosts disagree about the rest of this type's name.
        "webmanifest" => "",
        _ => return Err(format!("{name}: no content type is known for it; add it to xtask")),
    })
}
