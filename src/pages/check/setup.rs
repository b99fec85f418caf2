//! What is settled before the first item: for which stage and who answers; and, folded, how long, how, and under which name.

mod radio_group;

use super::{
    frame::BackLink,
    labels::{depth_label, role_label, stage_label},
};
use crate::{
    browser::focus,
    components::{
        button::Button, heading::Heading, link::Link, live_text::LiveText,
        page_title::use_page_title, radio_options::RadioOption, use_library, use_messages,
    },
    domain::{
        assessment::{
            navigation,
            options::{
                AnswerMode, Depth, QuestionLayout, RespondentRole, Setup, Stage, ValidationError,
            },
            store::AssessmentStore,
        },
        route::{Route, Step},
    },
    i18n::{Key, key},
    state::{
        app::use_app,
        assessments::{Assessments, use_assessments},
        render::use_render_context,
    },
};
use leptos::prelude::*;
use radio_group::RadioGroup;

/// The id of the summary of what is missing, where the focus goes when something is.
const FAULTS: &str = "faults";

/// Whose setup a form shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    /// That of a check that is not begun yet.
    New,
    /// That of the check at hand, which is kept at every tap.
    Current,
}

impl Subject {
    /// A value that follows the setup, as it is filled in so far.
    fn derive<T: PartialEq + Send + Sync + 'static>(
        self,
        check: Assessments,
        value: impl Fn(&Setup) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        match self {
            Self::New => check.derive_dialog(move |dialogs| value(&dialogs.draft)),
            Self::Current => check.derive(move |store| value(&store.current().setup)),
        }
    }

    /// Takes what was chosen or typed, by the name of the control.
    fn choose(self, check: Assessments, name: &str, value: &str) {
        match self {
            Self::New => check.dialogs.update(|dialogs| dialogs.draft.choose(name, value)),
            Self::Current => check.change(|check| check.setup.choose(name, value)),
        }
    }
}

/// The page on which a check begins.
#[component]
pub(super) fn NewPage() -> impl IntoView {
    let (app, messages, check) = (use_app(), use_messages(), use_assessments());
    on_cleanup(move || check.forget_faults());
    let has_faults = check.derive_dialog(|dialogs| !dialogs.faults.is_empty());
    let title = move || {
        let title = messages.text(key::SETUP_TITLE);
        if has_faults.get() {
            messages.fill(key::TITLE_FAULT, &[("page", title)])
        } else {
            title.to_owned()
        }
    };
    use_page_title(Signal::derive(title));
    let begin = move |_| {
        if check.begin() {
            // "Back" leads to the checks there are, not to a form that would begin another one.
            app.replace_address(&Route::Check(Step::Start));
            let first = |store: &AssessmentStore| {
                navigation::screen(&app.library().checklist, &store.current().setup, 1)
            };
            app.go(Route::Check(check.store.with_untracked(first)));
        } else {
            focus::focus_when_drawn(FAULTS);
        }
    };
    view! {
        <BackLink to=Step::Start/>
        {move || if has_faults.get() { view! { <ErrorSummary/> }.into_any() } else { ().into_any() }}
        <Heading>{messages.text(key::SETUP_TITLE)}</Heading>
        <Form subject=Subject::New/>
        <p class="actions"><Button label=key::CHECK_BEGIN variant="button--go" on_click=begin/></p>
    }
}

/// The page on which the setup of the check at hand is changed.
#[component]
pub(super) fn SetupPage() -> impl IntoView {
    let messages = use_messages();
    use_page_title(messages.text(key::SETUP_CHANGE).to_owned());
    view! {
        <BackLink to=Step::Start/>
        <Heading>{messages.text(key::SETUP_CHANGE)}</Heading>
        <Form subject=Subject::Current/>
        <p class="actions">
            <Link class="button button--go" to=Route::Check(Step::Start)>
                {messages.text(key::SETUP_SETTLE)}
            </Link>
        </p>
    }
}

/// What to say where something is missing, and the id of the first of its answers.
fn fault(what: ValidationError) -> (Key, String) {
    match what {
        ValidationError::MissingStage => {
            (key::SETUP_STAGE_FAULT, radio_group::input_id(Stage::Before.id()))
        }
        ValidationError::MissingRole => {
            (key::SETUP_SEAT_FAULT, radio_group::input_id(RespondentRole::Group.id()))
        }
    }
}

/// What is missing, in one place, each with the way to it (GOV.UK's error summary).
#[component]
fn ErrorSummary() -> impl IntoView {
    let messages = use_messages();
    let faults = use_assessments().derive_dialog(|dialogs| dialogs.faults.clone());
    view! {
        <div class="faults" id=FAULTS role="alert">
            <h2>{messages.text(key::SETUP_FAULTS)}</h2>
            <ul>
                <For each=move || faults.get() key=|what| fault(*what).1 let:what>
                    <ErrorLink what=what/>
                </For>
            </ul>
        </div>
    }
}

/// The way to what is missing.
#[component]
fn ErrorLink(
    /// What is missing.
    what: ValidationError,
) -> impl IntoView {
    let (text, input) = fault(what);
    let go = move |event: leptos::ev::MouseEvent| {
        // Not an address of the app.
        event.prevent_default();
        focus::focus_and_scroll(&input);
    };
    let here = use_render_context().href(&Route::Check(Step::New));
    view! { <li><a href=here on:click=go>{use_messages().text(text)}</a></li> }
}

