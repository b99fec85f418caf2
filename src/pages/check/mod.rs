//! The readiness check: one screen a file, and the frame around them. Everything about the check is in the part of the app
//! that is fetched when it is first needed.

mod carry;
mod files;
mod flags;
mod frame;
mod item;
mod labels;
mod paper;
mod part;
mod plan;
mod progress;
mod question;
mod result;
mod review;
mod setup;
mod start;
mod way_on;

pub(crate) use paper::PaperPage;

use crate::{
    browser::{focus, history},
    components::use_library,
    domain::{
        assessment::{navigation, store::AssessmentStore},
        library::Library,
        route::{Route, Step},
    },
    lazy::Screens,
    pages::{factors::FactorsPage, not_found::NotFoundPage},
    state::{app::App, assessments::Assessments},
};
use carry::{CarriedPage, CarryPage};
use flags::FlagsPage;
use frame::CheckFrame;
use leptos::{ev, prelude::*};
use part::PartPage;
use plan::PlanPage;
use question::QuestionPage;
use result::ResultPage;
use review::ReviewPage;
use setup::{NewPage, SetupPage};
use start::StartPage;

/// The part, with what is held on this phone: it lives as long as the app.
struct CheckScreens(Assessments);

/// Reads what an earlier visit has kept.
pub(crate) fn begin(app: App) -> &'static dyn Screens {
    let check = Assessments::restore();
    let has_unsaved = check.has_unsaved();
    Effect::new(move |_| app.has_unsaved.set(has_unsaved.get()));
    window_event_listener(ev::storage, move |_| follow(app, check));
    Box::leak(Box::new(CheckScreens(check)))
}

/// Takes up what another tab has kept or erased.
fn follow(app: App, check: Assessments) {
    let focused = focus::current();
    let is_gone = check.merge_external_change();
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
    fn take_in(&self, library: &Library, json: &str) -> Option<()> {
        library.take_in_check(json).ok()
    }

    fn page(&self, route: &Route) -> AnyView {
        match route {
            Route::Factors { at } => view! { <FactorsPage at=at.clone()/> }.into_any(),
            _ => view(self.0, route, history::site()),
        }
    }
}

/// The screen for a route. `site`: the address of the app in full.
pub(crate) fn view(check: Assessments, route: &Route, site: String) -> AnyView {
    let Route::Check(step) = route else { return not_found(route) };
    let check = check.for_page();
    provide_context(check);
    if *step != Step::Carry {
        check.last_step.set_value(step.clone());
    }
    let list = &use_library().checklist;
    let is_shown = |store: &AssessmentStore| {
        navigation::shown(list, store.current().setup.depth, step).is_some()
    };
    let content = match step {
        Step::Question(_) | Step::Part(_) if !check.store.with_untracked(is_shown) => {
            return not_found(route);
        }
        Step::Start => view! { <StartPage/> }.into_any(),
        Step::New => view! { <NewPage/> }.into_any(),
        Step::Setup => view! { <SetupPage/> }.into_any(),
        Step::Question(number) => view! { <QuestionPage number=*number/> }.into_any(),
        Step::Part(number) => view! { <PartPage number=*number/> }.into_any(),
        Step::Flags => view! { <FlagsPage/> }.into_any(),
        Step::Review => view! { <ReviewPage/> }.into_any(),
        Step::Result => view! { <ResultPage/> }.into_any(),
        Step::Plan => view! { <PlanPage/> }.into_any(),
        Step::Carry => view! { <CarryPage site=site/> }.into_any(),
        Step::Carried(answers) => {
            return view! { <CarriedPage answers=answers.clone() site=site/> }.into_any();
        }
        Step::Paper(stage, depth) => {
            return view! { <PaperPage stage=*stage depth=*depth/> }.into_any();
        }
    };
    view! { <CheckFrame step=step.clone()>{content}</CheckFrame> }.into_any()
}

fn not_found(route: &Route) -> AnyView {
    view! { <NotFoundPage address=route.address()/> }.into_any()
}
