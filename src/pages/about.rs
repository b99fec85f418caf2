//! What this is, where the facts come from, what happens with what people enter (nothing leaves the phone), and the data to
//! take along.

use crate::{
    browser::{digest, download},
    components::{
        heading::Heading,
        link::Link,
        page_title::use_page_title,
        status::{Status, StatusText},
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::{
        chunk::Chunk,
        dataset::{self, File},
        route::Route,
        verification_code,
    },
    i18n::{Key, key},
    lazy,
    state::{
        app::use_app,
        render::{Hosting, use_render_context},
    },
};
use leptos::{prelude::*, task::spawn_local};

/// What the app in one file is called.
pub const ONE_FILE: &str = "ashar.html";

/// The page.
#[component]
pub(crate) fn AboutPage() -> impl IntoView {
    let messages = use_messages();
    use_page_title(messages.text(key::ABOUT_TITLE).to_owned());
    let cases = use_library().corpus.cases().len().to_string();
    let sections = [
        (key::ABOUT_WHAT_TITLE, key::ABOUT_WHAT),
        (key::ABOUT_SOURCE_TITLE, key::ABOUT_SOURCE),
        (key::ABOUT_DATE_TITLE, key::ABOUT_DATE),
        (key::ABOUT_NOTES_TITLE, key::ABOUT_NOTES),
        (key::ABOUT_PRIVACY_TITLE, key::ABOUT_PRIVACY),
        (key::ABOUT_NAME_TITLE, key::ABOUT_NAME),
    ];
    let sections = each(sections, move |(title, text)| {
        view! {
            <h2>{messages.text(title)}</h2>
            <p>{messages.fill(text, &[("n", &cases)])}</p>
        }
    });
    let is_single_file = use_render_context().hosting == Hosting::SingleFile;
    let to_reading = (!is_single_file).then(|| {
        view! { <p class="ways"><a href="read/index.html">{messages.text(key::ABOUT_TO_READING)}</a></p> }
    });
    view! {
        <section class="page prose">
            <Heading>{messages.text(key::ABOUT_TITLE)}</Heading>
            {sections}
            <p class="ways"><Link to=Route::Offline>{messages.text(key::ABOUT_TO_OFFLINE)}</Link></p>
            <p class="ways"><Link to=Route::Embed>{messages.text(key::EMBED_TITLE)}</Link></p>
            {maybe(to_reading)}
            <PassOn is_single_file=is_single_file/>
            <Data/>
        </section>
    }
}

/// The app as one file, to pass on where there is no network, and how to find out whether a copy is whole and ours.
#[component]
fn PassOn(
    /// Whether this is that file.
    is_single_file: bool,
) -> impl IntoView {
    let messages = use_messages();
    let said = StatusText::new();
    let text = if is_single_file { key::FILE_HERE } else { key::FILE_TEXT };
    let save = (!is_single_file).then(|| {
        view! {
            <p>
                <a class="button button--plain" href=ONE_FILE download=ONE_FILE>{messages.text(key::FILE_SAVE)}</a>
            </p>
        }
    });
    let check = move |event: leptos::ev::Event| {
        spawn_local(async move {
            let code = digest::of_file(&event).await.map(|digest| verification_code::of(&digest));
            said.say(code.map_or_else(
                || messages.text(key::FILE_NO_CODE).to_owned(),
                |code| messages.fill(key::FILE_CODE, &[("code", &code)]),
            ));
        });
    };
    view! {
        <section>
            <h2 id="one-file">{messages.text(key::FILE_TITLE)}</h2>
            <p>{messages.text(text)}</p>
            {maybe(save)}
            <p>{messages.text(key::FILE_CHECK)}</p>
            <p class="upload">
                <label for="verification-code">{messages.text(key::FILE_CHECK_LABEL)}</label>
                <input id="verification-code" type="file" accept=".html,text/html" on:change=check/>
            </p>
            <Status text=said class="case__said"/>
        </section>
    }
}

/// The data as files, with what their fields mean.
#[component]
fn Data() -> impl IntoView {
    let (messages, library, app) = (use_messages(), use_library(), use_app());
    let said = StatusText::new();
    let save = move |file: File| {
        spawn_local(async move {
            // It holds the check as well.
            if file == File::Everything && !lazy::load(app, Chunk::Check).await {
                return said.say(messages.text(key::LATER_TEXT));
            }
            let made = download::file(file.name(), file.kind(), &file.text(library));
            let text = if made { key::DATA_KEPT } else { key::DATA_REFUSED };
            said.say(messages.fill(text, &[("file", file.name())]));
        });
    };
    let files = each(File::ALL, move |file| {
        view! {
            <li>
                <button class="button button--plain" type="button" on:click=move |_| save(file)>
                    {messages.text(label(file))}
                </button>
                " "
                <span class="small">{file.name()}</span>
            </li>
        }
    });
    let fields = each(library.guide.iter(), |field| {
        view! {
            <div>
                <dt><code>{field.field.as_str()}</code></dt>
                <dd>{field.meaning.as_str()}</dd>
            </div>
        }
    });
    view! {
        <h2 id="data">{messages.text(key::DATA_TITLE)}</h2>
        <p>{messages.fill(key::DATA_TEXT, &[("version", &dataset::version())])}</p>
        <p class="small">{messages.text(key::TABLE_HINT)}</p>
        <ul class="files">{files}</ul>
        <Status text=said class="case__said"/>
        <details id="fold-guide" class="fold">
            <summary><h3>{messages.text(key::DATA_GUIDE_TITLE)}</h3></summary>
            <dl class="glossary">{fields}</dl>
        </details>
    }
}

fn label(file: File) -> Key {
    match file {
        File::Cases => key::DATA_CASES,
        File::Parts => key::DATA_PARTS,
        File::Everything => key::DATA_EVERYTHING,
        File::Guide => key::DATA_GUIDE,
    }
}
