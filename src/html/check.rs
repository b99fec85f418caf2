//! The screens of the readiness check.

use super::{
    Act, Desk,
    parts::{button, explained, heading, link},
    result::judgement,
};
use crate::domain::{
    checklist::{
        answers::{Answer, Answers},
        definition::{Degree, Dimension, Flag, Item},
    },
    glossary::Seen,
    route::{Route, Step},
    words::{Key, key},
};
use maud::{Markup, html};

fn to(step: Step, class: &str, label: Key) -> Markup {
    html! { a class={ "button " (class) } href=(Route::Check(step).address()) { (label.text()) } }
}

fn back(step: Step) -> Markup {
    html! { p .back { (link(&Route::Check(step), key::QUESTION_BACK.text())) } }
}

/// What the check is, how long it takes, what stays on the phone, and the way in. `set_aside`: whether
/// there are answers of an earlier visit that could not be read; they are offered as a file, never
/// dropped silently.
pub fn start(desk: Desk<'_>, answers: &Answers, set_aside: bool) -> String {
    let all = desk.library.checklist.quick().count();
    html! {
        (heading(key::CHECK_TITLE.text()))
        p .lead { (key::CHECK_LEAD.with(&[("n", &all.to_string())])) }
        @if set_aside {
            div .notice role="alert" {
                p { (key::SET_ASIDE_TEXT.text()) }
                p .actions { (button(Act::Fetch, "", key::SET_ASIDE_FETCH)) }
            }
        }
        ul .points {
            @for point in [key::CHECK_POINT_ASK, key::CHECK_POINT_SHOW, key::CHECK_POINT_STOP, key::CHECK_POINT_READ] {
                li { (point.text()) }
            }
        }
        p .notice .notice--privacy { (key::CHECK_PRIVACY.text()) }
        (begin(desk, answers, all))
        (judgement(desk))
    }
    .into_string()
}

/// One button for where the person is: begin, go on, or see the result.
fn begin(desk: Desk<'_>, answers: &Answers, all: usize) -> Markup {
    let list = &desk.library.checklist;
    let (answered, untouched) = (answers.answered(list), answers.is_empty());
    // The way on first, then another one.
    let (first, second) = match answers.next_open(list) {
        _ if untouched => ((Step::Question(1), key::CHECK_BEGIN), None),
        Some(number) => (
            (Step::Question(number), key::CHECK_GO_ON),
            Some((Step::Result, key::CHECK_TO_RESULT_SO_FAR)),
        ),
        None => ((Step::Result, key::CHECK_TO_RESULT), Some((Step::Review, key::CHECK_LOOK_OVER))),
    };
    html! {
        @if !untouched {
            p { (key::CHECK_DONE.with(&[("n", &answered.to_string()), ("all", &all.to_string())])) }
        }
        p .actions {
            (to(first.0, "button--go", first.1))
            @if let Some((step, label)) = second { " " (to(step, "button--plain", label)) }
        }
    }
}

/// One statement, with what was answered so far; the way on stands below it, see [`way_on`].
pub fn question(
    desk: Desk<'_>,
    number: usize,
    (dimension, item): (&Dimension, &Item),
    answers: &Answers,
) -> String {
    let list = &desk.library.checklist;
    let all = list.quick().count().to_string();
    let place = number.to_string();
    let before = if number == 1 { Step::Start } else { Step::Question(number - 1) };
    let chosen = answers.items.get(&item.id).copied();
    html! {
        (back(before))
        p .progress {
            span {
                (key::QUESTION_PROGRESS.with(&[
                    ("n", &place), ("all", &all), ("group", list.group(&dimension.group)),
                ]))
            }
            progress max=(all) value=(place) aria-hidden="true" {}
        }
        p .check__dimension { (dimension.label) }
        fieldset .answers {
            legend { (heading(&item.text)) }
            p .answers__example { (explained(desk, &key::QUESTION_EXAMPLE.with(&[("example", &item.example)]), &mut Seen::default())) }
            @for degree in &list.scale { (radio(item, degree, chosen)) }
        }
    }
    .into_string()
}

