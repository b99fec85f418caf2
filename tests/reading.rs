//! Protects the reading edition: for a phone that cannot run the app it must be whole, and every link must lead somewhere.

#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "helpers of tests stop the test")]

mod support;

use ashar::{domain::route::Route, i18n::Messages, static_site::reading_edition::edition};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};
use support::library;

static PAGES: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| edition(library(), Messages::english(), "ashar-0.css").into_iter().collect());

/// What a page of the edition may fetch and run: its style sheet and images, nothing else.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'\">";

/// The values of an attribute on a page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.split(&start)
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(value, _)| value)
        .collect()
}

/// A text as it stands in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A page without its tags.
fn text_of(page: &str) -> String {
    let mut text = String::new();
    for part in page.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    // Keeps a full stop beside the term before it, and cannot be seen.
    text.replace('\u{2060}', "")
}

#[test]
fn there_is_a_page_for_every_case_the_words_the_difficulties_what_helped_and_each_form() {
    let cases = library().corpus.cases().iter().map(|case| format!("{}.html", case.slug));
    let others = [
        "index.html",
        "glossary.html",
        "difficulties.html",
        "factors.html",
        "form-before-quick.html",
        "form-before-full.html",
        "form-together-quick.html",
        "form-together-full.html",
    ];
    let expected: BTreeSet<String> = cases.chain(others.map(str::to_owned)).collect();
    assert_eq!(PAGES.keys().cloned().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn every_link_leads_to_a_page_and_a_place_that_exist_or_into_the_app() {
    for (name, page) in PAGES.iter() {
        for link in values(page, "href") {
            if let Some(app) = link.strip_prefix("../#") {
                let route = Route::parse(&app.replace("&amp;", "&"));
                assert!(!matches!(route, Route::NotFound(_)), "{name}: {link}");
                continue;
            }
            if ["../", "../icons/tunduk.svg", "ashar-0.css"].contains(&link) {
                continue;
            }
            let (file, place) = link.split_once('#').unwrap_or((link, ""));
            let file = if file.is_empty() { name } else { file };
            let there = PAGES.get(file);
            assert!(there.is_some(), "{name}: {link}");
            let has = there.is_some_and(|there| values(there, "id").contains(&place));
            assert!(place.is_empty() || has, "{name}: {link}");
        }
    }
}

#[test]
fn a_case_stands_there_whole() {
    for case in library().corpus.cases() {
        let text = text_of(&PAGES[&format!("{}.html", case.slug)]);
        let blocks = case.blocks.iter().flat_map(|block| [Some(&block.text), block.met.as_ref()]);
        for block in blocks.flatten().chain([&case.title, &case.point.text, &case.summary]) {
            assert!(text.contains(&escaped(block)), "{}: {block}", case.slug);
        }
    }
}

#[test]
fn no_page_needs_a_script_or_shows_a_control_that_only_a_script_could_serve() {
    for (name, page) in PAGES.iter() {
        for needs in ["<script", "<button", "data-act", "<input", " hidden>"] {
            assert!(!page.contains(needs), "{name}: {needs}");
        }
        let policies = page.matches("http-equiv").count();
        assert!(policies == 1 && page.contains(POLICY), "{name}");
    }
}

#[test]
fn every_page_says_what_it_is_to_search_engines_and_in_previews() {
    let mut titles = BTreeSet::new();
    for (name, page) in PAGES.iter() {
        let title = page.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
        let (title, _) = title.expect("a title");
        assert!(titles.insert(title) || name.starts_with("form-"), "{name}: {title}");
        for property in ["og:title", "og:description", "og:type", "og:site_name"] {
            assert!(
                page.contains(&format!("<meta property=\"{property}\" content=\"")),
                "{name}: {property}"
            );
        }
        assert!(page.contains("<meta name=\"description\" content=\""), "{name}");
        assert_eq!(page.matches("<h1").count(), 1, "{name}");
    }
}
