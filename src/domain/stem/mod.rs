//! Word endings in three languages: what is left of a word that a search can compare.

mod kyrgyz;

use super::text;
use rust_stemmers::{Algorithm, Stemmer};
use std::{
    borrow::Cow,
    cell::{Cell, OnceCell},
};

/// Longer rows of letters are no words, and a stemmer would only waste time on them.
const LONGEST: usize = 60;

/// A language that the app knows the endings of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Snowball's English algorithm (<https://snowballstem.org/algorithms/english/stemmer.html>).
    English,
    /// Snowball's Russian algorithm (<https://snowballstem.org/algorithms/russian/stemmer.html>).
    Russian,
    /// Our own rules; no public stemmer has any.
    Kyrgyz,
}

/// The stem of a folded word in a language; words that the language has no letters for stay as they are, and so
/// does a word of which fewer than three letters would be left.
pub fn stem(word: &str, language: Language) -> String {
    let whole = |stem: Cow<'_, str>| {
        let is_whole = stem.chars().nth(2).is_some();
        if is_whole { stem.into_owned() } else { word.to_owned() }
    };
    // Each algorithm is named where it is used: chosen at run time, all eighteen would have to be loaded.
    match language {
        _ if word.len() > LONGEST => word.to_owned(),
        Language::English if word.bytes().all(|byte| byte.is_ascii_lowercase()) => {
            whole(Stemmer::create(Algorithm::English).stem(word))
        }
        Language::Russian if text::is_cyrillic(word) => {
            whole(Stemmer::create(Algorithm::Russian).stem(word))
        }
        Language::Kyrgyz if text::is_cyrillic(word) => kyrgyz::stem(&kyrgyz::fold(word)),
        _ => word.to_owned(),
    }
}

/// The stems that a folded word may have. A word in Cyrillic letters may be Russian or Kyrgyz, and often only its
/// writer knows.
pub fn stems(word: &str) -> Vec<(Language, String)> {
    let languages: &[Language] = if text::is_cyrillic(word) {
        &[Language::Russian, Language::Kyrgyz]
    } else {
        &[Language::English]
    };
    languages.iter().map(|language| (*language, stem(word, *language))).collect()
}

/// The first two letters of a word, as they are typed on a Russian keyboard. Words with a stem in common begin with the
/// same: no stem is shorter than three letters, and only its last letter may differ from the word.
pub type Start = [char; 2];

/// What a folded word begins with.
pub fn start(word: &str) -> Start {
    let mut letters = word.chars().map(kyrgyz::plain);
    [letters.next().unwrap_or_default(), letters.next().unwrap_or_default()]
}

/// The letters of a word, a bit for each; some share one.
pub fn letters(word: &str) -> u64 {
    word.chars().fold(0, |set, letter| set | 1 << (u32::from(letter) % 64))
}

/// A folded word, with its stems once they are asked for: most words never are.
#[derive(Clone, Debug, Default)]
pub struct Stemmed {
    text: String,
    start: Start,
    letters: Cell<u64>,
    stems: OnceCell<Vec<(Language, String)>>,
}

impl Stemmed {
    /// A folded word.
    pub fn new(text: String) -> Self {
        Self { start: start(&text), text, ..Self::default() }
    }

    /// The word.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it begins with.
    pub fn start(&self) -> Start {
        self.start
    }

    /// Its letters, a bit for each; some share one.
    pub fn letters(&self) -> u64 {
        if self.letters.get() == 0 {
            self.letters.set(letters(&self.text));
        }
        self.letters.get()
    }

    /// Its stems.
    pub fn stems(&self) -> &[(Language, String)] {
        self.stems.get_or_init(|| stems(&self.text))
    }

    /// Whether it is the same word, typed with or without the Kyrgyz letters.
    pub fn is_same(&self, other: &Self) -> bool {
        self.start == other.start
            && self.text.chars().map(kyrgyz::plain).eq(other.text.chars().map(kyrgyz::plain))
    }

    /// Whether it shares a stem with another word.
    pub fn is_kin(&self, other: &Self) -> bool {
        self.start == other.start
            && (self.text == other.text
                || self.stems().iter().any(|stem| other.stems().contains(stem)))
    }

    /// Whether it is a form of a word of one language. A Russian word may have a Kyrgyz ending: мусорду.
    pub fn is_form_of(&self, known: &Self, language: Language) -> bool {
        let is_form = |(of, stem): &(Language, String)| match *of {
            of if of == language => {
                known.stems().iter().any(|(of, own)| *of == language && own == stem)
            }
            Language::Kyrgyz => language == Language::Russian && *stem == known.text,
            _ => false,
        };
        self.start == known.start && (self.text == known.text || self.stems().iter().any(is_form))
    }
}

/// A Kyrgyz name without its case ending, if it has one: Балыкчыда, Ошко. Names keep what looks like another ending.
pub fn without_case(word: &str) -> Option<String> {
    const ENDINGS: [&str; 10] = ["нын", "дын", "тын", "дан", "тан", "да", "та", "га", "ка", "ны"];
    // Vowels follow the word; here they are all one.
    let plain = |text: &str| -> String {
        let vowel = |letter: char| if "еоэ".contains(letter) { 'а' } else { letter };
        let narrow = |letter: char| if "иу".contains(letter) { 'ы' } else { vowel(letter) };
        kyrgyz::fold(text).chars().map(narrow).collect()
    };
    let plainly = plain(word);
    let ending = ENDINGS.into_iter().find(|ending| plainly.ends_with(ending))?;
    let kept = word.chars().count().checked_sub(ending.chars().count())?;
    Some(word.chars().take(kept).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_do_not_matter_in_any_of_the_languages() {
        for (language, one, other) in [
            (Language::English, "agreements", "agreement"),
            (Language::English, "villages", "village"),
            (Language::Russian, "мусора", "мусор"),
            (Language::Russian, "беженцами", "беженцы"),
            (Language::Kyrgyz, "айылдарга", "айыл"),
            (Language::Kyrgyz, "өкмөтүнө", "өкмөт"),
        ] {
            assert_eq!(stem(one, language), stem(other, language), "{one} {other}");
        }
    }

    #[test]
    fn a_name_is_known_without_its_case() {
        for (written, name) in
            [("балыкчыда", "балыкчы"), ("ошко", "ош"), ("таластын", "талас"), ("сузактан", "сузак")]
        {
            assert_eq!(without_case(written).as_deref(), Some(name));
        }
        assert_eq!(without_case("талас"), None);
    }

    #[test]
    fn two_letters_are_no_stem() {
        assert_eq!(stem("аким", Language::Russian), "аким");
    }

    #[test]
    fn words_of_other_letters_are_left_alone() {
        assert_eq!(stem("миграция", Language::English), "миграция");
        assert_eq!(stem("water", Language::Russian), "water");
        assert_eq!(stem("7,200", Language::Kyrgyz), "7,200");
    }
}
