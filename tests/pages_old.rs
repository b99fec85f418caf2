//! Protects the pages that only show: everything a record says is on its page, every link leads somewhere, and
//! the text is HTML that a browser reads as it was meant.

#![cfg(feature = "ssr")]
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop the test"
)]

mod support;

use ashar::{
    domain::{
        calendar::Day,
        case::{Block, CaseStudy},
        checklist::{
            check::{Check, Depth, Manner, Pace, Seat, Setup, Stage},
            hands::Hands,
            keeper::{Asking, Keeper, News, Safety},
            saved,
        },
        contribution,
        dataset::File,
        deferred::Deferred,
        filter::Selection,
        library::Library,
        likeness,
        number::grouped,
        route::Route,
        search::{Because, Found, Hit, Part, Way},
        snippet::{Keeps, Offer, RELEASE, View},
        vocabulary::Facet,
    },
    html::{Desk, Place, check, embed},
    i18n::Messages,
    static_site::Renderer,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};
use support::{answers, library, questions, says};

/// An element of a page as a browser sees it.
#[derive(Debug, Default)]
struct Element {
    tag: String,
    attributes: Vec<(String, String)>,
    inside: Vec<Piece>,
}

#[derive(Debug)]
enum Piece {
    Text(String),
    Element(Element),
}

impl Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn has(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|all| all.split(' ').any(|one| one == class))
    }

    fn children(&self) -> impl Iterator<Item = &Self> {
        self.inside.iter().filter_map(|piece| match piece {
            Piece::Element(element) => Some(element),
            Piece::Text(_) => None,
        })
    }

    /// Everything inside, in the order of the page.
    fn all(&self) -> Vec<&Self> {
        let mut all = Vec::new();
        self.collect(&mut all);
        all
    }

    fn collect<'a>(&'a self, all: &mut Vec<&'a Self>) {
        for child in self.children() {
            all.push(child);
            child.collect(all);
        }
    }

    fn tagged(&self, tag: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.tag == tag).collect()
    }

    fn classed(&self, class: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.has(class)).collect()
    }

    /// The first one inside with this class.
    fn first(&self, class: &str) -> &Self {
        let found = self.classed(class);
        found.first().unwrap_or_else(|| panic!("no .{class} in: {}", self.text()))
    }

    fn find_id(&self, id: &str) -> Option<&Self> {
        self.children().find_map(|child| {
            if child.attribute("id") == Some(id) { Some(child) } else { child.find_id(id) }
        })
    }

    fn id(&self, id: &str) -> &Self {
        self.find_id(id).unwrap_or_else(|| panic!("no #{id} in: {}", self.text()))
    }

    /// What is read before anything is touched: explanations of words stay hidden.
    fn text(&self) -> String {
        let mut text = String::new();
        for piece in &self.inside {
            match piece {
                Piece::Text(plain) => text.push_str(plain),
                Piece::Element(element) if element.attribute("hidden").is_some() => {}
                Piece::Element(element) => text.push_str(&element.text()),
            }
        }
        text
    }

    /// The same with what is hidden.
    fn full_text(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(plain) => plain.clone(),
            Piece::Element(element) => element.full_text(),
        };
        self.inside.iter().map(piece).collect()
    }

    /// Addresses of the links inside, in their order.
    fn addresses(&self) -> Vec<&str> {
        self.tagged("a").iter().filter_map(|link| link.attribute("href")).collect()
    }
}

/// Elements that have no end.
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements that a paragraph cannot hold: a browser would end it before them.
const NO_PART_OF_A_PARAGRAPH: [&str; 14] = [
    "article", "details", "div", "dl", "figure", "h1", "h2", "h3", "nav", "ol", "p", "section",
    "table", "ul",
];

