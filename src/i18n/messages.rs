//! The texts of the interface at run time.
//!
//! `data/words/en.json` holds every text; the build script turns its keys into the constants of `key`, so a key that the file
//! lacks does not compile, and one that nothing uses is dead code. Parameters stand in the text as `{name}`.

use super::{
    catalogue::{Catalogue, MESSAGES, MORE_MESSAGES},
    format::NumberFormat,
    lang::Lang,
    plural::{Category, PluralRule},
};
use crate::domain::{
    calendar::Day,
    data_error::DataError,
    date::{Moment, Part, When},
};
use std::sync::OnceLock;

/// A text of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    place: u16,
}

/// A text that counts something, in one form for each plural category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plural {
    place: u16,
}

/// The keys of `data/words/en.json`.
#[cfg_attr(
    not(feature = "ssr"),
    allow(dead_code, reason = "some stand in the reading edition only")
)]
pub(crate) mod key {
    use super::{Key, Plural};
    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

include!(concat!(env!("OUT_DIR"), "/key_names.rs"));

/// Texts that stand in the pages in `public/`: the placeholder and its key.
pub const IN_HTML: &[(&str, Key)] = include!(concat!(env!("OUT_DIR"), "/html_keys.rs"));

/// The texts of one language, and how it writes numbers. Copying it copies a handle: the texts live as long as the page.
#[derive(Clone, Copy, Debug)]
pub struct Messages(&'static Language);

#[derive(Debug)]
struct Language {
    lang: Lang,
    catalogue: Catalogue,
    /// The texts that not every visit needs, whose places follow those of the others.
    more: OnceLock<Catalogue>,
    rule: PluralRule,
    numbers: NumberFormat,
}

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Messages {}

impl Messages {
    /// Reads the file of a language with what every visit needs, and keeps its texts for as long as the page lives.
    ///
    /// # Errors
    /// When the file is cut, or of another language or version of the app.
    pub fn open(json: &str, lang: &Lang) -> Result<Self, DataError> {
        Catalogue::read(MESSAGES, json, lang).map(|catalogue| Self::keep(catalogue, lang))
    }

    /// Whether the other texts of the language have come.
    pub fn has_more(self) -> bool {
        self.0.more.get().is_some()
    }

    /// Takes in the other texts of the language.
    ///
    /// # Errors
    /// When the file is cut, or of another language or version of the app. The call can be repeated then.
    pub fn take_in_more(self, json: &str) -> Result<(), DataError> {
        let more = Catalogue::read(MORE_MESSAGES, json, self.lang())?;
        // Refused only where they are there already.
        let _ = self.0.more.set(more);
        Ok(())
    }

    /// Keeps texts for as long as the page lives.
    fn keep(catalogue: Catalogue, lang: &Lang) -> Self {
        let (rule, numbers) = (PluralRule::of(lang), NumberFormat::of(lang));
        let (lang, more) = (lang.clone(), OnceLock::new());
        Self(Box::leak(Box::new(Language { lang, catalogue, more, rule, numbers })))
    }

    /// English, the reference.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn english() -> Self {
        static ENGLISH: OnceLock<Messages> = OnceLock::new();
        *ENGLISH.get_or_init(|| Self::keep(super::validate::reference(), &Lang::english()))
    }

    /// The language.
    pub fn lang(self) -> &'static Lang {
        &self.0.lang
    }

