//! Local terms and abbreviations, and where they stand in a text.

use super::text::{self, Token};
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, ops::Range};

/// One entry of `data/glossary.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Stands in addresses; never changes.
    pub id: String,
    /// The headword.
    pub term: String,
    /// Other forms under which it stands in texts (plurals, abbreviations).
    pub forms: Vec<String>,
    /// What it meant in 2006.
    pub text: String,
    /// What it is called, or how it has changed since; only where a public source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<Now>,
}

/// What became of a term after 2006.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Now {
    /// What it is called now, or what changed.
    pub text: String,
    /// The public source by name and year.
    pub source: String,
}

/// All terms, in alphabetical order.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    terms: Vec<Term>,
    /// Every form as folded words, the longest first, with the place of its term.
    forms: Vec<(Vec<String>, usize)>,
}

/// The terms already explained nearby.
#[derive(Clone, Debug, Default)]
pub struct Seen(Vec<String>);

impl Seen {
    /// Nothing but this term, for the entry that explains it.
    pub fn only(term: &Term) -> Self {
        Self(vec![term.id.clone()])
    }

    /// Whether this is the first time that the id is seen.
    fn first(&mut self, id: &str) -> bool {
        let new = !self.0.iter().any(|known| known == id);
        if new {
            self.0.push(id.to_owned());
        }
        new
    }
}

/// A piece of a text: plain, or a term that can be explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Just text.
    Plain(&'a str),
    /// The words of the text, and the term they stand for.
    Term(&'a str, &'a Term),
}

impl Piece<'_> {
    /// Its words as they stand in the text.
    pub fn text(&self) -> &str {
        let (Self::Plain(text) | Self::Term(text, _)) = self;
        text
    }
}

impl Glossary {
    /// A glossary of these terms.
    pub fn new(mut terms: Vec<Term>) -> Self {
        terms.sort_by_cached_key(|term| text::fold(&term.term));
        let mut forms: Vec<(Vec<String>, usize)> = Vec::new();
        for (place, term) in terms.iter().enumerate() {
            let own = std::iter::once(&term.term).chain(&term.forms);
            forms.extend(own.map(|form| (words(form), place)));
        }
        forms.sort_by_key(|(words, _)| Reverse(words.len()));
        Self { terms, forms }
    }

    /// All terms, in alphabetical order.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Cuts a text into pieces at its terms. Those in `seen` are not offered again, and those found are
    /// added to it.
    pub fn pieces<'a>(&'a self, text: &'a str, seen: &mut Seen) -> Vec<Piece<'a>> {
        let tokens = text::tokens(text);
        let mut pieces = Vec::new();
        let mut plain_from = 0;
        let mut at = 0;
        while at < tokens.len() {
            let found = self.forms.iter().find_map(|(words, place)| {
                let range = spelled(&tokens, at, words)?;
                Some((range, words.len(), self.terms.get(*place)?))
            });
            let Some((range, length, term)) = found else {
                at += 1;
                continue;
            };
            at += length;
            if !seen.first(&term.id) {
                continue;
            }
            if let (Some(plain), Some(word)) =
                (text.get(plain_from..range.start), text.get(range.clone()))
            {
                if !plain.is_empty() {
                    pieces.push(Piece::Plain(plain));
                }
                pieces.push(Piece::Term(word, term));
                plain_from = range.end;
            }
        }
        if let Some(rest) = text.get(plain_from..).filter(|rest| !rest.is_empty()) {
            pieces.push(Piece::Plain(rest));
        }
        pieces
    }
}

/// The folded words of a form.
pub(super) fn words(form: &str) -> Vec<String> {
    text::tokens(form).into_iter().map(|token| token.word).collect()
}

/// The bytes of the tokens from `at` on, if they are exactly these words.
fn spelled(tokens: &[Token], at: usize, words: &[String]) -> Option<Range<usize>> {
    let here = tokens.get(at..at + words.len())?;
    let same = here.iter().zip(words).all(|(token, word)| token.word == *word);
    same.then(|| Some(here.first()?.range.start..here.last()?.range.end)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> String {
        let json = r#"[
            {"id": "ayil-okmot", "term": "ayil okmot", "forms": ["ayil okmots"], "text": "x"},
            {"id": "okmot", "term": "okmot", "forms": [], "text": "x"},
            {"id": "pca", "term": "PCA", "forms": [], "text": "x"}
        ]"#;
        let glossary = Glossary::new(serde_json::from_str(json).unwrap());
        glossary
            .pieces(text, &mut Seen::default())
            .into_iter()
            .map(|piece| match piece {
                Piece::Plain(text) => text.to_owned(),
                Piece::Term(word, term) => format!("[{word}|{}]", term.id),
            })
            .collect()
    }

    #[test]
    fn a_term_is_found_in_any_case_and_form() {
        assert_eq!(marked("The Ayil Okmots met."), "The [Ayil Okmots|ayil-okmot] met.");
    }

    #[test]
    fn the_longest_term_wins() {
        assert_eq!(marked("an ayil okmot"), "an [ayil okmot|ayil-okmot]");
    }

    #[test]
    fn a_term_is_explained_once() {
        assert_eq!(marked("PCA, then PCA again"), "[PCA|pca], then PCA again");
    }

    #[test]
    fn a_part_of_a_longer_word_is_no_term() {
        assert_eq!(marked("PCAs"), "PCAs");
    }
}
