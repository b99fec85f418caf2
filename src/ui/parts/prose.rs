//! Text with its local terms explained where they stand, and with found words marked.

use crate::{
    domain::{
        excerpt::{Excerpt, excerpt},
        glossary::{Piece, Seen, Term},
        words::key,
    },
    state::app::app,
};
use leptos::prelude::*;
use std::ops::Range;

/// A text in which every term not yet in `seen` can be touched for its explanation.
pub(crate) fn explained(text: &str, seen: &mut Seen) -> impl IntoView + use<> {
    app()
        .library
        .glossary
        .pieces(text, seen)
        .into_iter()
        .map(|piece| match piece {
            Piece::Plain(text) => text.to_owned().into_any(),
            Piece::Term(word, entry) => term(word.to_owned(), entry.clone()).into_any(),
        })
        .collect_view()
}

fn term(word: String, entry: Term) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <button
            class="term"
            type="button"
            aria-expanded=move || if open.get() { "true" } else { "false" }
            on:click=move |_| open.update(|open| *open = !*open)
        >{word}</button>
        {move || open.get().then(|| view! {
            <span class="term__text">
                {key::TERM_TEXT.with(&[("term", &entry.term), ("text", &entry.text)])}
            </span>
        })}
    }
}

/// A piece of a text around the marked words.
pub(crate) fn marked(text: &str, marks: &[Range<usize>]) -> impl IntoView + use<> {
    /// About three lines on a narrow phone.
    const LENGTH: usize = 170;
    let Excerpt { parts, cut_before, cut_after } = excerpt(text, marks, LENGTH);
    view! {
        {cut_before.then_some("… ")}
        {parts.into_iter().map(|(part, mark)| {
            if mark { view! { <mark>{part}</mark> }.into_any() } else { part.into_any() }
        }).collect_view()}
        {cut_after.then_some(" …")}
    }
}

/// The first words of a text, to tell one link from another.
pub(crate) fn beginning(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(6).collect();
    words.join(" ")
}
