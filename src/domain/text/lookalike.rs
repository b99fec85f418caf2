//! Letters that look the same in the Latin and the Cyrillic alphabet. On a keyboard that lacks one, people type the other, and
//! texts are copied together from both.

use super::is_cyrillic_letter;
use std::cmp::Ordering;

/// Pairs of a Latin and a Cyrillic letter of one look, small ones. Where several look like one, the first is meant.
const PAIRS: [(char, char); 16] = [
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'н'),
    ('i', 'і'),
    ('j', 'ј'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('s', 'ѕ'),
    ('t', 'т'),
    ('x', 'х'),
    ('y', 'у'),
    ('v', 'ү'),
];

/// The one capital whose look is another letter's than that of its small letter: of ү, not of у.
pub(super) const CAPITAL: char = 'Y';

/// Writes the word from a place of a text on, which is folded but for [`CAPITAL`], in one alphabet.
pub(super) fn mend(text: &mut String, from: usize) {
    let Some(word) = text.get(from..) else { return };
    if let Some(whole) = in_one_alphabet(word) {
        text.replace_range(from.., &whole);
    } else if word.contains(CAPITAL) {
        let small = word.replace(CAPITAL, "y");
        text.replace_range(from.., &small);
    }
}

/// A word of both alphabets in the one that most of its letters are of; where they are as many, in the one in which the whole
/// word can be written. `None` for any other word, and for one that cannot be written in it.
fn in_one_alphabet(word: &str) -> Option<String> {
    let latin = word.bytes().filter(u8::is_ascii_alphabetic).count();
    if latin == 0 {
        return None;
    }
    let cyrillic = word.chars().filter(|letter| is_cyrillic_letter(*letter)).count();
    if cyrillic == 0 {
        return None;
    }
    let to_cyrillic = || word.chars().map(cyrillic_for).collect::<Option<String>>();
    let to_latin = || word.chars().map(latin_for).collect::<Option<String>>();
    match cyrillic.cmp(&latin) {
        Ordering::Greater => to_cyrillic(),
        Ordering::Less => to_latin(),
        Ordering::Equal => to_cyrillic().or_else(to_latin),
    }
}

/// The Cyrillic letter for any: itself, or for a Latin one the one that looks like it.
fn cyrillic_for(letter: char) -> Option<char> {
    match letter {
        CAPITAL => Some('ү'),
        letter if letter.is_ascii_alphabetic() => {
            PAIRS.iter().find(|(latin, _)| *latin == letter).map(|(_, cyrillic)| *cyrillic)
        }
        other => Some(other),
    }
}

/// The Latin letter for any: itself, or for a Cyrillic one the one that looks like it.
fn latin_for(letter: char) -> Option<char> {
    match PAIRS.iter().find(|(_, cyrillic)| *cyrillic == letter) {
        Some((latin, _)) => Some(*latin),
        None if letter == CAPITAL => Some('y'),
        None => (!is_cyrillic_letter(letter)).then_some(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::in_one_alphabet;

    #[test]
    fn a_word_of_two_alphabets_is_read_in_that_of_most_of_its_letters() {
        for (mixed, whole) in [
            ("wаter", "water"),
            ("irrigаtion", "irrigation"),
            ("оsh", "osh"),
            ("мyсор", "мусор"),
            ("вoда", "вода"),
            ("Yй", "үй"),
            ("кYн", "күн"),
            ("бYлө", "бүлө"),
        ] {
            assert_eq!(in_one_alphabet(mixed).as_deref(), Some(whole), "{mixed}");
        }
    }

    #[test]
    fn other_words_stay_as_they_are() {
        for word in ["water", "вода", "7200", "gpsкоординаты", "вебsite", ""] {
            assert_eq!(in_one_alphabet(word), None, "{word}");
        }
    }
}
