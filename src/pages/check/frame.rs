//! What stands around every screen of the check.

use super::files::{self, File};
use crate::{
    components::{
        button::Button,
        link::Link,
        live_text::{LiveRegion, LiveText},
        status::{Status, StatusText},
        use_library, use_messages,
        view::maybe,
    },
    domain::{
        assessment::store::{AssessmentStore, Safety},
        route::{Route, Step},
    },
    i18n::key,
    state::{
        assessments::use_assessments,
        memo::memo,
        render::{Hosting, use_render_context},
    },
};
use leptos::{children::Children, ev, prelude::*};

/// A screen with what is said above and below it about whether the answers are safe.
#[component]
pub(super) fn CheckFrame(
    /// The screen.
    step: Step,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let check = use_assessments();
    let asks = matches!(step, Step::Question(_) | Step::Part(_));
    if asks || step == Step::Flags {
        // So that the check goes on here.
        let step = step.clone();
        Effect::new(move |_| check.visit(&step));
    }
    // On somebody else's page nothing is ever safe, so that it is not said above every statement.
    let is_quiet = use_render_context().hosting == Hosting::Embedded
        && (asks || matches!(step, Step::Flags | Step::New | Step::Setup | Step::Carry));
    let in_hall = check.derive(move |held| asks && held.current().setup.in_hall());
    // The second click of a double click falls on the screen that the first one has led to. It would lead on once more, or answer
    // something.
    let had_click = StoredValue::new(false);
    let pass_over = move |event: ev::MouseEvent| {
        if event.detail() <= 1 {
            had_click.set_value(true);
        } else if !had_click.get_value() {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let class = move || if in_hall.get() { "page check check--hall" } else { "page check" };
    view! {
        <section class=class on:click:capture=pass_over>
            {maybe((!is_quiet).then(|| view! { <UnsafeNotice/> }))}
            {children()}
            <SavingStatus/>
        </section>
    }
}

/// The way back to the screen before.
#[component]
pub(super) fn BackLink(
    /// That screen.
    to: Step,
) -> impl IntoView {
    view! {
        <p class="back">
            <Link to=Route::Check(to)>{use_messages().text(key::QUESTION_BACK)}</Link>
        </p>
    }
}

/// Said above a screen while what was entered is not safe, with a way to keep it.
#[component]
pub(super) fn UnsafeNotice() -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    let list = &use_library().checklist;
    let is_embedded = use_render_context().hosting == Hosting::Embedded;
    let unsafe_text = move |held: &AssessmentStore| match held.safety {
        Safety::Refused if is_embedded => messages.text(key::KEEPING_GUEST),
        Safety::Refused => messages.text(key::KEEPING_REFUSED),
        Safety::Newer => messages.text(key::KEEPING_NEWER),
        Safety::Nothing | Safety::Kept => "",
    };
    let text = check.derive(move |held| unsafe_text(held).to_owned());
    let is_safe = memo(move || text.with(String::is_empty));
    let has_answers = check.derive(|held| !held.here().is_empty());
    let said = StatusText::new();
    let save = move |_| said.say(files::offer(check, list, messages, is_embedded, File::Json));
    let ways_out = move || {
        let carry = is_embedded.then(|| {
            view! {
                <Link class="button button--small" to=Route::Check(Step::Carry)>
                    {messages.text(key::FRAME_FULL)}
                </Link>
                " "
            }
        });
        view! {
            <p class="actions">
                {maybe(carry)}
                <Button label=key::TAKE_JSON variant="button--small" on_click=save/>
            </p>
        }
    };
    move || {
        if is_safe.get() {
            return ().into_any();
        }
        view! {
            <section class="notice notice--unsafe">
                <p><LiveText text=text/></p>
                {move || if has_answers.get() { ways_out().into_any() } else { ().into_any() }}
                <Status text=said class="small"/>
            </section>
        }
        .into_any()
    }
}

/// Says after every tap whether the answers are safe.
#[component]
pub(super) fn SavingStatus() -> impl IntoView {
    let messages = use_messages();
    let text = use_assessments().derive(move |held| match held.safety {
        Safety::Nothing if held.quarantine.is_some() => String::new(),
        Safety::Nothing => messages.text(key::KEEPING_NOTHING).to_owned(),
        Safety::Kept => messages.text(key::KEEPING_KEPT).to_owned(),
        Safety::Refused => messages.text(key::KEEPING_REFUSED).to_owned(),
        Safety::Newer => messages.text(key::KEEPING_NEWER).to_owned(),
    });
    view! { <LiveRegion class="keeping" text=text/> }
}
