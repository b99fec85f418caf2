//! The checks on this phone.

use super::erase::{self, EraseQuestion, erase_button_id};
use crate::{
    components::{
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::{
        assessment::{assessment::Assessment, navigation, saved, store::EraseScope},
        route::{Route, Step},
    },
    i18n::{Key, key},
    pages::check::labels,
    state::{
        app::use_app,
        assessments::use_assessments,
        memo::memo,
        render::{Hosting, use_render_context},
    },
};
use leptos::prelude::*;
use std::cmp::Reverse;

/// Every check, the one that was answered last first.
#[component]
pub(super) fn Shelf() -> impl IntoView {
    let messages = use_messages();
    let checks = use_assessments().derive(|held| {
        let mut checks: Vec<Assessment> = held.assessments.iter().rev().cloned().collect();
        checks.sort_by_key(|check| Reverse(check.changed));
        checks
    });
    let is_empty = memo(move || checks.with(Vec::is_empty));
    move || {
        if is_empty.get() {
            return ().into_any();
        }
        view! {
            <h2>{messages.text(key::SHELF_TITLE)}</h2>
            <ul class="shelf">
                // All that is in a check is its key: one that has changed is drawn anew.
                <For each=move || checks.get() key=|check| saved::write([check]) let:check>
                    <ShelfItem check=check/>
                </For>
            </ul>
        }
        .into_any()
    }
}

/// One check: its name, how far it is, what was agreed, and what can be done with it.
#[component]
fn ShelfItem(
    /// The check.
    check: Assessment,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let name = labels::name(messages, &check);
    let is_complete = navigation::next_open(list, &check).is_none() && check.flags_answered(list);
    let begun = check.started.map(|day| {
        let date = messages.day(day);
        [" ", &*messages.fill(key::SHELF_BEGUN, &[("date", &date)])].concat()
    });
    let changed = check.changed.filter(|day| check.started != Some(*day)).map(|day| {
        let date = messages.day(day);
        [" ", &*messages.fill(key::SHELF_CHANGED, &[("date", &date)])].concat()
    });
    let look_again = check.look_again().filter(|_| is_complete).map(|day| {
        let date = messages.day(day);
        view! { <p class="small">{messages.fill(key::RESULT_AGAIN, &[("date", &date)])}</p> }
    });
    let progress = [
        labels::done(messages, list, &check),
        begun.unwrap_or_default(),
        changed.unwrap_or_default(),
    ];
    let plan = check.actions().next().is_some().then(|| {
        let actions =
            each(check.actions(), |action| view! { <li>{labels::agreed(messages, action)}</li> });
        view! {
            <p class="shelf__plan">{messages.text(key::SHELF_PLAN)}</p>
            <ul class="agreed">{actions}</ul>
        }
    });
    let way_in = if is_complete { Step::Result } else { navigation::resume(list, &check) };
    let kind = labels::kind(messages, &check);
    view! {
        <li class="shelf__check">
            <h3>{name.clone()}</h3>
            <p class="small">{kind}</p>
            <p class="small">{progress.concat()}</p>
            {maybe(plan)}
            {maybe(look_again)}
            <ShelfActions id=check.id name=name is_complete=is_complete way_in=way_in/>
        </li>
    }
}

/// What can be done with a check, or the question whether to erase it.
#[component]
fn ShelfActions(
    /// The id of the check.
    id: String,
    /// What it is called.
    name: String,
    /// Whether everything is answered.
    is_complete: bool,
    /// Where it goes on.
    way_in: Step,
) -> impl IntoView {
    let is_embedded = use_render_context().hosting == Hosting::Embedded;
    let asked_id = id.clone();
    let is_asked = use_assessments().derive_dialog(move |dialogs| {
        !is_embedded
            && matches!(&dialogs.asking, Some(EraseScope::One(asked)) if *asked == asked_id)
    });
    move || {
        if is_asked.get() {
            let what = EraseScope::One(id.clone());
            return view! { <EraseQuestion text=key::ERASE_ASK_ONE what=what/> }.into_any();
        }
        let open = |step: &Step, class, label| {
            view! { <OpenButton id=id.clone() name=name.clone() step=step.clone() class=class label=label/> }
        };
        let (first, other, other_label) = if is_complete {
            (key::CHECK_TO_RESULT, Step::Review, key::CHECK_LOOK_OVER)
        } else {
            (key::CHECK_GO_ON, Step::Result, key::CHECK_TO_RESULT_SO_FAR)
        };
        view! {
            <p class="actions">{open(&way_in, "button button--go", first)}</p>
            <p class="shelf__more">
                {open(&other, "", other_label)}
                " "
                {open(&Step::Plan, "", key::PLAN_TITLE)}
                " "
                {open(&Step::Setup, "", key::SETUP_CHANGE)}
                " "
                <EraseButton id=id.clone() name=name.clone()/>
            </p>
        }
        .into_any()
    }
}

/// Takes up a check at one of its screens.
#[component]
fn OpenButton(
    /// The id of the check.
    id: String,
    /// What it is called.
    name: String,
    /// The screen.
    step: Step,
    /// The class of the button.
    class: &'static str,
    /// What the button says.
    label: Key,
) -> impl IntoView {
    let (app, check) = (use_app(), use_assessments());
    let open = move |_| {
        check.open(&id);
        app.go(Route::Check(step.clone()));
    };
    view! {
        <button class=class type="button" on:click=open>
            {use_messages().text(label)}
            <span class="unseen">" " {name}</span>
        </button>
    }
}

/// Asks whether to erase a check; not where somebody may have laid something over the button.
#[component]
fn EraseButton(
    /// The id of the check.
    id: String,
    /// What it is called.
    name: String,
) -> impl IntoView {
    let check = use_assessments();
    if use_render_context().hosting == Hosting::Embedded {
        return ().into_any();
    }
    let button_id = erase_button_id(&id);
    view! {
        <button type="button" id=button_id on:click=move |_| erase::ask(check, EraseScope::One(id.clone()))>
            {use_messages().text(key::ERASE_ONE)}
            <span class="unseen">" " {name}</span>
        </button>
    }
    .into_any()
}
