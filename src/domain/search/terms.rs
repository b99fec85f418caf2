//! What each part of a query stands for: the dictionary words that answer it, and in which way.

use super::{
    Index, Passage, Way,
    query::{self, Piece, Word},
    sound, spelling, stands_at,
};
use crate::domain::{order, text};

/// A part of a query with all that answers it.
#[derive(Clone, Debug, Default)]
pub(super) struct Term {
    /// As it was typed, folded.
    pub(super) typed: String,
    /// Places of single words, each with its surest way; sorted by place.
    pub(super) words: Vec<(u32, Way)>,
    /// Rows of words that must stand side by side, each word in any of its forms.
    pub(super) phrases: Vec<(Vec<Vec<u32>>, Way)>,
}

impl Term {
    /// Whether a single word answers it.
    pub(super) fn has(&self, place: u32) -> bool {
        self.way(place).is_some()
    }

    fn way(&self, place: u32) -> Option<Way> {
        let at = self.words.binary_search_by(|(known, _)| known.cmp(&place)).ok()?;
        self.words.get(at).map(|(_, way)| *way)
    }

    /// Where it is answered in a passage: from which word to which (not included), and how.
    pub(super) fn places(&self, passage: &Passage) -> Vec<(usize, usize, Way)> {
        let mut places = Vec::new();
        for (at, (place, _)) in passage.words.iter().enumerate() {
            if let Some(way) = self.way(*place) {
                places.push((at, at + 1, way));
            }
            for (phrase, way) in &self.phrases {
                if stands_at(passage, at, phrase) {
                    places.push((at, at + phrase.len(), *way));
                }
            }
        }
        places
    }

    /// Notes a word that answers; of several ways the surest counts.
    fn note(&mut self, place: u32, way: Way) {
        match self.words.binary_search_by(|(known, _)| known.cmp(&place)) {
            Ok(at) => {
                if let Some((_, known)) = self.words.get_mut(at) {
                    *known = way.max(*known);
                }
            }
            Err(at) => self.words.insert(at, (place, way)),
        }
    }

    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }
}

impl Index {
    /// The terms of a query, and the words that had to be corrected: as typed, and as looked for.
    pub(super) fn terms(&self, query: &str) -> (Vec<Term>, Vec<(String, String)>) {
        let mut terms: Vec<Term> = Vec::new();
        let mut corrected = Vec::new();
        for piece in query::pieces(query) {
            match piece {
                Piece::Quoted(words) => terms.push(self.quoted(&words)),
                Piece::Loose(words) => self.loose(&words, &mut terms, &mut corrected),
            }
        }
        // The same word again asks for nothing more.
        let mut kept: Vec<Term> = Vec::new();
        for term in terms {
            if !kept.iter().any(|known| known.typed == term.typed) {
                kept.push(term);
            }
        }
        (kept, corrected)
    }

    fn quoted(&self, words: &[Word]) -> Term {
        let mut term = Term { typed: typed(words), ..Term::default() };
        let forms: Vec<Vec<u32>> = words.iter().map(|word| self.forms(&word.word)).collect();
        match forms.as_slice() {
            [one] => one.iter().for_each(|place| term.note(*place, Way::Same)),
            _ => term.phrases.push((forms, Way::Same)),
        }
        term
    }

    fn loose(&self, words: &[Word], terms: &mut Vec<Term>, corrected: &mut Vec<(String, String)>) {
        for (at, word) in words.iter().enumerate() {
            if !self.stopwords.contains(&word.word) {
                let mut term = self.term(word, words, at);
                if term.is_empty()
                    && let Some(meant) = self.correct(&mut term, &word.word)
                {
                    corrected.push((word.word.clone(), meant));
                }
                terms.push(term);
            }
        }
    }

    /// One word with all that answers it. `words`: the word and its neighbours, where it stands `at`.
    fn term(&self, word: &Word, words: &[Word], at: usize) -> Term {
        let mut term = Term { typed: word.word.clone(), ..Term::default() };
        self.literal(&mut term, word);
        self.named(&mut term, &word.word);
        self.joined(&mut term, words, at);
        if term.is_empty() {
            self.split(&mut term, &word.word);
        }
        term
    }

