//! Protects the code that partners paste: it leads where they chose, and nothing that was typed gets out of its attribute.

#![cfg(feature = "ssr")]
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop the test"
)]

mod support;

use ashar::domain::{
    colour::{Colour, READABLE, Shades},
    embed::{Settings, Theme},
    embed_options::{
        Accent, ContrastAdjustment, Deployment, EmbedBuilder, EmbedOptions, HEIGHTS, Height, PLAIN,
        PRESETS, PinnedRelease, RELEASE, View, contrast_adjustments, reported_height,
    },
    route::{Route, Step},
    vocabulary::Facet,
};
use ashar::embed_snippet::{custom_element, iframe};
use proptest::prelude::*;
use support::{chosen, library};

const BASE: &str = "https://ashar.example/app";

/// What comes of choices, each by the name of its field.
fn options(choices: &[(&str, &str)]) -> EmbedOptions {
    let mut options = EmbedOptions::default();
    for (name, value) in choices {
        assert!(options.choose(name, value), "there is a field {name}");
    }
    options
}

/// Choices, and both codes for them.
macro_rules! gives {
    ($name:ident, $choices:expr, $element:expr, $frame:expr $(,)?) => {
        #[test]
        fn $name() {
            let options = options(&$choices);
            assert_eq!(custom_element(&options, BASE, "A title"), $element);
            assert_eq!(iframe(&options, BASE, "A title"), $frame);
        }
    };
}

const SCRIPT: &str = "<script async src=\"https://ashar.example/app/embed.js\"></script>\n";

gives!(
    without_a_choice_the_code_shows_the_check,
    [],
    [
        SCRIPT,
        r#"<ashar-embed view="check" title="A title">"#,
        r#"<a href="https://ashar.example/app/#/check">A title</a></ashar-embed>"#,
    ]
    .concat(),
    concat!(
        r#"<iframe src="https://ashar.example/app/#/check" title="A title" width="100%" height="800" "#,
        r#"loading="lazy" style="border:0"></iframe>"#,
    ),
);
gives!(
    theme_and_colour_stand_in_both,
    [("theme", "dark"), ("accent", "#14566B")],
    [
        SCRIPT,
        r#"<ashar-embed view="check" theme="dark" accent="14566b" title="A title">"#,
        r#"<a href="https://ashar.example/app/#/check">A title</a></ashar-embed>"#,
    ]
    .concat(),
    concat!(
        r#"<iframe src="https://ashar.example/app/?theme=dark&amp;accent=14566b#/check" title="A title" "#,
        r#"width="100%" height="800" loading="lazy" style="border:0"></iframe>"#,
    ),
);
gives!(
    a_filtered_list_of_a_fixed_height,
    [("view", "browse"), ("oblast", "osh"), ("topic", "water"), ("size", "phone")],
    [
        SCRIPT,
        r#"<ashar-embed view="browse" topic="water" oblast="osh" height="600" title="A title">"#,
        r#"<a href="https://ashar.example/app/#/?topic=water&amp;oblast=osh">A title</a></ashar-embed>"#,
    ]
    .concat(),
    concat!(
        r#"<iframe src="https://ashar.example/app/#/?topic=water&amp;oblast=osh" title="A title" width="100%" height="600" "#,
        r#"loading="lazy" style="border:0"></iframe>"#,
    ),
);
gives!(
    a_case_is_named_and_filters_that_were_chosen_before_are_not,
    [("topic", "water"), ("view", "case"), ("case", "shazet"), ("size", "other"), ("other", "725")],
    [
        SCRIPT,
        r#"<ashar-embed view="case" case="shazet" height="725" title="A title">"#,
        r#"<a href="https://ashar.example/app/#/cases/shazet">A title</a></ashar-embed>"#,
    ]
    .concat(),
    concat!(
        r#"<iframe src="https://ashar.example/app/#/cases/shazet" title="A title" width="100%" height="725" "#,
        r#"loading="lazy" style="border:0"></iframe>"#,
    ),
);
gives!(
    what_is_searched_for_may_hold_any_sign,
    [("view", "search"), ("query", " \"чистая вода\" & <b> ")],
    [
        SCRIPT,
        r#"<ashar-embed view="search" query="&quot;чистая вода&quot; &amp; &lt;b&gt;" title="A title">"#,
        r#"<a href="https://ashar.example/app/#/?q=%22%D1%87%D0%B8%D1%81%D1%82%D0%B0%D1%8F%20%D0%B2%D0%BE%D0%B4%D0%B0"#,
        r#"%22%20%26%20%3Cb%3E">A title</a></ashar-embed>"#,
    ]
    .concat(),
    concat!(
        r#"<iframe src="https://ashar.example/app/#/?q=%22%D1%87%D0%B8%D1%81%D1%82%D0%B0%D1%8F%20%D0%B2%D0%BE%D0%B4%D0%B0"#,
        r#"%22%20%26%20%3Cb%3E" title="A title" width="100%" height="800" "#,
        r#"loading="lazy" style="border:0"></iframe>"#,
    ),
);
gives!(
    what_cannot_be_understood_is_left_out,
    [
        ("view", "everything"),
        ("theme", "blue"),
        ("accent", "red"),
        ("size", "other"),
        ("other", "tall")
    ],
    custom_element(&EmbedOptions::default(), BASE, "A title"),
    iframe(&EmbedOptions::default(), BASE, "A title"),
);

