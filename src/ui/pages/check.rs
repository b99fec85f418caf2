//! The readiness check: screens written as HTML text, kept in step with the answers.

use crate::{
    domain::{
        checklist::answers::{Answer, Answers},
        route::{Route, Step},
        words::key,
    },
    effects::{control::Control, download, focus},
    html::{self, act},
    state::{
        app::{App, app},
        check::Keeping,
    },
    ui::parts::{live, written},
};
use leptos::prelude::*;

/// The screen for a step.
pub(crate) fn page(step: &Step) -> AnyView {
    let app = app();
    let desk = app.desk();
    let check = app.check;
    match step {
        Step::Start => frame("page check", true, move || {
            let aside = check.set_aside.with(Option::is_some);
            check.answers.with(|answers| html::check::start(desk, answers, aside))
        }),
        Step::Question(number) => {
            let number = *number;
            let Some(question) = desk.library.checklist.question(number) else {
                return written(html::not_found::page(&Route::Check(step.clone()).address()))
                    .into_any();
            };
            let answered =
                move || check.answers.with(|answers| answers.items.contains_key(&question.1.id));
            view! {
                <section class="page check">
                    {live(elsewhere(app, move |answers| html::check::question(desk, number, question, answers)))}
                    {live(move || html::check::way_on(desk, number, answered()))}
                    {keeping()}
                </section>
            }
            .into_any()
        }
        Step::Flags => frame(
            "page check",
            false,
            elsewhere(app, move |answers| html::check::flags(desk, answers)),
        ),
        Step::Review => frame("page check", true, move || {
            check.answers.with(|answers| html::check::review(desk, answers))
        }),
        Step::Result => frame("page check result", true, move || {
            check.answers.with(|answers| html::result::page(desk, answers))
        }),
    }
}

/// A screen above the line that says whether the answers are safe, with or without the way to erase them.
fn frame(
    class: &'static str,
    erasable: bool,
    text: impl Fn() -> String + Send + 'static,
) -> AnyView {
    let check = app().check;
    let erase = move || {
        let something = erasable && check.holds_something();
        if something { html::check::erase(check.asking.get()) } else { String::new() }
    };
    view! { <section class=class>{live(text)} {keeping()} {live(erase)}</section> }.into_any()
}

/// Writes a screen anew only when answers came from elsewhere, such as another tab: what the person taps here
/// the browser shows by itself, and drawing it anew would take the focus away.
fn elsewhere(
    app: App,
    text: impl Fn(&Answers) -> String + Send + 'static,
) -> impl Fn() -> String + Send + 'static {
    move || {
        app.check.elsewhere.track();
        app.check.answers.with_untracked(&text)
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

/// Does what a control of these screens asks for.
pub(crate) fn perform(app: App, control: &Control) {
    let check = app.check;
    match control.act().as_str() {
        act::ANSWER => {
            if let Some(answer) = Answer::from_id(&control.get("value")) {
                check.answer(&control.get("name"), answer);
                keep_focus(control.get("id"));
            }
        }
        act::FLAG => {
            let (flag, so) = (control.get("data-flag"), control.get("value") == "yes");
            let known = app.library.checklist.flags.iter().find(|known| known.id == flag);
            check.flag(&flag, so);
            control.say(known.filter(|_| so).map_or("", |known| &known.advice));
            keep_focus(control.get("id"));
        }
        act::FETCH => {
            if let Some(text) = check.set_aside.get_untracked() {
                download::file("ashar-answers.txt", "text/plain", &text);
            }
        }
        act::ERASE_ASK => ask(app, true, "erase-ask"),
        act::ERASE_NO => ask(app, false, "erase-start"),
        act::ERASE_YES => {
            check.erase();
            app.go(Route::Check(Step::Start));
            ask(app, false, "heading");
        }
        _ => {}
    }
}

/// The focus follows, since each button goes away.
fn ask(app: App, asking: bool, then: &'static str) {
    app.check.asking.set(asking);
    keep_focus(then.to_owned());
}

/// Puts the focus where it belongs once the screen is drawn.
fn keep_focus(id: String) {
    request_animation_frame(move || {
        focus::focus(&id, false);
    });
}
