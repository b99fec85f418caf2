//! All statements of a section on one screen.

use super::{
    item::{Form, Statement},
    progress::{CheckName, Progress},
    way_on::WayOn,
};
use crate::{
    components::{
        heading::Heading, page_title::use_page_title, use_library, use_messages, view::each,
    },
    domain::{
        assessment::definition::{Dimension, Named},
        route::{Route, Step},
    },
    i18n::key,
    pages::not_found::NotFoundPage,
    state::assessments::use_assessments,
};
use leptos::prelude::*;

/// The screen of a section.
#[component]
pub(super) fn PartPage(
    /// The number of the section, from 1.
    number: usize,
) -> impl IntoView {
    let list = &use_library().checklist;
    let form = use_assessments().derive(Form::of);
    move || {
        let Some(group) = list.part(number) else {
            let address = Route::Check(Step::Part(number)).address();
            return view! { <NotFoundPage address=address/> }.into_any();
        };
        view! { <Part number=number group=group form=form.get()/> }.into_any()
    }
}

/// A section of a form.
#[component]
fn Part(
    /// Its number, from 1.
    number: usize,
    /// The section.
    group: &'static Named,
    /// How its statements are asked.
    form: Form,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    use_page_title(group.label.clone());
    let all = list.groups.len();
    let progress =
        messages.fill(key::PART_PROGRESS, &[("n", &number.to_string()), ("all", &all.to_string())]);
    let step = Step::Part(number);
    let dimensions = list.dimensions.iter().filter(|dimension| dimension.group == group.id);
    let statements = each(dimensions, |dimension| {
        view! { <Statements dimension=dimension form=form/> }
    });
    view! {
        <CheckName/>
        <Progress text=progress done=number all=all/>
        <Heading>{group.label.as_str()}</Heading>
        {statements}
        <WayOn step=step form=form/>
    }
}

/// The statements of a dimension.
#[component]
fn Statements(
    /// The dimension.
    dimension: &'static Dimension,
    /// How they are asked.
    form: Form,
) -> impl IntoView {
    let statements = each(dimension.asked(form.depth), |item| {
        view! {
            <Statement item=item form=form>
                <h3 class="answers__title">{item.at(form.stage)}</h3>
            </Statement>
        }
    });
    view! {
        <h2 class="check__dimension">{dimension.label.as_str()}</h2>
        {statements}
    }
}
