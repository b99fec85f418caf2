//! All answers in one list, each with a way to change it.

use super::{Desk, degree, done, to};
use crate::{
    domain::{
        checklist::{check::Check, definition::Item},
        route::{Route, Step},
        words::key,
    },
    html::parts::{heading, link},
};
use maud::{Markup, html};

/// The list.
pub fn page(desk: Desk<'_>, check: &Check) -> String {
    let list = &desk.library.checklist;
    html! {
        (heading(key::REVIEW_TITLE.text()))
        p .lead { (key::REVIEW_LEAD.text()) " " (done(desk, check)) }
        p .actions { (to(Step::Result, "button--go", key::CHECK_TO_RESULT)) }
        dl .review {
            @for (place, (dimension, item)) in check.items(list).into_iter().enumerate() {
                div {
                    dt { (item.at(check.setup.stage())) }
                    dd {
                        (answer(desk, check, item)) " "
                        a id=(change_id(&item.id)) href=(Route::Check(Step::Question(place + 1)).address())
                            aria-label=(key::REVIEW_CHANGE_ONE.with(&[
                                ("dimension", &dimension.label), ("n", &(place + 1).to_string()),
                            ])) {
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
                        (match check.answers.flags.get(&flag.id) {
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

/// The id of the link that leads to an item from the list of all answers.
pub fn change_id(item: &str) -> String {
    ["change-", item].concat()
}

/// All answers without a way to change them, for paper.
pub(super) fn answers(desk: Desk<'_>, check: &Check) -> Markup {
    html! {
        dl .review {
            @for (_, item) in check.items(&desk.library.checklist) {
                div { dt { (item.at(check.setup.stage())) } dd { (answer(desk, check, item)) } }
            }
        }
    }
}

/// What was answered, in words; in a hall, what the hands mean; why, where somebody said so.
fn answer(desk: Desk<'_>, check: &Check, item: &Item) -> Markup {
    let list = &desk.library.checklist;
    let given = check.answers.items.get(&item.id);
    let said = given.and_then(|answer| degree(list, *answer)).map(|degree| degree.label.as_str());
    html! {
        @match check.hands.get(&item.id) {
            Some(hands) if check.setup.in_hall() => (super::room(list, *hands)),
            _ => (said.unwrap_or(key::REVIEW_OPEN.text())),
        }
        @if let Some(why) = check.why(&item.id) {
            span .review__why { (key::QUOTED.with(&[("text", why)])) }
        }
    }
}
