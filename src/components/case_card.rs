//! A case in the list.

use super::{
    place_line::place_line,
    rich_text::{Html, RichText, TextRenderer, pieces},
    section_name::section_name,
    use_messages,
    view::{each, maybe},
};
use crate::{
    domain::{
        case::{Block, CaseStudy},
        excerpt::{Excerpt, excerpt},
        listing::Listing,
        route::Route,
        search::{Hit, MatchKind, MatchReason, Part},
        text::as_written,
        vocabulary::Facet,
    },
    i18n::{Key, key},
    state::browse::card_link_id,
};
use leptos::prelude::*;
use std::ops::Range;

/// A card. While searching it shows where the words stand and leads to that block. (`data-case` is a contract.)
#[component]
pub(crate) fn CaseCard(
    /// What it shows.
    content: CardContent,
) -> impl IntoView {
    let CardContent {
        slug,
        oblast,
        address,
        place,
        title,
        part,
        text,
        because,
        topics,
        organisation,
    } = content;
    let part = part.map(|part| view! { <p class="card__part"><RichText html=part/></p> });
    let because =
        because.map(|because| view! { <p class="card__because"><RichText html=because/></p> });
    view! {
        <li class="card" data-case=slug data-oblast=oblast>
            <p class="card__place"><RichText html=place/></p>
            <h2 class="card__title">
                <a id=card_link_id(slug) href=address><RichText html=title/></a>
            </h2>
            {maybe(part)}
            <p class="card__text"><RichText html=text/></p>
            {maybe(because)}
            <ul class="tags" aria-label=use_messages().text(key::CARD_TOPICS)>
                {each(topics, |topic| view! { <li><RichText html=topic/></li> })}
            </ul>
            <p class="card__org"><RichText html=organisation/></p>
        </li>
    }
}

/// What a card shows.
pub(crate) struct CardContent {
    slug: &'static str,
    oblast: Option<&'static str>,
    address: String,
    place: Html,
    title: Html,
    /// The part of the case that the text is from; point and summary need no name.
    part: Option<Html>,
    text: Html,
    /// Why the case is in the list though it does not have the words as they were typed: one line of sentences.
    because: Option<Html>,
    topics: Vec<Html>,
    organisation: Html,
}

impl CardContent {
    /// What the cards of a list show, in its order.
    pub(crate) fn of_list(renderer: TextRenderer, list: &Listing) -> Vec<Self> {
        // What the cases are opened with; a query of little words only has nothing to mark.
        let query = if list.asks { list.corrected_query() } else { String::new() };
        let card = |hit: &Hit| {
            Some(Self::of(renderer, list, &query, renderer.library.corpus.case(&hit.slug)?, hit))
        };
        list.shown.iter().filter_map(card).collect()
    }

    fn of(
        renderer: TextRenderer,
        list: &Listing,
        query: &str,
        case: &'static CaseStudy,
        hit: &Hit,
    ) -> Self {
        // Where no text has the words, they stand in one of the names, or the case is filed under them.
        let in_names = if hit.marks.is_empty() { query } else { "" };
        let place =
            renderer.marked(&place_line(renderer.library, renderer.messages, case), in_names);
        let title = renderer.marked(&case.title, in_names);
        let lead = case.block(&hit.block).map(|block| lead(renderer, block, hit.part, in_names));
        let excerpt = if hit.block.is_empty() {
            case.point.text.as_str().into()
        } else {
            cut(hit.text(case), &hit.marks)
        };
        let text = lead.unwrap_or_default().and(&excerpt);
        let organisation = renderer.marked(&case.organisation.name, in_names);
        let has_marks = [&place, &title, &text, &organisation].into_iter().any(Html::has_marks);
        Self {
            slug: &case.slug,
            oblast: case.oblast(),
            address: renderer.context.href(&Route::marked(&case.slug, hit.at(), query)),
            part: part_of(case, hit).map(|part| renderer.messages.text(part).into()),
            because: because(renderer, list, case, hit),
            topics: topics(renderer, case, in_names, has_marks),
            place,
            title,
            text,
            organisation,
        }
    }
}

/// The part of the case that a card's text is from.
fn part_of(case: &CaseStudy, hit: &Hit) -> Option<Key> {
    match case.block(&hit.block) {
        Some(block) => Some(section_name(block.section).unwrap_or(key::NOTE_LABEL)),
        None => hit.at().map(|_| key::CARD_ABOUT_THEM),
    }
}

/// What must be read before a card's text: that it tells how an obstacle was met, or the names that have the words.
fn lead(renderer: TextRenderer, block: &Block, part: Part, query: &str) -> Html {
    match part {
        Part::Text => Html::default(),
        Part::Met => Html::from(renderer.messages.text(key::BLOCK_MET)).strong().and(&" ".into()),
        Part::Label => [&block.name, &block.role]
            .into_iter()
            .filter(|name| !name.is_empty())
            .map(|name| renderer.marked(name, query).strong().and(&" · ".into()))
            .fold(Html::default(), |names, name| names.and(&name)),
    }
}

/// Why a text answers though it does not have the words as they were typed. What stands above the list is not said again.
fn because(renderer: TextRenderer, list: &Listing, case: &CaseStudy, hit: &Hit) -> Option<Html> {
    let sentence = |because: &MatchReason| {
        let MatchReason { typed, found, match_kind } = because;
        let key = match match_kind {
            MatchKind::Name => key::CARD_BECAUSE_NAME,
            MatchKind::Synonym | MatchKind::Near => key::CARD_BECAUSE_SYNONYM,
            MatchKind::Corrected
                if list.found.corrected.iter().any(|(_, meant)| meant == found) =>
            {
                return None;
            }
            MatchKind::Corrected => key::CARD_BECAUSE_CORRECTED,
            MatchKind::Beginning | MatchKind::Form | MatchKind::Same => return None,
        };
        let (typed, found) = (as_written(&list.query, typed), as_written(hit.text(case), found));
        Some(renderer.messages.fill(key, &[("typed", typed), ("found", found)]))
    };
    let sentences: Vec<String> = hit.reasons.iter().filter_map(sentence).collect();
    (!sentences.is_empty()).then(|| sentences.join(" ").as_str().into())
}

/// The first topics of a case, and, where no marked word `is_shown` yet, whatever else it is filed under that has one.
fn topics(renderer: TextRenderer, case: &CaseStudy, query: &str, is_shown: bool) -> Vec<Html> {
    let label = |facet: Facet, value| {
        renderer.marked(renderer.library.vocabulary.label(&[facet.id()], value), query)
    };
    let mut topics: Vec<Html> =
        case.topics.iter().take(3).map(|topic| label(Facet::Topic, topic)).collect();
    if !is_shown && !query.is_empty() {
        for facet in Facet::ALL {
            for value in case.values(facet) {
                let label = label(facet, value);
                if label.has_marks() && !topics.contains(&label) {
                    topics.push(label);
                }
            }
        }
    }
    topics
}

/// A piece of a text around the marked words.
fn cut(text: &str, marks: &[Range<usize>]) -> Html {
    /// About three lines on a narrow phone.
    const LENGTH: usize = 170;
    let Excerpt { parts, cut_before, cut_after } = excerpt(text, marks, LENGTH);
    let ellipsis = |cut: bool, text: &str| Html::from(if cut { text } else { "" });
    ellipsis(cut_before, "… ").and(&pieces(&parts)).and(&ellipsis(cut_after, " …"))
}
