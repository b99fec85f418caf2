//! One case: facts at a glance, then its sections, every block with a link of its own.

use crate::{
    domain::{
        case::{Amount, Block, CaseStudy, Figure, Reading, Section},
        date::When,
        filter::Selection,
        glossary::Seen,
        number,
        route::Route,
        vocabulary::Facet,
        words::{self, Key, key},
    },
    effects::page,
    state::app::app,
    ui::{
        pages::not_found,
        parts::{heading, icon, link, obstacle, place, prose},
    },
};
use leptos::prelude::*;

/// The sections in the order they are read, with their headings. Editor's notes stand with the blocks
/// they are about.
const ORDER: [(Section, Key); 14] = [
    (Section::Situation, key::CASE_SITUATION),
    (Section::Steps, key::CASE_STEPS),
    (Section::Obstacles, key::CASE_OBSTACLES),
    (Section::Results, key::CASE_RESULTS),
    (Section::Factors, key::CASE_FACTORS),
    (Section::Lessons, key::CASE_LESSONS),
    (Section::Lasts, key::CASE_LASTS),
    (Section::Partners, key::CASE_PARTNERS),
    (Section::Contributions, key::CASE_CONTRIBUTIONS),
    (Section::Funders, key::CASE_FUNDERS),
    (Section::Agreements, key::CASE_AGREEMENTS),
    (Section::Instruments, key::CASE_INSTRUMENTS),
    (Section::Voices, key::CASE_VOICES),
    (Section::Related, key::CASE_RELATED),
];

/// The page, or a helpful one when there is no such case.
pub(crate) fn page(slug: &str) -> AnyView {
    match app().library.corpus.case(slug) {
        Some(case) => case_page(case).into_any(),
        None => not_found::no_case(slug).into_any(),
    }
}

fn case_page(case: &'static CaseStudy) -> impl IntoView {
    let mut seen = Seen::default();
    let sections: Vec<(Section, Key)> =
        ORDER.into_iter().filter(|(section, _)| case.section(*section).next().is_some()).collect();
    let contents = sections.iter().map(|(section, label)| {
        view! { <li><a href=Route::block(&case.slug, section.rule().field).address()>{label.text()}</a></li> }
    });
    let contents = contents.collect_view();
    let oblast = case.places.first().map(|place| place.oblast.clone());
    // Back to the list as it was left, with its search and filters.
    let back = app().list.with_value(|(list, _)| list.address());
    view! {
        <article class="case" data-oblast=oblast>
            <p class="back"><a href=back>{key::CASE_BACK.text()}</a></p>
            <header class="case__head">
                <p class="case__place">{place::line(case)}</p>
                {heading(&case.title)}
                {notes_about(case, "title")}
                <p class="case__summary" id="summary">{prose::explained(&case.summary, &mut seen)}</p>
                {notes_about(case, "summary")}
            </header>
            <p class="notice notice--date">
                {key::CASE_DATE.with(&[
                    ("from", &words::date(&case.period.0)),
                    ("to", &words::date(&case.period.1)),
                ])}
            </p>
            {glance(case)}
            <nav aria-label=key::CASE_CONTENTS.text()>
                <details class="contents" open=page::is_wide()>
                    <summary>{key::CASE_CONTENTS.text()}</summary>
                    <ul>{contents}</ul>
                </details>
            </nav>
            {sections.into_iter().map(|(section, label)| section_view(case, section, label)).collect_view()}
            <p class="case__source">{key::CASE_SOURCE.with(&[("heading", &case.source)])}</p>
        </article>
    }
}

