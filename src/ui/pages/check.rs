//! The readiness check: screens written as HTML text, kept in step with the answers.

use crate::{
    domain::{
        checklist::answers::{Answer, Answers},
        route::{Route, Step},
        words::key,
    },
    effects::{control::Control, download, focus},
    html::{self, Act},
    state::{
        app::{App, app},
        check::Keeping,
    },
    ui::parts::{desk, live, written},
};
use leptos::prelude::*;

/// The screen for a step.
pub(crate) fn page(step: &Step) -> AnyView {
    let app = app();
    let desk = desk();
    let check = app.check;
    match step {
        Step::Start => frame("page check", true, move || {
            check
                .held
                .with(|held| html::check::start(desk, &held.answers, held.set_aside.is_some()))
        }),
        Step::Question(number) => {
            let number = *number;
            let Some(question) = desk.library.checklist.question(number) else {
                return written(html::not_found::page(&Route::Check(step.clone()).address()))
                    .into_any();
            };
            let answered =
                move || check.held.with(|held| held.answers.items.contains_key(&question.1.id));
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
            check.held.with(|held| html::check::review(desk, &held.answers))
        }),
        Step::Result => frame("page check result", true, move || {
            check.held.with(|held| html::result::page(desk, &held.answers))
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
    // A question asked on another screen is no longer on the table.
    check.asking.set(false);
    let erase = move || {
        let something = erasable && check.holds_something();
        if something { html::check::erase(check.asking.get()) } else { String::new() }
    };
    view! { <section class=class>{live(text)} {keeping()} {live(erase)}</section> }.into_any()
}

/// Writes a screen anew only when answers came from elsewhere, such as another tab: what the person taps here
/// the browser shows by itself. The number in the text makes it differ from the one before, without which
/// what was tapped here meanwhile would stay.
fn elsewhere(
    app: App,
    text: impl Fn(&Answers) -> String + Send + 'static,
) -> impl Fn() -> String + Send + 'static {
    move || {
        let times = app.check.elsewhere.get().to_string();
        [&app.check.held.with_untracked(|held| text(&held.answers)), "<!--", &times, "-->"].concat()
    }
}

/// Says after every tap whether the answers are safe.
fn keeping() -> impl IntoView {
    let check = app().check;
    view! {
        <p
            class="keeping"
            role="status"
            class:keeping--refused=move || check.held.with(|held| held.keeping == Keeping::Refused)
        >
            {move || check.held.with(|held| match held.keeping {
                Keeping::Nothing if held.set_aside.is_some() => "",
                Keeping::Nothing => key::KEEPING_NOTHING.text(),
                Keeping::Kept => key::KEEPING_KEPT.text(),
                Keeping::Refused => key::KEEPING_REFUSED.text(),
            })}
        </p>
    }
}

/// Does what a control of these screens asks for.
pub(crate) fn perform(app: App, act: Act, control: &Control) {
    let check = app.check;
    match act {
        Act::Answer => {
            if let Some(answer) = Answer::from_id(&control.get("value")) {
                check.answer(&control.get("name"), answer);
            }
        }
        Act::Flag => {
            let (flag, so) = (control.get("data-flag"), control.get("value") == "yes");
            let known = app.library.checklist.flags.iter().find(|known| known.id == flag);
            check.flag(&flag, so);
            control.say(known.filter(|_| so).map_or("", |known| &known.advice));
        }
        Act::Fetch => {
            if let Some(text) = check.held.with_untracked(|held| held.set_aside.clone()) {
                download::file("ashar-answers.txt", "text/plain", &text);
            }
        }
        Act::EraseAsk => ask(app, true, html::check::ERASE_QUESTION),
        Act::EraseNo => ask(app, false, Act::EraseAsk.id()),
        Act::EraseYes => {
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
    request_animation_frame(move || {
        focus::focus(then, false);
    });
}
