//! What was agreed to be done: at most three actions, each with who and until when; and when to look again.

use super::{back, name};
use crate::{
    domain::{
        calendar::Day,
        checklist::check::{Action, Check, MOST_ACTIONS},
        route::{Route, Step},
        words::key,
    },
    html::{
        Act,
        parts::{button, heading, link},
    },
};
use maud::{Markup, html};

/// The page.
pub fn page(check: &Check) -> String {
    let empty = Action::default();
    html! {
        (back(Step::Result))
        (heading(key::PLAN_TITLE.text()))
        p .small { (name(check)) }
        p .lead { (key::PLAN_LEAD.text()) }
        @for number in 0..MOST_ACTIONS { (line(number, check.plan.get(number).unwrap_or(&empty))) }
        fieldset .field {
            label for="plan-again" { (key::PLAN_AGAIN.text()) }
            p #plan-again-hint .field__hint { (key::PLAN_AGAIN_HINT.text()) }
            input id="plan-again" type="date" data-act=(Act::Again.id()) aria-describedby="plan-again-hint"
                value=(check.look_again().map(Day::written).unwrap_or_default());
            p .field__fault role="status" {}
        }
        section {
            p .actions {
                (button(Act::FetchCalendar, "", key::PLAN_CALENDAR))
            }
            p .small role="status" {}
        }
        p .ways { (link(&Route::Check(Step::Result), key::PLAN_TO_RESULT.text())) }
        p .notice .notice--privacy { (key::CHECK_PRIVACY.text()) }
    }
    .into_string()
}

fn line(number: usize, action: &Action) -> Markup {
    let place = number.to_string();
    let fault = ["plan-fault-", &place].concat();
    html! {
        fieldset .field .plan__line {
            legend { (key::PLAN_ACTION.with(&[("n", &(number + 1).to_string())])) }
            label for={ "plan-what-" (place) } { (key::PLAN_WHAT.text()) }
            textarea id={ "plan-what-" (place) } rows="2" maxlength="300" data-act=(Act::Plan.id()) data-line=(place) name="text" {
                (action.text)
            }
            label for={ "plan-who-" (place) } { (key::PLAN_WHO.text()) }
            input id={ "plan-who-" (place) } type="text" maxlength="80" autocomplete="off" data-act=(Act::Plan.id())
                data-line=(place) name="who" value=(action.who);
            label for={ "plan-by-" (place) } { (key::PLAN_BY.text()) }
            input id={ "plan-by-" (place) } type="date" data-act=(Act::Plan.id()) data-line=(place) name="by"
                value=(action.by) aria-describedby=(fault);
            p .field__fault id=(fault) role="status" { @if action.day_is_none() { (key::PLAN_BY_FAULT.text()) } }
            label .tick {
                input type="checkbox" data-act=(Act::Done.id()) data-line=(place) checked[action.done];
                span .tick__label { (key::PLAN_DONE.text()) }
            }
        }
    }
}
