//! Days of the calendar: when a check was begun, when a step is due, when to look again.
//!
//! Refuses: the present day, which only a clock knows, and time zones; a day is what the wall says.

use super::date::digits;
use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, 1900 to 2100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    year: u16,
    month: u8,
    /// Of the month, from 1.
    number: u8,
}

impl Day {
    /// The day with these numbers; `None` where no calendar has it.
    pub fn new(year: u16, month: u8, number: u8) -> Option<Self> {
        let real = (1900..=2100).contains(&year)
            && (1..=12).contains(&month)
            && (1..=length(year, month)).contains(&number);
        real.then_some(Self { year, month, number })
    }

    /// Reads a day as fields for dates write it: `2026-11-28`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let small = |part| digits(part, 2).and_then(|number| u8::try_from(number).ok());
        let day = Self::new(digits(year, 4)?, small(month)?, small(day)?)?;
        parts.next().is_none().then_some(day)
    }

    /// Writes the day; reading it gives the same one.
    pub fn written(self) -> String {
        self.with("-")
    }

    /// The numbers with something between them.
    pub(crate) fn with(self, between: &str) -> String {
        let two = |number: u8| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
        [self.year.to_string(), two(self.month), two(self.number)].join(between)
    }

    /// The same day some months later, or the last of that month where it is shorter.
    #[must_use]
    pub fn months_later(self, months: u8) -> Self {
        let from_zero = u16::from(self.month - 1) + u16::from(months);
        let year = self.year + from_zero / 12;
        let month = u8::try_from(from_zero % 12).unwrap_or(0) + 1;
        let number = self.number.min(length(year, month));
        Self::new(year, month, number).unwrap_or(self)
    }

    /// The day after.
    #[must_use]
    pub fn next(self) -> Self {
        Self::new(self.year, self.month, self.number + 1)
            .or_else(|| Self::new(self.year, self.month + 1, 1))
            .or_else(|| Self::new(self.year + 1, 1, 1))
            .unwrap_or(self)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.written()
    }
}

impl TryFrom<String> for Day {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("is no day of the calendar")
    }
}

/// How many days a month has.
fn length(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_day_is_written_as_it_was_read() {
        for text in ["2026-11-28", "2024-02-29", "1900-01-01", "2100-12-31"] {
            assert_eq!(day(text).written(), text);
        }
    }

    #[test]
    fn what_no_calendar_has_is_no_day() {
        for text in [
            "2026-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-1-1",
            "26-01-01",
            "1899-12-31",
            "2101-01-01",
            "soon",
            "",
            "2026-11",
            "2026-11-28-1",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn months_later_is_the_same_day_or_the_last_of_a_shorter_month() {
        for (from, months, to) in [
            ("2026-11-28", 3, "2027-02-28"),
            ("2026-11-30", 3, "2027-02-28"),
            ("2023-11-30", 3, "2024-02-29"),
            ("2026-11-28", 6, "2027-05-28"),
            ("2026-01-15", 12, "2027-01-15"),
            ("2026-12-31", 0, "2026-12-31"),
        ] {
            assert_eq!(day(from).months_later(months).written(), to, "{from}");
        }
    }

    #[test]
    fn after_the_last_day_of_a_month_comes_the_first_of_the_next() {
        for (from, to) in [
            ("2026-11-28", "2026-11-29"),
            ("2026-11-30", "2026-12-01"),
            ("2026-12-31", "2027-01-01"),
            ("2024-02-28", "2024-02-29"),
        ] {
            assert_eq!(day(from).next().written(), to);
        }
    }

    #[test]
    fn the_last_day_of_all_has_none_after_it() {
        let last = day("2100-12-31");
        assert_eq!((last.next(), last.months_later(1)), (last, last));
    }
}
