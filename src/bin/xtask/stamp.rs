//! Finishes what Trunk has built: the page, the modules, the plain edition, and the data with all that names it.

use crate::{OFF, Outcome, data_files, dist, library, modules, page, say, scripts::shorten, short};
use ashar::{
    domain::library::Library,
    i18n::{IN_HTML, Messages},
    state::render::Hosting,
    static_site::{READING_FOLDER, first_paint, reading_edition},
};
use sha2::{Digest as _, Sha256};
use std::{fs, path::Path};

/// Finishes the build in Trunk's folder, or the one in `dist`.
pub(crate) fn stamp() -> Outcome {
    let root = dist();
    let index = root.join("index.html");
    let mut html = fs::read_to_string(&index)?;
    let messages = Messages::english();
    for (placeholder, key) in IN_HTML {
        let text = messages.text(*key);
        // The minifier has taken the quotation marks off an attribute that looked like one word.
        let quoted = format!("=\"{}\"", text.replace('"', "&quot;"));
        html = html.replace(&format!("={placeholder}"), &quoted).replace(placeholder, text);
    }
    let (page_without, styles) = page::one_style_sheet(&root, &html)?;
    html = page_without;
    html = modules::small_modules(&root, &html)?;
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
    shorten(&root.join(OFF))?;
    data_files::publish(Path::new("data"), &root)
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
