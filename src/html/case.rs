//! One case: facts at a glance, then its sections, every block with a link of its own.

mod connections;
mod shares;

use super::{
    Act, Desk, not_found,
    parts::{
        around, bar, beginning, button, explained, has_marks, link, marked, met, place_line, titled,
    },
};
use crate::domain::{
    case::{Amount, Block, CaseStudy, Figure, Reading, Section},
    contribution,
    date::When,
    filter::Selection,
    glossary::Seen,
    number,
    route::Route,
    vocabulary::Facet,
    words::{self, Key, key},
};
use maud::{Markup, html};

/// The sections in the order they are read, with their headings. Editor's notes stand with the blocks
/// they are about.
const ORDER: [(Section, Key); 14] = [
    (Section::Situation, key::CASE_SITUATION),
    (Section::Steps, key::CASE_STEPS),
    (Section::Contributions, key::CASE_CONTRIBUTIONS),
    (Section::Funders, key::CASE_FUNDERS),
    (Section::Obstacles, key::CASE_OBSTACLES),
    (Section::Results, key::CASE_RESULTS),
    (Section::Voices, key::CASE_VOICES),
    (Section::Factors, key::CASE_FACTORS),
    (Section::Lessons, key::CASE_LESSONS),
    (Section::Lasts, key::CASE_LASTS),
    (Section::Partners, key::CASE_PARTNERS),
    (Section::Agreements, key::CASE_AGREEMENTS),
    (Section::Instruments, key::CASE_INSTRUMENTS),
    (Section::Related, key::CASE_RELATED),
];

/// A part of this case; the marks stay on the way there.
fn place_in(desk: Desk<'_>, case: &CaseStudy, id: &str) -> Route {
    Route::marked(&case.slug, Some(id), desk.query)
}

/// The page of the case with this slug, or a helpful one when there is none. `back` is the list that the
/// reader came from.
pub fn page(desk: Desk<'_>, slug: &str, back: &Route) -> String {
    match desk.library.corpus.case(slug) {
        Some(case) => case_page(desk, case, back).into_string(),
        None => not_found::no_case(slug),
    }
}

fn case_page(desk: Desk<'_>, case: &CaseStudy, back: &Route) -> Markup {
    let mut seen = Seen::default();
    // Every case has families or likenesses, so the last section is never empty.
    let shown =
        |section: Section| section == Section::Related || case.section(section).next().is_some();
    let sections = || ORDER.into_iter().filter(|(section, _)| shown(*section));
    let told = html! {
        header .case__head {
            p .case__place { (marked(desk, &place_line(desk, case))) }
            (titled(&marked(desk, &case.title)))
            (notes_about(desk, case, "title"))
            p #summary .case__summary { (explained(desk, &case.summary, &mut seen)) }
            (notes_about(desk, case, "summary"))
            @if !desk.still { p .case__actions {
                (button(Act::Print, "button--plain", key::CASE_PRINT)) " "
                (button(Act::Share, "button--plain", key::CASE_SHARE))
                // The app says here what came of a tap.
                span .case__said role="status" {}
            } }
        }
        p .notice .notice--date {
            (key::CASE_DATE.with(&[
                ("from", &words::date(&case.period.0)),
                ("to", &words::date(&case.period.1)),
            ]))
        }
        (glance(desk, case))
        nav aria-label=(key::CASE_CONTENTS.text()) {
            details #fold-parts .contents open[desk.wide] {
                summary { (key::CASE_CONTENTS.text()) }
                ul {
                    @for (section, label) in sections() {
                        li { (link(&place_in(desk, case, section.rule().field), label.text())) }
                    }
                }
            }
        }
        div .case__body {
            @for (section, label) in sections() { (section_view(desk, case, section, label)) }
            p .case__source { (key::CASE_SOURCE.with(&[("heading", &case.source)])) }
        }
    };
    html! {
        article .case data-oblast=[case.places.first().map(|place| &place.oblast)] {
            p .back { (link(back, key::CASE_BACK.text())) }
            // Only where something is marked is there anything to take away.
            @if has_marks(&told) {
                p .marking {
                    span { (key::CASE_MARKED.with(&[("query", desk.query.trim())])) } " "
                    button .marking__end type="button" data-act=(Act::Unmark.id()) { (key::CASE_UNMARK.text()) }
                }
            }
            (told)
        }
    }
}

