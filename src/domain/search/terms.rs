//! What a query asks of the dictionary: terms, each with the words that answer it and in which way.

use super::{
    MatchKind,
    index::{Index, Passage, Posting},
};
use std::ops::Range;

/// How a word answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// How sure it is.
    pub(super) match_kind: MatchKind,
    /// For another word than was typed: which of the term's [`Term::reasons`] says why.
    pub(super) reason: Option<usize>,
}

/// A part of a query with all that answers it.
#[derive(Clone, Debug, Default)]
pub(super) struct Term {
    /// As it was typed, folded.
    pub(super) typed: String,
    /// Places of single words, each with its surest answer; sorted by place.
    pub(super) words: Vec<(u32, Answer)>,
    /// Rows of words that must stand side by side, each word in any of its forms.
    pub(super) phrases: Vec<(Vec<Vec<u32>>, Answer)>,
    /// What was typed, and how what answers belongs to it.
    pub(super) reasons: Vec<(String, MatchKind)>,
    /// Whether it is part of a phrase that the thesaurus knows.
    pub(super) in_phrase: bool,
    /// Whether it had to be corrected, so that less depends on it.
    pub(super) is_guess: bool,
    /// Whether it is a little word of a phrase, which a case may lack.
    pub(super) is_little: bool,
}

impl Term {
    pub(super) fn of(typed: &str) -> Self {
        Self { typed: typed.to_owned(), ..Self::default() }
    }

    /// What it weighs among the words that a case must have.
    pub(super) fn telling(&self, weight: f32) -> f32 {
        if self.is_little { 0.0 } else { weight }
    }

    /// How a single word answers it.
    pub(super) fn answer(&self, place: u32) -> Option<Answer> {
        let at = self.words.binary_search_by(|(known, _)| known.cmp(&place)).ok()?;
        self.words.get(at).map(|(_, answer)| *answer)
    }

    /// Where it is answered in a passage: from which word to which (not included), and how.
    pub(super) fn places(&self, passage: &Passage) -> Vec<(usize, usize, Answer)> {
        let mut places = Vec::new();
        for (at, (place, _)) in passage.words.iter().enumerate() {
            if let Some(answer) = self.answer(*place) {
                places.push((at, at + 1, answer));
            }
            for (phrase, answer) in &self.phrases {
                if stands_at(passage, at, phrase) {
                    places.push((at, at + phrase.len(), *answer));
                }
            }
        }
        places
    }

    /// Hands over every place in a stretch of passages that answers a term: the passage, the posting of its first word,
    /// and how it answers.
    pub(super) fn each_place<'a>(
        &self,
        index: &'a Index,
        within: Range<u32>,
        mut take: impl FnMut(&'a Passage, Posting, Answer),
    ) {
        let mut visit = |word: u32, phrase: &[Vec<u32>], answer: Answer| {
            let postings = index.postings(word);
            let from = postings.partition_point(|posting| posting.passage < within.start);
            let rest = postings.get(from..).unwrap_or_default();
            for posting in rest.iter().take_while(|posting| posting.passage < within.end) {
                if let Some(passage) = index.passages.get(posting.passage as usize)
                    && (phrase.is_empty() || stands_at(passage, posting.at as usize, phrase))
                {
                    take(passage, *posting, answer);
                }
            }
        };
        for (word, answer) in &self.words {
            visit(*word, &[], *answer);
        }
        for (phrase, answer) in &self.phrases {
            for word in phrase.first().into_iter().flatten() {
                visit(*word, phrase, *answer);
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }

    /// Notes a word that answers; of several answers the surest counts.
    pub(super) fn note(&mut self, place: u32, answer: Answer) {
        match self.words.binary_search_by(|(known, _)| known.cmp(&place)) {
            Ok(at) => {
                if let Some((_, known)) = self.words.get_mut(at)
                    && known.match_kind < answer.match_kind
                {
                    *known = answer;
                }
            }
            Err(at) => self.words.insert(at, (place, answer)),
        }
    }

    /// Notes a row of words: a single one, or several side by side. A word that the cases lack has no forms.
    pub(super) fn note_row(&mut self, mut row: Vec<Vec<u32>>, answer: Answer) {
        if row.iter().any(Vec::is_empty) {
            return;
        }
        match (row.len(), row.pop()) {
            (1, Some(forms)) => forms.into_iter().for_each(|place| self.note(place, answer)),
            (_, Some(last)) => {
                row.push(last);
                self.phrases.push((row, answer));
            }
            (_, None) => {}
        }
    }

    /// The number of a reason, new or known.
    pub(super) fn reason(&mut self, typed: &str, match_kind: MatchKind) -> usize {
        let known = |(text, known): &(String, MatchKind)| text == typed && *known == match_kind;
        self.reasons.iter().position(known).unwrap_or_else(|| {
            self.reasons.push((typed.to_owned(), match_kind));
            self.reasons.len() - 1
        })
    }
}

/// Whether a passage has the words of a phrase at this place, each in one of its forms.
pub(super) fn stands_at(passage: &Passage, at: usize, phrase: &[Vec<u32>]) -> bool {
    let here = passage.words.get(at..at + phrase.len());
    here.is_some_and(|here| here.iter().zip(phrase).all(|((word, _), forms)| forms.contains(word)))
}

/// A query, read: what it asks of the index that it was read against.
#[derive(Debug, Default)]
pub struct Question {
    /// Its terms.
    pub(super) terms: Vec<Term>,
    /// Words that stand nowhere, as they were typed, and what was looked for instead.
    pub(super) corrected: Vec<(String, String)>,
}
