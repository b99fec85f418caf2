//! How to come from the boxes of the blank form to the words.

use crate::{
    components::{
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::assessment::{options::Depth, outcome::CAPPING, paper},
    i18n::key,
};
use leptos::prelude::*;

/// What to do by hand, step by step, with the tables for it.
#[component]
pub(super) fn Score(
    /// The length of the form.
    depth: Depth,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let label = |id: &str| list.dimension(id).map_or("", |dimension| dimension.label.as_str());
    let capping: Vec<String> =
        CAPPING.iter().map(|id| messages.fill(key::QUOTED, &[("text", label(id))])).collect();
    let band = match depth {
        Depth::Quick => key::PAPER_STEP_BAND_QUICK,
        Depth::Full => key::PAPER_STEP_BAND,
    };
    let unknown =
        (depth == Depth::Full).then(|| view! { <li>{messages.text(key::PAPER_STEP_UNKNOWN)}</li> });
    let levels = each(&list.overall, |band| {
        view! {
            <li>
                <strong>{band.label.as_str()}</strong>
                ": "
                {band.text.as_str()}
            </li>
        }
    });
    view! {
        <section class="paper__score">
            <h2>{messages.text(key::PAPER_SCORE)}</h2>
            <ol>
                <li>{messages.text(key::PAPER_STEP_POINTS)}</li>
                {maybe(unknown)}
                <li>{messages.text(band)}</li>
                <li>{messages.text(key::PAPER_STEP_SUM)}</li>
                <li>{messages.fill(key::PAPER_STEP_CAP, &[("dimensions", &capping.join(", "))])}</li>
            </ol>
            <PartTable depth=depth/>
            <WholeTable depth=depth/>
            <p class="paper__fill">{messages.text(key::PAPER_RESULT)}</p>
            <p>{messages.text(key::PAPER_OTHERWISE)}</p>
            <ul class="points">{levels}</ul>
        </section>
    }
}

/// From the points of a dimension to its word.
#[component]
fn PartTable(
    /// The length of the form.
    depth: Depth,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let is_full = depth == Depth::Full;
    let bands = each(&list.bands, |band| view! { <th scope="col">{band.label.as_str()}</th> });
    let worth = is_full.then(|| view! { <th scope="col">{messages.text(key::PAPER_WORTH)}</th> });
    let answered: &[u32] = if is_full { &[3, 2, 1] } else { &[1] };
    let rows = each(answered, |count| {
        let points = each(paper::bands(*count), |(band, points)| {
            let (least, most) = (points.start(), points.end());
            let range = if most > least {
                [&*least.to_string(), "–", &*most.to_string()].concat()
            } else {
                least.to_string()
            };
            view! {
                <td>
                    <span class="unseen">{list.band(band)} ": "</span>
                    {range}
                </td>
            }
        });
        let times = is_full.then(|| {
            let factor = paper::factor(depth, *count).to_string();
            view! { <td>{messages.fill(key::PAPER_TIMES, &[("n", &factor)])}</td> }
        });
        view! {
            <tr>
                <th scope="row">{count.to_string()}</th>
                {points}
                {maybe(times)}
            </tr>
        }
    });
    view! {
        <table class="paper">
            <caption>{messages.text(key::PAPER_TABLE_PART)}</caption>
            <thead>
                <tr>
                    <th scope="col">{messages.text(key::PAPER_ANSWERED)}</th>
                    {bands}
                    {maybe(worth)}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// From the sum of all dimensions to the word for the whole.
#[component]
fn WholeTable(
    /// The length of the form.
    depth: Depth,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let bands = each(&list.overall, |band| view! { <th scope="col">{band.label.as_str()}</th> });
    let rows = each(paper::enough(list.dimensions.len()), |count| {
        let [small, sign, widen] = paper::least_sums(depth, count);
        let ranges = [
            (0, small - 1),
            (small, sign - 1),
            (sign, widen - 1),
            (widen, paper::full(depth) * count),
        ];
        let cells = each(ranges, |(least, most)| {
            view! { <td>{[&*least.to_string(), "–", &*most.to_string()].concat()}</td> }
        });
        view! {
            <tr>
                <th scope="row">{count.to_string()}</th>
                {cells}
            </tr>
        }
    });
    view! {
        <table class="paper">
            <caption>{messages.text(key::PAPER_TABLE_WHOLE)}</caption>
            <thead>
                <tr>
                    <th scope="col">{messages.text(key::PAPER_SCORED)}</th>
                    {bands}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
