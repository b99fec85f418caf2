//! The readiness check: start, questions, red flags, all answers, result.

mod question;
mod result;
mod review;
mod start;

use crate::{
    domain::{
        route::{Route, Step},
        words::key,
    },
    effects::focus,
    html,
    state::{app::app, check::Keeping},
    ui::parts::written,
};
use leptos::prelude::*;

/// The screen for a step.
pub(crate) fn page(step: &Step) -> AnyView {
    match step {
        Step::Start => start::page().into_any(),
        Step::Question(number) => match app().library.checklist.question(*number) {
            Some((dimension, item)) => question::page(*number, dimension, item).into_any(),
            None => {
                written(html::not_found::page(&Route::Check(step.clone()).address())).into_any()
            }
        },
        Step::Flags => question::flags().into_any(),
        Step::Review => review::page().into_any(),
        Step::Result => result::page().into_any(),
    }
}

/// Says after every tap whether the answers are safe.
fn keeping() -> impl IntoView {
    let check = app().check;
    view! {
        <p class="keeping" role="status" class:keeping--refused=move || check.keeping.get() == Keeping::Refused>
            {move || match check.keeping.get() {
                Keeping::Nothing if check.set_aside.with(Option::is_some) => "",
                Keeping::Nothing => key::KEEPING_NOTHING.text(),
                Keeping::Kept => key::KEEPING_KEPT.text(),
                Keeping::Refused => key::KEEPING_REFUSED.text(),
            }}
        </p>
    }
}

/// Erasing in two taps: the first asks, the second does it. The focus follows, since each button goes away.
fn erase() -> impl IntoView {
    let app = app();
    let asking = RwSignal::new(false);
    let ask = move |ask: bool, then: &'static str| {
        asking.set(ask);
        request_animation_frame(move || {
            focus::focus(then, false);
        });
    };
    view! {
        <div class="erase">
            {move || if !app.check.holds_something() {
                ().into_any()
            } else if asking.get() {
                view! {
                    <p id="erase-ask">{key::ERASE_ASK.text()}</p>
                    <button class="button" on:click=move |_| {
                        app.check.erase();
                        app.go(Route::Check(Step::Start));
                        ask(false, "heading");
                    }>{key::ERASE_YES.text()}</button>
                    <button class="button button--plain" on:click=move |_| ask(false, "erase-start")>
                        {key::ERASE_NO.text()}
                    </button>
                }
                .into_any()
            } else {
                view! {
                    <button class="button button--plain" id="erase-start" on:click=move |_| ask(true, "erase-ask")>
                        {key::ERASE_START.text()}
                    </button>
                }
                .into_any()
            }}
        </div>
    }
}
