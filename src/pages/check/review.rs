//! All answers in one list, each with a way to change it.

use super::{
    item::{Form, votes_summary},
    labels::{self, degree},
};
use crate::{
    components::{
        heading::Heading,
        link::Link,
        live_text::LiveText,
        page_title::use_page_title,
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::{
        assessment::definition::{Dimension, Flag, Item},
        route::{Route, Step},
    },
    i18n::key,
    state::{assessments::use_assessments, render::use_render_context},
};
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn ReviewPage() -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    use_page_title(messages.text(key::REVIEW_TITLE).to_owned());
    let done = use_assessments().derive(move |held| labels::done(messages, list, held.current()));
    let flags = each(&list.flags, |flag| view! { <FlagAnswer flag=flag/> });
    view! {
        <Heading>{messages.text(key::REVIEW_TITLE)}</Heading>
        <p class="lead">{messages.text(key::REVIEW_LEAD)} " " <LiveText text=done/></p>
        <p class="actions">
            <Link class="button button--go" to=Route::Check(Step::Result)>{messages.text(key::CHECK_TO_RESULT)}</Link>
        </p>
        <AnswerList changeable=true/>
        <h2>{messages.text(key::FLAGS_TITLE)}</h2>
        <dl class="review">{flags}</dl>
        <p class="ways">
            <Link to=Route::Check(Step::Flags)>{messages.text(key::REVIEW_CHANGE_FLAGS)}</Link>
        </p>
    }
}

/// Every statement with what was answered.
#[component]
pub(super) fn AnswerList(
    /// Whether each has a way to change it: not on paper.
    changeable: bool,
) -> impl IntoView {
    let list = &use_library().checklist;
    let form = use_assessments().derive(Form::of);
    move || {
        let form = form.get();
        let items =
            each(list.asked(form.depth).into_iter().enumerate(), |(place, (dimension, item))| {
                let link = changeable.then(
                    || view! { " " <ChangeLink number=place + 1 dimension=dimension item=item/> },
                );
                view! {
                    <div>
                        <dt>{item.at(form.stage)}</dt>
                        <dd>
                            <ItemAnswer item=item in_hall=form.in_hall/>
                            {maybe(link)}
                        </dd>
                    </div>
                }
            });
        view! { <dl class="review">{items}</dl> }.into_any()
    }
}

/// What was answered, in words; in a hall, what the hands mean; and why, where somebody said so.
#[component]
fn ItemAnswer(
    /// The statement.
    item: &'static Item,
    /// Whether hands are counted.
    in_hall: bool,
) -> impl IntoView {
    let (messages, list, check) = (use_messages(), &use_library().checklist, use_assessments());
    let answer = check.derive(move |held| {
        let check = held.current();
        match check.votes.get(&item.id) {
            Some(votes) if in_hall => votes_summary(messages, list, *votes),
            _ => {
                let given = check.answers.items.get(&item.id);
                let degree = given.and_then(|answer| degree(list, *answer));
                degree.map_or(messages.text(key::REVIEW_OPEN), |degree| &degree.label).to_owned()
            }
        }
    });
    let why = check.derive(move |held| {
        let why = held.current().why(&item.id);
        why.map_or_else(String::new, |why| messages.fill(key::QUOTED, &[("text", why)]))
    });
    let why = move || {
        why.with(|why| {
            let is_given = !why.is_empty();
            maybe(is_given.then(|| view! { <span class="review__why">{why.clone()}</span> }))
        })
    };
    view! {
        <LiveText text=answer/>
        {why}
    }
}

/// The link from an answer to its statement.
#[component]
fn ChangeLink(
    /// The number of the statement, from 1.
    number: usize,
    /// What it belongs to.
    dimension: &'static Dimension,
    /// The statement.
    item: &'static Item,
) -> impl IntoView {
    let messages = use_messages();
    let label = messages.fill(
        key::REVIEW_CHANGE_ONE,
        &[("dimension", &dimension.label), ("n", &number.to_string())],
    );
    let href = use_render_context().href(&Route::Check(Step::Question(number)));
    view! {
        <a id=change_id(item) href=href aria-label=label>{messages.text(key::REVIEW_CHANGE)}</a>
    }
}

/// The id of the link that leads to a statement from the list of all answers.
pub(super) fn change_id(item: &Item) -> String {
    ["change-", &item.id].concat()
}

/// A warning sign with its answer.
#[component]
fn FlagAnswer(
    /// The warning sign.
    flag: &'static Flag,
) -> impl IntoView {
    let messages = use_messages();
    let answer = use_assessments().derive(move |held| {
        let label = match held.current().answers.flags.get(&flag.id) {
            Some(true) => key::FLAGS_YES,
            Some(false) => key::FLAGS_NO,
            None => key::REVIEW_OPEN,
        };
        messages.text(label).to_owned()
    });
    view! {
        <div>
            <dt>{flag.text.as_str()}</dt>
            <dd><LiveText text=answer/></dd>
        </div>
    }
}
