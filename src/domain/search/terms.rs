//! What each part of a query stands for: the dictionary words that answer it, and in which way.

use super::{
    Way,
    asked::{Asked, Kind},
    index::{Index, Passage},
    query::{self, Piece, Word},
};
use crate::domain::{order, stem::Stemmed};
use std::sync::Arc;

/// How a word answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// How sure it is.
    pub(super) way: Way,
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
    pub(super) reasons: Vec<(String, Way)>,
    /// Whether it is part of a phrase that the thesaurus knows.
    in_phrase: bool,
    /// Whether it had to be corrected, so that less depends on it.
    pub(super) is_guess: bool,
    /// Whether it is a little word of a phrase, which a case may lack.
    pub(super) is_little: bool,
}

impl Term {
    fn of(typed: &str) -> Self {
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

    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }

    /// Notes a word that answers; of several answers the surest counts.
    fn note(&mut self, place: u32, answer: Answer) {
        match self.words.binary_search_by(|(known, _)| known.cmp(&place)) {
            Ok(at) => {
                if let Some((_, known)) = self.words.get_mut(at)
                    && known.way < answer.way
                {
                    *known = answer;
                }
            }
            Err(at) => self.words.insert(at, (place, answer)),
        }
    }

    /// Notes a row of words: a single one, or several side by side. A word that the cases lack has no forms.
    fn note_row(&mut self, mut row: Vec<Vec<u32>>, answer: Answer) {
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
    fn reason(&mut self, typed: &str, way: Way) -> usize {
        let known = |(text, known): &(String, Way)| text == typed && *known == way;
        self.reasons.iter().position(known).unwrap_or_else(|| {
            self.reasons.push((typed.to_owned(), way));
            self.reasons.len() - 1
        })
    }
}

/// Whether a passage has the words of a phrase at this place, each in one of its forms.
pub(super) fn stands_at(passage: &Passage, at: usize, phrase: &[Vec<u32>]) -> bool {
    let here = passage.words.get(at..at + phrase.len());
    here.is_some_and(|here| here.iter().zip(phrase).all(|((word, _), forms)| forms.contains(word)))
}

/// A query, read.
#[derive(Debug, Default)]
pub(super) struct Question {
    /// Its terms.
    pub(super) terms: Vec<Term>,
    /// Words that stand nowhere, as they were typed, and what was looked for instead.
    pub(super) corrected: Vec<(String, String)>,
}

impl Index {
    /// What a query asks. The last one is kept: the texts of a case are marked by the same one, one after the other.
    pub(super) fn question(&self, query: &str) -> Arc<Question> {
        let mut last = self.last.borrow_mut();
        match &*last {
            Some((asked, question)) if asked == query => Arc::clone(question),
            _ => {
                let question = Arc::new(self.read_question(query));
                *last = Some((query.to_owned(), Arc::clone(&question)));
                question
            }
        }
    }