#[test]
fn the_local_words_need_nothing_chosen() {
    let options = options(&[("view", "glossary"), ("query", "water"), ("topic", "water")]);
    assert!(
        custom_element(&options, BASE, "x").contains(r#"<ashar-embed view="glossary" title="x">"#)
    );
    assert_eq!(options.address(BASE), "https://ashar.example/app/#/glossary");
}

#[test]
fn a_field_nobody_knows_changes_nothing() {
    let mut options = EmbedOptions::default();
    assert!(!options.choose("erase", "all"));
    assert_eq!(options, EmbedOptions::default());
}

#[test]
fn only_heights_that_somebody_can_mean_are_taken() {
    let other = |typed: &str| options(&[("size", "other"), ("other", typed)]).height();
    let (least, most) = HEIGHTS;
    assert_eq!(other(&least.to_string()), Height::Fixed(least));
    assert_eq!(other(&format!(" {most} ")), Height::Fixed(most));
    for typed in ["", "199", "5001", "-600", "600px", "6e2", "six hundred", "99999999999999"] {
        assert_eq!(other(typed), Height::Unclear, "{typed}");
    }
    for (id, pixels) in PRESETS {
        assert_eq!(options(&[("size", id)]).height(), Height::Fixed(pixels));
    }
    assert_eq!(options(&[("size", "auto")]).height(), Height::Auto);
    assert_eq!(options(&[("size", "enormous")]).height(), Height::Auto);
}

#[test]
fn a_colour_is_own_given_or_unclear() {
    let accent = |typed: &str| options(&[("accent", typed)]).accent();
    assert_eq!(accent("  "), Accent::Own);
    assert_eq!(accent("#fa0"), Accent::Given(Colour([0xff, 0xaa, 0])));
    assert_eq!(accent("madder"), Accent::Unclear);
}

#[test]
fn a_colour_that_was_changed_is_told_with_the_one_that_is_used() {
    let yellow = Colour([0xff, 0xee, 0x00]);
    let [light, dark] = contrast_adjustments(yellow);
    assert_eq!(light, ContrastAdjustment::Darker(Shades::of(yellow)[0].strong));
    assert_eq!(dark, ContrastAdjustment::Kept);
    let navy = Colour([0x10, 0x20, 0x60]);
    let [light, dark] = contrast_adjustments(navy);
    assert_eq!(light, ContrastAdjustment::Kept);
    assert_eq!(dark, ContrastAdjustment::Lighter(Shades::of(navy)[1].strong));
}

#[test]
fn a_preview_grows_where_the_frame_is_to_and_knows_its_host() {
    let auto = options(&[("theme", "light")]);
    let settings =
        |address: &str| Settings::parse(address.split(['?', '#']).nth(1).expect("settings"));
    let shown = settings(&auto.preview(BASE, "https://ashar.example"));
    assert!(shown.grows);
    assert_eq!(shown.host.as_deref(), Some("https://ashar.example"));
    assert_eq!(shown.theme, Theme::Light);
    let fixed = options(&[("size", "page")]);
    assert!(!settings(&fixed.preview(BASE, "https://ashar.example")).grows);
}

#[test]
fn where_the_app_is_follows_from_the_address_of_its_page() {
    for (address, base) in [
        ("https://x.example/", "https://x.example"),
        ("https://x.example/index.html", "https://x.example"),
        ("https://x.example/a/b/", "https://x.example/a/b"),
        ("https://x.example/a/b/index.html?theme=dark#/embed", "https://x.example/a/b"),
        ("https://x.example/a/?x=/y/#/cases/z?at=/", "https://x.example/a"),
        ("http://localhost:8080/#/embed", "http://localhost:8080"),
    ] {
        let deployment = Deployment::of(address);
        assert_eq!(deployment.base, base, "{address}");
        assert_eq!(deployment.release, None, "{address}");
    }
    for (address, origin) in [
        ("https://x.example/", "https://x.example"),
        ("http://localhost:8080/a/b/", "http://localhost:8080"),
        ("", ""),
    ] {
        assert_eq!(Deployment::of(address).origin(), origin, "{address}");
    }
}

#[test]
fn a_kept_copy_knows_that_it_is_one_and_keeps_no_other_inside() {
    let deployment = Deployment::of("https://x.example/a/v/1.2.0/#/embed");
    assert_eq!(deployment.release.as_deref(), Some("1.2.0"));
    assert_eq!(
        Deployment::of("https://x.example/v/0.3.0-rc.1/").release.as_deref(),
        Some("0.3.0-rc.1")
    );
    for address in
        ["https://x.example/v/", "https://x.example/v/latest/", "https://x.example/v/1.0/b/"]
    {
        assert_eq!(Deployment::of(address).release, None, "{address}");
    }
    let mut builder = EmbedBuilder {
        options: options(&[("release", "frozen")]),
        deployment,
        pinned_release: PinnedRelease::Available,
    };
    assert_eq!(builder.base(), "https://x.example/a/v/1.2.0");
    assert!(!builder.is_frozen());
    builder.deployment = Deployment::of("https://x.example/a/");
    assert_eq!(builder.base(), format!("https://x.example/a/v/{RELEASE}"));
}

#[test]
fn code_leads_to_a_kept_release_only_where_the_host_has_said_that_there_is_one() {
    let fresh = || EmbedBuilder {
        options: options(&[("release", "frozen")]),
        deployment: Deployment::of("https://x.example/"),
        pinned_release: PinnedRelease::Unknown,
    };
    let mut builder = fresh();
    assert!(builder.asks());
    assert_eq!(builder.base(), "https://x.example");
    builder.answered(PinnedRelease::Available);
    assert!(!builder.asks() && builder.is_frozen());
    builder.options.choose("release", "current");
    assert_eq!(builder.base(), "https://x.example");
    for pinned_release in [PinnedRelease::Missing, PinnedRelease::Unreachable] {
        let mut builder = fresh();
        builder.answered(pinned_release);
        assert!(!builder.options.frozen && !builder.asks());
        builder.options.choose("release", "frozen");
        assert_eq!(
            builder.asks(),
            pinned_release == PinnedRelease::Unreachable,
            "a host that answered is asked once"
        );
        assert_eq!(builder.base(), "https://x.example");
    }
}

#[test]
fn only_a_height_of_ours_makes_the_preview_grow() {
    assert_eq!(reported_height("ashar:height", 1.0, 812.2), Some(813));
    for (kind, version, height) in [
        ("ashar:height", 2.0, 812.0),
        ("ashar:height", f64::NAN, 812.0),
        ("ashar:ready", 1.0, 812.0),
        ("", 1.0, 812.0),
        ("ashar:height", 1.0, 0.0),
        ("ashar:height", 1.0, -5.0),
        ("ashar:height", 1.0, 1e9),
        ("ashar:height", 1.0, f64::NAN),
        ("ashar:height", 1.0, f64::INFINITY),
    ] {
        assert_eq!(reported_height(kind, version, height), None, "{kind} {version} {height}");
    }
}

/// A tag as a browser reads it: its name, and its attributes with their values.
#[derive(Debug)]
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }
}

