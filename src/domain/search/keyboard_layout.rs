//! What was typed while the keyboard stood in the other layout: `djlf` for `вода`, `цфеук` for `water`.

use crate::domain::text::lower;

/// The keys of a keyboard in the order of their rows, with the letters of the English layout.
const ENGLISH: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
/// The same keys with the letters of the Russian and the Kyrgyz layout.
const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";

/// A query as the same keys write it in the other layout; `None` where it has letters of both, or of neither.
pub(super) fn retyped(query: &str) -> Option<String> {
    let query: String = query.trim().chars().map(lower).collect();
    // Marks stand on keys of both layouts.
    let has =
        |keys: &str| query.chars().any(|key| !key.is_ascii_punctuation() && keys.contains(key));
    let (from, to) = match (has(ENGLISH), has(RUSSIAN)) {
        (true, false) => (ENGLISH, RUSSIAN),
        (false, true) => (RUSSIAN, ENGLISH),
        _ => return None,
    };
    let key = |letter: char| {
        let place = from.chars().position(|key| key == letter);
        place.and_then(|place| to.chars().nth(place)).unwrap_or(letter)
    };
    Some(query.chars().map(key).collect())
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, RUSSIAN, retyped};

    #[test]
    fn every_key_has_a_letter_in_both_layouts() {
        assert_eq!(ENGLISH.chars().count(), RUSSIAN.chars().count());
    }

    #[test]
    fn the_same_keys_write_the_same_word_in_the_other_layout() {
        for (typed, meant) in [
            ("djlf", "вода"),
            ("Cdtn ", "свет"),
            ("[kt,", "хлеб"),
            ("цфеук", "water"),
            ("ekbwf 5", "улица 5"),
        ] {
            assert_eq!(retyped(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn what_is_of_both_alphabets_or_none_is_left_alone() {
        for typed in ["вода water", "7200", "", "?"] {
            assert_eq!(retyped(typed), None, "{typed}");
        }
    }
}
