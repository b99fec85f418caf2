//! Letters and words: folding, splitting and stemming, with the way back to the original.

use rust_stemmers::{Algorithm, Stemmer};
use std::ops::Range;

/// Makes spellings that people take for the same the same: lower case, no accents, no apostrophes.
/// Cyrillic `ё` becomes `е`, a habit of print; `й`, `ө`, `ү` and `ң` stay letters of their own.
pub fn fold(word: &str) -> String {
    let mut out = String::new();
    for letter in word.chars().flat_map(char::to_lowercase) {
        match letter {
            '\'' | '’' | '‘' | 'ʼ' | '`' | '\u{ad}' => {}
            // The breve of a decomposed й belongs to the letter.
            '\u{306}' if out.ends_with('и') => {
                out.pop();
                out.push('й');
            }
            mark if is_mark(mark) => {}
            letter => out.push(plain(letter)),
        }
    }
    out
}

/// Whether a character is an accent that stands behind its letter.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// The letter without its accent, for the Latin letters of Europe's and Turkic languages. A table of our
/// own: the Unicode tables for every script weigh 60 kB of a phone's first visit.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' => 's',
        'ť' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ё' => 'е',
        other => other,
    }
}

/// A word and where it stands in the text it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The folded word.
    pub word: String,
    /// The bytes of the original, on character boundaries.
    pub range: Range<usize>,
}

/// Splits a text into folded words. A word is a run of letters and digits; an apostrophe inside
/// belongs to it, a hyphen parts two words.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain(std::iter::once((text.len(), ' ')));
    for (at, letter) in ends {
        let inside = letter.is_alphanumeric() || is_mark(letter);
        match start {
            None if inside => start = Some(at),
            Some(from) if !inside && !joins(text, at, letter) => {
                start = None;
                if let Some(raw) = text.get(from..at) {
                    let word = fold(raw);
                    if !word.is_empty() {
                        out.push(Token { word, range: from..at });
                    }
                }
            }
            _ => {}
        }
    }
    out
}

/// Whether an apostrophe or a figure's separator stands between two characters of one word:
/// `women's`, `7,200`, `0.5`.
fn joins(text: &str, at: usize, letter: char) -> bool {
    let next = text.get(at + letter.len_utf8()..).and_then(|rest| rest.chars().next());
    let before = text.get(..at).and_then(|head| head.chars().next_back());
    match letter {
        '\'' | '’' | 'ʼ' => next.is_some_and(char::is_alphabetic),
        ',' | '.' => {
            next.is_some_and(|c| c.is_ascii_digit()) && before.is_some_and(|c| c.is_ascii_digit())
        }
        _ => false,
    }
}

/// Whether a folded word has Cyrillic letters.
pub fn is_cyrillic(word: &str) -> bool {
    word.chars().any(|letter| ('\u{400}'..='\u{4ff}').contains(&letter))
}

/// The stem of a folded English word, after Snowball's English algorithm
/// (<https://snowballstem.org/algorithms/english/stemmer.html>). Words of other scripts stay as they are.
pub fn stem(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        Stemmer::create(Algorithm::English).stem(word).into_owned()
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_people_take_for_the_same_fold_to_the_same() {
        for (written, folded) in [
            ("Ayil Okmot", "ayil okmot"),
            ("café", "cafe"),
            ("women’s", "womens"),
            ("women's", "womens"),
            ("Ёлка", "елка"),
            ("Йод", "йод"),
            ("Йод", "йод"),
            ("Өзгөн", "өзгөн"),
            ("İstanbul", "istanbul"),
        ] {
            assert_eq!(fold(written), folded);
        }
    }

    #[test]
    fn words_know_where_they_stand_in_the_original() {
        let text = "Кызыл-Адыр: women’s café, 7,200 som.";
        let found: Vec<_> = tokens(text);
        let words: Vec<_> = found.iter().map(|token| token.word.as_str()).collect();
        assert_eq!(words, ["кызыл", "адыр", "womens", "cafe", "7,200", "som"]);
        let originals: Vec<_> = found.iter().map(|token| &text[token.range.clone()]).collect();
        assert_eq!(originals, ["Кызыл", "Адыр", "women’s", "café", "7,200", "som"]);
    }

    #[test]
    fn english_endings_do_not_matter_and_other_scripts_are_left_alone() {
        assert_eq!(stem("agreements"), stem("agreement"));
        assert_eq!(stem("villages"), stem("village"));
        assert_eq!(stem("миграция"), "миграция");
    }
}
