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
        case::{Block, CaseStudy, Reading, Section},
        checklist::{
            check::Check,
            hands::Hands,
            options::{Depth, Manner, Pace, Seat, Setup, Stage},
            saved,
            store::{AssessmentStore, EraseScope, News, Safety},
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
        text::tokens,
        vocabulary::Facet,
        words,
    },
    html::{
        Desk, Place, about, case, check, difficulties, embed, factors, glossary, not_found, offline,
    },
    state::dialogs::Dialogs,
};
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};
use support::{answers, library, load, questions, record, says};

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

/// Searches whose words stand alone, in local terms and across them, and in another alphabet.
const QUERIES: [&str; 3] = ["water pipes", "the ayil okmot of a village", "Нарын"];

/// The page of every case, by its slug.
static CASES: LazyLock<BTreeMap<&str, Element>> = LazyLock::new(|| {
    cases()
        .iter()
        .map(|one| (one.slug.as_str(), page_of(&case::page(desk(), &one.slug, &Route::home()))))
        .collect()
});

/// Every case with its page.
fn case_pages() -> impl Iterator<Item = (&'static CaseStudy, &'static Element)> {
    cases().iter().map(|case| (case, &CASES[case.slug.as_str()]))
}

/// A block, with the element that shows it and where it stands, for messages.
type Shown = (String, &'static Block, &'static Element);

/// Every block as it is shown. Editor's notes stand with what they are about.
static BLOCKS: LazyLock<Vec<Shown>> = LazyLock::new(|| {
    let mut blocks = Vec::new();
    for (case, page) in case_pages() {
        for block in case.blocks.iter().filter(|block| block.section != Section::Notes) {
            blocks.push((format!("{}#{}", case.slug, block.id), block, page.id(&block.id)));
        }
    }
    assert!(!blocks.is_empty());
    blocks
});

fn shown_blocks() -> impl Iterator<Item = (&'static str, &'static Block, &'static Element)> {
    BLOCKS.iter().map(|(at, block, shown)| (at.as_str(), *block, *shown))
}

static DIFFICULTIES: LazyLock<Element> =
    LazyLock::new(|| page_of(&difficulties::page(desk(), None)));
