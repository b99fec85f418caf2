//! What was agreed to be done: at most three actions, each with who and until when; and when to look again.

use super::{
    files::{self, File},
    frame::BackLink,
    labels,
};
use crate::{
    browser::focus,
    components::{
        button::Button,
        heading::Heading,
        link::Link,
        live_text::{LiveRegion, LiveText},
        page_title::use_page_title,
        status::{Status, StatusText},
        use_library, use_messages,
        view::each,
    },
    domain::{
        assessment::assessment::{Action, MOST_ACTIONS},
        calendar::Day,
        route::{Route, Step},
    },
    i18n::key,
    state::{assessments::use_assessments, memo::memo},
};
use leptos::{html, prelude::*};

/// The page.
#[component]
pub(super) fn PlanPage() -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    let list = &use_library().checklist;
    use_page_title(messages.text(key::PLAN_TITLE).to_owned());
    let name = check.derive(move |held| labels::name(messages, held.current()));
    let said = StatusText::new();
    let save = move |_| said.say(files::offer(check, list, messages, false, File::Calendar));
    view! {
        <BackLink to=Step::Result/>
        <Heading>{messages.text(key::PLAN_TITLE)}</Heading>
        <p class="small"><LiveText text=name/></p>
        <p class="lead">{messages.text(key::PLAN_LEAD)}</p>
        {each(0..MOST_ACTIONS, |line| view! { <PlanLine line=line/> })}
        <LookAgain/>
        <section>
            <p class="actions"><Button label=key::PLAN_CALENDAR on_click=save/></p>
            <Status text=said class="small"/>
        </section>
        <p class="ways">
            <Link to=Route::Check(Step::Result)>{messages.text(key::PLAN_TO_RESULT)}</Link>
        </p>
        <p class="notice notice--privacy">{messages.text(key::CHECK_PRIVACY)}</p>
    }
}

/// One action: what, who, until when, and whether it is done.
#[component]
fn PlanLine(
    /// Its place in the plan, from 0.
    line: usize,
) -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    let number = line.to_string();
    let [what_id, who_id, by_id, fault_id] =
        ["plan-what-", "plan-who-", "plan-by-", "plan-fault-"].map(|part| [part, &number].concat());
    let field = move |read: fn(&Action) -> &str| {
        check.derive(move |held| held.current().plan.get(line).map_or("", read).to_owned())
    };
    let change = move |write: fn(&mut Action, String), value: String| {
        check.change(|check| {
            if let Some(action) = check.action(line) {
                write(action, value);
            }
        });
    };
    let (what, who, by) =
        (field(|action| &action.text), field(|action| &action.who), field(|action| &action.by));
    let has_fault =
        check.derive(move |held| held.current().plan.get(line).is_some_and(Action::day_is_none));
    let is_done = check.derive(move |held| held.current().plan.get(line).is_some_and(|it| it.done));
    let set_done = move |event| {
        let done = event_target_checked(&event);
        check.change(|check| {
            if let Some(action) = check.action(line) {
                action.done = done;
            }
        });
    };
    view! {
        <fieldset class="field plan__line">
            <legend>{messages.fill(key::PLAN_ACTION, &[("n", &(line + 1).to_string())])}</legend>
            <label for=what_id.clone()>{messages.text(key::PLAN_WHAT)}</label>
            <textarea
                id=what_id
                rows="2"
                maxlength="300"
                name="text"
                prop:value=move || what.get()
                on:input=move |event| change(|action, text| action.text = text, event_target_value(&event))
            >
                {what.get_untracked()}
            </textarea>
            <label for=who_id.clone()>{messages.text(key::PLAN_WHO)}</label>
            <input
                id=who_id
                type="text"
                maxlength="80"
                autocomplete="off"
                name="who"
                value=who.get_untracked()
                prop:value=move || who.get()
                on:input=move |event| change(|action, text| action.who = text, event_target_value(&event))
            />
            <label for=by_id.clone()>{messages.text(key::PLAN_BY)}</label>
            <DayField
                id=by_id
                name="by"
                value=by
                fault_id=fault_id
                is_invalid=has_fault
                on_input=move |text| change(|action, text| action.by = text, text)
            />
            <label class="tick">
                <input
                    type="checkbox"
                    checked=is_done.get_untracked()
                    prop:checked=move || is_done.get()
                    on:change=set_done
                />
                <span class="tick__label">{messages.text(key::PLAN_DONE)}</span>
            </label>
        </fieldset>
    }
}

/// When to look again: the day that is proposed, until the person has chosen another one.
#[component]
fn LookAgain() -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    let value =
        check.derive(|held| held.current().look_again().map(Day::written).unwrap_or_default());
    let has_fault = RwSignal::new(false);
    let take = move |text: String| {
        let day = Day::parse(&text);
        let is_wrong = day.is_none() && !text.is_empty();
        if !is_wrong {
            check.change(|check| check.again = day);
        }
        has_fault.set(is_wrong);
    };
    view! {
        <fieldset class="field">
            <label for="plan-again">{messages.text(key::PLAN_AGAIN)}</label>
            <p id="plan-again-hint" class="field__hint">{messages.text(key::PLAN_AGAIN_HINT)}</p>
            <DayField
                id="plan-again"
                name="again"
                value=value
                hint_id="plan-again-hint"
                fault_id="plan-again-fault"
                is_invalid=has_fault
                on_input=take
            />
        </fieldset>
    }
}

/// A field for a day, and what is wrong with what was entered. It follows its value but while the person is in it: half a day is
/// none, and would be taken away from under their fingers.
#[component]
fn DayField(
    /// Its id.
    #[prop(into)]
    id: String,
    /// Its name.
    name: &'static str,
    /// The day, as it was entered.
    value: Memo<String>,
    /// The id of what explains it, if anything does.
    #[prop(optional)]
    hint_id: &'static str,
    /// The id of what says that something is wrong.
    #[prop(into)]
    fault_id: String,
    /// Whether what was entered is no day.
    #[prop(into)]
    is_invalid: Signal<bool>,
    /// Called with what was entered; empty as long as it is not a whole day.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let own_id = id.clone();
    let described_by = [hint_id, " ", &fault_id].concat().trim().to_owned();
    // Nobody is told that a day is wrong before they have typed it.
    let is_begun = RwSignal::new(false);
    let is_wrong = memo(move || is_invalid.get() && !is_begun.get());
    let take = move |event| {
        let text = event_target_value(&event);
        // While the year is typed into a field for dates, it is one of the first centuries.
        is_begun.set(text.starts_with('0') || text.len() < "2027-01-31".len());
        on_input.run(text);
    };
    Effect::new(move |_| {
        let text = value.get();
        if let Some(field) = field.get()
            && focus::current().as_ref() != Some(&own_id)
        {
            field.set_value(&text);
        }
    });
    view! {
        <input
            node_ref=field
            id=id
            type="date"
            name=name
            value=value.get_untracked()
            aria-describedby=described_by
            aria-invalid=move || is_wrong.get().then_some("true")
            on:input=take
            on:blur=move |_| is_begun.set(false)
        />
        <DayFault id=fault_id shown=is_wrong/>
    }
}

/// Says that what was entered is no day.
#[component]
fn DayFault(
    /// Its id.
    #[prop(into)]
    id: String,
    /// Whether it is so.
    #[prop(into)]
    shown: Signal<bool>,
) -> impl IntoView {
    let messages = use_messages();
    let text = move || {
        if shown.get() { messages.text(key::PLAN_BY_FAULT).to_owned() } else { String::new() }
    };
    view! { <LiveRegion id=id class="field__fault" text=Signal::derive(text)/> }
}
