//! Typing mistakes: how far two words are apart.

use crate::domain::stem::{self, Stemmed};

/// How many mistakes are forgiven in a word of this many letters: none up to three, one up to seven, two in
/// longer words. More would turn words into other words.
pub(super) fn forgiven(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// A word that was perhaps mistyped, to be compared with many others.
pub(super) struct Typed {
    letters: Vec<char>,
    /// More mistakes than this are another word.
    most: usize,
    /// Whether it may still be typed.
    unfinished: bool,
    is_ascii: bool,
    /// The letters, a bit for each; some share one.
    set: u64,
    /// Three rows of the table of distances, used again for every word.
    rows: [Vec<usize>; 3],
}

impl Typed {
    pub(super) fn new(word: &str, most: usize, unfinished: bool) -> Self {
        let letters: Vec<char> = word.chars().collect();
        let row = vec![0; letters.len() + 1];
        let set = stem::letters(word);
        let is_ascii = word.is_ascii();
        Self { letters, most, unfinished, is_ascii, set, rows: [row.clone(), row.clone(), row] }
    }

    /// How far the word is from a known one whose letters are known: each that the other lacks is a mistake.
    pub(super) fn far_from(&mut self, known: &Stemmed) -> Option<usize> {
        let lacks = |a: u64, b: u64| (a & !b).count_ones() as usize > self.most;
        let letters = known.letters();
        if lacks(self.set, letters) || !self.unfinished && lacks(letters, self.set) {
            return None;
        }
        self.far(known.text())
    }

    /// How far the word is from a known one, in half mistakes, if no more than `most` whole ones. An unfinished word
    /// is also compared with what the known one begins with; that counts half a mistake more than a whole word as near.
    ///
    /// A mistake is a letter missed, added or wrong, or two neighbours swapped (optimal string alignment; Damerau, "A
    /// technique for computer detection and correction of spelling errors", 1964).
    pub(super) fn far(&mut self, known: &str) -> Option<usize> {
        const FAR: usize = usize::MAX / 2;
        let length = self.letters.len();
        // Most words are too long or too short or of another alphabet, and need no closer look. A letter has one byte
        // or two.
        if !self.unfinished && known.len() > 2 * (length + self.most)
            || known.len() + self.most < length
            || known.is_ascii() != self.is_ascii
        {
            return None;
        }
        let [older, row, next] = &mut self.rows;
        row.iter_mut().enumerate().for_each(|(at, cell)| *cell = at);
        let mut begun = FAR;
        let mut nearest_before = 0;
        let mut last = None;
        let mut whole = true;
        for (place, letter) in known.chars().enumerate() {
            let mut nearest = place + 1;
            let mut left = place + 1;
            let mut before = None;
            if let Some(cell) = next.first_mut() {
                *cell = left;
            }
            for (at, own) in self.letters.iter().enumerate() {
                let of = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(FAR);
                let mut cost = (of(row, at) + usize::from(*own != letter))
                    .min(of(row, at + 1) + 1)
                    .min(left + 1);
                if at > 0 && before == Some(letter) && last == Some(*own) {
                    cost = cost.min(of(older, at - 1) + 1);
                }
                if let Some(cell) = next.get_mut(at + 1) {
                    *cell = cost;
                }
                nearest = nearest.min(cost);
                left = cost;
                before = Some(*own);
            }
            begun = begun.min(left);
            // Every way on is already too far; a swap looks back two rows.
            if nearest.min(nearest_before) > self.most {
                whole = false;
                break;
            }
            nearest_before = nearest;
            last = Some(letter);
            std::mem::swap(older, row);
            std::mem::swap(row, next);
        }
        let whole = row.last().copied().filter(|far| whole && *far <= self.most);
        let begun = Some(begun).filter(|far| self.unfinished && *far <= self.most);
        whole.map(|far| far * 2).into_iter().chain(begun.map(|far| far * 2 + 1)).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(a: &str, b: &str) -> Option<usize> {
        Typed::new(a, 2, false).far(b)
    }

    #[test]
    fn each_kind_of_mistake_counts_one() {
        for (a, b) in [
            ("budget", "buget"),
            ("budget", "buddget"),
            ("budget", "bugdet"),
            ("budget", "budhet"),
            ("мусор", "мусро"),
            ("мусор", "мсор"),
        ] {
            assert_eq!(between(a, b), Some(2), "{a} {b}");
        }
        assert_eq!(between("water", "water"), Some(0));
    }

    #[test]
    fn words_further_apart_than_asked_are_other_words() {
        assert_eq!(between("water", "budget"), None);
        assert_eq!(between("road", "refugees"), None);
    }

    #[test]
    fn an_unfinished_word_is_compared_with_what_the_known_one_begins_with() {
        let far = |most: usize, unfinished: bool, known: &str| {
            Typed::new("tuberco", most, unfinished).far(known)
        };
        assert_eq!(far(1, false, "tuberculosis"), None);
        assert_eq!(far(1, true, "tuberculosis"), Some(3));
        assert_eq!(far(1, true, "tubercu"), Some(2));
    }

    #[test]
    fn short_words_are_forgiven_nothing_and_long_ones_two_mistakes() {
        assert_eq!([3, 4, 7, 8, 20].map(forgiven), [0, 1, 1, 2, 2]);
    }
}
