//! A word of a query.

use crate::domain::stem::Stemmed;

/// A word that is asked for.
#[derive(Clone, Debug)]
pub(super) struct QueryTerm {
    /// As it was typed, folded.
    pub(super) typed: String,
    /// What it may be, folded, the likeliest first: one word, or several as near as each other where it had to be
    /// corrected.
    pub(super) words: Vec<Stemmed>,
    /// Whether it may still be typed.
    pub(super) unfinished: bool,
    pub(super) kind: Kind,
}

/// What a word of a query is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word like others.
    Plain,
    /// A little word, which counts only as part of a phrase.
    Little,
    /// A name just as it stands, and so no form of another word.
    Name,
    /// A word that had to be corrected.
    Corrected,
}

impl QueryTerm {
    pub(super) fn of(
        typed: &str,
        words: impl IntoIterator<Item = String>,
        unfinished: bool,
    ) -> Self {
        let words = words.into_iter().map(Stemmed::new).collect();
        Self { typed: typed.to_owned(), words, unfinished, kind: Kind::Plain }
    }

    /// A word that stands in quotation marks: nothing is guessed about it.
    pub(super) fn quoted(word: &str) -> Self {
        Self::of(word, [word.to_owned()], false)
    }

    /// Whether it is of this kind.
    pub(super) fn is(&self, kind: Kind) -> bool {
        self.kind == kind
    }

    /// What it begins with while it is typed.
    pub(super) fn beginning(&self) -> Option<&str> {
        self.words
            .first()
            .filter(|_| self.unfinished && !self.is(Kind::Corrected))
            .map(Stemmed::text)
    }

    /// The word to speak of: as it was typed, or as it was corrected.
    pub(super) fn said(&self) -> &str {
        if self.is(Kind::Corrected) { self.corrected() } else { &self.typed }
    }

    /// The likeliest word that is meant.
    pub(super) fn corrected(&self) -> &str {
        self.words.first().map_or("", Stemmed::text)
    }
}