/// Reads a page without mercy: every element is closed in its turn, every sign is escaped, and nothing stands
/// where a browser would move it.
fn read(html: &str) -> Result<Element, String> {
    let mut open = vec![Element::default()];
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let here = open.last_mut().ok_or("nothing is open")?;
        here.inside.push(Piece::Text(unescaped(&rest[..at])?));
        let (tag, behind) = rest[at + 1..].split_once('>').ok_or("a tag has no end")?;
        rest = behind;
        if let Some(name) = tag.strip_prefix('/') {
            let closed = open.pop().ok_or("nothing is open")?;
            if closed.tag != name {
                return Err(format!("</{name}> where <{}> is open", closed.tag));
            }
            let outer = open.last_mut().ok_or("nothing is open")?;
            outer.inside.push(Piece::Element(closed));
            continue;
        }
        let element = opened(tag)?;
        for outer in &open {
            let wrong = match outer.tag.as_str() {
                "p" => NO_PART_OF_A_PARAGRAPH.contains(&element.tag.as_str()),
                "a" | "button" => ["a", "button"].contains(&element.tag.as_str()),
                _ => false,
            };
            if wrong {
                return Err(format!("<{}> inside <{}>", element.tag, outer.tag));
            }
        }
        if let Some(outer) = open.last() {
            let fits = match element.tag.as_str() {
                "li" => ["ul", "ol"].contains(&outer.tag.as_str()),
                "dt" | "dd" => ["dl", "div"].contains(&outer.tag.as_str()),
                "summary" => outer.tag == "details" && outer.children().next().is_none(),
                _ => !["ul", "ol"].contains(&outer.tag.as_str()),
            };
            if !fits {
                return Err(format!("<{}> inside <{}>", element.tag, outer.tag));
            }
        }
        if VOID.contains(&element.tag.as_str()) {
            let outer = open.last_mut().ok_or("nothing is open")?;
            outer.inside.push(Piece::Element(element));
        } else {
            open.push(element);
        }
    }
    let mut page = open.pop().ok_or("nothing is open")?;
    if !open.is_empty() {
        return Err(format!("<{}> is never closed", page.tag));
    }
    page.inside.push(Piece::Text(unescaped(rest)?));
    Ok(page)
}

/// What stands between the brackets of an opening tag.
fn opened(tag: &str) -> Result<Element, String> {
    let (name, mut rest) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
    if name.is_empty()
        || !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    {
        return Err(format!("<{tag}> is no element"));
    }
    let mut attributes: Vec<(String, String)> = Vec::new();
    while let Some(next) = rest.strip_prefix(' ') {
        let end = next.find([' ', '=']).unwrap_or(next.len());
        let (name, behind) = next.split_at(end);
        let (value, behind) = match behind.strip_prefix("=\"") {
            Some(quoted) => {
                quoted.split_once('"').ok_or_else(|| format!("<{tag}>: no end quote"))?
            }
            None => ("", behind),
        };
        if name.is_empty() || attributes.iter().any(|(known, _)| known == name) {
            return Err(format!("<{tag}>: an attribute is empty or stands twice"));
        }
        attributes.push((name.to_owned(), unescaped(value)?));
        rest = behind;
    }
    if !rest.is_empty() {
        return Err(format!("<{tag}>: {rest:?} is no attribute"));
    }
    Ok(Element { tag: name.to_owned(), attributes, inside: Vec::new() })
}

/// Text as a browser reads it.
fn unescaped(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['&', '>']) {
        out.push_str(&rest[..at]);
        let known = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"')];
        let (sign, letter) = known
            .into_iter()
            .find(|(sign, _)| rest[at..].starts_with(sign))
            .ok_or_else(|| format!("not escaped: {text:?}"))?;
        out.push(letter);
        rest = &rest[at + sign.len()..];
    }
    out.push_str(rest);
    Ok(out)
}

fn page_of(html: &str) -> Element {
    read(html).unwrap_or_else(|error| panic!("{error}"))
}

/// A desk on a phone.
fn desk() -> Desk<'static> {
    Desk { library: library(), wide: false, query: "", still: false, place: Place::Site }
}

fn cases() -> &'static [CaseStudy] {
    library().corpus.cases()
}

/// The result for somebody who answered everything with this.
fn result_of(answer: &str) -> String {
    let asked = questions(&library().checklist);
    let given = answers(asked.iter().map(|id| (id.as_str(), answer)));
    check::result(desk(), &Check { answers: given, ..Check::default() })
}

