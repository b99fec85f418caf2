//! Numbers as the readers of a language write them.

use super::lang::Lang;
use crate::domain::number;

/// What stands between the digits of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberFormat {
    group: char,
    decimal: char,
}

/// A blank at which no line ends, and narrower than the one between words.
const NARROW_NO_BREAK_SPACE: char = '\u{202f}';

impl NumberFormat {
    /// The way of a language; one that is not known here writes like English.
    pub fn of(lang: &Lang) -> Self {
        match lang.base() {
            "ru" | "ky" => Self { group: NARROW_NO_BREAK_SPACE, decimal: ',' },
            _ => Self { group: ',', decimal: '.' },
        }
    }

    /// A number with thousands apart and at most two digits behind the decimal separator, within the range of
    /// [`number::grouped`].
    pub fn number(self, value: f64) -> String {
        self.separated(&number::grouped(value))
    }

    /// A whole number with thousands apart.
    pub fn whole(self, value: u64) -> String {
        self.separated(&number::whole(value))
    }

    /// The number with this language's separators in the place of the English ones.
    fn separated(self, english: &str) -> String {
        let separator = |letter| match letter {
            ',' => self.group,
            '.' => self.decimal,
            _ => letter,
        };
        english.chars().map(separator).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::NumberFormat;
    use crate::i18n::Lang;

    #[test]
    fn numbers_are_written_as_readers_of_the_language_write_them() {
        for (lang, value, text) in [
            ("en", 7200.0, "7,200"),
            ("en", 0.5, "0.5"),
            ("ru", 7200.0, "7\u{202f}200"),
            ("ru", 1_101_696.25, "1\u{202f}101\u{202f}696,25"),
            ("ky", 0.5, "0,5"),
            ("ky", -3.0, "−3"),
            ("qps", 1000.0, "1,000"),
        ] {
            assert_eq!(NumberFormat::of(&Lang::parse(lang).unwrap()).number(value), text);
        }
    }

    #[test]
    fn whole_numbers_have_the_same_separators() {
        let whole = |lang| NumberFormat::of(&Lang::parse(lang).unwrap()).whole(12_345);
        assert_eq!((whole("en"), whole("ky")), ("12,345".to_owned(), "12\u{202f}345".to_owned()));
    }
}
