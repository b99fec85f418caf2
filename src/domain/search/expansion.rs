//! Expands each part of a query into the dictionary words that answer it.

use super::{
    MatchKind, names,
    parser::Parser,
    query::{self, Piece, Word},
    query_term::{Kind, QueryTerm},
    synonyms::Synonyms,
    terms::{Answer, Question, Term},
};
use crate::domain::stem::Stemmed;
use std::cmp::Reverse;

/// Expands what was typed into what answers it.
#[derive(Clone, Copy)]
pub(super) struct Expander<'a> {
    pub(super) parser: Parser<'a>,
    pub(super) synonyms: &'a Synonyms,
}

impl Expander<'_> {
    /// What a query asks.
    pub(super) fn question(self, query: &str) -> Question {
        let mut question = Question::default();
        let mut terms = Vec::new();
        for piece in query::pieces(query) {
            match piece {
                Piece::Quoted(words) => terms.push(self.quoted(&words)),
                Piece::Loose(words) => {
                    let asked = self.parser.read(&words);
                    let corrected = asked.iter().filter(|asked| asked.is(Kind::Corrected));
                    let corrected =
                        corrected.map(|asked| (asked.typed.clone(), asked.corrected().to_owned()));
                    question.corrected.extend(corrected);
                    terms.extend(self.loose(&asked));
                }
            }
        }
        // The same word again asks for nothing more.
        for term in terms {
            if !question.terms.iter().any(|known| known.typed == term.typed) {
                question.terms.push(term);
            }
        }
        question
    }

    /// Words in quotation marks, side by side: as they are; where no case has them so, as a word or phrase of the
    /// thesaurus, or each of them in other words.
    fn quoted(self, words: &[Word]) -> Term {
        let typed: Vec<&str> = words.iter().map(|word| word.word.as_str()).collect();
        let mut term = Term::of(&typed.join(" "));
        let row = words
            .iter()
            .map(|word| self.parser.index.forms(&Stemmed::new(word.word.clone())))
            .collect();
        term.note_row(row, Answer { match_kind: MatchKind::Same, reason: None });
        let mut stands = false;
        term.each_place(self.parser.index, 0..u32::MAX, |_, _, _| stands = true);
        if stands {
            return term;
        }
        let asked: Vec<QueryTerm> =
            words.iter().map(|word| QueryTerm::quoted(&word.word)).collect();
        for (taken, member) in self.parser.thesaurus.at(&asked, 0) {
            if taken == asked.len() {
                self.answer_with(&mut term, member.concept, &typed.join(" "), MatchKind::Synonym);
            }
        }
        if term.is_empty() {
            let meant = asked.iter().map(|asked| self.loose(std::slice::from_ref(asked)));
            let row = meant.map(|terms| {
                let words = terms.into_iter().flat_map(|term| term.words);
                words
                    .filter(|(_, answer)| answer.match_kind >= MatchKind::Synonym)
                    .map(|(word, _)| word)
            });
            let reason = Some(term.reason(&typed.join(" "), MatchKind::Synonym));
            let row = row.map(Iterator::collect).collect();
            term.note_row(row, Answer { match_kind: MatchKind::Synonym, reason });
        }
        term
    }

    /// The terms of words that may stand anywhere.
    fn loose(self, asked: &[QueryTerm]) -> Vec<Term> {
        let mut terms: Vec<Term> = asked.iter().map(|asked| self.literal(asked)).collect();
        self.joined(asked, &mut terms);
        for from in 0..asked.len() {
            self.means(asked, from, &mut terms);
        }
        // A little word that is no part of a phrase asks for nothing.
        let both = terms.into_iter().zip(asked);
        let kept = both.filter(|(term, asked)| !asked.is(Kind::Little) || !term.is_empty());
        kept.map(|(term, _)| term).collect()
    }

    /// A word as it is typed: itself, its forms, what it begins while it is unfinished, and names that sound so.
    fn literal(self, asked: &QueryTerm) -> Term {
        let mut term = Term { is_guess: asked.is(Kind::Corrected), ..Term::of(&asked.typed) };
        if asked.is(Kind::Little) {
            term.is_little = true;
            return term;
        }
        if let Some(beginning) = asked.beginning() {
            for (place, _) in self.parser.index.beginning(beginning) {
                term.note(place, Answer { match_kind: MatchKind::Beginning, reason: None });
            }
        }
        for (place, word) in asked.words.iter().enumerate() {
            // Of several corrections one is meant, and the others are just as near.
            let most = if place == 0 || !asked.is(Kind::Corrected) {
                MatchKind::Same
            } else {
                MatchKind::Corrected
            };
            let sure =
                |match_kind: MatchKind| Answer { match_kind: match_kind.min(most), reason: None };
            let names = names::namesakes(self.parser.index, word);
            if !names.is_empty() {
                // A word that means something is seldom meant as a name.
                let match_kind = if self.parser.thesaurus.means(word.text()) {
                    MatchKind::Near
                } else {
                    MatchKind::Name
                };
                let reason = term.reason(asked.said(), MatchKind::Name);
                let answer = Answer { reason: Some(reason), ..sure(match_kind) };
                for place in names {
                    term.note(place, answer);
                }
            }
            self.parser
                .index
                .forms(word)
                .into_iter()
                .for_each(|place| term.note(place, sure(MatchKind::Form)));
            self.parser
                .index
                .known(word.text())
                .into_iter()
                .for_each(|place| term.note(place, sure(MatchKind::Same)));
        }
        term
    }

    /// "bath house" for "bathhouse", "дет сад" for "детсад": two words typed apart that belong together.
    fn joined(self, asked: &[QueryTerm], terms: &mut [Term]) {
        for (at, pair) in asked.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            if first.is(Kind::Little) || second.is(Kind::Little) {
                continue;
            }
            let word = [first.typed.as_str(), &second.typed].concat();
            let joined = QueryTerm::of(&word, [word.clone()], second.unfinished);
            let mut both = [Term::default()];
            for word in &joined.words {
                self.parser.index.forms(word).into_iter().for_each(|place| {
                    for term in &mut both {
                        term.note(place, Answer { match_kind: MatchKind::Form, reason: None });
                    }
                });
            }
            if self.parser.thesaurus.has(&word) {
                self.means(std::slice::from_ref(&joined), 0, &mut both);
            }
            let [meant] = both;
            for term in terms.iter_mut().skip(at).take(2) {
                for (place, answer) in &meant.words {
                    term.note(*place, Answer { reason: None, ..*answer });
                }
                let phrases = meant.phrases.iter().cloned();
                term.phrases.extend(phrases.map(|(row, a)| (row, Answer { reason: None, ..a })));
            }
        }
    }

    /// What the words from a place on mean: every concept that they are a word or a phrase for answers each of them.
    /// A word alone means less where it is part of a phrase: in "legal help", "help" is not any help.
    fn means(self, asked: &[QueryTerm], from: usize, terms: &mut [Term]) {
        let mut members = self.parser.thesaurus.at(asked, from);
        members.sort_by_key(|(_, member)| Reverse(member.words.len()));
        for (taken, member) in members {
            let is_phrase = member.words.len() > 1;
            let here = asked.iter().skip(from).take(taken);
            let typed: Vec<&str> = here.map(QueryTerm::said).collect();
            let typed = typed.join(" ");
            let mut little = 0;
            for (term, asked) in terms.iter_mut().zip(asked).skip(from).take(taken) {
                if asked.is(Kind::Little) {
                    little += 1;
                    // In "what can women do" the little words together say as much as one that tells.
                    let mut words = self.parser.thesaurus.words_of(member).iter();
                    if little > 1 || !words.any(|known| known.word.text() == asked.typed) {
                        continue;
                    }
                }
                let own =
                    if term.in_phrase && !is_phrase { MatchKind::Near } else { MatchKind::Synonym };
                self.answer_with(term, member.concept, &typed, own);
                term.in_phrase |= is_phrase && !term.is_empty();
            }
        }
    }

    /// Lets every word for a concept answer a term.
    fn answer_with(self, term: &mut Term, concept: usize, typed: &str, match_kind: MatchKind) {
        let reason = Some(term.reason(typed, match_kind));
        for row in self.synonyms.rows(self.parser.index, self.parser.thesaurus, concept) {
            term.note_row(row.clone(), Answer { match_kind, reason });
        }
    }
}
