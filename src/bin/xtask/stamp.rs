//! Finishes what Trunk has built: the page, the modules, the plain edition, the worker and the one file.

use crate::{
    Outcome, dist, files, library, modules, one_file, page, say, scripts::shorten, short, split,
};
use ashar::{
    domain::{library::Library, words},
    html::{about, reading},
    i18n::Messages,
    state::render::Hosting,
    static_site::first_paint,
};
use sha2::{Digest as _, Sha256};
use std::{collections::BTreeMap, fs, path::Path};

/// What a host puts in the place of the worker to be rid of it.
pub(crate) const OFF: &str = "sw-off.js";

/// What partners' pages fetch to show the app in a frame. It ships as it is written, for their editors to read.
pub(crate) const EMBED: &str = "embed.js";

/// Finishes the build in Trunk's folder, or the one in `dist`.
pub(crate) fn stamp() -> Outcome {
    let root = dist();
    let index = root.join("index.html");
    let mut html = fs::read_to_string(&index)?;
    for (placeholder, key) in words::IN_HTML {
        // The minifier has taken the quotation marks off an attribute that looked like one word.
        let quoted = format!("=\"{}\"", key.text().replace('"', "&quot;"));
        html = html.replace(&format!("={placeholder}"), &quoted).replace(placeholder, key.text());
    }
    let (page_without, styles) = page::one_style_sheet(&root, &html)?;
    html = page_without;
    let (page_without, mut parts) = modules::small_modules(&root, &html)?;
    html = page_without;
    html = page::in_the_page(&root, &page::short_start(&page::preloads_first(&html)?)?)?;
    if let Some((_, rest)) = html.split_once("{{words:") {
        let key = rest.split_once("}}").map_or(rest, |(key, _)| key);
        return Err(format!("index.html names {key:?}, which data/words/en.json lacks").into());
    }
    // It lives as long as the tool, as in the app it lives as long as the page.
    let library: &'static Library = Box::leak(Box::new(library()?));
    html = html.replace(
        "<div id=first></div>",
        &[
            "<div id=first>",
            &first_paint(library, Messages::english(), Hosting::Standalone),
            "</div>",
        ]
        .concat(),
    );
    html = html.replace("__STYLE_HASH__", &page::hash(&styles));
    let hashes: Vec<String> = page::inline_scripts(&html).map(page::hash).collect();
    html = html.replace("__SCRIPT_HASHES__", &hashes.join(" "));
    fs::write(&index, html)?;

    write_reading(&root, library, &styles)?;

    for name in ["sw.js", OFF] {
        shorten(&root.join(name))?;
    }
    let shipped = files(&root)?;
    let first = parts.remove(split::FIRST).unwrap_or_default();
    let mut list: Vec<Listed> = Vec::new();
    let mut version = Sha256::new();
    for (name, bytes) in &shipped {
        version.update(name.as_bytes());
        version.update(bytes);
        // The worker is fetched by the browser itself, and must never be kept by itself; the plain pages are for those
        // who cannot use the app, and one script is for other sites; parts are kept when they are needed, but for the first.
        let part = name.starts_with(modules::PART) && *name != first;
        let unseen = ["sw.js", OFF, EMBED].contains(&name.as_str());
        if !part && !unseen && !name.starts_with(reading::FOLDER) {
            list.push(listed(&shipped, name)?);
        }
    }
    let parts: BTreeMap<String, Vec<Listed>> = parts
        .into_iter()
        .map(|(part, name)| Ok((part, vec![listed(&shipped, &name)?])))
        .collect::<Result<_, String>>()?;
    let version = short(version.finalize());
    let worker = root.join("sw.js");
    let code = fs::read_to_string(&worker)?
        .replace("__VERSION__", &version)
        .replace("__FILES__", &serde_json::to_string(&list)?)
        .replace("__PARTS__", &serde_json::to_string(&parts)?);
    fs::write(&worker, code)?;
    say(&format!("stamped version {version}: {} files for offline use", list.len()));
    let word = one_file::write(&root, &files(&root)?, library)?;
    say(&format!("wrote {}; its check word is {word}", about::ONE_FILE));
    Ok(())
}

/// A file in a list of the worker: its name, what its content type must contain, and how it is known to be whole.
type Listed = (String, &'static str, String);

/// A file as the worker lists it: with its digest, or the page with the script that it starts, because some hosts write into
/// pages.
fn listed(shipped: &BTreeMap<String, Vec<u8>>, name: &str) -> Result<Listed, String> {
    let kind = kind(name)?;
    if name == "index.html" {
        let module = shipped.keys().find_map(|name| name.strip_suffix("_bg.wasm"));
        let script = module.ok_or("the build has no module")?;
        return Ok(("./".to_owned(), kind, format!("{script}.js")));
    }
    let bytes = shipped.get(name).ok_or_else(|| format!("the build has no {name}"))?;
    Ok((name.to_owned(), kind, short(Sha256::digest(bytes))))
}

/// Writes the plain pages for browsers that cannot run the app.
fn write_reading(root: &Path, library: &Library, styles: &str) -> Outcome {
    let folder = root.join(reading::FOLDER);
    fs::create_dir_all(&folder)?;
    let style = format!("ashar-{}.css", short(Sha256::digest(styles)));
    fs::write(folder.join(&style), styles)?;
    let pages = reading::edition(library, &style);
    for (name, text) in &pages {
        fs::write(folder.join(name), text)?;
    }
    say(&format!("wrote the reading edition: {} pages", pages.len()));
    Ok(())
}

/// What the content type of a file must contain, so that a captive portal's page is not kept for it.
fn kind(name: &str) -> Result<&'static str, String> {
    let end = name.rsplit('.').next().unwrap_or_default();
    Ok(match end {
        "html" => "text/html",
        "js" => "javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "svg" => "image/svg",
        "png" => "image/png",
        // Hosts disagree about the rest of this type's name.
        "webmanifest" => "",
        _ => return Err(format!("{name}: no content type is known for it; add it to xtask")),
    })
}
