//! What the check is, how long it takes, what stays on the phone; and the checks there are.

mod erase;
mod news;
mod shelf;

use super::labels::Judgement;
use crate::{
    browser::{focus, upload},
    components::{
        heading::Heading,
        link::Link,
        live_text::LiveText,
        page_title::use_page_title,
        rich_text::{RichText, SeenTerms, use_text_renderer},
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::{
        assessment::options::{Depth, Stage},
        route::{Route, Step},
    },
    i18n::key,
    state::{
        assessments::use_assessments,
        render::{Hosting, use_render_context},
    },
};
use erase::EraseAll;
use leptos::{prelude::*, task::spawn_local};
use news::{News, Quarantine};
use shelf::Shelf;

/// The page.
#[component]
pub(super) fn StartPage() -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    use_page_title(messages.text(key::CHECK_TITLE).to_owned());
    on_cleanup(move || check.leave());
    let list = &use_library().checklist;
    let counts = [Depth::Quick, Depth::Full].map(|depth| list.asked(depth).len().to_string());
    let [quick, full] = &counts;
    let privacy = if use_render_context().hosting == Hosting::Embedded {
        key::CHECK_PRIVACY_GUEST
    } else {
        key::CHECK_PRIVACY
    };
    let points =
        [key::CHECK_POINT_ASK, key::CHECK_POINT_SHOW, key::CHECK_POINT_STOP, key::CHECK_POINT_READ];
    view! {
        <Heading>{messages.text(key::CHECK_TITLE)}</Heading>
        <p class="lead">{messages.fill(key::CHECK_LEAD, &[("n", quick), ("all", full)])}</p>
        <News/>
        <Quarantine/>
        <Shelf/>
        <p class="notice notice--privacy">{messages.text(privacy)}</p>
        <Begin/>
        <ul class="points">{each(points, move |point| view! { <li>{messages.text(point)}</li> })}</ul>
        <Scale/>
        <h2>{messages.text(key::SHELF_OTHER)}</h2>
        <ul class="points">
            <li>
                <Link to=Route::Check(Step::Paper(Stage::Together, Depth::Quick))>
                    {messages.text(key::PAPER_LINK)}
                </Link>
                " "
                {messages.text(key::PAPER_HINT)}
            </li>
            <FileImport/>
        </ul>
        <Judgement/>
        <EraseAll/>
    }
}

/// The way to a new check; the first thing to do where there is none yet.
#[component]
fn Begin() -> impl IntoView {
    let messages = use_messages();
    let is_first = use_assessments().derive(|held| held.assessments.is_empty());
    let label = move || {
        messages.text(if is_first.get() { key::CHECK_BEGIN } else { key::SHELF_NEW }).to_owned()
    };
    let class = move || if is_first.get() { "button button--go" } else { "button" };
    let href = use_render_context().href(&Route::Check(Step::New));
    view! {
        <p class="actions">
            <a class=class href=href>
                <LiveText text=Signal::derive(label)/>
            </a>
        </p>
    }
}

/// What an answer means, with an example, before the first one is given.
#[component]
fn Scale() -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let degrees = each(&list.scale, |degree| {
        view! {
            <div>
                <dt>{degree.label.as_str()}</dt>
                <dd>{degree.meaning.as_str()}</dd>
            </div>
        }
    });
    let example =
        list.dimension("roles").and_then(|dimension| dimension.items.first()).map(|item| {
            let text = messages
                .fill(key::SCALE_EXAMPLE, &[("statement", &item.text), ("example", &item.example)]);
            let text = use_text_renderer().explained(&text, "", &SeenTerms::default());
            view! { <p><RichText html=text/></p> }
        });
    view! {
        <details class="fold">
            <summary><h2>{messages.text(key::SCALE_TITLE)}</h2></summary>
            <p>{messages.text(key::SCALE_LEAD)}</p>
            <dl class="scale">{degrees}</dl>
            {maybe(example)}
        </details>
    }
}

/// Takes checks from a file that was saved before, here or on another phone.
#[component]
fn FileImport() -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    let list = &use_library().checklist;
    let read = move |event: leptos::ev::Event| {
        spawn_local(async move {
            let text = upload::text(&event).await;
            check.receive(list, text.as_deref());
            focus::focus_when_drawn("news");
        });
    };
    view! {
        <li class="upload">
            <label for="read-file">{messages.text(key::READ_LABEL)}</label>
            " "
            <span id="read-file-hint" class="small">{messages.text(key::READ_HINT)}</span>
            <input
                id="read-file"
                type="file"
                accept=".json,.txt,application/json,text/plain"
                aria-describedby="read-file-hint"
                on:change=read
            />
        </li>
    }
}