/// Facts that a reader compares cases by.
fn glance(desk: Desk<'_>, case: &CaseStudy) -> Markup {
    let vocabulary = &desk.library.vocabulary;
    let organisation = &case.organisation;
    let date = |when: &Option<When>, label: Key| {
        Some(label.with(&[("date", &words::date(when.as_ref()?))]))
    };
    let form = vocabulary.label(&["legal-form"], &organisation.legal_form).to_owned();
    let dates = [
        Some(form),
        date(&organisation.founded, key::GLANCE_FOUNDED),
        date(&organisation.registered, key::GLANCE_REGISTERED),
    ];
    let dates: Vec<String> = dates.into_iter().flatten().collect();
    html! {
        section .glance aria-labelledby="organisation" {
            h2 #organisation { (marked(desk, &organisation.name)) }
            p .glance__form { (dates.join(" · ")) }
            p { (explained(desk, &organisation.text, &mut Seen::default())) }
            (notes_about(desk, case, "organisation"))
            // Before the story on a wide screen; on a phone they wait for a tap.
            details #fold-glance open[desk.wide] {
                summary { (key::GLANCE_TITLE.text()) }
                dl {
                    @for facet in [
                        Facet::Topic, Facet::Beneficiary, Facet::Partner, Facet::Instrument, Facet::Funder,
                    ] { (fact(desk, case, facet)) }
                }
            }
        }
    }
}

/// The values of one filter, each a link to the cases that share it.
fn fact(desk: Desk<'_>, case: &CaseStudy, facet: Facet) -> Markup {
    let Some(list) = desk.library.vocabulary.facet(facet) else { return Markup::default() };
    let mut values: Vec<&str> = Vec::new();
    for value in case.values(facet) {
        // Partners that are no government bodies belong to another list.
        if list.value(value).is_some() && !values.contains(&value) {
            values.push(value);
        }
    }
    html! {
        @if !values.is_empty() {
            dt { (list.label) }
            dd {
                ul .tags .tags--links {
                    @for value in values {
                        @let label = desk.library.vocabulary.label(&[facet.id()], value);
                        li { (around(&with_value(facet, value), &marked(desk, label))) }
                    }
                }
            }
        }
    }
}

/// The list of the cases that have a value.
fn with_value(facet: Facet, value: &str) -> Route {
    Route::Browse { query: String::new(), selection: Selection::default().with(facet, value) }
}

/// Lists to look something up in: on a phone they wait for a tap, so that the story can be read in one go.
/// What was given waits, too, under its drawing.
fn is_folded(section: Section) -> bool {
    matches!(section, Section::Funders | Section::Partners | Section::Instruments)
}

fn section_view(desk: Desk<'_>, case: &CaseStudy, section: Section, label: Key) -> Markup {
    let field = section.rule().field;
    let inside = blocks(desk, case, section);
    let count = key::CASE_PARTS.of(case.section(section).count());
    html! {
        section class={ "section section--" (field) } aria-label=(label.text()) {
            @if section == Section::Contributions {
                h2 id=(field) { (label.text()) }
                (shares::chart(desk, case))
                details #fold-contributions .fold open[desk.wide] {
                    summary { h3 { (key::SHARES_EACH.text()) } span .fold__count { (count) } }
                    (inside)
                }
            } @else if is_folded(section) {
                details .fold id={ "fold-" (field) } open[desk.wide] {
                    summary id=(field) { h2 { (label.text()) } span .fold__count { (count) } }
                    (inside)
                }
            } @else {
                h2 id=(field) { (label.text()) }
                (inside)
            }
            @if section == Section::Related { (connections::family_and_likeness(desk, case)) }
        }
    }
}

/// The blocks of a section, under the names of the sides where it has sides.
fn blocks(desk: Desk<'_>, case: &CaseStudy, section: Section) -> Markup {
    // Explained anew in each section, because a link may lead straight into one.
    let mut seen = Seen::default();
    html! {
        @if section.rule().side {
            @for (side, blocks) in contribution::by_side(case, section, &desk.library.vocabulary) {
                h3 .section__side { (side.label) }
                (block_list(desk, case, blocks.into_iter(), &mut seen))
            }
        } @else {
            (block_list(desk, case, case.section(section), &mut seen))
        }
    }
}

fn block_list<'a>(
    desk: Desk<'_>,
    case: &CaseStudy,
    blocks: impl Iterator<Item = &'a Block>,
    seen: &mut Seen,
) -> Markup {
    html! {
        ol .blocks { @for block in blocks { (block_view(desk, case, block, seen)) } }
    }
}

fn block_view(desk: Desk<'_>, case: &CaseStudy, block: &Block, seen: &mut Seen) -> Markup {
    html! {
        li .block id=(block.id) {
            @if let Some(date) = &block.date { p .block__date { (words::date(date)) } }
            (block_label(desk, block))
            p .block__text { (explained(desk, &block.text, seen)) }
            @if block.section == Section::Obstacles { (met(desk, block, seen)) }
            (figures(block))
            (dimensions(desk, block))
            @if block.section == Section::Related { (other_case(desk, block)) }
            (notes_about(desk, case, &block.id))
            p .block__foot {
                a .block__link href=(place_in(desk, case, &block.id).address())
                    aria-label=(key::BLOCK_LINK.with(&[("text", &beginning(&block.text))])) { (chain()) }
                span { (key::BLOCK_SOURCE.with(&[("heading", &block.source)])) }
            }
        }
    }
}

