//! The language of what is shown, and how addresses carry it.

use crate::domain::address;

/// The parameter of an address that names the language (a contract): `#/cases/alga?lang=ky`.
pub const PARAMETER: &str = "lang";

/// The longest tag that is read. No registered language needs more.
const LONGEST: usize = 35;

/// A language, as a tag in the form of BCP 47 and in lower case: `ky`, `zh-hant`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lang(String);

impl Lang {
    /// English: the reference, in which every text exists.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// Reads a tag, in capital or small letters; `None` for what cannot be one.
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.trim();
        let mut subtags = tag.split('-');
        let language = subtags.next()?;
        let is_language = (2..=8).contains(&language.len())
            && language.bytes().all(|letter| letter.is_ascii_alphabetic());
        let is_subtag = |subtag: &str| {
            (1..=8).contains(&subtag.len())
                && subtag.bytes().all(|letter| letter.is_ascii_alphanumeric())
        };
        (is_language && tag.len() <= LONGEST && subtags.all(is_subtag))
            .then(|| Self(tag.to_ascii_lowercase()))
    }

    /// The tag.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The language without script, country and the like: `zh` for `zh-hant`.
    pub fn base(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The next more general language, for which there may be texts where there are none for this one.
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.0.rsplit_once('-')?;
        Some(Self(parent.to_owned()))
    }

    /// The language that an address asks for; `None` if it names none, or what cannot be one.
    pub fn of_address(address: &str) -> Option<Self> {
        Self::parse(&address::parameter(address, PARAMETER)?)
    }

    /// An address that asks for this language, whatever it asked for before.
    #[must_use]
    pub fn into_address(&self, address: &str) -> String {
        address::with_parameter(address, PARAMETER, &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;
    use crate::domain::route::Route;

    #[test]
    fn a_tag_is_read_in_any_letters_and_kept_in_small_ones() {
        for (written, tag) in [("ky", "ky"), ("KY", "ky"), (" ru ", "ru"), ("zh-Hant", "zh-hant")] {
            assert_eq!(
                Lang::parse(written).map(|lang| lang.tag().to_owned()),
                Some(tag.to_owned())
            );
        }
    }

    #[test]
    fn what_cannot_be_a_tag_is_no_language() {
        for written in
            ["", "k", "k1", "кы", "ky_KG", "ky-", "-ky", "ky--kg", "<b>", "waytoolongforit"]
        {
            assert_eq!(Lang::parse(written), None, "{written}");
        }
        assert_eq!(Lang::parse(&["ky", &"-abcdefgh".repeat(4)].concat()), None, "too long");
    }

    #[test]
    fn a_language_leads_to_more_general_ones() {
        let lang = Lang::parse("zh-hant-tw").unwrap();
        let parent = lang.parent().unwrap();
        assert_eq!((lang.base(), parent.tag()), ("zh", "zh-hant"));
        assert_eq!(Lang::english().parent(), None);
    }

    #[test]
    fn an_address_carries_its_language_beside_everything_else() {
        let ky = Lang::parse("ky").unwrap();
        for (address, with) in [
            ("#/", "#/?lang=ky"),
            ("#/cases/alga?at=results-1", "#/cases/alga?at=results-1&lang=ky"),
            ("#/?lang=ru&q=%D0%A4%D0%90%D0%9F", "#/?q=%D0%A4%D0%90%D0%9F&lang=ky"),
            ("#/check/carried?answers=a.b", "#/check/carried?answers=a.b&lang=ky"),
            ("#/no-such-page", "#/no-such-page?lang=ky"),
        ] {
            assert_eq!(ky.into_address(address), with);
            assert_eq!(Lang::of_address(with), Some(ky.clone()));
        }
    }

    #[test]
    fn an_address_without_a_language_or_with_a_damaged_one_asks_for_none() {
        for address in ["", "#/", "#/?q=lang", "#/?lang=", "#/?lang=%FF", "#/lang=ky"] {
            assert_eq!(Lang::of_address(address), None, "{address}");
        }
    }

    #[test]
    fn a_route_is_the_same_in_every_language() {
        let ky = Lang::parse("ky").unwrap();
        for address in [
            "#/",
            "#/?q=water&oblast=osh&topic=roads,water",
            "#/cases/alga?at=results-1&q=water",
            "#/difficulties?at=distrust",
            "#/factors",
            "#/check",
            "#/check/3",
            "#/check/paper?stage=before&depth=full",
            "#/glossary?at=ashar",
            "#/about",
            "#/embed",
            "#/offline",
            "#/no-such-page",
            "#/no-such-page?at=somewhere",
            "#",
        ] {
            assert_eq!(Route::parse(&ky.into_address(address)), Route::parse(address), "{address}");
        }
    }
}
