//! What was counted.

use crate::{
    components::{
        bar::Bar,
        use_messages,
        view::{each, maybe},
    },
    domain::{
        case::{Block, Figure, Reading},
        contribution,
    },
    i18n::key,
};
use leptos::prelude::*;

/// The figures of a block, as a list of terms and values: readable in order without any drawing.
#[component]
pub(super) fn Figures(
    /// The block.
    block: &'static Block,
) -> impl IntoView {
    let figures = each(&block.figures, |figure| view! { <FigureView figure=figure/> });
    maybe((!figures.is_empty()).then(|| view! { <dl class="figures">{figures}</dl> }))
}

/// A figure; one that has changed with both numbers and a bar for each.
#[component]
fn FigureView(
    /// The figure.
    figure: &'static Figure,
) -> impl IntoView {
    let readings = match figure.reading {
        Reading::One(value) => {
            view! { <dd><FigureValue figure=figure value=value/></dd> }.into_any()
        }
        Reading::Change(before, after) => {
            let measure = contribution::measure(&figure.unit, before.max(after));
            let both = [(key::FIGURE_BEFORE, before), (key::FIGURE_AFTER, after)];
            each(both, |(label, value)| {
                view! {
                    <dd class="figures__change">
                        <span class="figures__label">{use_messages().text(label)}</span>
                        " "
                        <FigureValue figure=figure value=value/>
                        <Bar share=value / measure/>
                    </dd>
                }
            })
            .into_any()
        }
    };
    view! {
        <div id=figure.id.as_str()>
            <dt>{figure.what.as_str()}</dt>
            {readings}
        </div>
    }
}

/// A number with its unit.
#[component]
fn FigureValue(
    /// The figure.
    figure: &'static Figure,
    /// The number.
    value: f64,
) -> impl IntoView {
    view! {
        <span class="figures__value">{use_messages().number(value)}</span>
        " "
        <span class="figures__unit">{figure.unit.as_str()}</span>
    }
}
