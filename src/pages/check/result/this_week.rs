//! What to do this week: the first thing that a result is opened for.

use crate::{
    components::{
        button::Button,
        print_button::PrintButton,
        rich_text::{RichText, SeenTerms, use_text_renderer},
        status::{Status, StatusText},
        use_messages,
        view::each,
    },
    domain::{
        assessment::definition::{Dimension, NextStep},
        route::{Route, Step},
    },
    i18n::key,
    state::{app::use_app, assessments::use_assessments},
};
use leptos::prelude::*;

/// The week's step of each weak dimension, with who does what, and the ways to make it the plan and to print it.
#[component]
pub(super) fn ThisWeek(
    /// The dimensions to work on, the most pressing first.
    work_on: Vec<&'static Dimension>,
) -> impl IntoView {
    let (app, messages, check) = (use_app(), use_messages(), use_assessments());
    let steps: Vec<(&Dimension, &NextStep)> =
        work_on.into_iter().map(|dimension| (dimension, &dimension.steps[0])).collect();
    let seen = SeenTerms::default();
    let items = each(steps.clone(), |(dimension, step)| {
        let explained = |text: &str| use_text_renderer().explained(text, "", &seen);
        view! {
            <li>
                <p class="week__step"><RichText html=explained(&step.text)/></p>
                <p><strong>{messages.text(key::STRIDE_GROUP)}</strong> " " <RichText html=explained(&step.by_group)/></p>
                <p><strong>{messages.text(key::STRIDE_OFFICE)}</strong> " " <RichText html=explained(&step.by_office)/></p>
                <p class="week__area">{dimension.label.as_str()}</p>
            </li>
        }
    });
    let said = StatusText::new();
    let keep = move |_| {
        let mut is_kept = false;
        let texts: Vec<&str> = steps.iter().map(|(_, step)| step.text.as_str()).collect();
        check.change(|check| is_kept = check.plan_all(&texts));
        if is_kept {
            app.go(Route::Check(Step::Plan));
        } else {
            said.say(messages.text(key::STRIDE_FULL));
        }
    };
    view! {
        <section class="week">
            <h2>{messages.text(key::WEEK_TITLE)}</h2>
            <ol>{items}</ol>
            <div class="actions">
                <Button label=key::WEEK_PLAN variant="button--go" on_click=keep/>
                " "
                <PrintButton label=key::RESULT_PRINT_SHORT short=true id_prefix="week-"/>
            </div>
            <Status text=said class="small"/>
        </section>
    }
}
