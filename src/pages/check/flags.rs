//! The warning signs: asked after the statements, answered with yes or no, never scored.

use super::frame::BackLink;
use crate::{
    components::{
        heading::Heading,
        link::Link,
        live_text::LiveRegion,
        page_title::use_page_title,
        radio_options::{RadioOption, RadioOptions},
        use_library, use_messages,
        view::each,
    },
    domain::{
        assessment::{definition::Flag, navigation},
        route::{Route, Step},
    },
    i18n::key,
    state::{assessments::use_assessments, render::use_render_context},
};
use leptos::prelude::*;

/// The screen.
#[component]
pub(super) fn FlagsPage() -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    use_page_title(messages.text(key::FLAGS_TITLE).to_owned());
    let before = use_assessments()
        .derive(|held| navigation::back(list, &held.current().setup, &Step::Flags).id());
    let before = move || Step::from_id(&before.get()).unwrap_or(Step::Start);
    let flags = each(&list.flags, |flag| view! { <WarningSign flag=flag/> });
    view! {
        {move || view! { <BackLink to=before()/> }.into_any()}
        <Heading>{messages.text(key::FLAGS_TITLE)}</Heading>
        <p class="lead">{messages.text(key::FLAGS_LEAD)}</p>
        {flags}
        <p class="actions">
            <Link class="button button--go" to=Route::Check(Step::Review)>{messages.text(key::QUESTION_NEXT)}</Link>
        </p>
    }
}

/// A warning sign with its two answers, and what to do if it is there.
#[component]
fn WarningSign(
    /// The warning sign.
    flag: &'static Flag,
) -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    let chosen = check.derive(|held| {
        let raised = held.current().answers.flags.get(&flag.id);
        raised.map(|so| if *so { YES } else { NO })
    });
    let options = [(YES, key::FLAGS_YES), (NO, key::FLAGS_NO)].map(|(value, label)| RadioOption {
        value,
        label: messages.text(label).to_owned(),
        meaning: String::new(),
    });
    let choose = move |value| {
        check.take(|check| {
            check.answers.flags.insert(flag.id.clone(), value == YES);
        });
    };
    // A page that learns the height must not learn the answer from it.
    let advice = if use_render_context().height_is_observed() {
        let text = messages.fill(key::FLAGS_IF_YES, &[("advice", &flag.advice)]);
        view! { <p class="notice notice--advice">{text}</p> }.into_any()
    } else {
        let text = Signal::derive(move || {
            if chosen.get() == Some(YES) { flag.advice.clone() } else { String::new() }
        });
        view! { <LiveRegion class="notice notice--advice" text=text/> }.into_any()
    };
    let name = ["flag-", &flag.id].concat();
    view! {
        <fieldset class="answers answers--flag">
            <legend>{flag.text.as_str()}</legend>
            <div class="answers__pair">
                <RadioOptions
                    name=name.clone()
                    id_prefix=name
                    options=options.into()
                    variant="answer--short"
                    chosen=chosen
                    on_choose=choose
                />
            </div>
            {advice}
        </fieldset>
    }
}

/// The value of the answer that the sign is there.
const YES: &str = "yes";
/// The value of the answer that it is not.
const NO: &str = "no";
