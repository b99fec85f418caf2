//! Dates as a sourcebook gives them: a year, a season, a month, a day, about, or a span.
//!
//! Refuses calendars: nothing here knows how long a month is, because nothing in the app asks.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Only the year.
    Year,
    /// A season, 0 (spring) to 3 (winter).
    Season(u8),
    /// A month, 1 to 12.
    Month(u8),
    /// A month, 1 to 12, and a day of it, 1 to 31.
    Day(u8, u8),
}

/// One date, as exact as its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The year of our era, four digits.
    pub year: u16,
    /// What is known beyond the year.
    pub part: Part,
    /// Whether the source says "about".
    pub about: bool,
}

/// A moment, or a span between two. In JSON it is a text in the notation of `data/README.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct When {
    /// The moment, or the first one of a span.
    pub from: Moment,
    /// The last moment of a span.
    pub to: Option<Moment>,
}

/// Why a date could not be read. Its text says what a right one looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadDate(pub String);

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is not a date; write 2004, 2004-05, 2004-05-17 or 2004-spring, with ~ for \
             \"about\", and 2001/2003 for a span",
            self.0
        )
    }
}

impl Moment {
    fn written(self) -> String {
        let two = |number: u8| {
            let digits = number.to_string();
            if number < 10 { ["-0", &digits].concat() } else { ["-", &digits].concat() }
        };
        let part = match self.part {
            Part::Year => String::new(),
            Part::Season(season) => {
                ["-", SEASONS.get(usize::from(season)).copied().unwrap_or_default()].concat()
            }
            Part::Month(month) => two(month),
            Part::Day(month, day) => [two(month), two(day)].concat(),
        };
        [self.year.to_string().as_str(), &part, if self.about { "~" } else { "" }].concat()
    }
}

const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

impl When {
    /// Writes the date in the notation of `data/README.md`; reading it gives the same date.
    pub fn written(&self) -> String {
        match &self.to {
            None => self.from.written(),
            Some(to) => [&self.from.written(), "/", &to.written()].concat(),
        }
    }

    /// Reads a date in the notation of `data/README.md`.
    ///
    /// # Errors
    /// [`BadDate`] when the text has another form, names a month or day that no calendar has, or is a
    /// span that ends before it begins.
    pub fn parse(text: &str) -> Result<Self, BadDate> {
        let bad = || BadDate(text.to_owned());
        let (from, to) = match text.split_once('/') {
            None => (text, None),
            Some((from, to)) => (from, Some(to)),
        };
        let from = moment(from).ok_or_else(bad)?;
        let to = to.map(|to| moment(to).ok_or_else(bad)).transpose()?;
        if to.is_some_and(|to| to.order() < from.order()) {
            return Err(bad());
        }
        Ok(Self { from, to })
    }

    /// The last year this date touches.
    pub fn last_year(&self) -> u16 {
        self.to.map_or(self.from.year, |to| to.year)
    }
}

impl TryFrom<String> for When {
    type Error = BadDate;

    fn try_from(text: String) -> Result<Self, BadDate> {
        Self::parse(&text)
    }
}

impl From<When> for String {
    fn from(when: When) -> Self {
        when.written()
    }
}

impl Moment {
    /// A key that sorts moments by time; a bare year comes before its months.
    fn order(self) -> (u16, u8, u8) {
        match self.part {
            Part::Year => (self.year, 0, 0),
            Part::Season(season) => (self.year, season * 3 + 3, 0),
            Part::Month(month) => (self.year, month, 0),
            Part::Day(month, day) => (self.year, month, day),
        }
    }
}

fn moment(text: &str) -> Option<Moment> {
    let (text, about) = match text.strip_suffix('~') {
        Some(text) => (text, true),
        None => (text, false),
    };
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let part = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => Part::Year,
        (Some(word), None, _) => match SEASONS.iter().position(|season| *season == word) {
            Some(season) => Part::Season(u8::try_from(season).ok()?),
            None => Part::Month(ranged(word, 12)?),
        },
        (Some(month), Some(day), None) => Part::Day(ranged(month, 12)?, ranged(day, 31)?),
        _ => return None,
    };
    (1900..=2100).contains(&year).then_some(Moment { year, part, about })
}

/// A number of so many digits.
pub(super) fn digits(text: &str, length: usize) -> Option<u16> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn ranged(text: &str, last: u16) -> Option<u8> {
    let number = digits(text, 2)?;
    (1..=last).contains(&number).then(|| u8::try_from(number).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! reads {
        ($name:ident, $text:literal, $year:literal, $part:expr, $about:literal) => {
            #[test]
            fn $name() {
                let when = When::parse($text).unwrap();
                assert_eq!(when.from, Moment { year: $year, part: $part, about: $about });
            }
        };
    }
    #[test]
    fn a_date_is_written_as_it_was_read() {
        for text in [
            "2004",
            "2004-05",
            "2004-12-09",
            "1995-spring",
            "1997~",
            "2001/2003-05",
            "1999~/2001-winter",
        ] {
            assert_eq!(When::parse(text).unwrap().written(), text);
        }
    }

    macro_rules! refuses {
        ($name:ident, $($text:literal),+) => {
            #[test]
            fn $name() {
                $(assert_eq!(When::parse($text), Err(BadDate($text.to_owned())));)+
            }
        };
    }

    reads!(a_year_is_a_date, "2004", 2004, Part::Year, false);
    reads!(a_season_is_a_date, "1995-spring", 1995, Part::Season(0), false);
    reads!(a_month_is_a_date, "2004-05", 2004, Part::Month(5), false);
    reads!(a_day_is_a_date, "2001-12-09", 2001, Part::Day(12, 9), false);
    reads!(a_tilde_means_about, "1997~", 1997, Part::Year, true);
    refuses!(a_month_past_december_is_no_date, "2004-13", "2004-00");
    refuses!(a_day_past_the_thirty_first_is_no_date, "2004-05-32");
    refuses!(words_are_no_date, "soon", "2004-Spring", "", "/", "2004/");
    refuses!(a_span_that_ends_before_it_begins_is_no_date, "2004/2003", "2004-05/2004-04");
    refuses!(a_far_year_is_a_slip_of_the_pen, "0204", "20045");

    #[test]
    fn a_span_knows_its_last_year() {
        assert_eq!(When::parse("2001/2003-05").unwrap().last_year(), 2003);
        assert_eq!(When::parse("2001").unwrap().last_year(), 2001);
    }
}
