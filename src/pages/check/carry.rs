//! Answers that go along to the app in full, and answers that have come along.

use super::{
    files::{self, File},
    labels,
};
use crate::{
    components::{
        button::Button,
        heading::Heading,
        link::Link,
        page_title::use_page_title,
        status::{Status, StatusText},
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::{
        assessment::saved::{self, Read, Unreadable},
        assessment::{assessment::Assessment, carry},
        route::{Route, Step},
    },
    i18n::{Key, key},
    state::{
        app::use_app,
        assessments::use_assessments,
        render::{Hosting, use_render_context},
    },
};
use leptos::prelude::*;

/// Shows what would go along, before it does.
#[component]
pub(super) fn CarryPage(
    /// The address of the app in full.
    site: String,
) -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    use_page_title(messages.text(key::CARRY_TITLE).to_owned());
    let back = Route::Check(check.last_step.get_value());
    let checks = check.derive(|held| held.assessments.clone());
    let without = [&*site, &*back.address()].concat();
    view! {
        <p class="back"><Link to=back>{messages.text(key::QUESTION_BACK)}</Link></p>
        <Heading>{messages.text(key::CARRY_TITLE)}</Heading>
        // Drawn anew when anything in it has changed.
        <For each=move || [checks.get()] key=|checks| saved::write(checks) let:checks>
            <Luggage checks=checks site=site.clone() without=without.clone()/>
        </For>
    }
}

/// What would go along, and the ways to take it.
#[component]
fn Luggage(
    /// The checks.
    checks: Vec<Assessment>,
    /// The address of the app in full.
    site: String,
    /// The address there of the screen before, without answers.
    without: String,
) -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    if checks.is_empty() {
        return view! { <p class="lead">{messages.text(key::CARRY_NOTHING)}</p> }.into_any();
    }
    let list = &use_library().checklist;
    let is_embedded = use_render_context().hosting == Hosting::Embedded;
    let said = StatusText::new();
    let save = move |_| said.say(files::offer(check, list, messages, is_embedded, File::Json));
    let way = match carry::address(&checks) {
        Some(address) => {
            let address = [&*site, &*address].concat();
            view! { <p class="actions"><FullLink address=address/></p> }.into_any()
        }
        None => view! { <p>{messages.text(key::CARRY_LONG)}</p> }.into_any(),
    };
    view! {
        <p class="lead">{messages.text(key::CARRY_LEAD)}</p>
        <CheckList checks=checks/>
        <p class="notice notice--privacy">{messages.text(key::CARRY_PRIVACY)}</p>
        {way}
        <p class="actions"><Button label=key::TAKE_JSON variant="button--plain" on_click=save/></p>
        <Status text=said class="small"/>
        <p class="ways">
            <a href=without target="_blank" rel="noopener noreferrer">
                {messages.text(key::CARRY_WITHOUT)}
                <span class="unseen">" " {messages.text(key::FRAME_NEW_TAB)}</span>
            </a>
        </p>
    }
    .into_any()
}

/// Shows what has come along, and asks whether to keep it.
#[component]
pub(super) fn CarriedPage(
    /// The answers, as they stood in the address.
    answers: String,
    /// The address of the app in full.
    site: String,
) -> impl IntoView {
    let messages = use_messages();
    use_page_title(messages.text(key::CARRIED_TITLE).to_owned());
    // Whoever sees the screen need not see them in the address, nor find them there later.
    let app = use_app();
    Effect::new(move |_| app.replace_address(&Route::Check(Step::Carried(String::new()))));
    let content = match saved::read(&answers) {
        _ if answers.is_empty() => view! { <Unread why=key::CARRIED_NOTHING/> }.into_any(),
        Err(Unreadable::Newer) => view! { <Unread why=key::CARRIED_NEWER/> }.into_any(),
        Ok(Read { assessments: checks, lost }) if !checks.is_empty() => {
            let lost = (!lost.is_empty()).then(|| {
                view! { <p>{messages.fill(key::NEWS_LOST, &[("what", &lost.join(", "))])}</p> }
            });
            let keep = keep_control(answers, &checks, &site);
            view! {
                <p class="lead">{messages.text(key::CARRIED_LEAD)}</p>
                <CheckList checks=checks/>
                {maybe(lost)}
                <p class="actions">
                    {keep}
                    " "
                    <Link class="button button--plain" to=Route::Check(Step::Start)>
                        {messages.text(key::CARRIED_NO)}
                    </Link>
                </p>
            }
            .into_any()
        }
        _ => view! { <Unread why=key::CARRIED_BROKEN/> }.into_any(),
    };
    view! {
        <section class="page check">
            <Heading>{messages.text(key::CARRIED_TITLE)}</Heading>
            {content}
        </section>
    }
}

/// What keeps the answers that have come along.
fn keep_control(answers: String, checks: &[Assessment], site: &str) -> AnyView {
    if use_render_context().hosting == Hosting::Embedded {
        // Not here, where somebody may have laid something over the button.
        return maybe(carry::address(checks).map(|address| {
            let address = [site, &*address].concat();
            view! { <FullLink address=address/> }
        }));
    }
    let (app, check) = (use_app(), use_assessments());
    let keep = move |_| {
        check.receive(&app.library().checklist, Some(&answers));
        app.go(Route::Check(Step::Start));
    };
    view! { <Button label=key::CARRIED_YES variant="button--go" on_click=keep/> }.into_any()
}

/// Why nothing of what came along can be shown, and the way on.
#[component]
fn Unread(
    /// Why.
    why: Key,
) -> impl IntoView {
    let messages = use_messages();
    view! {
        <p class="lead">{messages.text(why)}</p>
        <p class="actions">
            <Link class="button button--go" to=Route::Check(Step::Start)>
                {messages.text(key::CARRIED_TO_CHECK)}
            </Link>
        </p>
    }
}

/// The link into the app in full, with answers in its address.
#[component]
fn FullLink(
    /// The address.
    address: String,
) -> impl IntoView {
    let messages = use_messages();
    view! {
        <a class="button button--go" href=address target="_blank" rel="noopener noreferrer">
            {messages.text(key::CARRY_OPEN)}
            <span class="unseen">" " {messages.text(key::FRAME_NEW_TAB)}</span>
        </a>
    }
}

/// Checks, with what of each can be read by whoever gets it.
#[component]
fn CheckList(
    /// The checks.
    checks: Vec<Assessment>,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let items = each(&checks, |check| {
        let mut said = vec![labels::done(messages, list, check)];
        let counts =
            [(key::CARRY_REASONS, check.why.len()), (key::CARRY_ACTIONS, check.actions().count())];
        said.extend(
            counts.iter().filter(|(_, n)| *n > 0).map(|(text, n)| messages.count(*text, *n)),
        );
        view! {
            <li class="shelf__check">
                <h2>{labels::name(messages, check)}</h2>
                <p class="small">{labels::kind(messages, check)}</p>
                <p class="small">{said.join(" ")}</p>
            </li>
        }
    });
    view! { <ul class="shelf">{items}</ul> }
}