/// Where the app is.
const SITE: &str = "https://ashar.example/";

/// The page for partners with something in every field, and much of it wrong.
fn everything_chosen() -> Offer {
    let mut offer = embed::first(desk(), SITE);
    for (name, value) in [
        ("view", "browse"),
        ("topic", "refugees"),
        ("oblast", "naryn"),
        ("query", "\"<b>&"),
        ("theme", "dark"),
        ("accent", "madder"),
        ("size", "other"),
        ("other", "7"),
        ("release", "frozen"),
    ] {
        offer.wish.choose(name, value);
    }
    offer.answered(Keeps::Yes);
    offer
}

/// A check of which everything is filled in, for a stage, a length, and a manner of answering.
fn filled(stage: Stage, depth: Depth, manner: Manner) -> Check {
    let mut check =
        Check { id: "2".to_owned(), changed: Day::parse("2026-11-28"), ..Check::default() };
    check.setup = Setup {
        name: "Water & <land>".to_owned(),
        stage: Some(stage),
        seat: Some(Seat::Office),
        depth,
        manner,
        pace: Pace::Part,
    };
    let list = &library().checklist;
    for (number, (_, item)) in list.asked(depth).into_iter().enumerate() {
        let mut hands = Hands([1, 2, 0, 0, 0, 0]);
        hands.0.rotate_right(number % 5);
        check.raise(&item.id, hands);
        check.why.insert(item.id.clone(), "\"No\" & <never>".to_owned());
    }
    for flag in &list.flags {
        check.answers.flags.insert(flag.id.clone(), true);
    }
    check.plan("Visit the school & ask.");
    check
}

/// The same checks, with a question on the table and something to say.
fn with(keeper: &Keeper, asking: Option<Asking>, news: News) -> Keeper {
    let mut keeper = keeper.clone();
    keeper.asking = asking;
    keeper.news = news;
    keeper.safety = Safety::Refused;
    keeper
}

/// Every screen of the check, with little and with much on it.
fn screens_of_the_check() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let earlier =
        Check { id: "1".to_owned(), ..filled(Stage::Together, Depth::Quick, Manner::Person) };
    for stage in Stage::ALL {
        for depth in Depth::ALL {
            texts
                .push((format!("paper {stage:?} {depth:?}"), check::paper(desk(), *stage, *depth)));
            for manner in Manner::ALL {
                let one = filled(*stage, *depth, *manner);
                let mut keeper = Keeper::default();
                let text = saved::write([&earlier, &one]);
                keeper.start(Some(text), Some("2".to_owned()));
                keeper.beside = Some("1".to_owned());
                keeper.aside = Some("?".to_owned());
                let start = |asking: Option<Asking>, news: News| {
                    check::start(desk(), &with(&keeper, asking, news))
                };
                let lost = News::Read { new: 1, known: 0, lost: vec!["weather-1".to_owned()] };
                let screens = [
                    ("start", start(None, News::Nothing)),
                    ("start, asking", start(Some(Asking::One("2".to_owned())), News::Gone)),
                    ("start, asking about all", start(Some(Asking::All), lost)),
                    ("setup", check::setup(desk(), &one.setup, false, &[])),
                    (
                        "setup, missing",
                        check::setup(
                            desk(),
                            &Setup::default(),
                            true,
                            &Setup::default().unsettled(),
                        ),
                    ),
                    ("question", check::question(desk(), 3, &keeper).expect("there is a third")),
                    ("part", check::part(desk(), 4, &keeper).expect("there is a fourth")),
                    ("flags", check::flags(desk(), &one)),
                    ("answers", check::review(desk(), &one)),
                    (
                        "result",
                        [check::result(desk(), &one), check::onwards(desk(), &keeper)].concat(),
                    ),
                    ("plan", check::plan(&one)),
                ];
                let name = format!("{stage:?} {depth:?} {manner:?}");
                texts.extend(screens.map(|(screen, text)| (format!("{screen} {name}"), text)));
            }
        }
    }
    texts
}

