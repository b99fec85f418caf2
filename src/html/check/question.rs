//! The items, one on a screen or a group of them, and the warning signs after them.

use super::{Desk, back, item, name, to};
use crate::{
    domain::{
        checklist::{
            answers::Answers,
            check::Check,
            definition::{Checklist, Flag},
            navigation,
            options::Pace,
            store::AssessmentStore,
        },
        glossary::Seen,
        route::{Route, Step},
        words::key,
    },
    html::{
        Act,
        parts::{explained, heading, link},
    },
};
use maud::{Markup, html};

/// One item, with what was answered so far; the way on stands below it, see [`way_on`]. `None` for a number that no
/// item has.
pub fn question(desk: Desk<'_>, number: usize, store: &AssessmentStore) -> Option<String> {
    let check = store.check();
    let list = &desk.library.checklist;
    let items = check.items(list);
    let (dimension, item) = items.get(number.checked_sub(1)?)?;
    let before = navigation::back(list, &check.setup, &Step::Question(number));
    let title = heading(item.at(check.setup.stage()));
    let markup = html! {
        (back(before))
        (whose(store))
        (progress(number, items.len(), list.group(&dimension.group)))
        p .check__dimension { (dimension.label) }
        (item::view(desk, item, check, title))
    };
    Some(markup.into_string())
}

/// Which check this is, where there are several.
fn whose(store: &AssessmentStore) -> Markup {
    html! { @if store.checks.len() > 1 { p .small { (name(store.check())) } } }
}

/// How far the person has come, in words; the bar only repeats it.
fn progress(number: usize, all: usize, group: &str) -> Markup {
    let (place, all) = (number.to_string(), all.to_string());
    html! {
        p .progress {
            span { (key::QUESTION_PROGRESS.with(&[("n", &place), ("all", &all), ("group", group)])) }
            progress max=(all) value=(place) aria-hidden="true" {}
        }
    }
}

/// All items of a group. `None` for a number that no group has.
pub fn part(desk: Desk<'_>, number: usize, store: &AssessmentStore) -> Option<String> {
    let check = store.check();
    let list = &desk.library.checklist;
    let group = list.part(number)?;
    let before = navigation::back(list, &check.setup, &Step::Part(number));
    let (place, all) = (number.to_string(), list.groups.len().to_string());
    let items = check.items(list);
    let markup = html! {
        (back(before))
        (whose(store))
        p .progress {
            span { (key::PART_PROGRESS.with(&[("n", &place), ("all", &all)])) }
            progress max=(all) value=(place) aria-hidden="true" {}
        }
        (heading(&group.label))
        @for dimension in list.dimensions.iter().filter(|dimension| dimension.group == group.id) {
            h2 .check__dimension { (dimension.label) }
            @for (_, item) in items.iter().filter(|(of, _)| of.id == dimension.id) {
                (item::view(desk, item, check, html! { h3 .answers__title { (item.at(check.setup.stage())) } }))
            }
        }
    };
    Some(markup.into_string())
}

/// Onwards from a screen of items: to the next one, to all answers, and to the other way of showing them.
pub fn way_on(list: &Checklist, step: &Step, check: &Check) -> String {
    let items = check.items(list);
    let depth = check.setup.depth;
    let shown = navigation::shown(list, depth, step).and_then(|shown| items.get(shown));
    let Some(shown) = shown else { return String::new() };
    let next = navigation::next(list, depth, step).unwrap_or(Step::Review);
    let answered = shown.iter().all(|(_, item)| check.answers.items.contains_key(&item.id));
    let Some((other, there)) = navigation::other_pace(list, depth, step) else {
        return String::new();
    };
    let label = match other {
        Pace::Item => key::PACE_TO_ITEM,
        Pace::Part => key::PACE_TO_PART,
    };
    html! {
        p .actions {
            (to(next, "button--go", if answered { key::QUESTION_NEXT } else { key::QUESTION_SKIP })) " "
            (to(Step::Review, "button--plain", key::QUESTION_TO_REVIEW))
        }
        @if !check.setup.in_hall() { p .ways {
            a href=(Route::Check(there).address()) data-act=(Act::Pace.id()) data-pace=(other.id()) {
                (label.text())
            }
        } }
    }
    .into_string()
}

/// The red flags: asked after the questions, answered with yes or no, never scored.
pub fn flags(desk: Desk<'_>, check: &Check) -> String {
    let list = &desk.library.checklist;
    html! {
        (back(navigation::back(list, &check.setup, &Step::Flags)))
        (heading(key::FLAGS_TITLE.text()))
        p .lead { (key::FLAGS_LEAD.text()) }
        @for flag in &list.flags { (flag_view(desk, flag, &check.answers)) }
        p .actions { (to(Step::Review, "button--go", key::QUESTION_NEXT)) }
    }
    .into_string()
}

fn flag_view(desk: Desk<'_>, flag: &Flag, answers: &Answers) -> Markup {
    let raised = answers.flags.get(&flag.id).copied();
    html! {
        fieldset .answers .answers--flag {
            legend { (flag.text) }
            div .answers__pair {
                @for (so, value, label) in [(true, "yes", key::FLAGS_YES), (false, "no", key::FLAGS_NO)] {
                    label .answer .answer--short {
                        input type="radio" id={ "flag-" (flag.id) "-" (value) } name={ "flag-" (flag.id) }
                            value=(value) data-act=(Act::Flag.id()) data-flag=(flag.id) checked[raised == Some(so)];
                        span .answer__label { (label.text()) }
                    }
                }
            }
            @if desk.tells_height() {
                p .notice .notice--advice { (key::FLAGS_IF_YES.with(&[("advice", &flag.advice)])) }
            } @else {
                p .notice .notice--advice role="status" {
                    @if raised == Some(true) { (flag.advice) }
                }
            }
        }
    }
}

/// Advice on a warning sign that was raised, with where somebody tells of it.
pub(super) fn advice(desk: Desk<'_>, flag: &Flag) -> Markup {
    let blocks = flag.read.iter().filter_map(|reference| desk.library.corpus.block(reference));
    html! {
        div .notice .notice--advice {
            p { strong { (flag.text) } }
            p { (flag.advice) }
            @for (case, block) in blocks {
                p {
                    (link(&Route::block(&case.slug, &block.id), &case.organisation.name)) ": "
                    (explained(desk, &block.text, &mut Seen::default()))
                }
            }
        }
    }
}
