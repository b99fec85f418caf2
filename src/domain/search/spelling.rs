//! Typing mistakes: how far two words are apart.

/// How many mistakes are forgiven in a word of this many letters: none up to three, one up to seven, two in
/// longer words. More would turn words into other words.
pub(super) fn forgiven(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// How many mistakes lie between a word and a known one, if no more than `most`.
pub(super) fn apart(word: &[char], known: &str, most: usize) -> Option<usize> {
    // Most words are too long or too short, and need no closer look.
    if known.chars().count().abs_diff(word.len()) > most {
        return None;
    }
    distance(word, &known.chars().collect::<Vec<_>>(), most)
}

/// How many mistakes lie between two words, if no more than `most`: a letter missed, added or wrong, or two
/// neighbours swapped (optimal string alignment; Damerau, "A technique for computer detection and correction
/// of spelling errors", 1964).
fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, letter) in a.iter().enumerate() {
        let mut next = vec![at + 1];
        let mut least = at + 1;
        for (place, other) in b.iter().enumerate() {
            let of =
                |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX / 2);
            let mut cost = (of(&row, place) + usize::from(letter != other))
                .min(of(&row, place + 1) + 1)
                .min(of(&next, place) + 1);
            let swapped = at > 0
                && place > 0
                && a.get(at - 1) == Some(other)
                && b.get(place - 1) == Some(letter);
            if swapped {
                cost = cost.min(of(&before, place - 1) + 1);
            }
            least = least.min(cost);
            next.push(cost);
        }
        // Every way on is already too far.
        if least > most {
            return None;
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(a: &str, b: &str) -> Option<usize> {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        distance(&letters(a), &letters(b), 2)
    }

    #[test]
    fn each_kind_of_mistake_counts_one() {
        for (a, b) in [
            ("budget", "buget"),
            ("budget", "buddget"),
            ("budget", "bugdet"),
            ("budget", "budhet"),
            ("мусор", "мосур"),
        ] {
            let expected = if a == "мусор" { 2 } else { 1 };
            assert_eq!(apart(a, b), Some(expected), "{a} {b}");
        }
        assert_eq!(apart("water", "water"), Some(0));
    }

    #[test]
    fn words_further_apart_than_asked_are_other_words() {
        assert_eq!(apart("water", "budget"), None);
        assert_eq!(apart("road", "refugees"), None);
    }

    #[test]
    fn short_words_are_forgiven_nothing_and_long_ones_two_mistakes() {
        assert_eq!([3, 4, 7, 8, 20].map(forgiven), [0, 1, 1, 2, 2]);
    }
}
