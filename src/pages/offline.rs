//! What is stored on this phone, said honestly: it is looked up, not assumed.

use crate::{
    browser::offline::{self, Kept},
    components::{
        button::Button, heading::Heading, live_text::LiveText, page_title::use_page_title,
        use_messages, view::each,
    },
    domain::chunk::Chunk,
    i18n::{Key, Messages, key},
    state::{
        app::use_app,
        render::{Hosting, use_render_context},
    },
};
use leptos::{prelude::*, task::spawn_local};

/// The page.
#[component]
pub(crate) fn OfflinePage() -> impl IntoView {
    let messages = use_messages();
    use_page_title(messages.text(key::OFFLINE_TITLE).to_owned());
    let is_single_file = use_render_context().hosting == Hosting::SingleFile;
    let content = if is_single_file {
        view! { <p class="notice">{messages.text(key::FILE_HERE)}</p> }.into_any()
    } else {
        view! { <Panel/> }.into_any()
    };
    view! {
        <section class="page prose">
            <Heading>{messages.text(key::OFFLINE_TITLE)}</Heading>
            {content}
        </section>
    }
}

/// What is stored, what is missing, and how to use the app without a network.
#[component]
fn Panel() -> impl IntoView {
    let messages = use_messages();
    let found = RwSignal::new(messages.text(key::OFFLINE_LOOKING).to_owned());
    let missing = RwSignal::new(None::<Vec<Chunk>>);
    let look = move |all: bool, ask: bool| {
        found.set(messages.text(key::OFFLINE_LOOKING).to_owned());
        spawn_local(look(messages, found, missing, all, ask));
    };
    let app = use_app();
    // Looked up at once, and again when the worker begins to answer for this page.
    Effect::new(move |_| {
        app.taken_over.track();
        look(false, false);
    });
    let how = [
        (key::OFFLINE_HOW_TITLE, key::OFFLINE_HOW),
        (key::OFFLINE_HOME_TITLE, key::OFFLINE_HOME),
        (key::OFFLINE_FRAME_TITLE, key::OFFLINE_FRAME),
    ];
    let how = each(how, move |(title, text)| {
        view! {
            <h2>{messages.text(title)}</h2>
            <p>{messages.text(text)}</p>
        }
    });
    view! {
        <p class="notice" role="status" id="found"><LiveText text=found/></p>
        <div id="rest">
            {move || missing.get().map(|missing| {
                view! { <Missing parts=missing keep_all=move || look(true, true)/> }.into_any()
            })}
        </div>
        <p><Button label=key::OFFLINE_LOOK id="look" on_click=move |_| look(false, true)/></p>
        {how}
    }
}

/// What is not stored yet, and the way to it.
#[component]
fn Missing(
    /// The parts that are not stored; none where all is.
    parts: Vec<Chunk>,
    /// Stores all of them.
    keep_all: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    let messages = use_messages();
    if parts.is_empty() {
        return view! { <p>{messages.text(key::OFFLINE_ALL)}</p> }.into_any();
    }
    let names = each(parts, |part| view! { <li>{messages.text(name(part))}</li> });
    view! {
        <p>{messages.text(key::OFFLINE_REST)}</p>
        <ul>{names}</ul>
        <p><Button label=key::OFFLINE_KEEP_ALL id="keep-all" on_click=move |_| keep_all()/></p>
    }
    .into_any()
}

fn name(part: Chunk) -> Key {
    match part {
        Chunk::Cases => key::OFFLINE_PART_CASES,
        Chunk::Check => key::OFFLINE_PART_CHECK,
        Chunk::About => key::OFFLINE_PART_ABOUT,
        Chunk::Embed => key::OFFLINE_PART_EMBED,
        Chunk::Words => key::OFFLINE_PART_WORDS,
    }
}

/// Looks what is stored on the phone, and says it. `all`: also stores what is not there yet. `ask`: also asks the browser to
/// keep it.
async fn look(
    messages: Messages,
    found: RwSignal<String>,
    missing: RwSignal<Option<Vec<Chunk>>>,
    all: bool,
    ask: bool,
) {
    // The reader may have left the page by the time that something is found.
    let say = move |text: String| drop(found.try_set(text));
    let Some(kept) = offline::keep(messages.lang().tag(), all).await else {
        let why =
            if offline::is_possible() { key::OFFLINE_NOTHING } else { key::OFFLINE_NOT_SECURE };
        return say(messages.text(why).to_owned());
    };
    let is_missing = |part: &Chunk| kept.missing.iter().any(|id| id == part.id());
    let _ = missing.try_set(Some(Chunk::ALL.into_iter().filter(is_missing).collect()));
    say(told(messages, &kept, offline::promised(false).await));
    // The browser may ask the person, who may take their time.
    if ask {
        say(told(messages, &kept, offline::promised(true).await));
    }
}

/// How much is stored, of which version, and whether the browser has promised to keep it.
fn told(messages: Messages, kept: &Kept, promised: Option<bool>) -> String {
    let size = messages.whole(u64::from(kept.bytes.div_ceil(1000)));
    let size = messages.fill(key::OFFLINE_SIZE, &[("size", &size), ("version", &kept.version)]);
    let files = messages.count(key::OFFLINE_STORED, usize::try_from(kept.files).unwrap_or(0));
    let promise = match promised {
        Some(true) => messages.text(key::OFFLINE_PROMISED),
        Some(false) => messages.text(key::OFFLINE_UNPROMISED),
        None => "",
    };
    [&files, " ", &size, " ", promise].concat()
}
