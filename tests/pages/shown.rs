//! What stands on the screens, for the tests of several of them.

use crate::{
    page::{Element, page_of},
    renderer,
    support::{library, library_with, record, says},
};
use ashar::domain::{
    case::{Block, CaseStudy, Section},
    library::Library,
    route::Route,
};
use serde_json::json;
use std::{collections::BTreeMap, sync::LazyLock};

/// The cases, in the order of the book.
pub(crate) fn cases() -> &'static [CaseStudy] {
    library().corpus.cases()
}

/// The cases, in the order of the list that nothing is asked of.
pub(crate) fn listed() -> Vec<&'static CaseStudy> {
    library().cases_of(&library().everything())
}

/// The screen for a route, as it is first drawn on a phone.
pub(crate) fn screen(route: &Route) -> Element {
    page_of(&renderer().page(route))
}

/// The page of every case, by its slug.
pub(crate) static CASES: LazyLock<BTreeMap<&str, Element>> = LazyLock::new(|| {
    let page = |case: &'static CaseStudy| (case.slug.as_str(), screen(&Route::case(&case.slug)));
    cases().iter().map(page).collect()
});

/// Every case with its page.
pub(crate) fn case_pages() -> impl Iterator<Item = (&'static CaseStudy, &'static Element)> {
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

pub(crate) fn shown_blocks()
-> impl Iterator<Item = (&'static str, &'static Block, &'static Element)> {
    BLOCKS.iter().map(|(at, block, shown)| (at.as_str(), *block, *shown))
}

/// "7 of 25 cases".
pub(crate) fn of_all(count: usize) -> String {
    says("shared.by", &[("n", &count.to_string()), ("all", &cases().len().to_string())])
}

/// The same, where it stands below a heading.
pub(crate) fn in_all(count: usize) -> String {
    says("shared.in", &[("n", &count.to_string()), ("all", &cases().len().to_string())])
}

/// How many cases have a block of this section and kind, counted from the records.
pub(crate) fn cases_with(section: Section, kind: &str) -> usize {
    cases().iter().filter(|case| case.section(section).any(|block| block.kind == kind)).count()
}

/// How many cases have a block on this dimension, counted from the records.
pub(crate) fn cases_on(dimension: &str) -> usize {
    let on = |block: &Block| block.dimensions.iter().any(|id| id == dimension);
    cases().iter().filter(|case| case.blocks.iter().any(on)).count()
}

/// Where an address leads: the line that opens the fold, which can take the focus.
fn summary_id(fold: &Element) -> &str {
    fold.tagged("summary").first().and_then(|line| line.attribute("id")).unwrap_or_default()
}

/// The folds of a page: id, heading, count, and where its blocks stand.
pub(crate) fn folds(page: &Element) -> Vec<(&str, String, String, Vec<&str>)> {
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
pub(crate) fn places(pass: impl Fn(&Block) -> bool) -> Vec<String> {
    let mut places = Vec::new();
    for case in cases() {
        for block in case.blocks.iter().filter(|block| pass(block)) {
            places.push(Route::block(&case.slug, &block.id).address());
        }
    }
    places
}

/// The block that an address leads to.
pub(crate) fn pointed_at(address: &str) -> (&'static CaseStudy, &'static Block) {
    let Route::Case { slug, at: Some(id), .. } = Route::parse(address) else {
        panic!("{address} is no block")
    };
    let found = library().corpus.block(&format!("{slug}#{id}"));
    found.unwrap_or_else(|| panic!("{address} leads to no block"))
}

/// Something that is no text to a careless page.
pub(crate) const MARKUP: &str = "<script>alert(1)</script> & \"<b>\"";

/// The real library around one record whose texts are all markup.
pub(crate) fn full_of_markup() -> &'static Library {
    let mut record = record();
    for field in ["title", "summary", "source"] {
        record[field] = json!(MARKUP);
    }
    for field in ["text", "source"] {
        record["point"][field] = json!(MARKUP);
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
    Box::leak(Box::new(library_with(&record)))
}

/// The ids of the folds that stand open on the screen for a route.
pub(crate) fn open_folds(route: &Route) -> Vec<String> {
    let page = screen(route);
    let folds = page.classed("fold");
    let open = folds.iter().filter(|fold| fold.attribute("open").is_some());
    open.map(|fold| summary_id(fold).to_owned()).collect()
}
