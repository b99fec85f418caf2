//! In a hall: where the hands are far apart. That is what to talk about.

use super::super::item::votes_summary;
use crate::{
    components::{use_library, use_messages, view::each},
    domain::assessment::{
        assessment::Assessment,
        definition::{Checklist, Item},
        votes::VoteCounts,
    },
    i18n::key,
};
use leptos::prelude::*;

/// The statements of a check for which hands are two answers apart or more, with the hands.
pub(super) fn split_votes(
    list: &'static Checklist,
    check: &Assessment,
) -> Vec<(&'static Item, VoteCounts)> {
    if !check.setup.in_hall() {
        return Vec::new();
    }
    let items = check.items(list).into_iter().filter_map(|(_, item)| {
        let votes = check.votes.get(&item.id)?;
        let (low, high) = votes.range()?;
        (high >= low + 2).then_some((item, *votes))
    });
    items.collect()
}

/// These statements, each with what the hands mean.
#[component]
pub(super) fn SplitVotes(
    /// The statements, as they are worded, and the hands.
    items: Vec<(&'static str, VoteCounts)>,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let items = each(items, |(statement, votes)| {
        view! {
            <li>
                {statement}
                <br/>
                <span class="small">{votes_summary(messages, list, votes)}</span>
            </li>
        }
    });
    view! {
        <section class="split">
            <h2>{messages.text(key::HALL_SPLIT)}</h2>
            <p>{messages.text(key::HALL_SPLIT_TEXT)}</p>
            <ul class="points">{items}</ul>
        </section>
    }
}