/// Reads code as the tokenizer of HTML does (what of it can occur here): tags, and the texts between them.
fn read(code: &str) -> (Vec<Tag>, Vec<String>) {
    let (mut tags, mut texts) = (Vec::new(), Vec::new());
    let mut rest = code;
    while let Some((text, after)) = rest.split_once('<') {
        texts.push(unescaped(text));
        let end = after.find([' ', '>']).expect("a tag ends");
        let mut tag = Tag { name: after[..end].to_owned(), attributes: Vec::new() };
        rest = &after[end..];
        loop {
            rest = rest.trim_start_matches(' ');
            if let Some(after) = rest.strip_prefix('>') {
                rest = after;
                break;
            }
            let end = rest.find(['=', ' ', '>']).expect("an attribute ends");
            let name = rest[..end].to_owned();
            rest = &rest[end..];
            let value = rest.strip_prefix("=\"").map_or("", |after| {
                let (value, after) = after.split_once('"').expect("a value ends");
                rest = after;
                value
            });
            tag.attributes.push((name, unescaped(value)));
        }
        tags.push(tag);
    }
    texts.push(unescaped(rest));
    (tags, texts)
}

fn unescaped(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    named.iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign))
}

/// What people and villains type.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,40}",
        prop::collection::vec(any::<char>(), 0..40)
            .prop_map(|letters| letters.into_iter().collect()),
        "[\"'<>&/=# a-z\n]{0,40}",
        Just("\"><script>alert(1)</script>".to_owned()),
        Just("' onload='x".to_owned()),
        Just("&quot; onload=&quot;x".to_owned()),
        Just("</ashar-embed><img src=x onerror=x>".to_owned()),
        Just("javascript:alert(1)".to_owned()),
    ]
}

