//! The cards of the list.

use crate::{
    page::{Element, page_of},
    renderer,
    shown::{MARKUP, cases, full_of_markup, listed},
    support::{chosen, library, says},
};
use ashar::{
    domain::{
        case::Section,
        filter::Selection,
        listing::Listing,
        route::Route,
        search::{Hit, MatchKind, MatchReason, Part},
        vocabulary::Facet,
    },
    i18n::Messages,
    static_site::Renderer,
};

/// The list for a search.
pub(crate) fn listing(query: &str, values: &[(Facet, &str)]) -> Listing {
    Listing::of(library(), query, &chosen(values), None)
}

/// A list as it is shown.
pub(crate) fn shown(list: &Listing) -> Element {
    page_of(&renderer().results(list))
}

/// The cards that a search finds.
fn cards_of(query: &str) -> Element {
    shown(&listing(query, &[]))
}

/// What is marked inside.
fn marks(element: &Element) -> Vec<String> {
    element.tagged("mark").iter().map(|mark| mark.text()).collect()
}

#[test]
fn a_card_of_every_case_says_what_was_gained_where_and_by_whom() {
    let page = cards_of("");
    let cards = page.classed("card");
    assert_eq!(cards.len(), 25);
    for (card, case) in cards.into_iter().zip(listed()) {
        assert_eq!(card.attribute("data-case"), Some(&*case.slug));
        assert_eq!(card.first("card__title").text(), case.title);
        assert_eq!(card.first("card__text").text(), case.point.text);
        assert_eq!(card.first("card__org").text(), case.organisation.name);
        let oblast = library().vocabulary.label(&["oblast"], &case.places[0].oblast);
        assert!(card.first("card__place").text().starts_with(oblast), "{}", case.slug);
    }
}

#[test]
fn markup_in_a_record_comes_out_as_text_on_its_card() {
    let library = full_of_markup();
    let list = Listing::of(library, "", &Selection::default(), None);
    let page = page_of(&Renderer::new(library, Messages::english()).results(&list));
    // What was asked finds the records of the real data; those that are gone have no card.
    assert_eq!(page.classed("card").len(), 1);
    assert_eq!(page.first("card__title").text(), MARKUP);
    assert_eq!(page.first("card__text").text(), MARKUP);
    assert_eq!(page.first("card__org").text(), MARKUP);
    assert!(page.first("card__place").text().ends_with(MARKUP));
    assert!(page.tagged("script").is_empty() && page.tagged("b").is_empty());
}

#[test]
fn a_card_of_a_search_leads_to_the_text_it_shows_with_the_search() {
    let list = listing("water pipes", &[]);
    let page = shown(&list);
    assert!(!list.shown.is_empty());
    for (hit, card) in list.shown.iter().zip(page.classed("card")) {
        let address = card.first("card__title").addresses()[0];
        assert_eq!(Route::parse(address), Route::marked(&hit.slug, hit.at(), "water pipes"));
    }
}

#[test]
fn a_search_for_nothing_leads_to_the_beginning_of_the_cases() {
    for query in ["", "how do we"] {
        for (card, case) in cards_of(query).classed("card").into_iter().zip(listed()) {
            let address = Route::case(&case.slug).address();
            assert_eq!(card.first("card__title").addresses(), [address]);
        }
    }
}

/// A list of one hit in this block of a case.
pub(crate) fn one(slug: &str, block: &str, part: Part, reasons: Vec<MatchReason>) -> Listing {
    let (slug, block) = (slug.to_owned(), block.to_owned());
    let hit = Hit { slug, score: 1.0, block, part, marks: Vec::new(), reasons };
    Listing { query: "x".to_owned(), shown: vec![hit], ..Listing::default() }
}

#[test]
fn a_card_says_which_part_of_the_case_its_text_is_from() {
    for case in cases() {
        for block in &case.blocks {
            let card = shown(&one(&case.slug, &block.id, Part::Text, Vec::new()));
            let name = match block.section {
                Section::Notes => "note.label".to_owned(),
                section => ["case.", section.rule().field].concat(),
            };
            assert_eq!(card.first("card__part").text(), says(&name, &[]), "{}", block.id);
        }
    }
    let part = |block| shown(&one("shazet", block, Part::Text, Vec::new()));
    assert!(part("point").classed("card__part").is_empty());
    assert!(part("summary").classed("card__part").is_empty());
    assert!(part("").classed("card__part").is_empty());
    assert_eq!(part("organisation").first("card__part").text(), says("card.about-them", &[]));
}

#[test]
fn a_card_tells_how_an_obstacle_was_met_as_the_case_does() {
    for (case, block) in cases().iter().flat_map(|case| {
        case.section(Section::Obstacles).filter(|block| block.met.is_some()).map(move |b| (case, b))
    }) {
        let card = shown(&one(&case.slug, &block.id, Part::Met, Vec::new()));
        assert!(card.first("card__text").text().starts_with(&says("block.met", &[])));
    }
}

#[test]
fn a_card_shows_the_name_that_has_the_words() {
    for (case, block) in cases()
        .iter()
        .flat_map(|case| case.section(Section::Partners).take(2).map(move |block| (case, block)))
    {
        let card = shown(&one(&case.slug, &block.id, Part::Label, Vec::new()));
        assert!(card.first("card__text").text().starts_with(&block.name), "{}", block.id);
    }
}

#[test]
fn every_card_of_a_search_shows_where_its_words_stand() {
    for query in ["Нарын", "water", "Shazet"] {
        for card in cards_of(query).classed("card") {
            assert!(!marks(card).is_empty(), "{query}: {}", card.text());
        }
    }
}

/// Why a word stands in a text otherwise.
fn reason(typed: &str, found: &str, match_kind: MatchKind) -> MatchReason {
    MatchReason { typed: typed.to_owned(), found: found.to_owned(), match_kind }
}

#[test]
fn a_card_says_in_one_line_why_it_is_there() {
    let list = one(
        "shazet",
        "summary",
        Part::Text,
        vec![
            reason("нарын", "naryn", MatchKind::Name),
            reason("мусор", "trash", MatchKind::Synonym),
            reason("watr", "water", MatchKind::Corrected),
            reason("pipe", "pipes", MatchKind::Form),
        ],
    );
    let sentences = [
        says("card.because-name", &[("typed", "нарын"), ("found", "naryn")]),
        says("card.because-synonym", &[("typed", "мусор"), ("found", "trash")]),
        says("card.because-corrected", &[("typed", "watr"), ("found", "water")]),
    ];
    let card = shown(&list);
    let lines: Vec<String> = card.classed("card__because").iter().map(|p| p.text()).collect();
    assert_eq!(lines, [sentences.join(" ")]);
    let plain = shown(&one("shazet", "summary", Part::Text, Vec::new()));
    assert!(plain.classed("card__because").is_empty());
}

#[test]
fn a_card_writes_words_as_the_reader_and_the_case_do() {
    let why = vec![reason("нарын", "naryn", MatchKind::Name)];
    let list =
        Listing { query: "Нарын!".to_owned(), ..one("bayastan", "summary", Part::Text, why) };
    let said = says("card.because-name", &[("typed", "Нарын"), ("found", "Naryn")]);
    assert_eq!(shown(&list).first("card__because").text(), said);
}

#[test]
fn what_stands_above_the_list_is_not_said_again_on_the_cards() {
    let mut list =
        one("shazet", "summary", Part::Text, vec![reason("watr", "water", MatchKind::Corrected)]);
    list.found.corrected = vec![("watr".to_owned(), "water".to_owned())];
    assert!(shown(&list).classed("card__because").is_empty());
}