/// Facts that a reader compares cases by.
fn glance(case: &'static CaseStudy) -> impl IntoView {
    let library = app().library;
    let organisation = &case.organisation;
    let form = library.vocabulary.label(&["legal-form"], &organisation.legal_form).to_owned();
    let date = |when: &Option<When>, label: Key| {
        Some(label.with(&[("date", &words::date(when.as_ref()?))]))
    };
    let dates = [
        date(&organisation.founded, key::GLANCE_FOUNDED),
        date(&organisation.registered, key::GLANCE_REGISTERED),
    ];
    let dates: Vec<String> = dates.into_iter().flatten().collect();
    let facts =
        [Facet::Topic, Facet::Beneficiary, Facet::Partner, Facet::Instrument, Facet::Funder]
            .into_iter()
            .filter_map(|facet| {
                let list = library.vocabulary.facet(facet)?;
                let mut values: Vec<&str> = Vec::new();
                for value in case.values(facet) {
                    // Partners that are no government bodies belong to another list.
                    if list.value(value).is_some() && !values.contains(&value) {
                        values.push(value);
                    }
                }
                if values.is_empty() {
                    return None;
                }
                let links = values
                    .into_iter()
                    .map(|value| {
                        let selection = Selection::default().with(facet, value);
                        let label = library.vocabulary.label(&[facet.id()], value);
                        let route = Route::Browse { query: String::new(), selection };
                        view! { <li>{link(&route, label)}</li> }
                    })
                    .collect_view();
                let label = list.label.clone();
                Some(view! { <dt>{label}</dt><dd><ul class="tags tags--links">{links}</ul></dd> })
            })
            .collect_view();
    view! {
        <section class="glance" aria-labelledby="organisation">
            <h2 id="organisation">{organisation.name.clone()}</h2>
            <p class="glance__form">
                {std::iter::once(form).chain(dates).collect::<Vec<_>>().join(" · ")}
            </p>
            <p>{organisation.text.clone()}</p>
            {notes_about(case, "organisation")}
            // Before the story on a wide screen; on a phone they wait for a tap.
            <details open=page::is_wide()>
                <summary>{key::GLANCE_TITLE.text()}</summary>
                <dl>{facts}</dl>
            </details>
        </section>
    }
}

fn section_view(case: &'static CaseStudy, section: Section, label: Key) -> impl IntoView {
    let field = section.rule().field;
    // Explained anew in each section, because a link may lead straight into one.
    let mut seen = Seen::default();
    let blocks: Vec<_> =
        case.section(section).map(|block| block_view(case, block, &mut seen)).collect();
    view! {
        <section class=format!("section section--{field}") aria-labelledby=field>
            <h2 id=field>{label.text()}</h2>
            <ol class="blocks">{blocks}</ol>
        </section>
    }
}

fn block_view(
    case: &'static CaseStudy,
    block: &'static Block,
    seen: &mut Seen,
) -> impl IntoView + use<> {
    let route = app().route;
    let target = move || {
        route.with(|now| matches!(now, Route::Case { at: Some(at), .. } if *at == block.id))
    };
    let address = Route::block(&case.slug, &block.id).address();
    let text = prose::explained(&block.text, seen);
    let met = (block.section == Section::Obstacles).then(|| obstacle::met(block, seen));
    view! {
        <li class="block" class:block--target=target id=block.id.clone()>
            {block.date.as_ref().map(|date| view! { <p class="block__date">{words::date(date)}</p> })}
            {block_label(block)}
            <p class="block__text">{text}</p>
            {met}
            {figures(block)}
            {dimensions(block)}
            {(block.section == Section::Related).then(|| other_case(block))}
            {notes_about(case, &block.id)}
            <p class="block__foot">
                <a class="block__link" href=address aria-label=key::BLOCK_LINK.with(&[("text", &prose::beginning(&block.text))])>
                    {icon::link()}
                </a>
                <span>{key::BLOCK_SOURCE.with(&[("heading", &block.source)])}</span>
            </p>
        </li>
    }
}

