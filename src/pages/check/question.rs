//! One statement on a screen.

use super::{
    item::{Form, Statement},
    progress::{CheckName, Progress},
    review::change_id,
    way_on::WayOn,
};
use crate::{
    components::{heading::Heading, page_title::use_page_title, use_library, use_messages},
    domain::{
        assessment::definition::{Dimension, Item},
        route::{Route, Step},
    },
    i18n::key,
    pages::not_found::NotFoundPage,
    state::{app::use_app, assessments::use_assessments},
};
use leptos::prelude::*;

/// The screen of a statement, with what was answered so far.
#[component]
pub(super) fn QuestionPage(
    /// The number of the statement, from 1.
    number: usize,
) -> impl IntoView {
    let list = &use_library().checklist;
    let form = use_assessments().derive(Form::of);
    move || {
        let form = form.get();
        let items = list.asked(form.depth);
        let Some((dimension, item)) = number.checked_sub(1).and_then(|place| items.get(place))
        else {
            let address = Route::Check(Step::Question(number)).address();
            return view! { <NotFoundPage address=address/> }.into_any();
        };
        let all = items.len();
        view! { <Question number=number all=all dimension=dimension item=item form=form/> }
            .into_any()
    }
}

/// A statement of a form.
#[component]
fn Question(
    /// Its number, from 1.
    number: usize,
    /// How many there are.
    all: usize,
    /// What it belongs to.
    dimension: &'static Dimension,
    /// The statement.
    item: &'static Item,
    /// How it is asked.
    form: Form,
) -> impl IntoView {
    let (messages, app) = (use_messages(), use_app());
    let place = number.to_string();
    use_page_title(
        messages.fill(key::TITLE_QUESTION, &[("n", &place), ("dimension", &dimension.label)]),
    );
    // Back at the list of all answers, the reader is at this one.
    Effect::new(move |_| {
        app.return_to.set_value(Some((Route::Check(Step::Review), change_id(item))));
    });
    let group = use_library().checklist.group(&dimension.group);
    let progress = messages.fill(
        key::QUESTION_PROGRESS,
        &[("n", &place), ("all", &all.to_string()), ("group", group)],
    );
    let step = Step::Question(number);
    view! {
        <CheckName/>
        <Progress text=progress done=number all=all/>
        <p class="check__dimension">{dimension.label.as_str()}</p>
        <Statement item=item form=form>
            <Heading>{item.at(form.stage)}</Heading>
        </Statement>
        <WayOn step=step form=form/>
    }
}
