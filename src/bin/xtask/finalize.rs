//! Finishes what Trunk has built: the page, the modules, the plain edition, and the data with all that names it.

use crate::{
    Failure, OFF, Outcome, data_files, dist, library, modules, not_found, page, say,
    scripts::{MODERN, shorten},
    short,
};
use ashar::{
    domain::library::Library,
    i18n::{IN_HTML, Messages},
    state::render::Hosting,
    static_site::{READING_FOLDER, first_paint, reading_edition},
};
use sha2::{Digest as _, Sha256};
use std::{env, fs, path::Path};

/// Finishes the build in Trunk's folder, or the one in `dist`: a release, or a build to work with (`make dev`).
pub(crate) fn finalize() -> Outcome {
    let root = dist();
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug") {
        return develop(&root);
    }
    let index = root.join("index.html");
    let html = with_words(fs::read_to_string(&index)?)?;
    let (page_without, styles) = page::one_style_sheet(&root, &html)?;
    let mut html = page_without;
    html = modules::small_modules(&root, &html)?;
    html = page::short_start(&page::preloads_first(&html)?)?;
    let start = root.join("start.js");
    html = page::with_script_inside(&html, &start)?;
    fs::remove_file(start)?;
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
    fs::write(&index, page::with_script_hashes(html))?;

    not_found::write(&root, with_words)?;
    write_reading(&root, library, &styles)?;
    shorten(&root.join(OFF), MODERN)?;
    data_files::publish(Path::new("data"), &root)
}

/// A page with its texts.
fn with_words(mut html: String) -> Result<String, Failure> {
    let messages = Messages::english();
    for (placeholder, key) in IN_HTML {
        let text = messages.text(*key);
        // The minifier has taken the quotation marks off an attribute that looked like one word.
        let quoted = format!("=\"{}\"", text.replace('"', "&quot;"));
        html = html.replace(&format!("={placeholder}"), &quoted).replace(placeholder, text);
    }
    if let Some((_, rest)) = html.split_once("{{words:") {
        let key = rest.split_once("}}").map_or(rest, |(key, _)| key);
        return Err(format!("a page names {key:?}, which data/words/en.json lacks").into());
    }
    Ok(html)
}

/// Finishes a build to work with: texts and data, in one module, without first paint, worker and the other editions. The policy
/// of the page lets in what Trunk adds to load it anew after a change.
fn develop(root: &Path) -> Outcome {
    let index = root.join("index.html");
    let html = with_words(fs::read_to_string(&index)?)?
        .replace("__STYLE_HASH__", "'self' 'unsafe-inline'")
        .replace("__SCRIPT_HASHES__", "'unsafe-inline'");
    fs::write(&index, html)?;
    data_files::put(Path::new("data"), root)?;
    Ok(())
}

/// Writes the plain pages for browsers that cannot run the app.
fn write_reading(root: &Path, library: &'static Library, styles: &str) -> Outcome {
    let folder = root.join(READING_FOLDER);
    fs::create_dir_all(&folder)?;
    let style = format!("ashar-{}.css", short(Sha256::digest(styles)));
    fs::write(folder.join(&style), styles)?;
    let pages = reading_edition::edition(library, Messages::english(), &style);
    for (name, text) in &pages {
        fs::write(folder.join(name), text)?;
    }
    say(&format!("wrote the reading edition: {} pages", pages.len()));
    Ok(())
}
