//! What a person asks for, word by word: little words dropped, words run together parted, mistyped ones
//! corrected, Russian and Kyrgyz in Latin letters read as what they are.

use super::{index::Index, query::Word};
use crate::domain::{stem::Stemmed, text};

/// So many words of a query are looked for; somebody has pasted a page where there are more.
const MOST_WORDS: usize = 60;

/// So many mistyped words are corrected: each takes a walk through the whole dictionary.
const MOST_CORRECTED: usize = 6;

/// Longer rows of letters are no words that anybody meant to type.
const LONGEST: usize = 40;

/// A word that is asked for.
#[derive(Clone, Debug)]
pub(super) struct Asked {
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

impl Asked {
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
        if self.is(Kind::Corrected) { self.meant() } else { &self.typed }
    }

    /// The likeliest word that is meant.
    pub(super) fn meant(&self) -> &str {
        self.words.first().map_or("", Stemmed::text)
    }
}

impl Index {
    /// Reads the words of a query that may stand anywhere.
    pub(super) fn read(&self, words: &[Word]) -> Vec<Asked> {
        let mut asked: Vec<Asked> = Vec::new();
        let mut corrected = 0;
        // One letter is the beginning of everything.
        let told = |word: &&Word| {
            !word.unfinished
                || word.word.chars().nth(1).is_some()
                || word.word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let little = |word: &Word| self.stopwords.contains(&word.word);
        let alone = words.iter().filter(told).filter(|word| !little(word)).count() == 1;
        for word in words.iter().filter(told).take(MOST_WORDS) {
            let as_typed = Asked::of(&word.word, [word.word.clone()], word.unfinished);
            if little(word) {
                asked.push(Asked { kind: Kind::Little, unfinished: false, ..as_typed });
                continue;
            }
            let is_name = text::is_cyrillic(&word.word) && self.is_named(&word.word);
            let kind = if is_name { Kind::Name } else { Kind::Plain };
            let as_typed = Asked { kind, ..as_typed };
            // Most words stand in the texts, and need no closer look.
            let is_word = as_typed.words.iter().any(|word| self.is_word(word));
            let understood = is_word || self.understands(&as_typed);
            let plain = is_word || understood && !self.sounds_foreign(&as_typed);
            if plain || word.word.chars().count() > LONGEST {
                asked.push(as_typed);
            } else if let Some(other) = self.in_cyrillic(word) {
                asked.push(other);
            } else if understood {
                asked.push(as_typed);
            } else if let Some(halves) = self.parted(word) {
                asked.extend(halves);
            } else if let Some(meant) =
                (corrected < MOST_CORRECTED).then(|| self.corrected(word, alone)).flatten()
            {
                corrected += 1;
                asked.push(meant);
            } else {
                asked.push(as_typed);
            }
        }
        asked
    }

    /// Whether the cases or the thesaurus have a word, in any form, as a name, or as what is being typed.
    fn understands(&self, asked: &Asked) -> bool {
        let begins = |beginning: &str| {
            !self.beginning(beginning).is_empty() || self.senses.knows_beginning(beginning)
        };
        asked.words.iter().any(|word| self.has_form(word) || !self.namesakes(word).is_empty())
            || self.senses.knows(&asked.words)
            || asked.beginning().is_some_and(begins)
    }

    /// Whether a word in Latin letters is known as a name at most. What a name begins with may be half a name.
    fn sounds_foreign(&self, asked: &Asked) -> bool {
        /// Less is the beginning of many names.
        const TELLING: usize = 4;
        let begins = |begin: &str| {
            let mut known = self.beginning(begin).into_iter();
            known.any(|(_, entry)| entry.common || begin.len() >= TELLING)
        };
        !self.senses.knows(&asked.words) && !asked.beginning().is_some_and(begins)
    }

    /// Whether the texts have a word in any form, as more than a name.
    fn is_word(&self, word: &Stemmed) -> bool {
        self.forms(word).iter().any(|place| !self.is_name(*place))
    }

    /// The topics that the words of a query belong to or come near to, the nearest first.
    pub fn topics_near(&self, query: &str) -> Vec<String> {
        let mut topics: Vec<String> = Vec::new();
        for token in text::tokens(query).into_iter().take(MOST_WORDS) {
            let word = Word { word: token.word, unfinished: true };
            let asked = Asked::of(&word.word, [word.word.clone()], true);
            let asked =
                if self.understands(&asked) { Some(asked) } else { self.in_cyrillic(&word) };
            let Some(asked) = asked.or_else(|| self.corrected(&word, true)) else { continue };
            for (_, member) in self.senses.at(std::slice::from_ref(&asked), 0) {
                for topic in self.senses.topics(member.concept) {
                    if !topics.contains(topic) {
                        topics.push(topic.clone());
                    }
                }
            }
        }
        topics
    }
}
