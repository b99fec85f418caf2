//! What the answers of a check say: one sentence, what to do this week, where each dimension is, what to work on and how others
//! did it, what has changed since an earlier check, and what can be taken along.

mod advice;
mod bands;
mod comparison;
mod split;
mod take_along;
mod this_week;
mod verdict;

use self::{
    advice::{Advice, FlagAdvice},
    bands::BandTable,
    comparison::Comparison,
    split::{SplitVotes, split_votes},
    take_along::TakeAlong,
    this_week::ThisWeek,
    verdict::{Ends, Verdict},
};
use super::{
    frame::BackLink,
    labels::{self, Judgement},
    review::AnswerList,
};
use crate::{
    browser::parent_frame,
    components::{
        heading::Heading,
        link::Link,
        page_title::use_page_title,
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::{
        assessment::saved,
        assessment::{
            assessment::{Action, Assessment},
            navigation,
            outcome::Outcome,
        },
        embed::OutgoingMessage,
        route::{Route, Step},
    },
    i18n::{Key, key},
    state::assessments::use_assessments,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The screen.
#[component]
pub(super) fn ResultPage() -> impl IntoView {
    let (messages, list, held) = (use_messages(), &use_library().checklist, use_assessments());
    use_page_title(messages.text(key::RESULT_TITLE).to_owned());
    let is_whole = held.derive(|held| navigation::next_open(list, held.current()).is_none());
    Effect::new(move |_| {
        if is_whole.get() {
            parent_frame::tell(OutgoingMessage::CheckCompleted);
        }
    });
    // The plan and the place where the person is change here; what the answers say does not follow from them.
    let answers = held.derive(|held| {
        let check = held.current().clone();
        saved::write([&Assessment { plan: Vec::new(), again: None, at: None, ..check }])
    });
    let findings = move || {
        // Asked for, because a memo that is merely tracked does not run and so follows nothing.
        answers.with(|_| ());
        let check = held.store.with_untracked(|held| Arc::new(held.current().clone()));
        view! { <Findings check=check/> }.into_any()
    };
    let has_answers = held.derive(|held| held.current().answered(list) > 0);
    view! {
        <BackLink to=Step::Review/>
        <Heading>{messages.text(key::RESULT_TITLE)}</Heading>
        {findings}
        {move || {
            if has_answers.get() {
                view! {
                    <Comparison/>
                    <Agreed/>
                    <TakeAlong/>
                    <section class="only-print">
                        <h2>{messages.text(key::REVIEW_TITLE)}</h2>
                        <AnswerList changeable=false/>
                    </section>
                    <Judgement/>
                }
                .into_any()
            } else {
                ().into_any()
            }
        }}
        <p class="notice notice--privacy">{messages.text(key::CHECK_PRIVACY)}</p>
    }
}

/// Whose answers they are, advice on warning signs, and what the answers say, if there are any.
#[component]
fn Findings(
    /// The check.
    check: Arc<Assessment>,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let day = check.changed.map(|day| view! { <br/> {messages.day(day)} });
    let raised = list.flags.iter().filter(|flag| check.answers.flags.get(&flag.id) == Some(&true));
    let warnings = each(raised, |flag| view! { <FlagAdvice flag=flag/> });
    let warnings = (!warnings.is_empty())
        .then(|| view! { <h2>{messages.text(key::RESULT_FLAGS)}</h2> {warnings} });
    let whose = view! {
        <p class="result__whose">
            <strong>{labels::name(messages, &check)}</strong>
            <br/>
            {labels::kind(messages, &check)}
            {maybe(day)}
        </p>
    };
    let findings = if check.answered(list) == 0 {
        let first = if check.id.is_empty() { Step::New } else { navigation::resume(list, &check) };
        view! {
            <p>{messages.text(key::RESULT_EMPTY)}</p>
            <p class="actions">
                <Link class="button button--go" to=Route::Check(first)>{messages.text(key::CHECK_BEGIN)}</Link>
            </p>
        }
        .into_any()
    } else {
        view! { <Outcomes check=check/> }.into_any()
    };
    view! {
        {whose}
        {maybe(warnings)}
        {findings}
    }
}

/// What the answers say.
#[component]
fn Outcomes(
    /// The check, with at least one answer.
    check: Arc<Assessment>,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let stage = check.setup.stage();
    let outcome = Outcome::of(list, check.setup.depth, &check.answers);
    let open_items = navigation::next_open(list, &check).is_some().then(|| {
        let done = labels::done(messages, list, &check);
        view! { <Missing text=done to=Step::Review label=key::RESULT_TO_REVIEW/> }
    });
    let open_flags = (!check.flags_answered(list)).then(|| {
        let text = messages.text(key::RESULT_FLAGS_OPEN).to_owned();
        view! { <Missing text=text to=Step::Flags label=key::RESULT_TO_FLAGS/> }
    });
    let weak: Vec<_> = outcome.work_on().into_iter().filter_map(|id| list.dimension(id)).collect();
    let this_week = (!weak.is_empty()).then(|| view! { <ThisWeek work_on=weak.clone()/> });
    let work_on = each(weak, |dimension| view! { <Advice dimension=dimension/> });
    let work_on = (!work_on.is_empty()).then(|| {
        view! { <h2 class="long">{messages.text(key::RESULT_WORK_ON)}</h2> {work_on} }
    });
    let unknown = check.unknown(list).into_iter();
    let unknown: Vec<_> =
        unknown.map(|(dimension, item)| (dimension.label.as_str(), item.at(stage))).collect();
    let unknown = (!unknown.is_empty()).then(|| view! { <FindOut unknown=unknown/> });
    let split = split_votes(list, &check).into_iter();
    let split: Vec<_> = split.map(|(item, votes)| (item.at(stage), votes)).collect();
    let split = (!split.is_empty()).then(|| view! { <SplitVotes items=split/> });
    view! {
        <Verdict outcome=outcome.clone() stage=stage/>
        {maybe(open_items)}
        {maybe(open_flags)}
        {maybe(this_week)}
        <Ends outcome=outcome.clone()/>
        <BandTable check=check outcome=outcome/>
        {maybe(work_on)}
        {maybe(unknown)}
        {maybe(split)}
    }
}

/// What is not answered yet, with the way there.
#[component]
fn Missing(
    /// What is missing.
    text: String,
    /// The way there.
    to: Step,
    /// What the way is called.
    label: Key,
) -> impl IntoView {
    view! { <p>{text} " " <Link to=Route::Check(to)>{use_messages().text(label)}</Link></p> }
}

/// What the answer "don't know" asks for.
#[component]
fn FindOut(
    /// Each dimension and statement that was answered so.
    unknown: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let messages = use_messages();
    let items = each(unknown, |(dimension, statement)| {
        view! { <li><strong>{dimension}</strong> <br/> {statement}</li> }
    });
    view! {
        <h2>{messages.text(key::RESULT_FIND_OUT)}</h2>
        <p>{messages.text(key::RESULT_FIND_OUT_TEXT)}</p>
        <ul class="points">{items}</ul>
    }
}

/// What was agreed, and when to look again.
#[component]
fn Agreed() -> impl IntoView {
    let (messages, held) = (use_messages(), use_assessments());
    let agreed = move || {
        held.read(|held| {
            let line = |action: &Action| labels::agreed(messages, action);
            let actions =
                each(held.current().actions(), |action| view! { <li>{line(action)}</li> });
            if actions.is_empty() {
                view! { <p>{messages.text(key::RESULT_NO_PLAN)}</p> }.into_any()
            } else {
                view! { <ul class="agreed">{actions}</ul> }.into_any()
            }
        })
    };
    let again = move || {
        let day = held.read(|held| held.current().look_again()).map(|day| messages.day(day));
        maybe(day.map(|day| {
            view! { <p>{messages.fill(key::RESULT_AGAIN, &[("date", &day)])}</p> }
        }))
    };
    view! {
        <h2>{messages.text(key::PLAN_TITLE)}</h2>
        {agreed}
        {again}
        <p class="actions">
            <Link class="button" to=Route::Check(Step::Plan)>{messages.text(key::RESULT_TO_PLAN)}</Link>
        </p>
    }
}
