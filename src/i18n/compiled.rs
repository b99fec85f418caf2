//! English compiled in, for the screens that are not components yet. It goes with the last of them, and with it the English in
//! [`Key`] and [`Plural`].

use super::messages::{self, fill};
use crate::domain::{calendar::Day, date::When, number};

#[cfg(feature = "html")]
pub(crate) use super::messages::key;
pub use super::messages::{Key, Plural};

impl Key {
    /// The text.
    pub fn text(self) -> &'static str {
        self.english
    }

    /// The text with its parameters filled in.
    pub fn with(self, parameters: &[(&str, &str)]) -> String {
        fill(self.english, parameters)
    }
}

impl Plural {
    /// The form for this count, with `{n}` and the other parameters filled in.
    pub fn with(self, count: usize, parameters: &[(&str, &str)]) -> String {
        let [one, other] = self.english;
        let number = number::whole(u64::try_from(count).unwrap_or(u64::MAX));
        fill(if count == 1 { one } else { other }, &[&[("n", &*number)], parameters].concat())
    }

    /// The form for this count, with `{n}` filled in.
    pub fn of(self, count: usize) -> String {
        self.with(count, &[])
    }
}

/// A day as people say it: "28 November 2026".
pub fn day(day: Day) -> String {
    When::parse(&day.written()).map_or_else(|_| day.written(), |when| date(&when))
}

/// A date as people say it: "spring 1995", "9 December 2001", "about 1997", "2001 to 2003".
pub fn date(when: &When) -> String {
    messages::date(when, &Key::text)
}
