//! Running text with the words of a search marked and local terms explained.
//!
//! One pure function makes HTML of it, escaped like a Markdown renderer's, and one component puts it in. A paragraph is then
//! one node to the framework, whatever stands in it.

use super::{use_library, use_messages};
use crate::{
    browser::dom,
    domain::{
        excerpt,
        glossary::{Now, Piece, Seen, Term},
        library::Library,
        route::Route,
    },
    i18n::{Messages, key},
    state::render::{RenderContext, use_render_context},
};
use leptos::prelude::*;
use std::{
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

/// How a term begins that can be tapped.
const TERM: &str = "<button class=\"term\" type=\"button\" aria-expanded=\"false\">";

/// Keeps what stands right behind a term on its line: to a browser a button is a picture, beside which a line may end.
const WORD_JOINER: &str = "\u{2060}";

/// Text as HTML, escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Html(String);

impl Html {
    /// Whether a word in it is marked. (Only [`pieces`] writes this element; what people wrote is escaped.)
    pub(crate) fn has_marks(&self) -> bool {
        self.0.contains("<mark>")
    }

    /// Whether a term in it can be tapped.
    fn has_terms(&self) -> bool {
        self.0.contains(TERM)
    }

    /// This text as strongly important.
    #[must_use]
    pub(crate) fn strong(self) -> Self {
        Self(["<strong>", &self.0, "</strong>"].concat())
    }

    /// This text with another behind it.
    #[must_use]
    pub(crate) fn and(mut self, more: &Self) -> Self {
        self.0.push_str(&more.0);
        self
    }
}

/// Text with what has a meaning in HTML written as entities, for content and for quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
    out
}

/// The terms that are explained already in a stretch of a page, so that each is explained where it stands first.
#[derive(Clone, Debug, Default)]
pub(crate) struct SeenTerms(Arc<Mutex<Seen>>);

impl SeenTerms {
    /// Nothing but this term, for the entry that explains it.
    pub(crate) fn only(term: &Term) -> Self {
        Self(Arc::new(Mutex::new(Seen::only(term))))
    }

    fn with<T>(&self, act: impl FnOnce(&mut Seen) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What running text is made with.
#[derive(Clone, Copy)]
pub(crate) struct TextRenderer {
    pub(crate) library: &'static Library,
    pub(crate) messages: Messages,
    pub(crate) context: RenderContext,
}

/// The renderer of the screen that is being drawn.
pub(crate) fn use_text_renderer() -> TextRenderer {
    TextRenderer { library: use_library(), messages: use_messages(), context: use_render_context() }
}

impl TextRenderer {
    /// A text with the words of a search marked; an empty search marks nothing.
    pub(crate) fn marked(self, text: &str, query: &str) -> Html {
        pieces(&excerpt::parts(text, 0..text.len(), &self.marks(text, query)))
    }

    /// The bytes of a text that answer a search.
    fn marks(self, text: &str, query: &str) -> Vec<Range<usize>> {
        if query.is_empty() { Vec::new() } else { self.library.marks(query, text) }
    }

    /// A text in which every term not yet in `seen` can be touched for its explanation, with the words of a search marked. A
    /// mark that reaches into a term or out of it becomes two.
    pub(crate) fn explained(self, text: &str, query: &str, seen: &SeenTerms) -> Html {
        let marks = self.marks(text, query);
        let mut end = 0;
        let mut out = Html::default();
        for piece in seen.with(|seen| self.library.glossary.pieces(text, seen)) {
            let from = end;
            end += piece.text().len();
            let words = pieces(&excerpt::parts(text, from..end, &marks));
            out = out.and(&match piece {
                Piece::Plain(text) if from > 0 && !text.starts_with(' ') => {
                    Html([WORD_JOINER, &words.0].concat())
                }
                Piece::Plain(_) => words,
                Piece::Term(_, term) => self.term(&words, term),
            });
        }
        out
    }

    /// Words that stand for a term: a button with the explanation behind it, or a link to the list of terms.
    fn term(self, words: &Html, term: &Term) -> Html {
        if self.context.is_static() {
            let address = self.context.href(&Route::Glossary { at: Some(term.id.clone()) });
            return Html(["<a href=\"", &escape(&address), "\">", &words.0, "</a>"].concat());
        }
        let text =
            self.messages.fill(key::TERM_TEXT, &[("term", &term.term), ("text", &term.text)]);
        let now = term.now.as_ref().map(|now| [" ", &self.since(now).0].concat());
        Html(
            [
                TERM,
                &words.0,
                "</button><span class=\"term__text\" hidden>",
                &escape(&text),
                &now.unwrap_or_default(),
                "</span>",
            ]
            .concat(),
        )
    }

    /// What became of a term after 2006, and who says so.
    pub(crate) fn since(self, now: &Now) -> Html {
        let source = self.messages.fill(key::TERM_SOURCE, &[("source", &now.source)]);
        Html(
            [
                "<span class=\"since\"><strong>",
                &escape(self.messages.text(key::TERM_NOW)),
                "</strong> ",
                &escape(&now.text),
                " <span class=\"since__source\">",
                &escape(&source),
                "</span></span>",
            ]
            .concat(),
        )
    }
}

/// Pieces of a text, some of them marked.
pub(crate) fn pieces(parts: &[(&str, bool)]) -> Html {
    let piece = |(text, is_mark): &(&str, bool)| {
        let text = escape(text);
        if *is_mark { ["<mark>", &text, "</mark>"].concat() } else { text }
    };
    Html(parts.iter().map(piece).collect())
}

/// Plain text as HTML.
impl From<&str> for Html {
    fn from(text: &str) -> Self {
        Self(escape(text))
    }
}

/// Running text. Its terms open and close their explanation when they are tapped.
#[component]
pub(crate) fn RichText(
    /// The text, made by a [`TextRenderer`].
    html: Html,
) -> impl IntoView {
    if html.has_terms() {
        view! { <span inner_html=html.0 on:click=move |event| dom::toggle_explanation(&event)></span> }
            .into_any()
    } else {
        view! { <span inner_html=html.0></span> }.into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::{Html, escape, pieces};

    #[test]
    fn nothing_that_was_written_becomes_markup() {
        assert_eq!(escape("<mark> \"a\" & b"), "&lt;mark&gt; &quot;a&quot; &amp; b");
        assert!(!Html::from("<mark>x</mark>").has_marks());
    }

    #[test]
    fn only_marked_pieces_are_marked() {
        let html = pieces(&[("a < ", false), ("b", true)]);
        assert_eq!(html, Html("a &lt; <mark>b</mark>".to_owned()));
        assert!(html.has_marks());
    }
}
