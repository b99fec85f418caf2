//! Pieces that several pages use.

use super::{Act, Desk};
use crate::domain::{
    excerpt,
    glossary::{Now, Piece, Seen},
    route::Route,
    words::{Key, key},
};
use maud::{Markup, html};

/// A link to a page of the app.
pub(super) fn link(route: &Route, label: &str) -> Markup {
    around(route, &html! { (label) })
}

/// A link around words that are marked.
pub(super) fn around(route: &Route, label: &Markup) -> Markup {
    html! { a href=(route.address()) { (label) } }
}

/// A button that the app acts on; its id is that of the act, so it stands once on a page. `class`: the
/// variant beside `button`.
pub(super) fn button(act: Act, class: &str, label: Key) -> Markup {
    html! {
        button id=(act.id()) class={ "button " (class) } type="button" data-act=(act.id()) { (label.text()) }
    }
}

/// The heading of a page, where the focus goes when the page changes.
pub(super) fn heading(text: &str) -> Markup {
    titled(&html! { (text) })
}

/// A heading of words that are marked.
pub(super) fn titled(text: &Markup) -> Markup {
    html! { h1 #heading { (text) } }
}

/// The tunduk: the ring at the top of a yurt, where all poles meet. The sign of the app; ornament only.
pub(super) fn tunduk() -> Markup {
    html! {
        svg .tunduk viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" focusable="false" {
            circle cx="24" cy="24" r="20" {}
            path d="M5 20Q24 10 43 20M4 24Q24 15 44 24M5 28Q24 20 43 28" {}
            path d="M20 5Q10 24 20 43M24 4Q15 24 24 44M28 5Q20 24 28 43" {}
        }
    }
}

/// Pieces of a text, some of them marked.
pub(super) fn pieces(parts: &[(&str, bool)]) -> Markup {
    html! {
        @for (part, is_mark) in parts {
            @if *is_mark { mark { (part) } } @else { (part) }
        }
    }
}

/// A text in which every term not yet in `seen` can be touched for its explanation, with the words of the search
/// marked. A mark that reaches into a term or out of it becomes two.
pub(super) fn explained(desk: Desk<'_>, text: &str, seen: &mut Seen) -> Markup {
    let marks = desk.marks(text);
    let mut end = 0;
    let found = desk.library.glossary.pieces(text, seen).into_iter().map(|piece| {
        let from = end;
        end += piece.text().len();
        (pieces(&excerpt::parts(text, from..end, &marks)), piece)
    });
    html! {
        @for (words, piece) in found {
            @match piece {
                Piece::Plain(_) => (words),
                Piece::Term(_, term) if desk.still => {
                    (around(&Route::Glossary { at: Some(term.id.clone()) }, &words))
                }
                Piece::Term(_, term) => {
                    button .term type="button" data-act=(Act::Term.id()) aria-expanded="false" { (words) }
                    span .term__text hidden {
                        (key::TERM_TEXT.with(&[("term", &term.term), ("text", &term.text)]))
                        @if let Some(now) = &term.now { " " (since(now)) }
                    }
                }
            }
        }
    }
}

/// What became of a term, and who says so.
pub(super) fn since(now: &Now) -> Markup {
    html! {
        span .since {
            strong { (key::TERM_NOW.text()) } " " (now.text) " "
            span .since__source { (key::TERM_SOURCE.with(&[("source", &now.source)])) }
        }
    }
}
