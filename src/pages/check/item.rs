//! A statement with its answers: radio buttons, or fields to count hands.

use super::labels::degree;
use crate::{
    components::{
        field_text::field_text,
        radio_options::{RadioOption, RadioOptions},
        rich_text::{RichText, SeenTerms, use_text_renderer},
        use_library, use_messages,
        vote_counter::{VoteCounter, written},
    },
    domain::assessment::{
        answers::Answer,
        definition::{Checklist, Item},
        options::{Depth, Stage},
        store::AssessmentStore,
        votes::VoteCounts,
    },
    i18n::{Messages, key},
    state::{assessments::use_assessments, render::use_render_context},
};
use leptos::{children::Children, prelude::*};

/// Which statements are asked, in which words, and how they are answered. When it changes, the screen is drawn anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// Whose wording is used.
    pub(super) stage: Stage,
    /// How much is asked.
    pub(super) depth: Depth,
    /// Whether hands are counted.
    pub(super) in_hall: bool,
}

impl Form {
    /// The form of the check at hand.
    pub(super) fn of(held: &AssessmentStore) -> Self {
        let setup = &held.current().setup;
        Self { stage: setup.stage(), depth: setup.depth, in_hall: setup.in_hall() }
    }
}

/// A statement with what could be shown for it and its answers.
#[component]
pub(super) fn Statement(
    /// The statement.
    item: &'static Item,
    /// How it is asked.
    form: Form,
    /// The statement as a heading of the page.
    children: Children,
) -> impl IntoView {
    let example = item.example_at(form.stage);
    let example = use_messages().fill(key::QUESTION_EXAMPLE, &[("example", example)]);
    let example = use_text_renderer().explained(&example, "", &SeenTerms::default());
    let answers = if form.in_hall {
        view! { <Votes item=item/> }.into_any()
    } else {
        view! { <SingleAnswer item=item/> }.into_any()
    };
    view! {
        <fieldset class="answers">
            <legend>{children()}</legend>
            <p class="answers__example"><RichText html=example/></p>
            {answers}
        </fieldset>
    }
}

/// The answers as radio buttons, with a field for the reason below them.
#[component]
fn SingleAnswer(
    /// The statement.
    item: &'static Item,
) -> impl IntoView {
    let check = use_assessments();
    let chosen = check.derive(|held| given(held, item).map(Answer::id));
    let is_low = check.derive(|held| given(held, item).is_some_and(Answer::is_low));
    let choose = Callback::new(move |id| {
        if let Some(answer) = Answer::from_id(id) {
            check.answer(&item.id, answer);
        }
    });
    let options = use_library().checklist.scale.iter().map(|degree| RadioOption {
        value: &degree.id,
        label: degree.label.clone(),
        meaning: degree.meaning.clone(),
    });
    view! {
        <div class="answers__scale">
            <RadioOptions
                name=item.id.clone()
                id_prefix=item.id.clone()
                options=options.collect()
                chosen=chosen
                on_choose=choose
            />
        </div>
        <Why item=item is_low=is_low/>
    }
}

/// The answer to a statement.
fn given(held: &AssessmentStore, item: &Item) -> Option<Answer> {
    held.current().answers.items.get(&item.id).copied()
}

/// The reason for a low answer. It is asked only after one, and never needed.
#[component]
fn Why(
    /// The statement.
    item: &'static Item,
    /// Whether the answer is low.
    #[prop(into)]
    is_low: Signal<bool>,
) -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    // A page that learns the height must not learn the answer from it.
    let always = use_render_context().height_is_observed();
    let label = if always { key::QUESTION_WHY_GUEST } else { key::QUESTION_WHY };
    let stored = check.derive(|held| held.current().why.get(&item.id).cloned().unwrap_or_default());
    let typed = RwSignal::new(stored.get_untracked());
    let text = field_text(typed, stored.into(), |typed, stored| typed.trim() == stored.trim());
    let keep = move |event: leptos::ev::Event| {
        let value = event_target_value(&event);
        typed.set(value.clone());
        check.change(|check| {
            if value.trim().is_empty() {
                check.why.remove(&item.id);
            } else {
                check.why.insert(item.id.clone(), value);
            }
        });
    };
    let field_id = ["why-", &item.id, "-text"].concat();
    view! {
        <div class="why" hidden=move || !always && !is_low.get()>
            <label for=field_id.clone()>{messages.text(label)}</label>
            <input
                id=field_id
                type="text"
                maxlength="300"
                autocomplete="off"
                value=stored.get_untracked()
                prop:value=move || text.get()
                on:input=keep
            />
        </div>
    }
}

/// The hands that are raised in a hall for each answer.
#[component]
fn Votes(
    /// The statement.
    item: &'static Item,
) -> impl IntoView {
    let (messages, list, check) = (use_messages(), &use_library().checklist, use_assessments());
    let counts = (0..list.scale.len()).map(|place| {
        let count = move |held: &AssessmentStore| votes(held, item).0.get(place).copied();
        check.derive(move |held| written(count(held).unwrap_or_default()))
    });
    let summary = check.derive(move |held| {
        let votes = votes(held, item);
        let before = given(held, item).filter(|_| votes.total() == 0);
        match before.and_then(|answer| degree(list, answer)) {
            // Given by a person, before hands were counted.
            Some(degree) => messages.fill(key::HALL_BEFORE, &[("answer", &degree.label)]),
            None => votes_summary(messages, list, votes),
        }
    });
    let count = move |(place, count): (usize, u16)| {
        check.take(|check| {
            let mut votes = check.votes.get(&item.id).copied().unwrap_or_default();
            if let Some(known) = votes.0.get_mut(place) {
                *known = count;
            }
            check.record_votes(&item.id, votes);
        });
    };
    view! { <VoteCounter id_prefix=&item.id counts=counts.collect() summary=summary on_count=count/> }
}

/// The hands that are raised for a statement.
fn votes(held: &AssessmentStore, item: &Item) -> VoteCounts {
    held.current().votes.get(&item.id).copied().unwrap_or_default()
}

/// What the hands mean for the room: the middle answer and how far apart they are. No hand is anybody's.
pub(super) fn votes_summary(messages: Messages, list: &Checklist, votes: VoteCounts) -> String {
    let Some(answer) = votes.median() else { return String::new() };
    let label = |answer: Answer| degree(list, answer).map_or("", |degree| degree.label.as_str());
    let raised =
        messages.count(key::HALL_HANDS, usize::try_from(votes.total()).unwrap_or(usize::MAX));
    let said = messages.fill(key::HALL_ROOM, &[("answer", label(answer)), ("hands", &raised)]);
    match votes.range() {
        Some((low, high)) if low < high => {
            let (low, high) = (label(Answer::Degree(low)), label(Answer::Degree(high)));
            let spread = messages.fill(key::HALL_SPREAD, &[("low", low), ("high", high)]);
            [&said, " ", &spread].concat()
        }
        _ => said,
    }
}
