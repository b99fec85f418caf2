//! What this is, where the facts come from, and what happens with what people enter: nothing.

use super::{
    Act, Desk, Place,
    parts::{heading, link},
};
use crate::domain::{
    dataset::{self, File},
    route::Route,
    words::key,
};
use maud::{Markup, html};

/// What the app in one file is called.
pub const ONE_FILE: &str = "ashar.html";

/// The page.
pub fn page(desk: Desk<'_>) -> String {
    let parts = [
        (key::ABOUT_WHAT_TITLE, key::ABOUT_WHAT),
        (key::ABOUT_SOURCE_TITLE, key::ABOUT_SOURCE),
        (key::ABOUT_DATE_TITLE, key::ABOUT_DATE),
        (key::ABOUT_NOTES_TITLE, key::ABOUT_NOTES),
        (key::ABOUT_PRIVACY_TITLE, key::ABOUT_PRIVACY),
        (key::ABOUT_NAME_TITLE, key::ABOUT_NAME),
    ];
    let cases = desk.library.corpus.cases().len().to_string();
    html! {
        section .page .prose {
            (heading(key::ABOUT_TITLE.text()))
            @for (title, text) in parts {
                h2 { (title.text()) }
                p { (text.with(&[("n", &cases)])) }
            }
            p .ways { (link(&Route::Offline, key::ABOUT_TO_OFFLINE.text())) }
            p .ways { (link(&Route::Embed, key::EMBED_TITLE.text())) }
            @if desk.place != Place::File {
                p .ways { a href="read/index.html" { (key::ABOUT_TO_READING.text()) } }
            }
            (pass_on(desk))
            (data(desk))
        }
    }
    .into_string()
}

/// The app as one file, to pass on where there is no network, and how to find out whether a copy is whole and ours.
fn pass_on(desk: Desk<'_>) -> Markup {
    html! {
        section {
            h2 #one-file { (key::FILE_TITLE.text()) }
            p { (if desk.place == Place::File { key::FILE_HERE } else { key::FILE_TEXT }.text()) }
            @if desk.place != Place::File {
                p { a .button .button--plain href=(ONE_FILE) download=(ONE_FILE) { (key::FILE_SAVE.text()) } }
            }
            p { (key::FILE_CHECK.text()) }
            p .upload {
                label for="check-word" { (key::FILE_CHECK_LABEL.text()) }
                input id="check-word" type="file" accept=".html,text/html" data-act=(Act::CheckWord.id());
            }
            p .case__said role="status" {}
        }
    }
}

/// The data as files, with what their fields mean.
fn data(desk: Desk<'_>) -> Markup {
    let label = |file: File| match file {
        File::Cases => key::DATA_CASES,
        File::Parts => key::DATA_PARTS,
        File::Everything => key::DATA_EVERYTHING,
        File::Guide => key::DATA_GUIDE,
    };
    html! {
        h2 #data { (key::DATA_TITLE.text()) }
        p { (key::DATA_TEXT.with(&[("version", &dataset::version())])) }
        ul .files {
            @for file in File::ALL {
                li {
                    button .button .button--plain type="button" data-act=(Act::Save.id()) data-file=(file.name()) {
                        (label(file).text())
                    }
                    " " span .small { (file.name()) }
                }
            }
        }
        p .case__said role="status" {}
        details #fold-guide .fold {
            summary { h3 { (key::DATA_GUIDE_TITLE.text()) } }
            dl .glossary {
                @for field in desk.library.guide.iter() {
                    div { dt { code { (field.field) } } dd { (field.meaning) } }
                }
            }
        }
    }
}
