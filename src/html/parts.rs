//! Pieces that several pages use.

use super::{Act, Desk};
use crate::domain::{
    case::{Block, CaseStudy, Section},
    excerpt,
    glossary::{Now, Piece, Seen},
    number,
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

/// A bar as long as its part of the whole, 0 to 1. It only repeats the number beside it.
pub(super) fn bar(part: f64) -> Markup {
    // Tenths of a percent, in whole numbers: as short in the page as it is exact enough for a screen.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
    let thousandths = (part.clamp(0.0, 1.0) * 1000.0) as u64;
    // The least amount is still to be seen; nothing is nothing.
    let thousandths = if part > 0.0 { thousandths.max(4) } else { 0 };
    html! {
        svg .bar viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect width=(number::whole(thousandths).replace(',', "")) height="10" {}
        }
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

/// A text with the words of the search marked.
pub(super) fn marked(desk: Desk<'_>, text: &str) -> Markup {
    pieces(&excerpt::parts(text, 0..text.len(), &desk.marks(text)))
}

/// Whether something in a written part is marked, by this module's own element.
pub(super) fn has_marks(part: &Markup) -> bool {
    part.0.contains("<mark>")
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

/// The first words of a text, to tell one link from another.
pub(super) fn beginning(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(6).collect();
    words.join(" ")
}

/// How an obstacle was met, or that the book does not say so.
pub(super) fn met(desk: Desk<'_>, block: &Block, seen: &mut Seen) -> Markup {
    html! {
        @match &block.met {
            Some(met) => p .block__met {
                strong { (key::BLOCK_MET.text()) } " " (explained(desk, met, seen))
            },
            None => p .block__met .block__met--not { (key::BLOCK_UNMET.text()) },
        }
    }
}

/// "Talas · Talas rayon · Kok Oy" for the main place of a case.
pub(super) fn place_line(desk: Desk<'_>, case: &CaseStudy) -> String {
    let Some(place) = case.places.first() else { return String::new() };
    let mut parts = vec![desk.library.vocabulary.label(&["oblast"], &place.oblast).to_owned()];
    if let Some(rayon) = &place.rayon {
        parts.push(key::PLACE_RAYON.with(&[("name", rayon)]));
    }
    parts.extend(place.settlement.clone());
    parts.join(" · ")
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

/// A fold with a heading, the number of cases it is about, and how they tell of it.
pub(super) fn fold(id: &str, open: bool, label: &str, count: &str, inside: &Markup) -> Markup {
    html! {
        details .fold id={ "fold-" (id) } open[open] {
            summary id=(id) { h2 { (label) } span .fold__count { (count) } }
            (inside)
        }
    }
}

/// A block away from its case: whose it is, and the way there.
pub(super) fn told_by(desk: Desk<'_>, case: &CaseStudy, block: &Block, seen: &mut Seen) -> Markup {
    html! {
        li .block {
            p .block__label { (link(&Route::block(&case.slug, &block.id), &case.organisation.name)) }
            p .block__text { (explained(desk, &block.text, seen)) }
            @if block.section == Section::Obstacles { (met(desk, block, seen)) }
        }
    }
}
