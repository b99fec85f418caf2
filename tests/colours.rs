//! Protects what is written down in two languages: colours of the style sheet that Rust and HTML repeat, and the filters that
//! `embed.js` knows.

#![allow(clippy::panic, clippy::expect_used, reason = "helpers of tests stop the test")]

mod support;

use ashar::domain::{
    colour::{ACCENT, BAND_INK, Colour, DARK, LIGHT, PageColours},
    vocabulary::Facet,
};
use std::collections::BTreeMap;
use support::file;

/// The colours of the style sheet by the names of their properties: in the light theme, and in the dark one. Where a partner's
/// colour may stand, the app's own.
fn tokens() -> [BTreeMap<String, Colour>; 2] {
    let sheet = file("style/tokens.css");
    let (light, dark) =
        sheet.split_once("@media (prefers-color-scheme: dark)").expect("two themes");
    [light, dark].map(|theme| {
        theme.lines().take_while(|line| line.trim() != "}").filter_map(token).collect()
    })
}

/// The name and the colour of a property.
fn token(line: &str) -> Option<(String, Colour)> {
    let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
    let (_, hex) = value.split_once('#')?;
    let end = hex.find(|sign: char| !sign.is_ascii_hexdigit())?;
    Some((name.to_owned(), Colour::parse(hex.get(..end)?)?))
}

/// The texts between two others, wherever they stand in a text.
fn between<'a>(text: &'a str, before: &'a str, after: &'a str) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn the_colours_that_rust_repeats_are_those_of_the_style_sheet() {
    for (tokens, page) in tokens().iter().zip([LIGHT, DARK]) {
        let token = |name: &str| *tokens.get(name).unwrap_or_else(|| panic!("no --{name}"));
        let written = PageColours {
            surface: token("color-surface"),
            quiet: token("color-surface-sunken"),
            ink: token("color-text"),
        };
        assert_eq!(page, written);
    }
    let [light, _] = tokens();
    assert_eq!(light.get("color-accent"), Some(&ACCENT));
    assert_eq!(light.get("color-on-accent"), Some(&BAND_INK));
    // The text on the band, which is the same in both themes.
    let layout = file("style/layout.css");
    assert_eq!(
        between(&layout, ".top { background: var(--color-header); color: #", ";"),
        [BAND_INK.hex()]
    );
}

#[test]
fn the_colours_that_the_browser_is_told_before_the_style_sheet_are_those_of_the_style_sheet() {
    let page = file("public/index.html");
    let [light, dark] = tokens();
    let band = light.get("color-header").expect("a band").hex();
    let surface = dark.get("color-surface").expect("a page").hex();
    for (theme, colour) in [("light", band), ("dark", surface)] {
        let end = format!("\" media=\"(prefers-color-scheme: {theme})\"");
        let told: Vec<&str> = between(&page, "name=\"theme-color\" content=\"#", ">")
            .into_iter()
            .filter_map(|rest| rest.strip_suffix(&*end))
            .collect();
        assert_eq!(told, [colour], "{theme}");
    }
}

#[test]
fn the_colours_of_the_manifest_and_of_the_drawn_felt_are_those_of_the_style_sheet() {
    let [light, _] = tokens();
    let manifest: serde_json::Value =
        serde_json::from_str(&file("public/manifest.webmanifest")).expect("JSON");
    for (name, token) in [("theme_color", "color-header"), ("background_color", "color-surface")] {
        let told = manifest.get(name).and_then(|colour| colour.as_str()).and_then(Colour::parse);
        assert_eq!(told.as_ref(), light.get(token), "{name}");
    }
    // A picture cannot ask the style sheet.
    let layout = file("style/layout.css");
    let felt =
        ["color-accent", "color-felt-light"].map(|token| light.get(token).expect("a colour").hex());
    assert_eq!(between(&layout, "fill='%23", "'"), felt);
}

#[test]
fn embed_js_knows_the_filters_of_the_domain() {
    let script = file("public/embed.js");
    let known = between(&script, "const FACETS = [", "]");
    let mut known: Vec<&str> = known
        .first()
        .expect("a list of filters")
        .split(',')
        .map(|name| name.trim().trim_matches(['\'', '"']))
        .filter(|name| !name.is_empty())
        .collect();
    let mut facets = Facet::ALL.map(Facet::id).to_vec();
    known.sort_unstable();
    facets.sort_unstable();
    assert_eq!(known, facets);
}
