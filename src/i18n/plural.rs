//! Which form a text takes that counts something: the plural rules of CLDR for whole numbers.
//!
//! The browser's `Intl` is not asked: old phones lack Kyrgyz in it, and a test can read this table.

use super::lang::Lang;

/// A plural category of CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// The form for 1, and for what ends like it in some languages.
    One,
    /// The form for a few.
    Few,
    /// The form for many.
    Many,
    /// The form for everything else, which every language has.
    Other,
}

impl Category {
    /// Its name in CLDR and in the files of `data/words/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// How a language counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralRule {
    /// *one* for 1, *other* for the rest: English, Kyrgyz, and every language that is not known here.
    OneOther,
    /// Russian: 1, 21, 31 … are *one*; 2 to 4, 22 to 24 … *few*; all other whole numbers *many*; fractions *other*.
    Russian,
}

impl PluralRule {
    /// The rule of a language.
    pub fn of(lang: &Lang) -> Self {
        match lang.base() {
            "ru" => Self::Russian,
            _ => Self::OneOther,
        }
    }

    /// The categories that a text which counts must have in such a language.
    pub fn categories(self) -> &'static [Category] {
        match self {
            Self::OneOther => &[Category::One, Category::Other],
            Self::Russian => &[Category::One, Category::Few, Category::Many, Category::Other],
        }
    }

    /// The category of a whole number.
    pub fn category(self, number: usize) -> Category {
        match (self, number, number % 10, number % 100) {
            (Self::OneOther, 1, ..) => Category::One,
            (Self::OneOther, ..) => Category::Other,
            (Self::Russian, _, 1, last) if last != 11 => Category::One,
            (Self::Russian, _, 2..=4, last) if !(12..=14).contains(&last) => Category::Few,
            (Self::Russian, ..) => Category::Many,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Category::{self, Few, Many, One, Other},
        PluralRule,
    };
    use crate::i18n::Lang;

    /// The samples that CLDR publishes for whole numbers (`plurals.xml`, `@integer`).
    const SAMPLES: [(&str, Category, &str); 7] = [
        ("en", One, "1"),
        ("en", Other, "0, 2~16, 100, 1000, 10000, 100000, 1000000"),
        ("ky", One, "1"),
        ("ky", Other, "0, 2~16, 100, 1000, 10000, 100000, 1000000"),
        ("ru", One, "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001"),
        ("ru", Few, "2~4, 22~24, 32~34, 42~44, 52~54, 62, 102, 1002"),
        ("ru", Many, "0, 5~19, 100, 1000, 10000, 100000, 1000000"),
    ];

    fn numbers(samples: &str) -> Vec<usize> {
        let range = |sample: &str| {
            let (from, to) = sample.split_once('~').unwrap_or((sample, sample));
            from.parse::<usize>().unwrap()..=to.parse().unwrap()
        };
        samples.split(", ").flat_map(range).collect()
    }

    #[test]
    fn whole_numbers_have_the_categories_that_cldr_publishes() {
        for (lang, category, samples) in SAMPLES {
            let rule = PluralRule::of(&Lang::parse(lang).unwrap());
            for number in numbers(samples) {
                assert_eq!(rule.category(number), category, "{lang} {number}");
            }
        }
    }

    #[test]
    fn a_language_that_is_not_known_counts_like_english_and_a_dialect_like_its_language() {
        let rule = |tag: &str| PluralRule::of(&Lang::parse(tag).unwrap());
        assert_eq!(rule("qps"), rule("en"));
        assert_eq!(rule("ru-kg"), rule("ru"));
    }

    #[test]
    fn no_whole_number_needs_a_form_that_its_language_lacks() {
        for rule in [PluralRule::OneOther, PluralRule::Russian] {
            for number in 0..=1000 {
                assert!(rule.categories().contains(&rule.category(number)));
            }
        }
    }
}