/// Any choices that the screen offers, with any text where one can be typed.
fn any_options() -> impl Strategy<Value = EmbedOptions> {
    let cases: Vec<String> =
        library().corpus.cases().iter().map(|case| case.slug.clone()).collect();
    let values = |facet: Facet| -> Vec<String> {
        let all = &library().vocabulary.facet(facet).expect("a filter").values;
        all.iter().map(|value| value.id.clone()).chain([String::new()]).collect()
    };
    let sizes = ["auto", "phone", "column", "page", "other", ""].map(str::to_owned).to_vec();
    (
        prop::sample::select(View::ALL.to_vec()),
        prop::sample::select(cases),
        prop::sample::select(values(Facet::Topic)),
        prop::sample::select(values(Facet::Oblast)),
        any_text(),
        prop::sample::select(Theme::ALL.to_vec()),
        prop_oneof!["#?[0-9a-fA-F]{6}", any_text(), Just(String::new())],
        prop::sample::select(sizes),
        prop_oneof!["[0-9]{1,5}", any_text()],
        any::<bool>(),
    )
        .prop_map(|(view, case, topic, oblast, query, theme, accent, size, other, frozen)| {
            EmbedOptions { view, case, topic, oblast, query, theme, accent, size, other, frozen }
        })
}

/// What an address settles, and where it leads.
fn followed(address: &str) -> (Settings, Route) {
    let (site, fragment) = address.split_once('#').expect("an address of the app");
    let (_, query) = site.split_once('?').unwrap_or((site, ""));
    (Settings::parse(query), Route::parse(fragment))
}