static FACTORS: LazyLock<Element> = LazyLock::new(|| page_of(&factors::page(desk(), None)));
static GLOSSARY: LazyLock<Element> = LazyLock::new(|| page_of(&glossary::page(desk())));

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
                let mut store = AssessmentStore::default();
                let text = saved::write([&earlier, &one]);
                store.start(Some(text), Some("2".to_owned()));
                store.safety = Safety::Refused;
                store.aside = Some("?".to_owned());
                let start = |asking: Option<EraseScope>, news: Option<News>| {
                    check::start(desk(), &store, &Dialogs { asking, news, ..Dialogs::default() })
                };
                let beside = Dialogs { beside: Some("1".to_owned()), ..Dialogs::default() };
                let lost = News::Read { new: 1, known: 0, lost: vec!["weather-1".to_owned()] };
                let screens = [
                    ("start", start(None, None)),
                    (
                        "start, asking",
                        start(Some(EraseScope::One("2".to_owned())), Some(News::Gone)),
                    ),
                    ("start, asking about all", start(Some(EraseScope::All), Some(lost))),
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
                    ("question", check::question(desk(), 3, &store).expect("there is a third")),
                    ("part", check::part(desk(), 4, &store).expect("there is a fourth")),
                    ("flags", check::flags(desk(), &one)),
                    ("answers", check::review(desk(), &one)),
                    (
                        "result",
                        [check::result(desk(), &one), check::onwards(desk(), &store, &beside)]
                            .concat(),
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
    for wide in [false, true] {
        let desk = Desk { wide, ..desk() };
        for one in cases() {
            let name = format!("{} (wide: {wide})", one.slug);
            texts.push((name, case::page(desk, &one.slug, &Route::home())));
        }
    }
    texts.extend(
        [
            ("difficulties", difficulties::page(desk(), None)),
            ("a difficulty", difficulties::page(desk(), Some("money-short"))),
            ("factors", factors::page(desk(), None)),
            ("a factor", factors::page(desk(), Some("trust"))),
            ("glossary", glossary::page(desk())),
            ("about", about::page(desk())),
            ("embed", embed::page(desk(), &embed::first(desk(), SITE))),
            ("embed with all chosen", embed::page(desk(), &everything_chosen())),
            ("embed in the one file", embed::page_in_one_file()),
            ("offline", offline::page()),
            ("no page", not_found::page("/nowhere")),
            ("no case", not_found::no_case("nobody")),
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
        Route::Check(_) | Route::About | Route::Embed | Route::Offline => true,
    };
    (!found).then_some("names a place that is not there")
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    for (name, page) in pages() {
        // The other editions lie beside the app; `reading.rs` and the browser tests open them.
        let beside = ["read/index.html", about::ONE_FILE];
        for address in page.addresses().into_iter().filter(|address| !beside.contains(address)) {
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

#[test]
fn a_case_has_its_title_as_heading() {
    for (case, page) in case_pages() {
        assert_eq!(page.id("heading").text(), case.title, "{}", case.slug);
    }
}

#[test]
fn a_case_shows_its_summary() {
    for (case, page) in case_pages() {
        assert_eq!(page.id("summary").text(), case.summary, "{}", case.slug);
    }
}

#[test]
fn a_case_says_who_its_organisation_is() {
    for (case, page) in case_pages() {
        let glance = page.first("glance");
        assert_eq!(glance.id("organisation").text(), case.organisation.name, "{}", case.slug);
        let texts: Vec<String> = glance.tagged("p").iter().map(|p| p.text()).collect();
        assert!(texts.contains(&case.organisation.text), "{}", case.slug);
    }
}

#[test]
fn a_case_says_how_old_its_account_is() {
    for (case, page) in case_pages() {
        let dates = [("from", &case.period.0), ("to", &case.period.1)]
            .map(|(name, date)| (name, words::date(date)));
        let [from, to] = &dates;
        let said = says("case.date", &[(from.0, &from.1), (to.0, &to.1)]);
        assert_eq!(page.first("notice--date").text(), said, "{}", case.slug);
    }
}

#[test]
fn the_facts_at_a_glance_lead_to_every_topic_tool_and_group_of_people() {
    for (case, page) in case_pages() {
        let addresses = page.first("glance").addresses();
        for facet in [Facet::Topic, Facet::Beneficiary, Facet::Instrument, Facet::Funder] {
            for value in case.values(facet) {
                let address = format!("#/?{}={value}", facet.id());
                assert!(addresses.contains(&address.as_str()), "{}: {address}", case.slug);
            }
        }
    }
}

#[test]
fn the_contents_of_a_case_name_every_section_in_its_order() {
    for (case, page) in case_pages() {
        let sections = page.first("case__body").classed("section");
        let headings: Vec<(String, String)> = sections
            .iter()
            .map(|section| {
                let name = section.attribute("aria-label").expect("a section has a name");
                let class = section.attribute("class").expect("a section has a class");
                let field = class.split("section--").nth(1).expect("a section has its own class");
                let heading = section.id(field).text();
                assert!(heading.starts_with(name), "{heading} is not headed {name}");
                (Route::block(&case.slug, field).address(), name.to_owned())
            })
            .collect();
        let contents: Vec<(String, String)> = page
            .first("contents")
            .tagged("a")
            .iter()
            .map(|link| (link.attribute("href").unwrap_or_default().to_owned(), link.text()))
            .collect();
        assert_eq!(contents, headings, "{}", case.slug);
    }
}

#[test]
fn folded_parts_stand_open_where_there_is_room() {
    for (wide, open) in [(true, true), (false, false)] {
        let page = page_of(&case::page(Desk { wide, ..desk() }, "shazet", &Route::home()));
        let glance = page.first("glance").tagged("details")[0];
        for fold in [page.first("contents"), glance] {
            assert_eq!(fold.attribute("open").is_some(), open, "wide: {wide}");
        }
    }
}

#[test]
fn the_way_back_leads_to_the_list_that_the_reader_came_from() {
    let list = Route::parse("#/?q=water&oblast=osh");
    let page = page_of(&case::page(desk(), "shazet", &list));
    assert_eq!(page.first("back").addresses(), ["#/?q=water&oblast=osh"]);
}

#[test]
fn every_text_of_a_record_is_on_its_page() {
    for (at, block, shown) in shown_blocks() {
        assert_eq!(shown.first("block__text").text(), block.text, "{at}");
    }
}

#[test]
fn every_block_stands_in_its_section_in_the_order_of_the_record() {
    for (case, page) in case_pages() {
        for section in Section::ALL.into_iter().filter(|section| !section.rule().side) {
            let ids: Vec<&str> = case.section(section).map(|block| block.id.as_str()).collect();
            if ids.is_empty() || section == Section::Notes {
                continue;
            }
            let shown = page.first(&format!("section--{}", section.rule().field));
            assert_eq!(block_ids(shown.first("blocks")), ids, "{}", case.slug);
        }
    }
}

#[test]
fn a_folded_section_says_how_many_blocks_wait_in_it() {
    let mut folded = 0;
    for (case, page) in case_pages() {
        for section in Section::ALL {
            let class = format!("section--{}", section.rule().field);
            for fold in page.classed(&class).into_iter().flat_map(Element::children) {
                if fold.has("fold") && !fold.has("fold--family") {
                    folded += 1;
                    let count = fold.first("fold__count").text();
                    let number = count.split(' ').next().and_then(|number| number.parse().ok());
                    let blocks = case.section(section).count();
                    assert_eq!(number, Some(blocks), "{}: {class}: {count}", case.slug);
                }
            }
        }
    }
    assert!(folded > 0);
}

/// The ids of the blocks of a list.
fn block_ids(list: &Element) -> Vec<&str> {
    list.children().filter_map(|item| item.attribute("id")).collect()
}

#[test]
fn every_block_says_under_which_heading_of_the_book_it_stands() {
    for (at, block, shown) in shown_blocks() {
        let heading = says("block.source", &[("heading", &block.source)]);
        assert!(shown.first("block__foot").text().contains(&heading), "{at}");
    }
}

#[test]
fn every_block_has_a_link_to_itself() {
    for (at, block, shown) in shown_blocks() {
        let address = shown.first("block__link").attribute("href").unwrap_or_default();
        assert!(address.ends_with(&format!("?at={}", block.id)), "{at}: {address}");
    }
}

#[test]
fn every_date_that_is_known_stands_above_its_block() {
    for (at, block, shown) in shown_blocks() {
        let dates: Vec<String> =
            shown.classed("block__date").iter().map(|date| date.text()).collect();
        let expected: Vec<String> = block.date.iter().map(words::date).collect();
        assert_eq!(dates, expected, "{at}");
    }
}

#[test]
fn every_name_role_and_kind_stands_above_its_block() {
    for (at, block, shown) in shown_blocks() {
        let kind = library().vocabulary.label(block.section.rule().kinds, &block.kind);
        let known = [block.name.as_str(), &block.role, kind];
        for word in known.into_iter().filter(|word| !word.is_empty()) {
            assert!(shown.first("block__label").text().contains(word), "{at}: {word}");
        }
    }
}

#[test]
fn every_amount_stands_above_its_block() {
    for (at, block, shown) in shown_blocks() {
        let Some(amount) = &block.amount else { continue };
        let said = format!("{} {}", grouped(amount.value), amount.unit);
        assert!(shown.first("block__label").text().contains(&said), "{at}: {said}");
    }
}

#[test]
fn every_note_of_the_editor_stands_with_what_it_is_about() {
    for (case, page) in case_pages() {
        for note in case.section(Section::Notes) {
            let shown = page.id(&note.id);
            let said = format!("{}: {}", says("note.label", &[]), note.text);
            assert_eq!(shown.text(), said, "{}#{}", case.slug, note.id);
            let place = match note.about.as_str() {
                "title" | "summary" => page.first("case__head"),
                "organisation" => page.first("glance"),
                about => {
                    let of = |block: &&Block| {
                        block.id == about || block.figures.iter().any(|figure| figure.id == about)
                    };
                    let block = case.blocks.iter().find(of).expect("a note is about something");
                    page.id(&block.id)
                }
            };
            assert!(place.text().contains(&said), "{}#{} stands elsewhere", case.slug, note.id);
        }
    }
}

#[test]
fn every_obstacle_shows_how_it_was_met_or_that_the_book_does_not_say() {
    for (at, block, shown) in shown_blocks() {
        let met: Vec<String> = shown.classed("block__met").iter().map(|met| met.text()).collect();
        let expected = match (&block.met, block.section) {
            (Some(met), _) => vec![format!("{} {met}", says("block.met", &[]))],
            (None, Section::Obstacles) => vec![says("block.unmet", &[])],
            (None, _) => vec![],
        };
        assert_eq!(met, expected, "{at}");
    }
}

#[test]
fn every_figure_says_what_was_counted() {
    for (at, block, shown) in shown_blocks() {
        for figure in &block.figures {
            assert_eq!(shown.id(&figure.id).tagged("dt")[0].text(), figure.what, "{at}");
        }
    }
}

#[test]
fn every_figure_shows_its_number_and_a_change_shows_both() {
    let mut changes = 0;
    for (at, block, shown) in shown_blocks() {
        for figure in &block.figures {
            let values: Vec<String> =
                shown.id(&figure.id).tagged("dd").iter().map(|value| value.text()).collect();
            let value = |value: f64| format!("{} {}", grouped(value), figure.unit);
            let labelled = |key: &str, number: f64| format!("{} {}", says(key, &[]), value(number));
            let expected = match figure.reading {
                Reading::One(number) => vec![value(number)],
                Reading::Change(before, after) => {
                    changes += 1;
                    vec![labelled("figure.before", before), labelled("figure.after", after)]
                }
            };
            assert_eq!(values, expected, "{at}");
        }
    }
    assert!(changes > 0);
}

/// The length of a bar, in thousandths of its measure.
fn length(bar: &Element) -> f64 {
    let width = bar.tagged("rect").first().and_then(|rect| rect.attribute("width"));
    width.and_then(|width| width.parse().ok()).expect("a bar has a width")
}

#[test]
fn of_before_and_after_the_greater_number_has_the_longer_bar() {
    for (at, block, shown) in shown_blocks() {
        for figure in &block.figures {
            let bars: Vec<f64> =
                shown.id(&figure.id).classed("bar").into_iter().map(length).collect();
            match figure.reading {
                Reading::One(_) => assert!(bars.is_empty(), "{at}"),
                Reading::Change(before, after) => {
                    let order = bars[0].partial_cmp(&bars[1]);
                    assert_eq!(order, before.partial_cmp(&after), "{at}: {bars:?}");
                }
            }
        }
    }
}

/// A section that has sides: its blocks stand under the heading of their side, in the record's order.
macro_rules! by_side {
    ($name:ident, $section:ident) => {
        #[test]
        fn $name() {
            let sides = library().vocabulary.list("side").expect("the list of sides");
            for (case, page) in case_pages() {
                let mut expected: Vec<(&str, Vec<&str>)> = Vec::new();
                for side in &sides.values {
                    let ids: Vec<&str> = case
                        .section(Section::$section)
                        .filter(|block| block.side == side.id)
                        .map(|block| block.id.as_str())
                        .collect();
                    if !ids.is_empty() {
                        expected.push((&side.label, ids));
                    }
                }
                let class = format!("section--{}", Section::$section.rule().field);
                let mut shown: Vec<(String, Vec<&str>)> = Vec::new();
                for element in page.classed(&class).into_iter().flat_map(Element::all) {
                    if element.has("section__side") {
                        shown.push((element.text(), Vec::new()));
                    } else if element.has("blocks") {
                        let side = shown.last_mut().expect("a list stands under a side");
                        side.1.extend(block_ids(element));
                    }
                }
                let shown: Vec<(&str, Vec<&str>)> =
                    shown.iter().map(|(side, ids)| (side.as_str(), ids.clone())).collect();
                assert_eq!(shown, expected, "{}", case.slug);
            }
        }
    };
}

by_side!(every_gift_stands_under_the_heading_of_the_side_that_gave_it, Contributions);
by_side!(every_voice_stands_under_the_heading_of_the_side_that_speaks, Voices);

#[test]
fn who_gave_what_is_seen_at_a_glance_before_the_gifts() {
    for (case, page) in case_pages() {
        let first = page.first("shares").tagged("dl")[0];
        let shown: Vec<(String, BTreeSet<String>)> = first
            .children()
            .map(|side| {
                let kinds = side.tagged("li").iter().map(|kind| kind.text()).collect();
                (side.tagged("dt")[0].text(), kinds)
            })
            .collect();
        let vocabulary = &library().vocabulary;
        let expected: Vec<(String, BTreeSet<String>)> =
            contribution::by_side(case, Section::Contributions, vocabulary)
                .into_iter()
                .map(|(side, blocks)| {
                    let kind =
                        |block: &Block| vocabulary.label(&["contribution"], &block.kind).to_owned();
                    (side.label.clone(), blocks.into_iter().map(kind).collect())
                })
                .collect();
        assert_eq!(shown, expected, "{}", case.slug);
    }
}

#[test]
fn every_scale_names_its_unit_and_shows_its_amounts_as_numbers() {
    let mut drawn = 0;
    for (case, page) in case_pages() {
        let figures = page.first("shares").tagged("figure");
        let scales = contribution::scales(case);
        // The first drawing tells the kinds of what each side gave.
        assert_eq!(figures.len(), scales.len() + 1, "{}", case.slug);
        for (scale, figure) in scales.iter().zip(&figures[1..]) {
            drawn += 1;
            let title = says("shares.scale", &[("unit", scale.unit)]);
            assert_eq!(figure.tagged("figcaption")[0].text(), title, "{}", case.slug);
            let shown: Vec<String> =
                figure.classed("shares__value").iter().map(|value| value.text()).collect();
            let amounts: Vec<String> =
                scale.rows.iter().map(|(_, amount, _)| grouped(amount.value)).collect();
            assert_eq!(shown, amounts, "{}: {}", case.slug, scale.unit);
            let links: Vec<String> = scale
                .rows
                .iter()
                .map(|(block, ..)| Route::block(&case.slug, &block.id).address())
                .collect();
            assert_eq!(figure.addresses(), links, "{}: {}", case.slug, scale.unit);
        }
    }
    assert!(drawn > 0);
}

#[test]
fn every_connected_case_is_named_and_led_to() {
    for (at, block, shown) in shown_blocks() {
        if block.section == Section::Related {
            let other = library().corpus.case(&block.slug).expect("a connected case exists");
            let link = shown.first("block__case");
            assert_eq!(link.text(), other.title, "{at}");
            assert_eq!(link.addresses(), [Route::case(&other.slug).address()], "{at}");
        }
    }
}

#[test]
fn a_case_of_a_family_says_how_it_and_each_other_case_belongs_there() {
    for (case, page) in case_pages() {
        let families: Vec<_> =
            library().families.iter().filter(|family| family.has(&case.slug)).collect();
        let folds = page.classed("fold--family");
        assert_eq!(folds.len(), families.len(), "{}", case.slug);
        for (family, fold) in families.into_iter().zip(folds) {
            assert_eq!(fold.tagged("h3")[0].text(), family.label, "{}", case.slug);
            let shown: Vec<(String, String)> = fold
                .tagged("li")
                .iter()
                .map(|other| (other.addresses().concat(), other.tagged("p")[0].text()))
                .collect();
            let (own, others): (Vec<_>, Vec<_>) =
                family.members.iter().partition(|member| member.slug == case.slug);
            let expected: Vec<(String, String)> = others
                .into_iter()
                .map(|other| (Route::case(&other.slug).address(), other.text.clone()))
                .collect();
            assert_eq!(shown, expected, "{}", case.slug);
            assert!(fold.text().contains(&own[0].text), "{}", case.slug);
        }
    }
}

#[test]
fn a_similar_case_is_named_with_what_both_have() {
    let mut named = 0;
    for (case, page) in case_pages() {
        let section = page.first("section--related");
        let lists = section.children().filter(|element| element.has("alike"));
        let shown: Vec<(String, String)> = lists
            .flat_map(|list| list.tagged("li"))
            .map(|other| (other.addresses().concat(), other.tagged("p")[0].text()))
            .collect();
        let expected: Vec<(String, String)> = likeness::like(&library().corpus, case)
            .into_iter()
            .map(|one| {
                let values: Vec<&str> = one
                    .shared
                    .iter()
                    .map(|(facet, value)| library().vocabulary.label(&[facet.id()], value))
                    .collect();
                assert!(!values.is_empty(), "{}", case.slug);
                let reason = says("related.shared", &[("values", &values.join(" · "))]);
                (Route::case(&one.case.slug).address(), reason)
            })
            .collect();
        assert_eq!(shown, expected, "{}", case.slug);
        named += shown.len();
    }
    assert!(named > 0);
}

/// "7 of 25 cases".
fn of_all(count: usize) -> String {
    says("shared.by", &[("n", &count.to_string()), ("all", &cases().len().to_string())])
}

/// How many cases have a block of this section and kind, counted from the records.
fn cases_with(section: Section, kind: &str) -> usize {
    cases().iter().filter(|case| case.section(section).any(|block| block.kind == kind)).count()
}

/// How many cases have a block on this dimension, counted from the records.
fn cases_on(dimension: &str) -> usize {
    let on = |block: &Block| block.dimensions.iter().any(|id| id == dimension);
    cases().iter().filter(|case| case.blocks.iter().any(on)).count()
}

#[test]
fn a_tool_or_trouble_says_how_many_of_all_cases_have_it() {
    for (at, block, shown) in shown_blocks() {
        let counts: Vec<String> =
            shown.classed("block__shared").iter().map(|count| count.text()).collect();
        let counted = [Section::Instruments, Section::Obstacles].contains(&block.section);
        let expected: Vec<String> =
            counted.then(|| of_all(cases_with(block.section, &block.kind))).into_iter().collect();
        assert_eq!(counts, expected, "{at}");
    }
}

#[test]
fn a_factor_or_lesson_says_how_many_of_all_cases_have_one_on_the_same() {
    for (at, block, shown) in shown_blocks() {
        let tags = shown.classed("tags");
        let tags: Vec<String> =
            tags.iter().flat_map(|tags| tags.tagged("li")).map(Element::text).collect();
        let expected: Vec<String> = block
            .dimensions
            .iter()
            .map(|id| {
                let dimension = library().checklist.dimension(id).expect("a known dimension");
                format!("{}: {}", dimension.label, of_all(cases_on(id)))
            })
            .collect();
        assert_eq!(tags, expected, "{at}");
    }
}

/// Where an address leads: the line that opens the fold, which can take the focus.
fn summary_id(fold: &Element) -> &str {
    fold.tagged("summary").first().and_then(|line| line.attribute("id")).unwrap_or_default()
}

/// The folds of a page: id, heading, count, and where its blocks stand.
fn folds(page: &Element) -> Vec<(&str, String, String, Vec<&str>)> {
    let fold = |fold: &'_ &Element| fold.attribute("id").is_some();
    page.classed("fold")
        .into_iter()
        .filter(fold)
        .map(|fold| {
            let id = summary_id(fold);
            let links = fold.classed("block__label").into_iter().flat_map(Element::addresses);
            (id, fold.tagged("h2")[0].text(), fold.first("fold__count").text(), links.collect())
        })
        .collect()
}

/// Where the blocks stand that pass, in the order of the book.
fn places(pass: impl Fn(&Block) -> bool) -> Vec<String> {
    let mut places = Vec::new();
    for case in cases() {
        for block in case.blocks.iter().filter(|block| pass(block)) {
            places.push(Route::block(&case.slug, &block.id).address());
        }
    }
    places
}

#[test]
fn the_page_of_difficulties_lists_every_obstacle_once() {
    let folds = folds(&DIFFICULTIES);
    let mut listed: Vec<&str> = folds.iter().flat_map(|(.., links)| links.clone()).collect();
    let mut expected = places(|block| block.section == Section::Obstacles);
    listed.sort_unstable();
    expected.sort_unstable();
    assert_eq!(listed, expected);
}

#[test]
fn every_obstacle_stands_under_its_kind_in_the_order_of_the_book() {
    for (kind, heading, _, links) in folds(&DIFFICULTIES) {
        let of_kind = |block: &Block| block.section == Section::Obstacles && block.kind == kind;
        assert_eq!(links, places(of_kind), "{kind}");
        assert_eq!(heading, library().vocabulary.label(&["obstacle"], kind));
    }
}

#[test]
fn every_kind_of_difficulty_says_how_many_of_all_cases_have_it_the_most_common_first() {
    let folds = folds(&DIFFICULTIES);
    for (kind, _, count, _) in &folds {
        assert_eq!(*count, of_all(cases_with(Section::Obstacles, kind)), "{kind}");
    }
    let counts: Vec<usize> =
        folds.iter().map(|(kind, ..)| cases_with(Section::Obstacles, kind)).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
}

/// The block that an address leads to.
fn pointed_at(address: &str) -> (&'static CaseStudy, &'static Block) {
    let Route::Case { slug, at: Some(id), .. } = Route::parse(address) else {
        panic!("{address} is no block")
    };
    let found = library().corpus.block(&format!("{slug}#{id}"));
    found.unwrap_or_else(|| panic!("{address} leads to no block"))
}

#[test]
fn every_difficulty_says_how_it_was_met_or_that_the_book_does_not_say() {
    for item in DIFFICULTIES.classed("block") {
        let address = item.first("block__label").addresses().concat();
        let (_, block) = pointed_at(&address);
        let met = match &block.met {
            Some(met) => format!("{} {met}", says("block.met", &[])),
            None => says("block.unmet", &[]),
        };
        assert_eq!(item.first("block__met").text(), met, "{address}");
        assert_eq!(item.first("block__text").text(), block.text, "{address}");
    }
}

#[test]
fn the_page_of_factors_lists_every_factor_and_lesson_under_each_of_its_dimensions() {
    let folds = folds(&FACTORS);
    let ids: Vec<&str> = folds.iter().map(|(id, ..)| *id).collect();
    let dimensions: Vec<&str> =
        library().checklist.dimensions.iter().map(|dimension| dimension.id.as_str()).collect();
    assert_eq!(ids, dimensions);
    for (id, _, _, links) in folds {
        assert_eq!(links, places(|block| block.dimensions.iter().any(|on| on == id)), "{id}");
    }
}

#[test]
fn every_dimension_of_the_factors_says_what_it_is_and_how_many_of_all_cases_tell_of_it() {
    for (id, heading, count, _) in folds(&FACTORS) {
        let dimension = library().checklist.dimension(id).expect("a known dimension");
        assert_eq!(heading, dimension.label);
        assert_eq!(count, of_all(cases_on(id)), "{id}");
        let fold = FACTORS.id(&format!("fold-{id}"));
        assert!(fold.text().contains(&dimension.why), "{id}");
    }
}

#[test]
fn the_factors_repeat_what_the_cases_say() {
    for item in FACTORS.classed("block") {
        let address = item.first("block__label").addresses().concat();
        let (_, block) = pointed_at(&address);
        assert_eq!(item.first("block__text").text(), block.text, "{address}");
    }
}

/// A page with folds, asked for one of them.
macro_rules! opens {
    ($name:ident, $page:ident, $at:literal) => {
        #[test]
        fn $name() {
            let open = |at: Option<&str>| -> Vec<String> {
                let page = page_of(&$page::page(desk(), at));
                let folds = page.classed("fold");
                let open = folds.iter().filter(|fold| fold.attribute("open").is_some());
                open.map(|fold| summary_id(fold).to_owned()).collect()
            };
            assert_eq!(open(Some($at)), [$at]);
            assert_eq!(open(None), [""; 0]);
            assert_eq!(open(Some("wells")), [""; 0]);
        }
    };
}

opens!(a_link_to_a_difficulty_opens_it_alone, difficulties, "money-short");
opens!(a_link_to_a_dimension_of_the_factors_opens_it_alone, factors, "trust");

#[test]
fn a_word_that_can_be_touched_is_followed_by_its_hidden_explanation() {
    let terms = library().glossary.terms();
    let mut met = 0;
    for (case, page) in case_pages() {
        for outer in page.all() {
            let children: Vec<&Element> = outer.children().collect();
            for (place, word) in children.iter().enumerate().filter(|(_, child)| child.has("term"))
            {
                met += 1;
                let said = word.text();
                let explanation = children.get(place + 1).filter(|next| next.has("term__text"));
                let explanation = explanation.unwrap_or_else(|| panic!("{}: {said}", case.slug));
                assert!(explanation.attribute("hidden").is_some(), "{}: {said}", case.slug);
                let text = explanation.full_text();
                let term = terms.iter().find(|term| {
                    text.starts_with(&says(
                        "term.text",
                        &[("term", &term.term), ("text", &term.text)],
                    ))
                });
                let term = term.unwrap_or_else(|| panic!("{}: {said}: {text}", case.slug));
                let words = |text: &str| -> Vec<String> {
                    tokens(text).into_iter().map(|token| token.word).collect()
                };
                let mut forms = std::iter::once(&term.term).chain(&term.forms);
                assert!(
                    forms.any(|form| words(form) == words(&said)),
                    "{}: {said} is explained as {}",
                    case.slug,
                    term.term
                );
                if let Some(now) = &term.now {
                    assert!(text.contains(&now.text) && text.contains(&now.source), "{}", term.id);
                }
            }
        }
    }
    assert!(met > 0);
}

#[test]
fn every_file_can_be_taken_along_from_the_page_about_the_app() {
    let page = page_of(&about::page(desk()));
    let all = page.all();
    let offered: Vec<&str> =
        all.iter().filter_map(|element| element.attribute("data-file")).collect();
    assert_eq!(offered, File::ALL.map(File::name));
}

#[test]
fn the_page_about_the_app_explains_every_field_of_the_files() {
    let page = page_of(&about::page(desk()));
    let shown: Vec<(String, String)> = page
        .first("glossary")
        .children()
        .map(|field| (field.tagged("dt")[0].text(), field.tagged("dd")[0].text()))
        .collect();
    let guide = &library().guide;
    let expected: Vec<(String, String)> =
        guide.iter().map(|field| (field.field.clone(), field.meaning.clone())).collect();
    assert_eq!(shown, expected);
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

/// Something that is no text to a careless page.
const MARKUP: &str = "<script>alert(1)</script> & \"<b>\"";

/// A page for an address that leads nowhere.
macro_rules! takes_as_text {
    ($name:ident, $page:path) => {
        #[test]
        fn $name() {
            let page = page_of(&$page(MARKUP));
            assert!(page.text().contains(MARKUP), "{}", page.text());
            assert!(page.tagged("script").is_empty() && page.tagged("b").is_empty());
        }
    };
}

takes_as_text!(markup_in_an_unknown_address_comes_out_as_text, not_found::page);
takes_as_text!(markup_in_the_name_of_an_unknown_case_comes_out_as_text, not_found::no_case);

#[test]
fn an_address_with_an_unknown_case_gets_a_page_that_names_it_and_leads_on() {
    let page = page_of(&case::page(desk(), "nobody", &Route::home()));
    assert!(page.text().contains("nobody"), "{}", page.text());
    assert!(page.addresses().contains(&"#/"), "{:?}", page.addresses());
}

/// The real library around one record whose texts are all markup.
fn full_of_markup() -> Library {
    let mut record = record();
    for field in ["title", "summary", "source"] {
        record[field] = json!(MARKUP);
    }
    for field in ["name", "text", "source"] {
        record["organisation"][field] = json!(MARKUP);
    }
    record["places"][0]["settlement"] = json!(MARKUP);
    record["steps"][0]["text"] = json!(MARKUP);
    record["steps"][0]["source"] = json!(MARKUP);
    record["partners"][0]["name"] = json!(MARKUP);
    record["obstacles"][0]["met"] = json!(MARKUP);
    record["contributions"][0]["amount"]["unit"] = json!(MARKUP);
    record["results"][0]["figures"][0]["what"] = json!(MARKUP);
    record["notes"][0]["text"] = json!(MARKUP);
    let mut library = Library::load().expect("the real data is right");
    let corpus = load(&[("well.json", &record)]).expect("a record with odd texts is right");
    library.corpus = Deferred::with_placeholder(corpus);
    library
}

#[test]
fn markup_in_a_record_comes_out_as_text() {
    let library = full_of_markup();
    let page = page_of(&case::page(
        Desk { library: &library, wide: true, query: "", still: false, place: Place::Site },
        "well",
        &Route::home(),
    ));
    for (id, class) in [
        ("step-one", "block__text"),
        ("step-one", "block__foot"),
        ("partner-office", "block__label"),
        ("gave-money", "block__label"),
        ("obstacle-rock", "block__met"),
        ("result-water", "figures"),
        ("result-water", "note"),
    ] {
        assert!(page.id(id).first(class).text().contains(MARKUP), "#{id} .{class}");
    }
    for id in ["heading", "summary", "organisation"] {
        assert!(page.id(id).text().contains(MARKUP), "#{id}");
    }
    assert!(page.tagged("script").is_empty() && page.tagged("b").is_empty());
}

/// The case with the words of a search marked.
fn marked(slug: &str, query: &str) -> Element {
    page_of(&case::page(Desk { query, ..desk() }, slug, &Route::home()))
}

/// Every case with the words of each of [`QUERIES`] marked.
static MARKED: LazyLock<Vec<(&str, &CaseStudy, Element)>> = LazyLock::new(|| {
    let page = |query| cases().iter().map(move |case| (query, case, marked(&case.slug, query)));
    QUERIES.into_iter().flat_map(page).collect()
});

/// What is marked inside.
fn marks(element: &Element) -> Vec<String> {
    element.tagged("mark").iter().map(|mark| mark.text()).collect()
}

#[test]
fn marks_change_no_word_of_a_case() {
    for (query, case, page) in MARKED.iter() {
        let line = page.classed("marking").first().map(|line| line.text()).unwrap_or_default();
        let text = page.text().replacen(&line, "", 1);
        assert_eq!(text, CASES[case.slug.as_str()].text(), "{} {query}", case.slug);
    }
}

#[test]
fn every_text_of_a_case_has_the_words_marked_that_answer() {
    for (query, case, page) in MARKED.iter() {
        let expected = |text: &str| -> String {
            let marks = library().marks(query, text);
            marks.into_iter().map(|range| &text[range]).collect()
        };
        let texts = [("heading", &case.title), ("summary", &case.summary)];
        for (id, text) in texts.into_iter().chain([("organisation", &case.organisation.name)]) {
            assert_eq!(marks(page.id(id)).concat(), expected(text), "{}#{id}", case.slug);
        }
        for block in case.blocks.iter().filter(|block| block.section != Section::Notes) {
            let shown = page.id(&block.id);
            let text = marks(shown.first("block__text")).concat();
            assert_eq!(text, expected(&block.text), "{}#{}", case.slug, block.id);
            if let Some(met) = &block.met {
                let met_marks = marks(shown.first("block__met")).concat();
                assert_eq!(met_marks, expected(met), "{}#{}", case.slug, block.id);
            }
        }
    }
}

#[test]
fn a_word_is_marked_inside_a_term_that_can_be_touched() {
    let page = marked("shazet", "ayil");
    let terms: Vec<Vec<String>> = page.classed("term").into_iter().map(marks).collect();
    assert!(terms.contains(&vec!["ayil".to_owned()]), "{terms:?}");
    // What explains the word is no text of the case.
    let explained: Vec<_> = page.classed("term__text").into_iter().flat_map(marks).collect();
    assert!(explained.is_empty(), "{explained:?}");
}

#[test]
fn a_case_says_what_is_marked_in_it_and_offers_to_be_without() {
    let line = marked("araket", " irrigation canal ");
    let line = line.first("marking");
    assert!(line.text().starts_with(&says("case.marked", &[("query", "irrigation canal")])));
    assert_eq!(line.tagged("button")[0].attribute("data-act"), Some("unmark"));
    for query in ["", "zzqx", "how do we"] {
        assert!(marked("araket", query).classed("marking").is_empty(), "{query:?}");
    }
}

#[test]
fn the_links_within_a_case_keep_the_marks_and_all_others_are_as_before() {
    let (query, plain) = ("water pipes", &CASES["shazet"]);
    let page = marked("shazet", query);
    let here = |route: &Route| matches!(route, Route::Case { slug, .. } if slug == "shazet");
    let expected: Vec<String> = plain
        .addresses()
        .into_iter()
        .map(|address| match Route::parse(address) {
            Route::Case { slug, at, .. } if slug == "shazet" => {
                Route::marked(&slug, at.as_deref(), query).address()
            }
            _ => address.to_owned(),
        })
        .collect();
    assert_eq!(page.addresses(), expected);
    assert!(expected.iter().filter(|address| here(&Route::parse(address))).count() > 20);
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