/// The choices, and what the check is called.
#[component]
fn Form(
    /// Whose setup is shown.
    subject: Subject,
) -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    let list = &use_library().checklist;
    let chosen = move |id: fn(&Setup) -> Option<&'static str>| subject.derive(check, id);
    // Only a check that is about to begin can lack something.
    let fault_of = move |what: ValidationError| {
        let is_missing =
            check.derive_dialog(move |it| subject == Subject::New && it.faults.contains(&what));
        Some((is_missing, fault(what).0))
    };
    let choose = Callback::new(move |(name, value): (&'static str, &'static str)| {
        subject.choose(check, name, value);
    });
    let option = |value, label: Key, meaning| {
        let label = messages.text(label).to_owned();
        RadioOption { value, label, meaning }
    };
    let hint = |key: Key| messages.text(key).to_owned();
    let depth_hint = |depth: Depth| {
        let key = match depth {
            Depth::Quick => key::DEPTH_QUICK_HINT,
            Depth::Full => key::DEPTH_FULL_HINT,
        };
        messages.fill(key, &[("n", &list.asked(depth).len().to_string())])
    };
    let stages = Stage::ALL.iter().map(|stage| {
        let about = match stage {
            Stage::Before => key::STAGE_BEFORE_HINT,
            Stage::Together => key::STAGE_TOGETHER_HINT,
        };
        option(stage.id(), stage_label(*stage), hint(about))
    });
    let roles = RespondentRole::ALL.iter().map(|role| {
        let about = match role {
            RespondentRole::Group => key::SEAT_GROUP_HINT,
            RespondentRole::Office => key::SEAT_OFFICE_HINT,
            RespondentRole::Residents => key::SEAT_RESIDENTS_HINT,
        };
        option(role.id(), role_label(*role), hint(about))
    });
    let depths =
        Depth::ALL.iter().map(|depth| option(depth.id(), depth_label(*depth), depth_hint(*depth)));
    let modes = [
        option(AnswerMode::Single.id(), key::MANNER_PERSON, hint(key::MANNER_PERSON_HINT)),
        option(AnswerMode::ShowOfHands.id(), key::MANNER_HALL, hint(key::MANNER_HALL_HINT)),
    ];
    let layouts = [
        option(QuestionLayout::OnePerPage.id(), key::PACE_ITEM, String::new()),
        option(QuestionLayout::Grouped.id(), key::PACE_PART, String::new()),
    ];
    // What has an answer from the beginning cannot be missing.
    let folded = move |name, legend, choices, chosen| {
        view! {
            <RadioGroup name=name legend=legend choices=choices chosen=chosen fault=None on_choose=choose/>
        }
    };
    // What is settled without being asked, for those who want to know before they begin.
    let settled = subject.derive(check, move |setup| {
        let mode = if setup.in_hall() { key::MANNER_HALL } else { key::MANNER_PERSON };
        let layout = match setup.layout {
            // A hall has always one at a time.
            QuestionLayout::Grouped if !setup.in_hall() => key::PACE_PART,
            _ => key::PACE_ITEM,
        };
        [depth_label(setup.depth), mode, layout].map(|label| messages.text(label)).join(" · ")
    });
    view! {
        <RadioGroup
            name="stage"
            legend=key::SETUP_STAGE
            choices=stages.collect()
            chosen=chosen(|setup| setup.stage.map(Stage::id))
            fault=fault_of(ValidationError::MissingStage)
            on_choose=choose
        />
        <RadioGroup
            name="seat"
            legend=key::SETUP_SEAT
            choices=roles.collect()
            chosen=chosen(|setup| setup.role.map(RespondentRole::id))
            fault=fault_of(ValidationError::MissingRole)
            on_choose=choose
        />
        <details id="fold-setup" class="fold" open=subject == Subject::Current>
            <summary>
                <h2>{messages.text(key::SETUP_MORE)}</h2>
                <span class="fold__count"><LiveText text=settled/></span>
            </summary>
            {folded("depth", key::SETUP_DEPTH, depths.collect(), chosen(|setup| Some(setup.depth.id())))}
            {folded("manner", key::SETUP_MANNER, modes.into(), chosen(|setup| Some(setup.mode.id())))}
            {folded("pace", key::SETUP_PACE, layouts.into(), chosen(|setup| Some(setup.layout.id())))}
            <NameField subject=subject/>
        </details>
    }
}

/// What the person calls the check.
#[component]
fn NameField(
    /// Whose setup is shown.
    subject: Subject,
) -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    let name = subject.derive(check, |setup| setup.name.clone());
    view! {
        <div class="field">
            <label for="setup-name">{messages.text(key::SETUP_NAME)}</label>
            <p id="setup-name-hint" class="field__hint">{messages.text(key::SETUP_NAME_HINT)}</p>
            <input
                id="setup-name"
                type="text"
                maxlength="80"
                autocomplete="off"
                aria-describedby="setup-name-hint"
                name="name"
                value=name.get_untracked()
                prop:value=move || name.get()
                on:input=move |event| subject.choose(check, "name", &event_target_value(&event))
            />
        </div>
    }
}
