//! Reads what a person asks for, word by word: stop words dropped, words run together parted, mistyped ones
//! corrected, Russian and Kyrgyz in Latin letters read as what they are.

use super::{
    correction::Correct,
    index::Index,
    names,
    query::Word,
    query_term::{Kind, QueryTerm},
    thesaurus_index::ThesaurusIndex,
};
use crate::domain::{stem::Stemmed, text};

/// So many words of a query are looked for; somebody has pasted a page where there are more.
const MOST_WORDS: usize = 60;

/// So many mistyped words are corrected: each takes a walk through the whole dictionary.
const MOST_CORRECTED: usize = 6;

/// Longer rows of letters are no words that anybody meant to type.
const LONGEST: usize = 40;

/// Reads queries against what the cases and the thesaurus know.
#[derive(Clone, Copy)]
pub(super) struct Parser<'a> {
    pub(super) index: &'a Index,
    pub(super) thesaurus: &'a ThesaurusIndex,
    /// Stop words: a query does without them.
    pub(super) stopwords: &'a [String],
    /// Corrects mistyped words, once it has come.
    pub(super) corrector: Option<&'a dyn Correct>,
}

impl Parser<'_> {
    /// Reads the words of a query that may stand anywhere.
    pub(super) fn read(self, words: &[Word]) -> Vec<QueryTerm> {
        let mut asked: Vec<QueryTerm> = Vec::new();
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
            let as_typed = QueryTerm::of(&word.word, [word.word.clone()], word.unfinished);
            if little(word) {
                asked.push(QueryTerm { kind: Kind::Little, unfinished: false, ..as_typed });
                continue;
            }
            let is_name = text::is_cyrillic(&word.word) && names::is_named(self.index, &word.word);
            let kind = if is_name { Kind::Name } else { Kind::Plain };
            let as_typed = QueryTerm { kind, ..as_typed };
            // Most words stand in the texts, and need no closer look.
            let is_word = as_typed.words.iter().any(|word| self.is_word(word));
            let understood = is_word || self.understands(&as_typed);
            let plain = is_word || understood && !self.sounds_foreign(&as_typed);
            if plain || word.word.chars().count() > LONGEST {
                asked.push(as_typed);
            } else if let Some(other) = self.corrected_by(|by| by.in_cyrillic(self, word)) {
                asked.push(other);
            } else if understood {
                asked.push(as_typed);
            } else if let Some(halves) = self.corrected_by(|by| by.parted(self, word)) {
                asked.extend(halves);
            } else if let Some(meant) = (corrected < MOST_CORRECTED)
                .then(|| self.corrected_by(|by| by.corrected(self, word, alone)))
                .flatten()
            {
                corrected += 1;
                asked.push(meant);
            } else {
                asked.push(as_typed);
            }
        }
        asked
    }

    /// What the corrector makes of a word or query, if it has come.
    pub(super) fn corrected_by<T>(
        self,
        correct: impl FnOnce(&dyn Correct) -> Option<T>,
    ) -> Option<T> {
        self.corrector.and_then(correct)
    }

    /// Whether the cases or the thesaurus have a word, in any form, as a name, or as what is being typed.
    fn understands(self, asked: &QueryTerm) -> bool {
        let begins = |beginning: &str| {
            !self.index.beginning(beginning).is_empty() || self.thesaurus.knows_beginning(beginning)
        };
        asked
            .words
            .iter()
            .any(|word| self.index.has_form(word) || !names::namesakes(self.index, word).is_empty())
            || self.thesaurus.knows(&asked.words)
            || asked.beginning().is_some_and(begins)
    }

    /// Whether every word of a query stands in the cases or the thesaurus, in any form.
    pub(super) fn knows_all(self, query: &str) -> bool {
        text::tokens(query).into_iter().all(|token| {
            let word = QueryTerm::quoted(&token.word);
            self.thesaurus.knows(&word.words)
                || word.words.iter().any(|word| self.index.has_form(word))
                || self.stopwords.contains(&token.word)
        })
    }

    /// Whether a word in Latin letters is known as a name at most. What a name begins with may be half a name.
    fn sounds_foreign(self, asked: &QueryTerm) -> bool {
        /// Less is the beginning of many names.
        const TELLING: usize = 4;
        let begins = |begin: &str| {
            let mut known = self.index.beginning(begin).into_iter();
            known.any(|(_, entry)| entry.common || begin.len() >= TELLING)
        };
        !self.thesaurus.knows(&asked.words) && !asked.beginning().is_some_and(begins)
    }

    /// Whether the texts have a word in any form, as more than a name.
    fn is_word(self, word: &Stemmed) -> bool {
        self.index.forms(word).iter().any(|place| !self.index.is_name(*place))
    }

    /// The topics that the words of a query belong to or come near to, the nearest first.
    pub(super) fn topics_near(self, query: &str) -> Vec<String> {
        let mut topics: Vec<String> = Vec::new();
        for token in text::tokens(query).into_iter().take(MOST_WORDS) {
            let word = Word { word: token.word, unfinished: true };
            let asked = QueryTerm::of(&word.word, [word.word.clone()], true);
            let asked = if self.understands(&asked) {
                Some(asked)
            } else {
                self.corrected_by(|by| by.in_cyrillic(self, &word))
            };
            let corrected = || self.corrected_by(|by| by.corrected(self, &word, true));
            let Some(asked) = asked.or_else(corrected) else { continue };
            for (_, member) in self.thesaurus.at(std::slice::from_ref(&asked), 0) {
                for topic in self.thesaurus.topics(member.concept) {
                    if !topics.contains(topic) {
                        topics.push(topic.clone());
                    }
                }
            }
        }
        topics
    }
}
