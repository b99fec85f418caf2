//! Local terms and abbreviations, and where they stand in a text.

use super::{
    node::Node,
    order,
    read::{self, Fault, Faults, Fields},
    text::{self, Token},
};
use std::ops::Range;

/// One entry of `data/glossary.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub now: Option<Now>,
}

/// What became of a term after 2006.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Reads `glossary.json`.
    ///
    /// # Errors
    /// Every fault, with its place: no list, an id or a form that stands twice, an empty text.
    pub fn parse(json: &str) -> Result<Self, Vec<Fault>> {
        Self::read(Node::from_json(json)?)
    }

    /// Reads the terms, as [`Glossary::parse`] does.
    pub(crate) fn read(terms: Node) -> Result<Self, Vec<Fault>> {
        let faults = Faults::default();
        let list = read::list(terms, &faults);
        let mut terms: Vec<Term> = Vec::new();
        for mut fields in read::objects("terms", list, &faults) {
            let term = Term {
                id: fields.text("id"),
                term: fields.text("term"),
                forms: fields.texts("forms"),
                text: fields.text("text"),
                now: fields.is_object("now").then(|| now(fields.object("now"))),
            };
            faults.check(|_| {
                if terms.iter().any(|earlier| earlier.id == term.id) {
                    fields.fault("id", "stands twice; rename one");
                }
            });
            fields.end();
            terms.push(term);
        }
        order::sort(&mut terms, |a, b| text::fold(&a.term).cmp(&text::fold(&b.term)));
        let mut forms: Vec<(Vec<String>, usize)> = Vec::new();
        for (place, term) in terms.iter().enumerate() {
            for form in std::iter::once(&term.term).chain(&term.forms) {
                let words: Vec<_> =
                    text::tokens(form).into_iter().map(|token| token.word).collect();
                faults.check(|faults| {
                    if words.is_empty() || forms.iter().any(|(known, _)| *known == words) {
                        let mend = ["the form ", form, " has no word or stands twice"];
                        faults.add(&term.id, &mend.concat());
                    }
                });
                forms.push((words, place));
            }
        }
        order::sort(&mut forms, |a, b| b.0.len().cmp(&a.0.len()));
        faults.none_in(Self { terms, forms })
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

fn now(mut fields: Fields) -> Now {
    let now = Now { text: fields.text("text"), source: fields.text("source") };
    fields.end();
    now
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
