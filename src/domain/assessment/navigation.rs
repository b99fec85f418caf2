//! Which screen of the check follows which.

use super::{
    assessment::Assessment,
    definition::{Checklist, Dimension, Item},
    options::{Depth, QuestionLayout, Setup},
    step::Step,
};
use std::ops::Range;

/// The number of the first item without an answer, from 1; `None` when all have one.
pub fn next_open(list: &Checklist, assessment: &Assessment) -> Option<usize> {
    let open = |(_, item): &(&Dimension, &Item)| !assessment.answers.items.contains_key(&item.id);
    assessment.items(list).iter().position(open).map(|place| place + 1)
}

/// The screen on which the item of this number, from 1, is asked. A hall has one statement at a time.
pub fn screen(list: &Checklist, setup: &Setup, number: usize) -> Step {
    let items = list.asked(setup.depth);
    let item = items.get(number.saturating_sub(1));
    match item.filter(|_| setup.layout == QuestionLayout::Grouped && !setup.in_hall()) {
        None => Step::Question(number),
        Some((dimension, _)) => Step::Part(list.part_of(dimension)),
    }
}

/// The items on a screen, by their places among those that are asked; `None` for a screen that has none.
pub fn shown(list: &Checklist, depth: Depth, step: &Step) -> Option<Range<usize>> {
    let items = list.asked(depth);
    let shown = match step {
        Step::Question(number) => number.checked_sub(1)?..*number,
        Step::Part(number) => {
            let group = list.part(*number)?;
            let own = |(of, _): &(&Dimension, &Item)| of.group == group.id;
            let from = items.iter().position(own)?;
            from..from + items.iter().filter(|item| own(item)).count()
        }
        _ => return None,
    };
    items.get(shown.clone()).map(|_| shown)
}

/// The screen after one with items; behind the last items come the warning signs. `None` for a screen without items.
pub fn next(list: &Checklist, depth: Depth, step: &Step) -> Option<Step> {
    let shown = shown(list, depth, step)?;
    Some(match step {
        _ if shown.end >= list.asked(depth).len() => Step::Flags,
        Step::Part(number) => Step::Part(number + 1),
        _ => Step::Question(shown.end + 1),
    })
}

/// The screen before one with items, or before the warning signs. Before the first stands the start, as before every other
/// screen.
pub fn back(list: &Checklist, setup: &Setup, step: &Step) -> Step {
    match step {
        Step::Question(number) if *number > 1 => Step::Question(number - 1),
        Step::Part(number) if *number > 1 => Step::Part(number - 1),
        Step::Flags => screen(list, setup, list.asked(setup.depth).len()),
        _ => Step::Start,
    }
}

/// The other way of showing the items of a screen, and the screen that shows the first of them so. `None` for a screen
/// without items.
pub fn other_layout(list: &Checklist, depth: Depth, step: &Step) -> Option<(QuestionLayout, Step)> {
    let first = shown(list, depth, step)?.start;
    if matches!(step, Step::Part(_)) {
        return Some((QuestionLayout::OnePerPage, Step::Question(first + 1)));
    }
    let items = list.asked(depth);
    let (dimension, _) = items.get(first)?;
    Some((QuestionLayout::Grouped, Step::Part(list.part_of(dimension))))
}

/// Where the check is resumed: where the person was last, else at the first thing without an answer.
pub fn resume(list: &Checklist, assessment: &Assessment) -> Step {
    let has_items = |step: &&Step| shown(list, assessment.setup.depth, step).is_some();
    match (assessment.at.as_ref().filter(has_items), next_open(list, assessment)) {
        (Some(step), Some(_)) => step.clone(),
        (None, Some(number)) => screen(list, &assessment.setup, number),
        (_, None) if !assessment.flags_answered(list) => Step::Flags,
        (_, None) => Step::Review,
    }
}