    /// The text of a key.
    pub fn text(self, key: Key) -> &'static str {
        self.at(key.place)
    }

    /// The text at a place. A screen is shown once all its texts are there.
    fn at(self, place: u16) -> &'static str {
        self.find(|catalogue| &catalogue.texts, place).map(String::as_str).unwrap_or_default()
    }

    /// What stands at a place of one of the lists.
    fn find<T>(self, list: impl Fn(&Catalogue) -> &[T], place: u16) -> Option<&'static T> {
        let Language { catalogue, more, .. } = self.0;
        let (first, place) = (list(catalogue), usize::from(place));
        first.get(place).or_else(|| list(more.get()?).get(place.checked_sub(first.len())?))
    }

    /// The text of a key, with its parameters filled in.
    pub fn fill(self, key: Key, parameters: &[(&str, &str)]) -> String {
        fill(self.text(key), parameters)
    }

    /// The form of a text that counts something, with `{n}` filled in.
    pub fn count(self, key: Plural, count: usize) -> String {
        self.count_with(key, count, &[])
    }

    /// The form of a text that counts something, with `{n}` and the other parameters filled in.
    pub fn count_with(self, key: Plural, count: usize, parameters: &[(&str, &str)]) -> String {
        self.counted(key.place, count, parameters)
    }

    fn counted(self, place: u16, count: usize, parameters: &[(&str, &str)]) -> String {
        let Some(forms) = self.find(|catalogue| &catalogue.plurals, place) else {
            return String::new();
        };
        let text = match self.0.rule.category(count) {
            Category::One => &forms.one,
            Category::Few => &forms.few,
            Category::Many => &forms.many,
            Category::Other => &forms.other,
        };
        let number = self.whole(u64::try_from(count).unwrap_or(u64::MAX));
        fill(text, &[&[("n", &*number)], parameters].concat())
    }

    /// A number with thousands apart and at most two digits behind the decimal separator.
    pub fn number(self, value: f64) -> String {
        self.0.numbers.number(value)
    }

    /// A whole number with thousands apart.
    pub fn whole(self, value: u64) -> String {
        self.0.numbers.whole(value)
    }

    /// A date as people say it: "spring 1995", "9 December 2001", "about 1997", "2001 to 2003".
    pub fn date(self, when: &When) -> String {
        match &when.to {
            None => self.moment(when.from),
            Some(to) => {
                let (from, to) = (self.moment(when.from), self.moment(*to));
                self.fill(key::DATE_SPAN, &[("from", &from), ("to", &to)])
            }
        }
    }

    fn moment(self, moment: Moment) -> String {
        let word = |words: Key, place: u8| {
            self.text(words).split(' ').nth(usize::from(place)).unwrap_or_default()
        };
        let year = moment.year.to_string();
        let said = match moment.part {
            Part::Year => year,
            Part::Season(season) => self.fill(
                key::DATE_SEASON,
                &[("season", word(key::DATE_SEASONS, season)), ("year", &year)],
            ),
            Part::Month(month) => self.fill(
                key::DATE_MONTH,
                &[("month", word(key::DATE_MONTHS, month - 1)), ("year", &year)],
            ),
            Part::Day(month, day) => self.fill(
                key::DATE_DAY,
                &[
                    ("day", &day.to_string()),
                    ("month", word(key::DATE_DAY_MONTHS, month - 1)),
                    ("year", &year),
                ],
            ),
        };
        if moment.about { self.fill(key::DATE_ABOUT, &[("date", &said)]) } else { said }
    }

    /// A day as people say it: "28 November 2026".
    pub fn day(self, day: Day) -> String {
        When::parse(&day.written()).map_or_else(|_| day.written(), |when| self.date(&when))
    }
}

/// A text with its parameters in the place of their names. What a parameter says is not looked through again.
fn fill(text: &str, parameters: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let filled = parameters
            .iter()
            .find_map(|(name, value)| Some((*value, after.strip_prefix(name)?.strip_prefix('}')?)));
        let (value, after) = filled.unwrap_or(("{", after));
        out.push_str(value);
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::{Messages, fill, key};
    use crate::{
        domain::date::When,
        i18n::{Lang, validate},
    };

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
            assert_eq!(Messages::english().date(&When::parse(written).unwrap()), said);
        }
    }

    #[test]
    fn one_case_is_a_case_and_all_other_numbers_are_cases() {
        for (number, said) in
            [(0, "0 cases"), (1, "1 case"), (2, "2 cases"), (25, "25 cases"), (1000, "1,000 cases")]
        {
            assert_eq!(Messages::english().count(key::RESULTS_COUNT, number), said);
        }
    }

    #[test]
    fn a_language_with_more_forms_uses_the_one_for_the_number() {
        let forms = "{\"one\":\"{n} дело\",\"few\":\"{n} дела\",\"many\":\"{n} дел\",\"other\":\"{n} дела\"}";
        let words = validate::tests::translated("ru", &[("results.count", forms)]);
        let ru = Lang::parse("ru").unwrap();
        let [(_, first), (_, more)] = validate::read("ru.json", &words, &ru).unwrap().parted();
        let messages = Messages::open(&first.to_json(&ru).unwrap(), &ru).unwrap();
        messages.take_in_more(&more.to_json(&ru).unwrap()).unwrap();
        for (number, said) in [
            (1, "1 дело"),
            (3, "3 дела"),
            (11, "11 дел"),
            (21, "21 дело"),
            (1_000, "1\u{202f}000 дел"),
        ] {
            assert_eq!(messages.count(key::RESULTS_COUNT, number), said);
        }
    }

    #[test]
    fn every_text_is_there_once_both_files_have_come() {
        let english = Lang::english();
        let [(_, first), (_, more)] = validate::reference().parted();
        let messages = Messages::open(&first.to_json(&english).unwrap(), &english).unwrap();
        let later = super::FIRST_TEXTS..super::TEXTS.len();
        let at = |messages: Messages, place: usize| messages.at(u16::try_from(place).unwrap());
        assert!(later.clone().all(|place| at(messages, place).is_empty()));
        messages.take_in_more(&more.to_json(&english).unwrap()).unwrap();
        for place in 0..later.end {
            assert_eq!(at(messages, place), at(Messages::english(), place));
        }
    }

    #[test]
    fn a_parameter_is_filled_wherever_it_stands() {
        assert_eq!(fill("{a} and {b}, {a}", &[("a", "x"), ("b", "y")]), "x and y, x");
    }

    #[test]
    fn what_a_parameter_says_is_left_as_it_is() {
        assert_eq!(fill("{a} {b}", &[("a", "{b}"), ("b", "y")]), "{b} y");
        assert_eq!(fill("{a", &[("a", "x")]), "{a");
        assert_eq!(fill("{ab}", &[("a", "x"), ("ab", "y")]), "y");
    }
}