/// The line above a block's text: name, kind, side, role and amount, as far as it has them, and how
/// many cases share an instrument or an obstacle.
fn block_label(block: &'static Block) -> Option<impl IntoView> {
    let vocabulary = &app().library.vocabulary;
    let mut parts: Vec<String> = Vec::new();
    if !block.name.is_empty() {
        parts.push(block.name.clone());
    }
    if !block.side.is_empty() {
        parts.push(vocabulary.label(&["side"], &block.side).to_owned());
    }
    if !block.role.is_empty() {
        parts.push(block.role.clone());
    }
    if !block.kind.is_empty() {
        parts.push(vocabulary.label(block.section.rule().kinds, &block.kind).to_owned());
    }
    parts.extend(block.amount.as_ref().map(amount));
    let facet = match block.section {
        Section::Instruments => Some(Facet::Instrument),
        Section::Obstacles => Some(Facet::Obstacle),
        _ => None,
    };
    let shared = facet.map(|facet| {
        let selection = Selection::default().with(facet, &block.kind);
        let corpus = &app().library.corpus;
        let count = corpus.with_value(facet, &block.kind);
        let label = key::SHARED_BY.with(count, &[("all", &corpus.cases().len().to_string())]);
        view! { " "<span class="block__shared">
            {link(&Route::Browse { query: String::new(), selection }, &label)}
        </span> }
    });
    (!parts.is_empty()).then(|| {
        let mut parts = parts.into_iter();
        let first = parts.next().unwrap_or_default();
        let rest =
            parts.map(|part| view! { <span class="block__kind">{part}</span> }).collect_view();
        view! { <p class="block__label"><strong>{first}</strong>" "{rest}{shared}</p> }
    })
}

fn amount(amount: &Amount) -> String {
    key::AMOUNT.with(&[("value", &number::grouped(amount.value)), ("unit", &amount.unit)])
}

/// Figures, as a list of terms and values: readable in order without any drawing.
fn figures(block: &'static Block) -> Option<impl IntoView> {
    (!block.figures.is_empty()).then(|| {
        view! { <dl class="figures">{block.figures.iter().map(figure).collect_view()}</dl> }
    })
}

fn figure(figure: &'static Figure) -> impl IntoView {
    let part = |label: Option<Key>, value: f64| {
        view! {
            {label.map(|label| view! { <span class="figures__label">{label.text()}</span>" " })}
            <span class="figures__value">{number::grouped(value)}</span>" "
        }
    };
    let value = match figure.reading {
        Reading::One(value) => part(None, value).into_any(),
        Reading::Change(before, after) => {
            (part(Some(key::FIGURE_BEFORE), before), part(Some(key::FIGURE_AFTER), after))
                .into_any()
        }
    };
    view! {
        <div id=figure.id.clone()>
            <dt>{figure.what.clone()}</dt>
            <dd>{value}<span class="figures__unit">{figure.unit.clone()}</span></dd>
        </div>
    }
}

/// What the block illustrates, and how many cases do.
fn dimensions(block: &'static Block) -> Option<impl IntoView> {
    let library = app().library;
    (!block.dimensions.is_empty()).then(|| {
        let shown = block.dimensions.iter().filter_map(|id| {
            let dimension = library.checklist.dimension(id)?;
            let count = library.corpus.supporting(id).len();
            let all = library.corpus.cases().len().to_string();
            let text = key::DIMENSION_SHARED
                .with(count, &[("all", &all), ("dimension", &dimension.label)]);
            Some(view! { <li>{text}</li> })
        });
        view! { <ul class="tags">{shown.collect_view()}</ul> }
    })
}

fn other_case(block: &'static Block) -> Option<impl IntoView> {
    let other = app().library.corpus.case(&block.slug)?;
    Some(view! { <p class="block__case">{link(&Route::case(&other.slug), &other.title)}</p> })
}

/// The editor's notes on a block, in plain sight beside it.
fn notes_about(case: &'static CaseStudy, id: &str) -> impl IntoView + use<> {
    let figures = case.block(id).map(|block| &block.figures);
    case.section(Section::Notes)
        .filter(|note| {
            let on_figure = figures.is_some_and(|all| all.iter().any(|f| f.id == note.about));
            note.about == id || on_figure
        })
        .map(|note| {
            view! {
                <p class="note" id=note.id.clone()>
                    <strong>{key::NOTE_LABEL.text()}</strong>" "{note.text.clone()}
                </p>
            }
        })
        .collect_view()
}