    fn read_question(&self, query: &str) -> Question {
        let mut question = Question::default();
        let mut terms = Vec::new();
        for piece in query::pieces(query) {
            match piece {
                Piece::Quoted(words) => terms.push(self.quoted(&words)),
                Piece::Loose(words) => {
                    let asked = self.read(&words);
                    let corrected = asked.iter().filter(|asked| asked.is(Kind::Corrected));
                    let corrected =
                        corrected.map(|asked| (asked.typed.clone(), asked.meant().to_owned()));
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
    fn quoted(&self, words: &[Word]) -> Term {
        let typed: Vec<&str> = words.iter().map(|word| word.word.as_str()).collect();
        let mut term = Term::of(&typed.join(" "));
        let row = words.iter().map(|word| self.forms(&Stemmed::new(word.word.clone()))).collect();
        term.note_row(row, Answer { way: Way::Same, reason: None });
        let mut stands = false;
        self.each_place(&term, 0..u32::MAX, |_, _, _| stands = true);
        if stands {
            return term;
        }
        let asked: Vec<Asked> = words.iter().map(|word| Asked::quoted(&word.word)).collect();
        for (taken, member) in self.senses.at(&asked, 0) {
            if taken == asked.len() {
                self.answer_with(&mut term, member.concept, &typed.join(" "), Way::Synonym);
            }
        }
        if term.is_empty() {
            let meant = asked.iter().map(|asked| self.loose(std::slice::from_ref(asked)));
            let row = meant.map(|terms| {
                let words = terms.into_iter().flat_map(|term| term.words);
                words.filter(|(_, answer)| answer.way >= Way::Synonym).map(|(word, _)| word)
            });
            let reason = Some(term.reason(&typed.join(" "), Way::Synonym));
            let row = row.map(Iterator::collect).collect();
            term.note_row(row, Answer { way: Way::Synonym, reason });
        }
        term
    }

    /// The terms of words that may stand anywhere.
    fn loose(&self, asked: &[Asked]) -> Vec<Term> {
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
    fn literal(&self, asked: &Asked) -> Term {
        let mut term = Term { is_guess: asked.is(Kind::Corrected), ..Term::of(&asked.typed) };
        if asked.is(Kind::Little) {
            term.is_little = true;
            return term;
        }
        if let Some(beginning) = asked.beginning() {
            for (place, _) in self.beginning(beginning) {
                term.note(place, Answer { way: Way::Beginning, reason: None });
            }
        }
        for (place, word) in asked.words.iter().enumerate() {
            // Of several corrections one is meant, and the others are just as near.
            let most =
                if place == 0 || !asked.is(Kind::Corrected) { Way::Same } else { Way::Corrected };
            let sure = |way: Way| Answer { way: way.min(most), reason: None };
            let names = self.namesakes(word);
            if !names.is_empty() {
                // A word that means something is seldom meant as a name.
                let way = if self.senses.means(word.text()) { Way::Near } else { Way::Name };
                let reason = term.reason(asked.said(), Way::Name);
                let answer = Answer { reason: Some(reason), ..sure(way) };
                for place in names {
                    term.note(place, answer);
                }
            }
            self.forms(word).into_iter().for_each(|place| term.note(place, sure(Way::Form)));
            self.known(word.text()).into_iter().for_each(|place| term.note(place, sure(Way::Same)));
        }
        term
    }

    /// "bath house" for "bathhouse", "дет сад" for "детсад": two words typed apart that belong together.
    fn joined(&self, asked: &[Asked], terms: &mut [Term]) {
        for (at, pair) in asked.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            if first.is(Kind::Little) || second.is(Kind::Little) {
                continue;
            }
            let word = [first.typed.as_str(), &second.typed].concat();
            let joined = Asked::of(&word, [word.clone()], second.unfinished);
            let mut both = [Term::default()];
            for word in &joined.words {
                self.forms(word).into_iter().for_each(|place| {
                    for term in &mut both {
                        term.note(place, Answer { way: Way::Form, reason: None });
                    }
                });
            }
            if self.senses.has(&word) {
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
    fn means(&self, asked: &[Asked], from: usize, terms: &mut [Term]) {
        let mut members = self.senses.at(asked, from);
        order::sort(&mut members, |a, b| b.1.words.len().cmp(&a.1.words.len()));
        for (taken, member) in members {
            let is_phrase = member.words.len() > 1;
            let here = asked.iter().skip(from).take(taken);
            let typed: Vec<&str> = here.map(Asked::said).collect();
            let typed = typed.join(" ");
            let mut little = 0;
            for (term, asked) in terms.iter_mut().zip(asked).skip(from).take(taken) {
                if asked.is(Kind::Little) {
                    little += 1;
                    // In "what can women do" the little words together say as much as one that tells.
                    let mut words = self.senses.words_of(member).iter();
                    if little > 1 || !words.any(|known| known.word.text() == asked.typed) {
                        continue;
                    }
                }
                let own = if term.in_phrase && !is_phrase { Way::Near } else { Way::Synonym };
                self.answer_with(term, member.concept, &typed, own);
                term.in_phrase |= is_phrase && !term.is_empty();
            }
        }
    }

    /// Lets every word for a concept answer a term.
    fn answer_with(&self, term: &mut Term, concept: usize, typed: &str, way: Way) {
        let reason = Some(term.reason(typed, way));
        for row in self.meaning(concept) {
            term.note_row(row.clone(), Answer { way, reason });
        }
    }
}
