//! Protects the page for partners: what a choice changes stands on it, and only what can be had is offered.

use crate::{
    page::{Element, page_of},
    renderer,
    support::{library, says},
};
use ashar::{
    domain::{
        embed_options::{EmbedBuilder, PinnedRelease, RELEASE, View},
        route::Route,
        vocabulary::Facet,
    },
    embed_snippet::{custom_element, iframe},
    state::render::Hosting,
};
use std::collections::BTreeSet;

/// Where the app is.
const SITE: &str = "https://ashar.example/";

/// The page before anything is chosen.
fn at_first() -> EmbedBuilder {
    EmbedBuilder::at(SITE, &library().corpus)
}

/// What comes of choices, each by the name of its field.
fn chosen(choices: &[(&str, &str)]) -> EmbedBuilder {
    let mut builder = at_first();
    for (name, value) in choices {
        assert!(builder.options.choose(name, value), "there is a field {name}");
    }
    builder
}

/// Something in every field, and much of it wrong.
fn everything_chosen() -> EmbedBuilder {
    let mut builder = chosen(&[
        ("view", "browse"),
        ("topic", "refugees"),
        ("oblast", "naryn"),
        ("query", "\"<b>&"),
        ("theme", "dark"),
        ("accent", "madder"),
        ("size", "other"),
        ("other", "7"),
        ("release", "frozen"),
    ]);
    builder.answered(PinnedRelease::Available);
    builder
}

fn page(builder: &EmbedBuilder) -> Element {
    page_of(&renderer().embed_builder(builder.clone()))
}

/// Every state of the page that differs in its markup, with a name for messages.
fn pages() -> Vec<(String, Element)> {
    let mut missing = at_first();
    missing.answered(PinnedRelease::Missing);
    let kept = EmbedBuilder::at("https://ashar.example/v/0.0.1/", &library().corpus);
    let mut all = vec![
        ("everything chosen".to_owned(), page(&everything_chosen())),
        ("a colour".to_owned(), page(&chosen(&[("accent", "ffe600")]))),
        ("no old releases".to_owned(), page(&missing)),
        ("a kept copy".to_owned(), page(&kept)),
        (
            "in the one file".to_owned(),
            page_of(&renderer().hosted(Hosting::SingleFile).embed_builder(at_first())),
        ),
    ];
    all.extend(View::ALL.map(|view| (view.id().to_owned(), page(&chosen(&[("view", view.id())])))));
    all
}

#[test]
fn no_id_stands_twice_and_every_one_that_is_named_is_there() {
    for (name, page) in pages() {
        let all = page.all();
        let mut seen = BTreeSet::new();
        for id in all.iter().filter_map(|element| element.attribute("id")) {
            assert!(seen.insert(id), "{name}: {id}");
        }
        for reference in ["for", "aria-describedby", "aria-labelledby"] {
            let named = all.iter().filter_map(|element| element.attribute(reference));
            for id in named.flat_map(|ids| ids.split(' ')) {
                assert!(seen.contains(id), "{name}: {reference} {id}");
            }
        }
    }
}

#[test]
fn the_page_has_one_heading_above_all_others() {
    for (name, page) in pages() {
        let headings = page.tagged("h1");
        assert_eq!(headings.len(), 1, "{name}");
        assert!(!headings[0].text().is_empty(), "{name}");
    }
}

#[test]
fn every_link_says_where_it_leads_and_leads_there() {
    for (name, page) in pages() {
        let links = page.tagged("a");
        assert!(!links.is_empty(), "{name}");
        for link in links {
            assert!(!link.text().trim().is_empty(), "{name}");
            let address = link.attribute("href").expect("an address");
            assert!(!matches!(Route::parse(address), Route::NotFound(_)), "{name}: {address}");
        }
    }
}

#[test]
fn what_a_choice_changes_stands_there_from_the_beginning() {
    let first = (
        at_first(),
        says("title.page", &[("page", &says("embed.check", &[]))]),
        [("embed-count", String::new()), ("embed-kept", String::new())],
        [("embed-accent-said", String::new()), ("embed-other-said", String::new())],
        [says("embed.theme-auto", &[]), says("embed.height-auto", &[]), says("embed.current", &[])],
    );
    let version = [("version", RELEASE)];
    let all = (
        everything_chosen(),
        says("title.page", &[("page", &says("embed.browse", &[]))]),
        [
            ("embed-count", says("embed.no-case", &[])),
            ("embed-kept", says("embed.kept-yes", &version)),
        ],
        [
            ("embed-accent-said", says("embed.accent-fault", &[])),
            ("embed-other-said", says("embed.height-fault", &[("least", "200"), ("most", "5000")])),
        ],
        [
            says("embed.theme-dark", &[]),
            says("embed.height-auto", &[]),
            says("embed.frozen", &version),
        ],
    );
    for (builder, title, answers, faults, sum) in [first, all] {
        let page = page(&builder);
        for (id, view) in [
            ("embed-case", View::Case),
            ("embed-filters", View::Browse),
            ("embed-search", View::Search),
        ] {
            let is_shown = page.id(id).attribute("hidden").is_none();
            assert_eq!(is_shown, builder.options.view == view, "{id}");
        }
        let is_shown = page.id("embed-other-field").attribute("hidden").is_none();
        assert_eq!(is_shown, builder.options.size == "other");
        let sum = format!("{title} · {}", sum.join(" · "));
        let code = [
            ("embed-code-element", custom_element(&builder.options, &builder.base(), &title)),
            ("embed-code-frame", iframe(&builder.options, &builder.base(), &title)),
            ("embed-said", says("embed.sum", &[("all", &sum)])),
        ];
        for (id, text) in answers.into_iter().chain(faults).chain(code) {
            assert_eq!(page.id(id).full_text(), text, "{id}");
        }
        for (id, wrong) in [
            ("embed-accent", !builder.options.accent.is_empty()),
            ("embed-other", !builder.options.other.is_empty()),
        ] {
            let said = page.id(id).attribute("aria-invalid");
            assert_eq!(said, Some(if wrong { "true" } else { "false" }), "{id}");
        }
        for id in ["embed-accent", "embed-picker", "embed-other", "embed-releases", "embed-preview"]
        {
            assert!(page.find_id(id).is_some(), "{id}");
        }
    }
}