/// Two links of a chain: the address of a part.
fn chain() -> Markup {
    html! {
        svg .icon viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false" {
            path d="M10 14a4 4 0 0 1 0-5.7l3-3a4 4 0 0 1 5.700 5.700l-1.500 1.500M14 10a4 4 0 0 1 0 5.700l-3 3a4 4 0 0 1-5.700-5.700l1.500-1.500" {}
        }
    }
}

/// The line above a block's text: name, kind, side, role and amount, as far as it has them, and how
/// many cases share an instrument or an obstacle.
fn block_label(desk: Desk<'_>, block: &Block) -> Markup {
    let vocabulary = &desk.library.vocabulary;
    let mut parts: Vec<String> = Vec::new();
    if !block.name.is_empty() {
        parts.push(block.name.clone());
    }
    if !block.role.is_empty() {
        parts.push(block.role.clone());
    }
    if !block.kind.is_empty() {
        parts.push(vocabulary.label(block.section.rule().kinds, &block.kind).to_owned());
    }
    parts.extend(block.amount.as_ref().map(amount));
    html! {
        @if let Some((first, rest)) = parts.split_first() {
            p .block__label {
                strong { (marked(desk, first)) }
                @for part in rest { " " span .block__kind { (marked(desk, part)) } }
                @if let Some(shared) = shared_by(desk, block) { " " span .block__shared { (shared) } }
            }
        }
    }
}

/// "7 of 25 cases" for an instrument or an obstacle, leading to them.
fn shared_by(desk: Desk<'_>, block: &Block) -> Option<Markup> {
    let (facet, route) = match block.section {
        Section::Instruments => (Facet::Instrument, with_value(Facet::Instrument, &block.kind)),
        Section::Obstacles => {
            (Facet::Obstacle, Route::Difficulties { at: Some(block.kind.clone()) })
        }
        _ => return None,
    };
    let corpus = &desk.library.corpus;
    let all = corpus.cases().len().to_string();
    let text = key::SHARED_BY.with(corpus.with_value(facet, &block.kind), &[("all", &all)]);
    Some(link(&route, &text))
}

fn amount(amount: &Amount) -> String {
    key::AMOUNT.with(&[("value", &number::grouped(amount.value)), ("unit", &amount.unit)])
}

/// Figures, as a list of terms and values: readable in order without any drawing.
fn figures(block: &Block) -> Markup {
    html! {
        @if !block.figures.is_empty() {
            dl .figures { @for one in &block.figures { (figure(one)) } }
        }
    }
}

fn figure(figure: &Figure) -> Markup {
    html! {
        div id=(figure.id) {
            dt { (figure.what) }
            @match figure.reading {
                Reading::One(value) => dd { (figure_value(figure, value)) },
                Reading::Change(before, after) => {
                    @for (label, value) in [(key::FIGURE_BEFORE, before), (key::FIGURE_AFTER, after)] {
                        dd .figures__change {
                            span .figures__label { (label.text()) } " "
                            (figure_value(figure, value))
                            (bar(value / contribution::measure(&figure.unit, before.max(after))))
                        }
                    }
                }
            }
        }
    }
}

fn figure_value(figure: &Figure, value: f64) -> Markup {
    html! {
        span .figures__value { (number::grouped(value)) } " " span .figures__unit { (figure.unit) }
    }
}

/// What the block illustrates, and how many cases do; leads to them.
fn dimensions(desk: Desk<'_>, block: &Block) -> Markup {
    let library = desk.library;
    let all = library.corpus.cases().len().to_string();
    html! {
        @if !block.dimensions.is_empty() {
            ul .tags .tags--links {
                @for dimension in block.dimensions.iter().filter_map(|id| library.dimension(id)) {
                    li {
                        (link(
                            &Route::Factors { at: Some(dimension.id.clone()) },
                            &key::DIMENSION_SHARED.with(
                                library.corpus.supporting(&dimension.id).len(),
                                &[("all", &all), ("dimension", &dimension.label)],
                            ),
                        ))
                    }
                }
            }
        }
    }
}

fn other_case(desk: Desk<'_>, block: &Block) -> Markup {
    html! {
        @if let Some(other) = desk.library.corpus.case(&block.slug) {
            p .block__case { (link(&Route::case(&other.slug), &other.title)) }
        }
    }
}

/// The editor's notes on a block, in plain sight beside it.
fn notes_about(desk: Desk<'_>, case: &CaseStudy, id: &str) -> Markup {
    let figures = case.block(id).map(|block| &block.figures);
    let about = |note: &&Block| {
        let on_figure = figures.is_some_and(|all| all.iter().any(|f| f.id == note.about));
        note.about == id || on_figure
    };
    html! {
        @for note in case.section(Section::Notes).filter(about) {
            p .note id=(note.id) {
                strong { (key::NOTE_LABEL.text()) ":" } " " (explained(desk, &note.text, &mut Seen::default()))
            }
        }
    }
}