/// The text of every page, with a name for messages.
fn texts() -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = Vec::new();
    texts.extend(
        [
            ("embed", embed::page(desk(), &embed::first(desk(), SITE))),
            ("embed with all chosen", embed::page(desk(), &everything_chosen())),
            ("embed in the one file", embed::page_in_one_file()),
            ("a weak result", result_of("0")),
            ("a strong result", result_of("3")),
            ("an unknown result", result_of("?")),
        ]
        .map(|(name, text)| (name.to_owned(), text)),
    );
    texts.extend(screens_of_the_check());
    texts
}

/// Every page as a strict reader takes it.
static READ: LazyLock<Vec<(String, Result<Element, String>)>> =
    LazyLock::new(|| texts().into_iter().map(|(name, text)| (name, read(&text))).collect());

/// Every page, read.
fn pages() -> impl Iterator<Item = (&'static str, &'static Element)> {
    READ.iter().map(|(name, page)| match page {
        Ok(page) => (name.as_str(), page),
        Err(error) => panic!("{name}: {error}"),
    })
}

#[test]
fn the_reader_of_these_tests_takes_no_careless_page() {
    for careless in [
        "<p>",
        "</p>",
        "<p></div>",
        "<p><b></p></b>",
        "a & b",
        "a > b",
        "&nbsp;",
        "<p><ul></ul></p>",
        "<p><b><div></div></b></p>",
        "<a><button></button></a>",
        "<div><li></li></div>",
        "<ul><p></p></ul>",
        "<p id=a></p>",
        "<p id=\"a></p>",
        "<p id=\"a\" id=\"b\"></p>",
        "<p",
        "<>",
        "<details><p></p><summary></summary></details>",
        "<div><dt></dt></div></div>",
    ] {
        assert!(read(careless).is_err(), "{careless}");
    }
    let page = read("<p id=\"a\">x &lt; <br><b hidden>y</b>&amp;</p>z").expect("a right page");
    assert_eq!((page.id("a").text(), page.full_text()), ("x < &".to_owned(), "x < y&z".to_owned()));
}

#[test]
fn every_page_is_html_that_no_browser_has_to_mend() {
    for (name, page) in READ.iter() {
        assert_eq!(page.as_ref().err(), None, "{name}");
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

/// The screens that links name places of, by their addresses.
static DRAWN: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let mut routes: Vec<Route> = cases().iter().map(|case| Route::case(&case.slug)).collect();
    routes.extend([
        Route::Difficulties { at: None },
        Route::Factors { at: None },
        Route::Glossary { at: None },
    ]);
    let renderer = Renderer::new(library(), Messages::english());
    routes.into_iter().map(|route| (route.address(), renderer.page(&route))).collect()
});

