//! The sections of a case.

use super::{
    block::BlockView, connections::Connections, context::use_case,
    contributions_chart::ContributionsChart,
};
use crate::{
    components::{
        details_section::DetailsSection,
        rich_text::SeenTerms,
        section_name::section_name,
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::{
        case::{Block, CaseStudy, Section},
        contribution,
        filter::Selection,
        route::Route,
        vocabulary::Facet,
    },
    i18n::{Key, key},
    state::render::use_render_context,
};
use leptos::prelude::*;

/// The sections of the story, in the order they are read. Editor's notes stand with the blocks they are about.
pub(super) const STORY: [Section; 8] = [
    Section::Situation,
    Section::Steps,
    Section::Obstacles,
    Section::Results,
    Section::Voices,
    Section::Factors,
    Section::Lessons,
    Section::Lasts,
];

/// What a reader looks up, behind the story or beside it.
pub(super) const FACTS: [Section; 6] = [
    Section::Contributions,
    Section::Funders,
    Section::Partners,
    Section::Agreements,
    Section::Instruments,
    Section::Related,
];

/// Those of some sections that a case has, with their headings. Every case has families or likenesses, so that the last one is
/// never empty.
pub(super) fn sections_of(case: &CaseStudy, order: &[Section]) -> Vec<(Section, Key)> {
    let is_shown =
        |section: Section| section == Section::Related || case.section(section).next().is_some();
    let shown = order.iter().copied().filter(|section| is_shown(*section));
    shown.filter_map(|section| Some((section, section_name(section)?))).collect()
}

/// The list of the cases that have a value.
pub(super) fn with_value(facet: Facet, value: &str) -> Route {
    Route::Browse { query: String::new(), selection: Selection::default().with(facet, value) }
}

/// Lists to look something up in: on a phone they wait for a tap, so that the story can be read in one go.
fn is_folded(section: Section) -> bool {
    matches!(
        section,
        Section::Funders | Section::Partners | Section::Agreements | Section::Instruments
    )
}

/// A section with its heading and its blocks.
#[component]
pub(super) fn SectionView(
    /// The section.
    section: Section,
    /// Its heading.
    label: Key,
) -> impl IntoView {
    let messages = use_messages();
    let field = section.rule().field;
    let label = messages.text(label);
    let count = messages.count(key::CASE_PARTS, use_case().study.section(section).count());
    let wide = use_render_context().wide;
    let content = if section == Section::Contributions {
        view! {
            <h2 id=field>{label}</h2>
            <ContributionsChart/>
            <details id="fold-contributions" class="fold" open=wide>
                <summary>
                    <h3>{messages.text(key::SHARES_EACH)}</h3>
                    <span class="fold__count">{count}</span>
                </summary>
                <Blocks section=section/>
            </details>
        }
        .into_any()
    } else if is_folded(section) {
        view! {
            <DetailsSection id=field.to_owned() open=wide label=label.to_owned() count=count>
                <Blocks section=section/>
            </DetailsSection>
        }
        .into_any()
    } else {
        view! {
            <h2 id=field>{label}</h2>
            <Blocks section=section/>
        }
        .into_any()
    };
    let connections = (section == Section::Related).then(|| view! { <Connections/> });
    view! {
        <section class=["section section--", field].concat() aria-label=label>
            {content}
            {maybe(connections)}
        </section>
    }
}

/// The blocks of a section, under the names of the sides where it has sides.
#[component]
fn Blocks(
    /// The section.
    section: Section,
) -> impl IntoView {
    let case = use_case();
    // Facts are looked up, so a term is explained anew in each of their sections; the story is read from its beginning.
    let anew = SeenTerms::default();
    let seen = if STORY.contains(&section) { &case.seen } else { &anew };
    if !section.rule().side {
        return block_list(case.study.section(section), seen);
    }
    let sides = contribution::by_side(case.study, section, &use_library().vocabulary);
    each(sides, |(side, blocks)| {
        view! {
            <h3 class="section__side">{side.label.as_str()}</h3>
            {block_list(blocks, seen)}
        }
    })
    .into_any()
}

/// Blocks, one below the other. `seen`: the terms that are explained already.
fn block_list(blocks: impl IntoIterator<Item = &'static Block>, seen: &SeenTerms) -> AnyView {
    let blocks = each(blocks, |block| view! { <BlockView block=block seen=seen.clone()/> });
    view! { <ol class="blocks">{blocks}</ol> }.into_any()
}
