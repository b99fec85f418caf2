//! Who put in what, at a glance: sides with the kinds of what they gave, and bars for amounts in one unit.

use super::{block::beginning, context::use_case};
use crate::{
    components::{bar::Bar, link::Link, use_library, use_messages, view::each},
    domain::{
        case::{Block, Section},
        contribution::{self, Scale},
    },
    i18n::key,
};
use leptos::prelude::*;

/// The drawing above the contributions. Everything it shows is text in lists; the bars repeat it.
#[component]
pub(super) fn ContributionsChart() -> impl IntoView {
    let messages = use_messages();
    let (case, vocabulary) = (use_case().study, &use_library().vocabulary);
    let sides = contribution::by_side(case, Section::Contributions, vocabulary);
    let sides = each(sides, |(side, blocks)| {
        let kinds = each(kinds(&blocks), |kind| {
            view! { <li>{vocabulary.label(&["contribution"], kind)}</li> }
        });
        view! {
            <div>
                <dt>{side.label.as_str()}</dt>
                <dd><ul class="shares__kinds">{kinds}</ul></dd>
            </div>
        }
    });
    let scales = each(contribution::scales(case), |scale| view! { <ScaleFigure scale=scale/> });
    view! {
        <div class="shares">
            <figure>
                <figcaption>{messages.text(key::SHARES_SIDES)}</figcaption>
                <dl>{sides}</dl>
            </figure>
            {scales}
        </div>
    }
}

/// The kinds of these contributions, each once.
fn kinds(blocks: &[&'static Block]) -> Vec<&'static str> {
    let mut kinds: Vec<&str> = Vec::new();
    for block in blocks {
        if !kinds.contains(&block.kind.as_str()) {
            kinds.push(&block.kind);
        }
    }
    kinds
}

/// Amounts in one unit, each with a bar.
#[component]
fn ScaleFigure(
    /// The amounts.
    scale: Scale<'static>,
) -> impl IntoView {
    let (messages, case) = (use_messages(), use_case());
    let rows = each(scale.rows, |(block, amount, share)| {
        // What it was: the funder's name, or the first words of what was given.
        let giver = if block.section == Section::Funders {
            block.name.clone()
        } else {
            beginning(messages, &block.text)
        };
        view! {
            <div>
                <dt><Link to=case.route_to(&block.id)>{giver}</Link></dt>
                <dd class="shares__value">{messages.number(amount.value)}</dd>
                <dd class="shares__bar"><Bar share=share/></dd>
            </div>
        }
    });
    view! {
        <figure>
            <figcaption>{messages.fill(key::SHARES_SCALE, &[("unit", scale.unit)])}</figcaption>
            <dl class="shares__scale">{rows}</dl>
        </figure>
    }
}