fn radio(item: &Item, degree: &Degree, chosen: Option<Answer>) -> Markup {
    html! {
        label .answer {
            input type="radio" id={ (item.id) "-" (degree.id) } name=(item.id) value=(degree.id)
                data-act=(Act::Answer.id()) checked[chosen.is_some() && chosen == Answer::from_id(&degree.id)];
            span .answer__label { (degree.label) }
            span .answer__meaning { (degree.meaning) }
        }
    }
}

/// Onwards from a question, and to all answers.
pub fn way_on(desk: Desk<'_>, number: usize, answered: bool) -> String {
    let all = desk.library.checklist.quick().count();
    let next = if number == all { Step::Flags } else { Step::Question(number + 1) };
    let label = if answered { key::QUESTION_NEXT } else { key::QUESTION_SKIP };
    html! {
        p .actions {
            (to(next, "button--go", label)) " "
            (to(Step::Review, "button--plain", key::QUESTION_TO_REVIEW))
        }
    }
    .into_string()
}

/// The red flags: asked after the questions, answered with yes or no, never scored.
pub fn flags(desk: Desk<'_>, answers: &Answers) -> String {
    let list = &desk.library.checklist;
    html! {
        (back(Step::Question(list.quick().count())))
        (heading(key::FLAGS_TITLE.text()))
        p .lead { (key::FLAGS_LEAD.text()) }
        @for flag in &list.flags { (flag_view(flag, answers.flags.get(&flag.id).copied())) }
        p .actions { (to(Step::Review, "button--go", key::QUESTION_NEXT)) }
    }
    .into_string()
}

fn flag_view(flag: &Flag, raised: Option<bool>) -> Markup {
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
            p .notice .notice--advice role="status" {
                @if raised == Some(true) { (flag.advice) }
            }
        }
    }
}

/// All answers in one list, each with a way to change it.
pub fn review(desk: Desk<'_>, answers: &Answers) -> String {
    let list = &desk.library.checklist;
    let said = |item: &Item| {
        let id = answers.items.get(&item.id)?.id();
        list.scale.iter().find(|degree| degree.id == id).map(|degree| degree.label.as_str())
    };
    html! {
        (heading(key::REVIEW_TITLE.text()))
        p .lead { (key::REVIEW_LEAD.text()) }
        p .actions { (to(Step::Result, "button--go", key::CHECK_TO_RESULT)) }
        dl .review {
            @for (place, (dimension, item)) in list.quick().enumerate() {
                div {
                    dt { (item.text) }
                    dd {
                        (said(item).unwrap_or(key::REVIEW_OPEN.text())) " "
                        a id={ "change-" (item.id) } href=(Route::Check(Step::Question(place + 1)).address())
                            aria-label=(key::REVIEW_CHANGE_ONE.with(&[("dimension", &dimension.label)])) {
                            (key::REVIEW_CHANGE.text())
                        }
                    }
                }
            }
        }
        h2 { (key::FLAGS_TITLE.text()) }
        dl .review {
            @for flag in &list.flags {
                div {
                    dt { (flag.text) }
                    dd {
                        (match answers.flags.get(&flag.id) {
                            Some(true) => key::FLAGS_YES,
                            Some(false) => key::FLAGS_NO,
                            None => key::REVIEW_OPEN,
                        }.text())
                    }
                }
            }
        }
        p .ways { (link(&Route::Check(Step::Flags), key::REVIEW_CHANGE_FLAGS.text())) }
    }
    .into_string()
}

/// The element that asks whether to erase everything.
pub const ERASE_QUESTION: &str = "erase-question";

/// Erasing in two taps: the first asks, the second does it.
pub fn erase(asking: bool) -> String {
    html! {
        div .erase {
            @if asking {
                p id=(ERASE_QUESTION) { (key::ERASE_ASK.text()) }
                (button(Act::EraseYes, "", key::ERASE_YES)) " "
                (button(Act::EraseNo, "button--plain", key::ERASE_NO))
            } @else {
                (button(Act::EraseAsk, "button--plain", key::ERASE_START))
            }
        }
    }
    .into_string()
}