/// Why a link leads nowhere; `None` when it leads somewhere.
fn astray(address: &str) -> Option<&'static str> {
    if !address.starts_with("#/") {
        return Some("is no address of the app");
    }
    let has = |route: Route, id: &Option<String>| {
        let page = DRAWN.get(&route.address())?;
        Some(id.as_ref().is_none_or(|id| page.contains(&format!(" id=\"{id}\""))))
    };
    let found = match Route::parse(address) {
        Route::NotFound(_) => return Some("is no page"),
        Route::Case { slug, at, .. } => match has(Route::case(&slug), &at) {
            Some(found) => found,
            None => return Some("is no case"),
        },
        Route::Difficulties { at } => has(Route::Difficulties { at: None }, &at) == Some(true),
        Route::Factors { at } => has(Route::Factors { at: None }, &at) == Some(true),
        Route::Glossary { at } => has(Route::Glossary { at: None }, &at) == Some(true),
        Route::Browse { selection, .. } => selection
            .iter()
            .all(|(facet, value)| cases().iter().any(|case| case.values(facet).contains(&value))),
        Route::Check(_) | Route::About | Route::Embed | Route::Offline => true,
    };
    (!found).then_some("names a place that is not there")
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    for (name, page) in pages() {
        for address in page.addresses() {
            assert_eq!(astray(address), None, "{name}: {address}");
        }
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

/// How many cases have a block on this dimension, counted from the records.
fn cases_on(dimension: &str) -> usize {
    let on = |block: &Block| block.dimensions.iter().any(|id| id == dimension);
    cases().iter().filter(|case| case.blocks.iter().any(on)).count()
}

#[test]
fn the_result_says_how_many_of_all_cases_tell_of_what_is_weak() {
    let page = page_of(&result_of("0"));
    let advice = page.classed("advice");
    assert!(!advice.is_empty());
    for advice in advice {
        let label = advice.tagged("h3")[0].text();
        let dimensions = &library().checklist.dimensions;
        let dimension =
            dimensions.iter().find(|dimension| dimension.label == label).expect("a dimension");
        let count = cases_on(&dimension.id).to_string();
        let said = says("result.shared", &[("n", &count), ("all", &cases().len().to_string())]);
        assert!(advice.text().contains(&said), "{label}: {said}");
    }
}

#[test]
fn what_a_choice_changes_on_the_page_for_partners_stands_there_from_the_beginning() {
    for offer in [embed::first(desk(), SITE), everything_chosen()] {
        let page = page_of(&embed::page(desk(), &offer));
        let (shown, said) = embed::news(desk(), &offer);
        for (id, shown) in shown {
            assert_eq!(page.id(id).attribute("hidden").is_none(), shown, "{id}");
        }
        for (id, text) in said.into_iter().chain(embed::sayings(desk(), &offer)) {
            assert_eq!(page.id(id).full_text(), page_of(&text).full_text(), "{id}");
        }
        for id in [embed::ACCENT, embed::PICKER, embed::OTHER, embed::RELEASES, embed::PREVIEW] {
            assert!(page.find_id(id).is_some(), "{id}");
        }
    }
    let preview = page_of(&embed::preview(true));
    assert!(preview.find_id(embed::FRAME_PLACE).is_some());
}

#[test]
fn the_page_for_partners_offers_every_case_and_only_filters_that_leave_some() {
    let page = page_of(&embed::page(desk(), &embed::first(desk(), SITE)));
    let options = |id: &str| -> Vec<String> {
        let options = page.id(id).tagged("option");
        options.iter().filter_map(|one| one.attribute("value")).map(str::to_owned).collect()
    };
    let slugs: Vec<&str> = cases().iter().map(|case| case.slug.as_str()).collect();
    assert_eq!(options("embed-field-case"), slugs);
    for facet in [Facet::Topic, Facet::Oblast] {
        let values = options(&format!("embed-field-{}", facet.id()));
        assert_eq!(values[0], "", "nothing need be chosen");
        assert!(values.len() > 2);
        for value in &values[1..] {
            assert!(cases().iter().any(|case| case.values(facet).contains(&&**value)), "{value}");
        }
    }
}

#[test]
fn a_frame_is_called_what_it_shows() {
    let title = |choices: &[(&str, &str)]| {
        let mut offer = embed::first(desk(), SITE);
        for (name, value) in choices {
            offer.wish.choose(name, value);
        }
        embed::title(desk(), &offer.wish)
    };
    let shazet = cases().iter().find(|case| case.slug == "shazet").expect("a case");
    assert!(title(&[("view", "case"), ("case", "shazet")]).contains(&shazet.title));
    assert!(title(&[("view", "search"), ("query", " water ")]).contains("water"));
    let all: BTreeSet<String> = View::ALL.map(|view| title(&[("view", view.id())])).into();
    assert_eq!(all.len(), View::ALL.len());
}

#[test]
fn where_the_host_keeps_no_release_none_is_offered() {
    let mut offer = embed::first(desk(), SITE);
    let frozen = |offer: &Offer| page_of(&embed::releases(offer)).find_id(embed::FROZEN).is_some();
    assert!(frozen(&offer));
    offer.answered(Keeps::No);
    assert!(!frozen(&offer));
    let kept = embed::first(desk(), "https://ashar.example/v/0.0.1/");
    let page = page_of(&embed::page(desk(), &kept));
    assert!(page.find_id(embed::RELEASES).is_none());
    assert!(page.full_text().contains("0.0.1"));
    assert!(everything_chosen().base().ends_with(RELEASE));
}