    /// The word as it is typed: itself, its forms, and what it begins while it is unfinished.
    fn literal(&self, term: &mut Term, word: &Word) {
        if word.unfinished {
            let known = self.dictionary.range(word.word.clone()..);
            for (_, place) in known.take_while(|(known, _)| known.starts_with(&word.word)) {
                term.note(*place, Way::Beginning);
            }
        }
        for place in self.forms(&word.word) {
            term.note(place, Way::Form);
        }
        if let Some(place) = self.dictionary.get(&word.word) {
            term.note(*place, Way::Same);
        }
    }

    /// The dictionary words that share a stem with a word, and the word itself.
    fn forms(&self, word: &str) -> Vec<u32> {
        let mut forms: Vec<u32> = self.dictionary.get(word).copied().into_iter().collect();
        for place in self.families.get(&text::stem(word)).into_iter().flatten() {
            if !forms.contains(place) {
                forms.push(*place);
            }
        }
        forms
    }

    /// Names that sound like the word.
    fn named(&self, term: &mut Term, word: &str) {
        /// Shorter rows of sounds are too many names at once.
        const LEAST: usize = 2;
        let key = sound::key(word);
        let sounds = key.chars().count();
        // A name that is nothing but the same letters over and over is none.
        if sounds >= LEAST && sounds * 2 > word.chars().count() {
            for place in self.names.get(&key).into_iter().flatten() {
                term.note(*place, Way::Name);
            }
        }
    }

    /// "bath house" for "bathhouse": two words typed apart that the texts have in one.
    fn joined(&self, term: &mut Term, words: &[Word], at: usize) {
        for from in [at.checked_sub(1), Some(at)].into_iter().flatten() {
            if let Some([first, second]) = words.get(from..from + 2) {
                let forms = self.forms(&[first.word.as_str(), &second.word].concat());
                for place in forms {
                    term.note(place, Way::Form);
                }
            }
        }
    }

    /// "roundtable" for "round table": one word typed that the texts have in two.
    fn split(&self, term: &mut Term, word: &str) {
        /// Shorter halves are endings, not words.
        const HALF: usize = 3;
        for (at, _) in word.char_indices() {
            let (Some(first), Some(second)) = (word.get(..at), word.get(at..)) else { continue };
            if first.chars().count() < HALF || second.chars().count() < HALF {
                continue;
            }
            let forms = vec![self.forms(first), self.forms(second)];
            if forms.iter().all(|forms| !forms.is_empty()) {
                term.phrases.push((forms, Way::Form));
            }
        }
    }

    /// The nearest words of the texts and the nearest names, within what is forgiven. Gives the word that is most
    /// likely meant: of the nearest the one that stands in the texts most often.
    fn correct(&self, term: &mut Term, word: &str) -> Option<String> {
        let letters: Vec<char> = word.chars().collect();
        let most = spelling::forgiven(letters.len());
        if most == 0 || word.chars().any(|letter| letter.is_ascii_digit()) {
            return None;
        }
        // How far each is from the word, and where it stands in the dictionary.
        let mut near: Vec<(usize, u32)> = Vec::new();
        for (known, place) in &self.dictionary {
            near.extend(spelling::apart(&letters, known, most).map(|far| (far, *place)));
        }
        let key: Vec<char> = sound::key(word).chars().collect();
        let most = spelling::forgiven(key.len()).min(most);
        for (known, places) in &self.names {
            if let Some(far) = spelling::apart(&key, known, most) {
                near.extend(places.iter().map(|place| (far, *place)));
            }
        }
        let least = near.iter().map(|(far, _)| *far).min()?;
        near.retain(|(far, _)| *far == least);
        let often = |place: u32| self.postings.get(place as usize).map_or(0, Vec::len);
        order::sort(&mut near, |a, b| often(b.1).cmp(&often(a.1)).then(a.1.cmp(&b.1)));
        for (_, place) in &near {
            term.note(*place, Way::Corrected);
        }
        near.first().and_then(|(_, place)| self.word(*place)).map(str::to_owned)
    }
}

fn typed(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.word.as_str()).collect();
    words.join(" ")
}
