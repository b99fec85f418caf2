//! Local terms and abbreviations, and where they stand in a text.

use super::text::{self, Token};
use serde::Deserialize;
use std::{collections::BTreeSet, ops::Range};

/// One entry of `data/glossary.json`.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Stands in addresses; never changes.
    pub id: String,
    /// The headword.
    pub term: String,
    /// Other forms under which it stands in texts (plurals, abbreviations).
    pub forms: Vec<String>,
    /// What it meant in 2006.
    pub text: String,
}

/// All terms, in alphabetical order.
#[derive(Clone, Debug)]
pub struct Glossary {
    terms: Vec<Term>,
    /// Every form as folded words, the longest first, with the place of its term.
    forms: Vec<(Vec<String>, usize)>,
}

/// A piece of a text: plain, or a term that can be explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Just text.
    Plain(&'a str),
    /// The words of the text, and the term they stand for.
    Term(&'a str, &'a Term),
}

impl Glossary {
    /// Reads `glossary.json`.
    ///
    /// # Errors
    /// A sentence that names what is wrong: no list, an id or a form that stands twice, an empty text.
    pub fn parse(json: &str) -> Result<Self, String> {
        let mut terms: Vec<Term> = serde_json::from_str(json).map_err(|error| error.to_string())?;
        terms.sort_by_key(|term| text::fold(&term.term));
        let mut forms: Vec<(Vec<String>, usize)> = Vec::new();
        for (place, term) in terms.iter().enumerate() {
            if term.text.trim().is_empty() {
                return Err(format!("{}: text is empty; explain the term", term.id));
            }
            if terms.iter().take(place).any(|earlier| earlier.id == term.id) {
                return Err(format!("{}: the id stands twice; rename one", term.id));
            }
            for form in std::iter::once(&term.term).chain(&term.forms) {
                let words: Vec<_> = text::tokens(form).into_iter().map(|token| token.word).collect();
                if words.is_empty() || forms.iter().any(|(known, _)| *known == words) {
                    return Err(format!("{}: the form {form:?} is empty or stands twice", term.id));
                }
                forms.push((words, place));
            }
        }
        forms.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        Ok(Self { terms, forms })
    }

    /// All terms, in alphabetical order.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Cuts a text into pieces at its terms. `seen` holds the ids already explained nearby: they are
    /// not offered again, and those found are added.
    pub fn pieces<'a>(&'a self, text: &'a str, seen: &mut BTreeSet<String>) -> Vec<Piece<'a>> {
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
            if !seen.insert(term.id.clone()) {
                continue;
            }
            if let (Some(plain), Some(word)) = (text.get(plain_from..range.start), text.get(range.clone()))
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
        let glossary = Glossary::parse(json).unwrap();
        glossary
            .pieces(text, &mut BTreeSet::new())
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