#[test]
fn what_was_chosen_stands_in_the_fields_when_the_page_is_opened_again() {
    let page = page(&everything_chosen());
    for (id, value) in [
        ("embed-query", "\"<b>&"),
        ("embed-accent", "madder"),
        ("embed-picker", "#8e2b20"),
        ("embed-other", "7"),
    ] {
        assert_eq!(page.id(id).attribute("value"), Some(value), "{id}");
    }
    for (id, value) in [
        ("embed-field-topic", "refugees"),
        ("embed-field-oblast", "naryn"),
        ("embed-field-theme", "dark"),
        ("embed-field-size", "other"),
    ] {
        let options = page.id(id).tagged("option");
        let selected: Vec<_> = options
            .iter()
            .filter(|option| option.attribute("selected").is_some())
            .map(|option| option.attribute("value"))
            .collect();
        assert_eq!(selected, [Some(value)], "{id}");
    }
    let checked: BTreeSet<_> = page
        .tagged("input")
        .into_iter()
        .filter(|input| input.attribute("checked").is_some())
        .filter_map(|input| input.attribute("id"))
        .collect();
    assert_eq!(checked, BTreeSet::from(["embed-release-frozen", "embed-view-browse"]));
}

#[test]
fn every_case_is_offered_and_only_filters_that_leave_some() {
    let page = page(&at_first());
    let options = |id: &str| -> Vec<String> {
        let options = page.id(id).tagged("option");
        options.iter().filter_map(|one| one.attribute("value")).map(str::to_owned).collect()
    };
    let cases = library().corpus.cases();
    let slugs: Vec<&str> = cases.iter().map(|case| case.slug.as_str()).collect();
    assert_eq!(options("embed-field-case"), slugs);
    for facet in [Facet::Topic, Facet::Oblast] {
        let values = options(&format!("embed-field-{}", facet.id()));
        assert_eq!(values[0], "", "nothing need be chosen");
        assert!(values.len() > 2);
        for value in &values[1..] {
            assert!(cases.iter().any(|case| case.values(facet).contains(&&**value)), "{value}");
        }
    }
}

#[test]
fn a_frame_is_called_what_it_shows() {
    let title = |choices: &[(&str, &str)]| {
        let code = page(&chosen(choices)).id("embed-code-frame").full_text();
        let (_, after) = code.split_once(" title=\"").expect("a title");
        after.split_once('"').expect("an end").0.to_owned()
    };
    let shazet = library().corpus.case("shazet").expect("a case");
    assert!(title(&[("view", "case"), ("case", "shazet")]).contains(&shazet.title));
    assert!(title(&[("view", "search"), ("query", " water ")]).contains("water"));
    let all: BTreeSet<String> = View::ALL.map(|view| title(&[("view", view.id())])).into();
    assert_eq!(all.len(), View::ALL.len());
}

#[test]
fn where_the_host_keeps_no_release_none_is_offered() {
    let frozen = |builder: &EmbedBuilder| page(builder).find_id("embed-release-frozen").is_some();
    let mut builder = at_first();
    assert!(frozen(&builder));
    builder.answered(PinnedRelease::Missing);
    assert!(!frozen(&builder));
    let kept = page(&EmbedBuilder::at("https://ashar.example/v/0.0.1/", &library().corpus));
    assert!(kept.find_id("embed-releases").is_none());
    assert!(kept.full_text().contains("0.0.1"));
    assert!(everything_chosen().base().ends_with(RELEASE));
}

#[test]
fn a_colour_is_shown_in_each_theme_that_readers_may_see() {
    let notes = |choices: &[(&str, &str)]| {
        let page = page(&chosen(choices));
        page.id("embed-accent-said").tagged("svg").len()
    };
    assert_eq!(notes(&[("accent", "ffe600")]), 2);
    assert_eq!(notes(&[("accent", "ffe600"), ("theme", "light")]), 1);
    assert_eq!(notes(&[]), 0);
}
