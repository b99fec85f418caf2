//! The readiness check: one screen a file, and the frame around them. Everything about the check is in the part of the app
//! that is fetched when it is first needed.

mod files;
mod flags;
mod frame;
mod item;
mod labels;
mod old;
mod part;
mod progress;
mod question;
mod result;
mod review;
mod step_link;
mod way_on;

use self::{
    flags::FlagsPage, frame::CheckFrame, part::PartPage, question::QuestionPage,
    result::ResultPage, review::ReviewPage,
};
use crate::{
    browser::{control::Control, focus, location},
    domain::{
        checklist::keeper::Keeper,
        route::{Route, Step},
    },
    html::Act,
    lazy::Screens,
    pages::{factors::FactorsPage, not_found::NotFoundPage},
    state::{
        app::{App, use_app},
        check::Check,
    },
};
use leptos::{ev, prelude::*};

/// The part, with what is held on this phone: it lives as long as the app.
struct CheckScreens {
    app: App,
    check: Check,
}

/// Reads the questions and what an earlier visit has kept.
pub(crate) fn begin(app: App) -> &'static dyn Screens {
    // Can fail only on data that the tests have refused.
    let _ = app.library.take_in_check();
    let check = Check::restore();
    let has_unsaved = check.has_unsaved();
    Effect::new(move |_| app.has_unsaved.set(has_unsaved.get()));
    window_event_listener(ev::storage, move |_| follow(app, check));
    Box::leak(Box::new(CheckScreens { app, check }))
}

/// Takes up what another tab has kept or erased.
fn follow(app: App, check: Check) {
    let focused = focus::current();
    let is_gone = check.follow();
    if !matches!(app.route.get_untracked(), Route::Check(_)) {
        return;
    }
    if is_gone {
        // The check that was on the screen is gone; its page would take answers for none.
        app.go(Route::Check(Step::Start));
        focus::focus_when_drawn("news");
        return;
    }
    // What is drawn anew has lost the focus.
    request_animation_frame(move || {
        if let Some(focused) = focused.filter(|id| focus::current().as_ref() != Some(id)) {
            focus::focus(&focused, false);
        }
    });
}

impl Screens for CheckScreens {
    fn page(&self, route: &Route) -> AnyView {
        match route {
            Route::Factors { at } => view! { <FactorsPage at=at.clone()/> }.into_any(),
            _ => view(self.check, route, location::site()),
        }
    }

    fn perform(&self, act: Act, _: &web_sys::Event, control: &Control) {
        old::perform(old::Seat { app: self.app, check: self.check }, act, control);
    }

    fn typed(&self, event: &web_sys::Event) -> bool {
        old::typed(old::Seat { app: self.app, check: self.check }, event)
    }
}

/// The screen for a route. `site`: the address of the app in full.
pub(crate) fn view(check: Check, route: &Route, _site: String) -> AnyView {
    let Route::Check(step) = route else { return not_found(route) };
    let check = check.for_page();
    provide_context(check);
    if *step != Step::Carry {
        check.last_step.set_value(step.clone());
    }
    let seat = old::Seat { app: use_app(), check };
    let content = match step {
        Step::Question(_) | Step::Part(_) => {
            let list = &use_app().library.checklist;
            let is_shown = |held: &Keeper| held.check().shown(list, step).is_some();
            if !check.held.with_untracked(is_shown) {
                return not_found(route);
            }
            match *step {
                Step::Part(number) => view! { <PartPage number=number/> }.into_any(),
                Step::Question(number) => view! { <QuestionPage number=number/> }.into_any(),
                _ => old::content(seat, step),
            }
        }
        Step::Flags => view! { <FlagsPage/> }.into_any(),
        Step::Review => view! { <ReviewPage/> }.into_any(),
        Step::Result => view! { <ResultPage/> }.into_any(),
        _ => old::content(seat, step),
    };
    view! { <CheckFrame step=step.clone()>{content}</CheckFrame> }.into_any()
}

fn not_found(route: &Route) -> AnyView {
    view! { <NotFoundPage address=route.address()/> }.into_any()
}