proptest! {
    #![proptest_config(support::tries(512))]

    #[test]
    fn the_frame_leads_to_what_was_chosen(options in any_options(), title in any_text()) {
        let (tags, _) = read(&iframe(&options, BASE, &title));
        let (settings, route) = followed(tags[0].get("src").expect("an address"));
        prop_assert_eq!(settings, options.settings());
        prop_assert_eq!(&route, &options.route());
        match options.view {
            View::Check => prop_assert_eq!(route, Route::Check(Step::Start)),
            View::Case => prop_assert_eq!(route, Route::case(&options.case)),
            View::Glossary => prop_assert_eq!(route, Route::Glossary { at: None }),
            View::Browse => {
                let all = [(Facet::Topic, &*options.topic), (Facet::Oblast, &*options.oblast)];
                let all: Vec<_> = all.into_iter().filter(|(_, value)| !value.is_empty()).collect();
                prop_assert_eq!(route, Route::Browse { query: String::new(), selection: chosen(&all) });
            }
            View::Search => prop_assert_eq!(
                route,
                Route::Browse { query: options.query.trim().to_owned(), selection: chosen(&[]) }
            ),
        }
    }

    #[test]
    fn the_link_inside_the_element_leads_there_as_well(options in any_options(), title in any_text()) {
        let (tags, _) = read(&custom_element(&options, BASE, &title));
        let link = tags.iter().find(|tag| tag.name == "a").expect("a link");
        prop_assert_eq!(followed(link.get("href").expect("an address")).1, options.route());
    }

    #[test]
    fn nothing_typed_gets_out_of_its_attribute(options in any_options(), title in any_text(), base in any_text()) {
        for code in [custom_element(&options, &base, &title), iframe(&options, &base, &title)] {
            prop_assert_eq!(code.lines().count(), if code.starts_with("<script") { 2 } else { 1 });
            let (tags, _) = read(&code);
            let names: Vec<&str> = tags.iter().map(|tag| &*tag.name).collect();
            if code.starts_with("<script") {
                prop_assert_eq!(names, ["script", "/script", "ashar-embed", "a", "/a", "/ashar-embed"]);
            } else {
                prop_assert_eq!(names, ["iframe", "/iframe"]);
            }
            let known = ["async", "src", "view", "case", "topic", "oblast", "query", "theme", "accent",
                "height", "title", "href", "width", "loading", "style", "allow"];
            for (name, _) in tags.iter().flat_map(|tag| &tag.attributes) {
                prop_assert!(known.contains(&&**name), "{}", name);
            }
        }
    }

    #[test]
    fn every_attribute_says_what_was_chosen(options in any_options(), title in "[a-z <>\"'&]{1,20}") {
        let (tags, texts) = read(&custom_element(&options, BASE, &title));
        let element = &tags[2];
        prop_assert_eq!(element.get("view"), Some(options.view.id()));
        prop_assert_eq!(element.get("title"), Some(&*title));
        prop_assert!(texts.contains(&title));
        prop_assert_eq!(element.get("theme"), (options.theme != Theme::Auto).then_some(options.theme.id()));
        let height = match options.height() {
            Height::Fixed(pixels) => Some(pixels.to_string()),
            Height::Auto | Height::Unclear => None,
        };
        prop_assert_eq!(element.get("height"), height.as_deref());
        let frame = read(&iframe(&options, BASE, &title)).0;
        let plain = height.unwrap_or(PLAIN.to_string());
        prop_assert_eq!(frame[0].get("height"), Some(&*plain));
        let accent = element.get("accent").and_then(Colour::parse);
        prop_assert_eq!(accent, options.settings().accent);
    }

    #[test]
    fn whatever_colour_is_told_as_used_can_be_read(red in any::<u8>(), green in any::<u8>(), blue in any::<u8>()) {
        let colour = Colour([red, green, blue]);
        let grounds = [Colour([0xf0, 0xe7, 0xd6]), Colour([0x33, 0x2c, 0x27])];
        for (turned, ground) in contrast_adjustments(colour).into_iter().zip(grounds) {
            let (used, right) = match turned {
                ContrastAdjustment::Kept => (colour, true),
                ContrastAdjustment::Darker(used) => (used, used.luminance() < colour.luminance()),
                ContrastAdjustment::Lighter(used) => (used, used.luminance() > colour.luminance()),
            };
            prop_assert!(right);
            prop_assert!(used.contrast(ground) >= READABLE);
        }
    }
}
