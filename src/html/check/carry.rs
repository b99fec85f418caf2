//! Answers that go along to the app in full, and answers that have come along.

use super::{Desk, back, done, kind, name, to};
use crate::{
    domain::{
        checklist::{carry, check::Check, keeper::Keeper},
        route::Step,
        saved,
        words::key,
    },
    html::{
        Act,
        parts::{button, heading},
    },
};
use maud::{Markup, html};

/// Shows what would go along, before it does. `site`: the address of the app in full.
pub fn carry(desk: Desk<'_>, keeper: &Keeper, site: &str) -> String {
    let checks = &keeper.shelf.0;
    let address = carry::address(checks);
    html! {
        (back(Step::Start))
        (heading(key::CARRY_TITLE.text()))
        @if checks.is_empty() {
            p .lead { (key::CARRY_NOTHING.text()) }
        } @else {
            p .lead { (key::CARRY_LEAD.text()) }
            (list(desk, checks))
            p .notice .notice--privacy { (key::CARRY_PRIVACY.text()) }
            @match address {
                Some(address) => p .actions {
                    a .button .button--go href={ (site) (address) } target="_blank" rel="noopener noreferrer" {
                        (key::CARRY_OPEN.text()) span .unseen { " " (key::FRAME_NEW_TAB.text()) }
                    }
                },
                None => p { (key::CARRY_LONG.text()) },
            }
            p .actions { (button(Act::FetchJson, "button--plain", key::TAKE_JSON)) }
            p .small role="status" {}
        }
    }
    .into_string()
}

/// Shows what has come along, and asks whether to keep it.
pub fn carried(desk: Desk<'_>, text: &str) -> String {
    let read = saved::read(text).map(|read| read.shelf.0).unwrap_or_default();
    html! {
        (heading(key::CARRIED_TITLE.text()))
        @if text.is_empty() {
            p .lead { (key::CARRIED_NOTHING.text()) }
            p .actions { (to(Step::Start, "button--go", key::CARRIED_TO_CHECK)) }
        } @else if read.is_empty() {
            p .lead { (key::CARRIED_BROKEN.text()) }
            p .actions { (to(Step::Start, "button--go", key::CARRIED_TO_CHECK)) }
        } @else {
            p .lead { (key::CARRIED_LEAD.text()) }
            (list(desk, &read))
            p .actions {
                (button(Act::TakeIn, "button--go", key::CARRIED_YES)) " "
                (to(Step::Start, "button--plain", key::CARRIED_NO))
            }
        }
    }
    .into_string()
}

/// The checks, with what of each can be read by whoever gets it.
fn list(desk: Desk<'_>, checks: &[Check]) -> Markup {
    html! {
        ul .shelf {
            @for check in checks {
                li .shelf__check {
                    h2 { (name(check)) }
                    p .small { (kind(check)) }
                    p .small {
                        (done(desk, check))
                        @let reasons = check.why.iter().count();
                        @if reasons > 0 { " " (key::CARRY_REASONS.of(reasons)) }
                        @let actions = check.actions().count();
                        @if actions > 0 { " " (key::CARRY_ACTIONS.of(actions)) }
                    }
                }
            }
        }
    }
}
