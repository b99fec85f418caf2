//! The one look-up for interface text.
//!
//! `data/words/en.json` holds every sentence; the build script turns its keys into the constants of
//! `key`, so a missing key does not compile and an unused one is dead code. Parameters stand in the
//! text as `{name}`.

/// A text of the interface, with its English wording in it rather than in one table of all texts: a text travels with the
/// screens that show it, so that a screen which is fetched when it is needed brings its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(&'static str);

/// A text that counts something: one form a plural category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plural(&'static str, &'static str);

/// The keys of `data/words/en.json`.
#[cfg_attr(not(feature = "view"), expect(dead_code, reason = "only the screens use most of them"))]
pub(crate) mod key {
    use super::{Key, Plural};
    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

/// Texts that stand in `public/index.html`: the placeholder and its key.
pub const IN_HTML: &[(&str, Key)] = include!(concat!(env!("OUT_DIR"), "/html_keys.rs"));

/// The texts of one language. Copying it copies a handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Messages(());

impl Messages {
    /// English, the reference.
    pub const fn english() -> Self {
        Self(())
    }

    /// The text of a key.
    pub fn text(self, key: Key) -> &'static str {
        key.text()
    }

    /// The text of a key, with its parameters filled in.
    pub fn fill(self, key: Key, parameters: &[(&str, &str)]) -> String {
        key.with(parameters)
    }

    /// The form of a text that counts something, with `{n}` filled in.
    pub fn count(self, key: Plural, count: usize) -> String {
        key.of(count)
    }

    /// The form of a text that counts something, with `{n}` and the other parameters filled in.
    pub fn count_with(self, key: Plural, count: usize, parameters: &[(&str, &str)]) -> String {
        key.with(count, parameters)
    }

    /// A date as people say it: "spring 1995", "9 December 2001", "about 1997", "2001 to 2003".
    pub fn date(self, when: &crate::domain::date::When) -> String {
        date(when)
    }

    /// A day as people say it: "28 November 2026".
    pub fn day(self, day: crate::domain::calendar::Day) -> String {
        self::day(day)
    }
}

impl Key {
    /// The text. English is the reference and, for now, the only language.
    pub fn text(self) -> &'static str {
        self.0
    }

    /// The text with its parameters filled in.
    pub fn with(self, parameters: &[(&str, &str)]) -> String {
        fill(self.text(), parameters)
    }
}

impl Plural {
    /// The form for this count, with `{n}` and the other parameters filled in.
    ///
    /// English has two forms (CLDR: *one* for 1, *other* for the rest).
    pub fn with(self, count: usize, parameters: &[(&str, &str)]) -> String {
        let text = if count == 1 { self.0 } else { self.1 };
        let number = crate::domain::number::whole(u64::try_from(count).unwrap_or(u64::MAX));
        fill(&fill(text, &[("n", &number)]), parameters)
    }

    /// The form for this count, with `{n}` filled in.
    pub fn of(self, count: usize) -> String {
        self.with(count, &[])
    }
}

fn fill(text: &str, parameters: &[(&str, &str)]) -> String {
    let mut out = text.to_owned();
    for (name, value) in parameters {
        let mut placeholder = String::from("{");
        placeholder.push_str(name);
        placeholder.push('}');
        out = out.replace(&placeholder, value);
    }
    out
}

/// A day as people say it: "28 November 2026".
pub fn day(day: crate::domain::calendar::Day) -> String {
    crate::domain::date::When::parse(&day.written())
        .map_or_else(|_| day.written(), |when| date(&when))
}

/// A date as people say it: "spring 1995", "9 December 2001", "about 1997", "2001 to 2003".
pub fn date(when: &crate::domain::date::When) -> String {
    use crate::domain::date::Part;
    let moment = |moment: &crate::domain::date::Moment| {
        let year = moment.year.to_string();
        let month = |month: u8| {
            key::DATE_MONTHS.text().split(' ').nth(usize::from(month) - 1).unwrap_or_default()
        };
        let said = match moment.part {
            Part::Year => year,
            Part::Season(season) => {
                let seasons = key::DATE_SEASONS.text();
                let season = seasons.split(' ').nth(usize::from(season)).unwrap_or_default();
                key::DATE_SEASON.with(&[("season", season), ("year", &year)])
            }
            Part::Month(number) => {
                key::DATE_MONTH.with(&[("month", month(number)), ("year", &year)])
            }
            Part::Day(number, day) => key::DATE_DAY.with(&[
                ("day", &day.to_string()),
                ("month", month(number)),
                ("year", &year),
            ]),
        };
        if moment.about { key::DATE_ABOUT.with(&[("date", &said)]) } else { said }
    };
    match &when.to {
        None => moment(&when.from),
        Some(to) => key::DATE_SPAN.with(&[("from", &moment(&when.from)), ("to", &moment(to))]),
    }
}

#[cfg(test)]
mod tests {
    use super::{Plural, date, fill, key};
    use crate::domain::date::When;

    #[test]
    fn dates_are_said_as_people_say_them() {
        for (written, said) in [
            ("2004", "2004"),
            ("1995-spring", "spring 1995"),
            ("2004-05", "May 2004"),
            ("2001-12-09", "9 December 2001"),
            ("1997~", "about 1997"),
            ("2001/2003-02", "2001 to February 2003"),
        ] {
            assert_eq!(date(&When::parse(written).unwrap()), said);
        }
    }

    #[test]
    fn one_case_is_a_case_and_all_other_numbers_are_cases() {
        let count: Plural = key::RESULTS_COUNT;
        for (number, said) in
            [(0, "0 cases"), (1, "1 case"), (2, "2 cases"), (25, "25 cases"), (1000, "1,000 cases")]
        {
            assert_eq!(count.of(number), said);
        }
    }

    #[test]
    fn a_parameter_is_filled_wherever_it_stands() {
        assert_eq!(fill("{a} and {b}, {a}", &[("a", "x"), ("b", "y")]), "x and y, x");
    }
}
