//! What is true of every screen.

use crate::{
    difficulties::DIFFICULTIES,
    factors::FACTORS,
    glossary::GLOSSARY,
    page::{Element, read},
    renderer,
    shown::{CASES, cases},
};
use ashar::{
    domain::route::Route,
    state::render::Hosting,
    static_site::{ONE_FILE, Renderer},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// Every screen as it is first drawn, with a name for messages.
fn screens() -> Vec<(String, String)> {
    let mut screens = Vec::new();
    for case in cases() {
        let route = Route::case(&case.slug);
        screens.push((case.slug.clone(), renderer().page(&route)));
        screens.push((format!("{}, wide", case.slug), renderer().wide().page(&route)));
    }
    let in_contexts: [(&str, Renderer); 4] = [
        ("on a phone", renderer()),
        ("wide", renderer().wide()),
        ("in one file", renderer().hosted(Hosting::SingleFile)),
        ("embedded", renderer().hosted(Hosting::Embedded)),
    ];
    for (context, renderer) in in_contexts {
        let mut add = |name: &str, text: String| screens.push((format!("{name}, {context}"), text));
        // A further screen is one line here.
        add("list", renderer.page(&Route::home()));
        add("cards of a search", renderer.page(&Route::parse("#/?q=clean+water&oblast=osh")));
        add("cards of a mistyped search", renderer.page(&Route::parse("#/?q=irigation")));
        add("no cards", renderer.page(&Route::parse("#/?q=zzqx&topic=water")));
        add("a case with marks", renderer.case("shazet", "clean water", &Route::home()));
        add("no case", renderer.page(&Route::case("nobody")));
        add("difficulties", renderer.page(&Route::Difficulties { at: None }));
        add("a difficulty", renderer.page(&Route::parse("#/difficulties?at=money-short")));
        add("factors", renderer.page(&Route::Factors { at: None }));
        add("a factor", renderer.page(&Route::parse("#/factors?at=trust")));
        add("glossary", renderer.page(&Route::Glossary { at: None }));
        add("about", renderer.page(&Route::About));
        add("offline", renderer.page(&Route::Offline));
        add("more", renderer.page(&Route::More));
        add("no page", renderer.page(&Route::NotFound("/nowhere".to_owned())));
    }
    screens
}

/// Every screen as a browser reads it.
static READ: LazyLock<Vec<(String, Result<Element, String>)>> =
    LazyLock::new(|| screens().into_iter().map(|(name, text)| (name, read(&text))).collect());

/// Every screen, read.
fn pages() -> impl Iterator<Item = (&'static str, &'static Element)> {
    READ.iter().map(|(name, page)| match page {
        Ok(page) => (name.as_str(), page),
        Err(error) => panic!("{name}: {error}"),
    })
}

#[test]
fn every_page_is_html_that_no_browser_has_to_mend() {
    for (name, page) in READ.iter() {
        assert_eq!(page.as_ref().err(), None, "{name}");
    }
}

/// Why an element must not stand inside another, which browsers do not mend; `None` when it may.
fn misplaced(element: &Element, outer: &Element) -> Option<String> {
    let is_list = |element: &Element| ["ul", "ol"].contains(&element.tag.as_str());
    let fits = match element.tag.as_str() {
        "li" => is_list(outer),
        "dt" | "dd" => ["dl", "div"].contains(&outer.tag.as_str()),
        "summary" => {
            outer.tag == "details" && outer.children().next().is_some_and(|it| it.tag == "summary")
        }
        _ => !is_list(outer),
    };
    (!fits).then(|| format!("<{}> inside <{}>", element.tag, outer.tag))
}

/// What stands where it must not.
fn all_misplaced(page: &Element) -> Vec<String> {
    let is_control = |element: &&Element| ["a", "button"].contains(&element.tag.as_str());
    let mut found = Vec::new();
    for outer in [page].into_iter().chain(page.all()) {
        found.extend(outer.children().filter_map(|element| misplaced(element, outer)));
        if is_control(&outer) {
            found.extend(
                outer
                    .all()
                    .iter()
                    .filter(|it| is_control(it))
                    .map(|inner| format!("<{}> inside <{}>", inner.tag, outer.tag)),
            );
        }
        if ["p", "span"].contains(&outer.tag.as_str()) {
            let blocks = outer.all().into_iter().filter(|it| BLOCKS.contains(&it.tag.as_str()));
            found.extend(blocks.map(|block| format!("<{}> inside <{}>", block.tag, outer.tag)));
        }
    }
    found
}

/// Elements that running text cannot hold.
const BLOCKS: [&str; 14] = [
    "article", "details", "div", "dl", "figure", "h1", "h2", "h3", "nav", "ol", "p", "section",
    "table", "ul",
];

#[test]
fn every_element_stands_where_it_may() {
    for (name, page) in pages() {
        assert_eq!(all_misplaced(page), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn an_element_that_stands_where_it_must_not_is_known_when_seen() {
    for careless in [
        "<a href=\"#\"><button></button></a>",
        "<button><a href=\"#\"></a></button>",
        "<div><li></li></div>",
        "<ul><p></p></ul>",
        "<span><div></div></span>",
        "<details><p></p><summary></summary></details>",
        "<p><dt></dt></p>",
    ] {
        let is_known = read(careless).map_or(true, |page| !all_misplaced(&page).is_empty());
        assert!(is_known, "{careless}");
    }
}

#[test]
fn no_id_stands_twice_on_a_page() {
    for (name, page) in pages() {
        let all = page.all();
        let mut seen = BTreeSet::new();
        for id in all.iter().filter_map(|element| element.attribute("id")) {
            assert!(seen.insert(id), "{name}: {id}");
        }
    }
}

#[test]
fn what_names_a_part_of_a_page_is_on_the_page() {
    for (name, page) in pages() {
        let all = page.all();
        for label in all.iter().filter_map(|element| element.attribute("aria-labelledby")) {
            assert!(!page.id(label).text().is_empty(), "{name}: {label}");
        }
    }
}

#[test]
fn every_page_has_one_heading_above_all_others() {
    for (name, page) in pages() {
        let headings = page.tagged("h1");
        assert_eq!(headings.len(), 1, "{name}");
        assert!(!headings[0].text().is_empty(), "{name}");
    }
}

/// Why a link leads nowhere; `None` when it leads somewhere.
fn astray(address: &str) -> Option<&'static str> {
    if !address.starts_with("#/") {
        return Some("is no address of the app");
    }
    let on = |page: &Element, id: &Option<String>| {
        id.as_ref().is_none_or(|id| page.find_id(id).is_some())
    };
    let found = match Route::parse(address) {
        Route::NotFound(_) => return Some("is no page"),
        Route::Case { slug, at, .. } => match CASES.get(slug.as_str()) {
            Some(page) => on(page, &at),
            None => return Some("is no case"),
        },
        Route::Difficulties { at } => on(&DIFFICULTIES, &at),
        Route::Factors { at } => on(&FACTORS, &at),
        Route::Glossary { at } => on(&GLOSSARY, &at),
        Route::Browse { selection, .. } => selection
            .iter()
            .all(|(facet, value)| cases().iter().any(|case| case.values(facet).contains(&value))),
        Route::Check(_) | Route::About | Route::Embed | Route::Offline | Route::More => true,
    };
    (!found).then_some("names a place that is not there")
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    // The other editions lie beside the app; `reading.rs` and the browser tests open them.
    let beside = ["read/index.html", ONE_FILE];
    let mut addresses = BTreeMap::new();
    for (name, page) in pages() {
        addresses.extend(page.addresses().into_iter().map(|address| (address, name)));
    }
    assert!(addresses.len() > 500, "{}", addresses.len());
    for (address, name) in addresses.into_iter().filter(|(address, _)| !beside.contains(address)) {
        assert_eq!(astray(address), None, "{name}: {address}");
    }
}

#[test]
fn every_link_says_where_it_leads() {
    for (name, page) in pages() {
        for link in page.tagged("a") {
            let said = link.attribute("aria-label").map_or_else(|| link.text(), str::to_owned);
            assert!(!said.trim().is_empty(), "{name}: {:?}", link.attribute("href"));
        }
    }
}

#[test]
fn a_link_that_leads_astray_is_known_when_seen() {
    for wrong in [
        "https://x",
        "#/nowhere",
        "#/cases/nobody",
        "#/cases/alga?at=step-nowhere",
        "#/?topic=wells",
        "#/difficulties?at=wells",
        "#/factors?at=wells",
        "#/glossary?at=wells",
    ] {
        assert!(astray(wrong).is_some(), "{wrong}");
    }
}
