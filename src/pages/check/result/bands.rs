//! Every dimension with its band.

use crate::{
    components::{
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::assessment::{
        answers::Answer,
        assessment::Assessment,
        bands::FULL,
        definition::{Checklist, Dimension, Item},
        options::Depth,
        outcome::{DimensionScore, Outcome},
    },
    i18n::{Messages, key},
};
use leptos::prelude::*;
use std::sync::Arc;

/// Every dimension with its band in words. The bar beside the word only repeats it; after a full check it also has the
/// points, as on paper.
#[component]
pub(super) fn BandTable(
    /// The check.
    check: Arc<Assessment>,
    /// What follows from its answers.
    outcome: Outcome,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let is_full = check.setup.depth == Depth::Full;
    let rows = each(list.dimensions.iter().zip(outcome.scores), |(dimension, (_, score))| {
        let (word, class) = band(messages, list, score);
        let points = is_full.then(|| points(messages, &check, dimension, score)).flatten();
        view! {
            <tr>
                <th scope="row">{dimension.label.as_str()}</th>
                <td class=["band band--", class].concat()>
                    <span>{word}</span>
                    {maybe(points.map(|points| view! { " " <small>{points}</small> }))}
                </td>
            </tr>
        }
    });
    view! {
        <h2>{messages.text(key::RESULT_ALL)}</h2>
        <table class="bands">
            <thead>
                <tr>
                    <th scope="col">{messages.text(key::RESULT_COLUMN_DIMENSION)}</th>
                    <th scope="col">{messages.text(key::RESULT_COLUMN_BAND)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// What a dimension's band is called, and the end of its class.
pub(super) fn band(
    messages: Messages,
    list: &'static Checklist,
    score: DimensionScore,
) -> (&'static str, &'static str) {
    let none = |key| (messages.text(key), "none");
    match (score, score.band()) {
        (DimensionScore::Open, _) => none(key::STANDING_OPEN),
        (DimensionScore::LeftOut, _) => none(key::STANDING_LEFT_OUT),
        (DimensionScore::Unknown, _) | (_, None) => none(key::STANDING_UNKNOWN),
        (_, Some(band)) => (list.band(band), band.id()),
    }
}

/// "4 of 9": the points of a dimension, out of those its answered items could bring.
fn points(
    messages: Messages,
    check: &Assessment,
    dimension: &Dimension,
    score: DimensionScore,
) -> Option<String> {
    let DimensionScore::Scored(score) = score else { return None };
    let known = |item: &&Item| matches!(check.answers.items.get(&item.id), Some(Answer::Degree(_)));
    let count = u32::try_from(dimension.items.iter().filter(known).count()).ok()?;
    let most = count * 3;
    let points = score * most / FULL;
    Some(
        messages
            .fill(key::RESULT_POINTS, &[("n", &points.to_string()), ("all", &most.to_string())]),
    )
}
