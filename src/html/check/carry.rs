//! Answers that go along to the app in full, and answers that have come along.

use super::{Desk, done, kind, name, to};
use crate::{
    domain::{
        checklist::{
            carry,
            check::Check,
            saved::{self, Unreadable},
            store::AssessmentStore,
        },
        route::Step,
        words::{Key, key},
    },
    html::{
        Act, Place,
        parts::{button, heading},
    },
};
use maud::{Markup, html};

/// Shows what would go along, before it does. `site`: the address of the app in full; `place`: that of the screen of the check that
/// was shown before, from its `#` on.
pub fn carry(desk: Desk<'_>, store: &AssessmentStore, site: &str, place: &str) -> String {
    let checks = &store.checks;
    let address = carry::address(checks);
    html! {
        p .back { a href=(place) { (key::QUESTION_BACK.text()) } }
        (heading(key::CARRY_TITLE.text()))
        @if checks.is_empty() {
            p .lead { (key::CARRY_NOTHING.text()) }
        } @else {
            p .lead { (key::CARRY_LEAD.text()) }
            (list(desk, checks))
            p .notice .notice--privacy { (key::CARRY_PRIVACY.text()) }
            @match address {
                Some(address) => p .actions { (out(&[site, &address].concat())) },
                None => p { (key::CARRY_LONG.text()) },
            }
            p .actions { (button(Act::FetchJson, "button--plain", key::TAKE_JSON)) }
            p .small role="status" {}
            p .ways {
                a href={ (site) (place) } target="_blank" rel="noopener noreferrer" {
                    (key::CARRY_WITHOUT.text()) span .unseen { " " (key::FRAME_NEW_TAB.text()) }
                }
            }
        }
    }
    .into_string()
}

/// Shows what has come along, and asks whether to keep it. `site`: the address of the app in full.
pub fn carried(desk: Desk<'_>, text: &str, site: &str) -> String {
    let to_check = html! { p .actions { (to(Step::Start, "button--go", key::CARRIED_TO_CHECK)) } };
    let unread = |why: Key| html! { p .lead { (why.text()) } (to_check) };
    html! {
        (heading(key::CARRIED_TITLE.text()))
        @match saved::read(text) {
            _ if text.is_empty() => (unread(key::CARRIED_NOTHING)),
            Err(Unreadable::Newer) => (unread(key::CARRIED_NEWER)),
            Ok(read) if !read.checks.is_empty() => {
                p .lead { (key::CARRIED_LEAD.text()) }
                (list(desk, &read.checks))
                @if !read.lost.is_empty() {
                    p { (key::NEWS_LOST.with(&[("what", &read.lost.join(", "))])) }
                }
                p .actions {
                    @match (desk.place, carry::address(&read.checks)) {
                        // Not here, where somebody may have laid something over the button.
                        (Place::Guest, Some(address)) => (out(&[site, &address].concat())),
                        (Place::Guest, None) => {},
                        _ => (button(Act::TakeIn, "button--go", key::CARRIED_YES)),
                    }
                    " " (to(Step::Start, "button--plain", key::CARRIED_NO))
                }
            },
            _ => (unread(key::CARRIED_BROKEN)),
        }
    }
    .into_string()
}

/// The link into the app in full, with answers in its address.
fn out(address: &str) -> Markup {
    html! {
        a .button .button--go href=(address) target="_blank" rel="noopener noreferrer" {
            (key::CARRY_OPEN.text()) span .unseen { " " (key::FRAME_NEW_TAB.text()) }
        }
    }
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
                        @let reasons = check.why.len();
                        @if reasons > 0 { " " (key::CARRY_REASONS.of(reasons)) }
                        @let actions = check.actions().count();
                        @if actions > 0 { " " (key::CARRY_ACTIONS.of(actions)) }
                    }
                }
            }
        }
    }
}
