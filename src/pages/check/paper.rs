//! The blank form: prints whole, and is scored by hand to the same words as on the phone.

mod score;

use super::{
    frame::BackLink,
    labels::{Judgement, depth_label, stage_label},
};
use crate::{
    components::{
        heading::Heading,
        link::Link,
        page_title::use_page_title,
        print_button::PrintButton,
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::{
        assessment::{
            definition::{Degree, Dimension, Named},
            options::{Depth, Stage},
        },
        route::{Route, Step},
    },
    i18n::key,
    state::render::use_render_context,
};
use leptos::prelude::*;
use score::Score;

/// The form for a stage and a length.
#[component]
pub(crate) fn PaperPage(
    /// The stage.
    stage: Stage,
    /// The length.
    depth: Depth,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    use_page_title(messages.text(key::PAPER_TITLE).to_owned());
    let kind = [messages.text(stage_label(stage)), messages.text(depth_label(depth))].join(" · ");
    let degrees = each(&list.scale, |degree| {
        view! {
            <div>
                <dt>{[sign(degree), " = ", &*degree.label].concat()}</dt>
                <dd>{degree.meaning.as_str()}</dd>
            </div>
        }
    });
    let groups = each(&list.groups, |group| {
        view! { <GroupTable group=group stage=stage depth=depth/> }
    });
    view! {
        <section class="page check paper-form">
            <Choices stage=stage depth=depth/>
            <Heading>{messages.text(key::PAPER_TITLE)}</Heading>
            <p class="small">{kind}</p>
            <p class="paper__fill">{messages.text(key::PAPER_FILL)}</p>
            <p>{messages.text(key::PAPER_HOW)}</p>
            <dl class="scale">{degrees}</dl>
            {groups}
            <Flags/>
            <Score depth=depth/>
            <Judgement/>
        </section>
    }
}

/// The ways to the other forms, which are not printed.
#[component]
fn Choices(
    /// The stage that is shown.
    stage: Stage,
    /// The length that is shown.
    depth: Depth,
) -> impl IntoView {
    let messages = use_messages();
    let choice = move |to: (Stage, Depth), label| {
        let label = messages.text(label);
        if to == (stage, depth) {
            view! { <li><strong>{label}</strong></li> }.into_any()
        } else {
            view! { <li><Link to=Route::Check(Step::Paper(to.0, to.1))>{label}</Link></li> }
                .into_any()
        }
    };
    let stages = each(Stage::ALL, |known| choice((*known, depth), stage_label(*known)));
    let depths = each(Depth::ALL, |known| choice((stage, *known), depth_label(*known)));
    let print = (!use_render_context().is_static()).then(|| {
        view! {
            <div class="actions">
                <PrintButton label=key::PAPER_PRINT variant="button--go"/>
            </div>
        }
    });
    view! {
        <div class="screen">
            <BackLink to=Step::Start/>
            <p class="lead">{messages.text(key::PAPER_LEAD)}</p>
            <ul class="points">{stages}</ul>
            <ul class="points">{depths}</ul>
            {maybe(print)}
        </div>
    }
}

/// Every item of a group with a box for each answer, and a line for what each dimension is worth.
#[component]
fn GroupTable(
    /// The group.
    group: &'static Named,
    /// The stage whose wording is used.
    stage: Stage,
    /// The length.
    depth: Depth,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let signs = each(&list.scale, |degree| {
        view! { <th class="paper__box" scope="col">{sign(degree)}</th> }
    });
    let own = list.dimensions.iter().filter(|dimension| dimension.group == group.id);
    let dimensions = each(own, |dimension| {
        view! { <DimensionRows dimension=dimension stage=stage depth=depth/> }
    });
    view! {
        <h2>{group.label.as_str()}</h2>
        <table class="paper">
            <thead>
                <tr>
                    <th scope="col">{messages.text(key::PAPER_STATEMENT)}</th>
                    {signs}
                </tr>
            </thead>
            {dimensions}
        </table>
    }
}

/// The items of a dimension.
#[component]
fn DimensionRows(
    /// The dimension.
    dimension: &'static Dimension,
    /// The stage whose wording is used.
    stage: Stage,
    /// The length.
    depth: Depth,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let columns = (list.scale.len() + 1).to_string();
    let own = list.asked(depth).into_iter().filter(|(of, _)| of.id == dimension.id);
    let items = each(own, |(_, item)| {
        let boxes = each(&list.scale, |degree| {
            view! { <td class="paper__box"><span class="unseen">{sign(degree)}</span></td> }
        });
        view! {
            <tr>
                <td>{item.at(stage)}</td>
                {boxes}
            </tr>
        }
    });
    let sum = match depth {
        Depth::Quick => key::PAPER_SUM_QUICK,
        Depth::Full => key::PAPER_SUM_FULL,
    };
    view! {
        <tbody>
            <tr class="paper__part">
                <th scope="rowgroup" colspan=columns.clone()>{dimension.label.as_str()}</th>
            </tr>
            {items}
            <tr class="paper__sum">
                <td colspan=columns>{messages.text(sum)}</td>
            </tr>
        </tbody>
    }
}

/// The warning signs, to answer with yes or no.
#[component]
fn Flags() -> impl IntoView {
    let messages = use_messages();
    let flags = each(&use_library().checklist.flags, |flag| {
        view! {
            <tr>
                <td>{flag.text.as_str()}</td>
                <td class="paper__word">{messages.text(key::FLAGS_YES)}</td>
                <td class="paper__word">{messages.text(key::FLAGS_NO)}</td>
            </tr>
        }
    });
    view! {
        <h2>{messages.text(key::FLAGS_TITLE)}</h2>
        <p>{messages.text(key::FLAGS_LEAD)}</p>
        <table class="paper">
            <tbody>{flags}</tbody>
        </table>
    }
}

/// An answer's sign on paper.
fn sign(degree: &Degree) -> &str {
    if degree.id == "-" { "–" } else { &degree.id }
}
